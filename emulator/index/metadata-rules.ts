import { pythonRepr } from "../python-repr.ts";
import type { FormFields } from "./form.ts";
import { type FieldError, METADATA_FIELDS, METADATA_VERSIONS, type MetadataValues } from "./metadata-fields.ts";
import { INDEX_CHECKS } from "./metadata-index-rules.ts";
import { LIBRARY_CHECKS } from "./metadata-library-rules.ts";
import { parseVersion, type Version } from "./pep440.ts";
import { badRequest, CORE_METADATA_URL, type Refusal, ServerFailure, seeUrl } from "./refusal.ts";

export interface CheckedMetadata {
  readonly values: MetadataValues;
  readonly version: Version;
}

const REPORTED_FIRST = ["metadata-version", "name", "version"];

/** Judges the metadata in the three stages of rule M-34; one error is reported, by rule H-19. */
export function checkMetadata(fields: FormFields): CheckedMetadata {
  const values = readValues(fields);
  throwFirst(libraryErrors(values));
  const version = parseVersion(values.get("version")?.[0] ?? "");
  if (version === undefined) {
    throw new ServerFailure("a version that passed the checks cannot be read");
  }
  throwFirst(INDEX_CHECKS.flatMap((check) => check(values, version)));
  return { values, version };
}

/** Stage 1: rules M-20, M-32 and H-12. */
function readValues(fields: FormFields): MetadataValues {
  const values = new Map<string, readonly string[]>();
  const errors: FieldError[] = [];
  for (const { field, header, multiple } of METADATA_FIELDS) {
    const sent = fields.get(field);
    if (sent === undefined || (sent.length === 1 && sent[0] === "")) {
      continue;
    }
    if (!multiple && sent.length > 1) {
      errors.push({ field, text: `${pythonRepr(field)} has invalid data.` });
    }
    values.set(header, sent);
  }
  const labels = (values.get("project-url") ?? []).map((value) => value.split(",")[0]?.trim());
  if (new Set(labels).size < labels.length) {
    errors.push({ field: "project_urls", text: "'project_urls' has invalid data." });
  }
  throwFirst(errors);
  return values;
}

/** Stage 2: rules M-01, M-02 and those of single fields. */
function libraryErrors(values: MetadataValues): FieldError[] {
  const declared = values.get("metadata-version")?.[0];
  const age = METADATA_VERSIONS.indexOf(declared ?? "");
  const errors: FieldError[] = [];
  if (age < 0) {
    const shown = declared === undefined ? "None" : pythonRepr(declared);
    errors.push({ field: "metadata-version", text: `${shown} is not a valid metadata version.` });
  }
  if (!values.has("version")) {
    errors.push({ field: "version", text: "'version' is a required field." });
  }
  for (const { header, since, deprecated } of METADATA_FIELDS) {
    const sent = values.get(header);
    if (sent === undefined) {
      continue;
    }
    if (age >= 0 && !deprecated && METADATA_VERSIONS.indexOf(since) > age) {
      errors.push({ field: header, text: `${header} introduced in metadata version ${since}, not ${declared}.` });
      continue;
    }
    errors.push(...(LIBRARY_CHECKS[header]?.(sent, header) ?? []));
  }
  return errors;
}

/** Rule H-19: these three first, then by the alphabet, then the first of the field. */
function throwFirst(errors: readonly FieldError[]): void {
  const rank = (field: string): string => {
    const at = REPORTED_FIRST.indexOf(field);
    return at < 0 ? `9${field}` : `${at}`;
  };
  const [first] = errors.toSorted((a, b) =>
    rank(a.field) < rank(b.field) ? -1 : rank(a.field) > rank(b.field) ? 1 : 0,
  );
  if (first !== undefined) {
    throw metadataRefusal(first);
  }
}

function metadataRefusal(error: FieldError): Refusal {
  return badRequest(`${error.text} ${seeUrl(error.url ?? CORE_METADATA_URL)}`);
}
