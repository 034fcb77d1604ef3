import { PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import type { FieldSpecification, MetadataField } from "./core-metadata.ts";
import type { HeaderBlock, MetadataHeader } from "./metadata-headers.ts";
import { normalizeKeywords, normalizeProjectUrl, unfold } from "./metadata-values.ts";

export interface Fault {
  /** Rule of the index that is broken, where there is one. */
  readonly rule?: string;
  readonly problem: string;
  readonly remedy: string;
}

/** Core metadata on its way from headers to fields. */
export interface Draft {
  readonly values: Map<MetadataField, readonly string[]>;
  readonly faults: Fault[];
  readonly warnings: string[];
}

export const REBUILD = "Build the distribution again with a current build back end.";
export const CORRECT = "Correct the project's metadata (pyproject.toml, setup.cfg or setup.py) and build again.";

// Free text, sent with its line ends as it stands in the file; every other field is one line.
const TEXT_FIELDS: ReadonlySet<MetadataField> = new Set<MetadataField>([
  "description",
  "license",
  "author",
  "author_email",
  "maintainer",
  "maintainer_email",
  "keywords",
  "platform",
  "supported_platform",
  "requires",
  "provides",
  "obsoletes",
  "requires_external",
]);

/** Of one value, in characters: far more than real ones have. Past ten million patterns overflow the stack. */
const LONGEST_VALUE = 1024 * 1024;
/** May be as long as the whole metadata: no pattern is tried on texts of licences, and the description has its own bounds. */
const LONG_TEXTS: ReadonlySet<MetadataField> = new Set<MetadataField>(["description", "license"]);
/** Of what file names repeat, which have 255 bytes; it also stands in addresses and outputs. */
const LONGEST_NAME = 255;
const NAMES: ReadonlySet<MetadataField> = new Set<MetadataField>(["metadata_version", "name", "version"]);

/** All faults as one error. */
export function draftError({ faults }: Draft): PublishError {
  const remedy = [...new Set(faults.map((fault) => fault.remedy))].join(" ");
  const problems = faults.map(({ problem, rule }) => (rule === undefined ? problem : `${problem} (${rule})`));
  return new PublishError("distribution-invalid", `${problems.join("; ")}.`, { remedy });
}

/**
 * Takes the values of one field out of all its headers.
 *
 * @throws PublishError `distribution-invalid` when one is longer than any pattern should be given.
 */
export function setField(
  { header, field, multiple }: FieldSpecification,
  headers: readonly MetadataHeader[],
  draft: Draft,
): void {
  if (headers.some(({ utf8 }) => !utf8)) {
    draft.warnings.push(`${header} is not UTF-8; it was read as Latin-1.`);
  }
  const longest = headers.reduce((most, { value }) => Math.max(most, value.length), 0);
  const most = NAMES.has(field) ? LONGEST_NAME : LONGEST_VALUE;
  if (!LONG_TEXTS.has(field) && longest > most) {
    const problem = `${header} has ${longest} characters; this action reads up to ${most}`;
    draft.faults.push({ problem, remedy: CORRECT });
    throw draftError(draft);
  }
  // H-10 and H-12: the index takes these values for absent ones.
  const present = headers.map(({ value }) => value).filter((value) => value !== "" && value.trim() !== "UNKNOWN");
  if (present.some((value) => value.includes("\0"))) {
    draft.faults.push({
      rule: "H-11",
      problem: `${header} holds a NUL character, which indexes alter`,
      remedy: CORRECT,
    });
  }
  if (!TEXT_FIELDS.has(field) && present.some((value) => /[\r\n]/.test(value))) {
    draft.warnings.push(`${header} is folded over several lines; it is sent as one line.`);
  }
  const values = present.map((value) => normalizeValue(field, value));
  // A label used twice is refused (M-20), even for the same address; the second one says nothing new.
  const listed = field === "project_urls" ? [...new Set(values)] : values;
  const sent = multiple ? listed : singleValue(header, values, draft);
  if (sent.length > 0) {
    draft.values.set(field, sent);
  }
}

function normalizeValue(field: MetadataField, value: string): string {
  if (field === "keywords") {
    return normalizeKeywords(value);
  }
  const line = TEXT_FIELDS.has(field) ? value : unfold(value);
  return field === "project_urls" ? normalizeProjectUrl(line) : line;
}

function singleValue(header: string, values: readonly string[], draft: Draft): readonly string[] {
  const distinct = [...new Set(values)];
  if (distinct.length > 1) {
    const problem = `${header} stands there ${values.length} times with different values (${distinct
      .slice(0, 3)
      .map((value) => quote(value, 40))
      .join(", ")})`;
    draft.faults.push({ rule: "M-32", problem, remedy: CORRECT });
  } else if (values.length > 1) {
    draft.warnings.push(`${header} stands there ${values.length} times with the same value; it is sent once.`);
  }
  return distinct.slice(0, 1);
}

/** The body is the description (metadata 2.1 and later; read in all versions, as twine does). */
export function addBody({ body, unexpectedLine }: HeaderBlock, draft: Draft): void {
  if (unexpectedLine !== undefined) {
    draft.warnings.push(
      `Line ${unexpectedLine} of the core metadata is neither header nor blank; all from there on is read as the description.`,
    );
  }
  if (body === "") {
    return;
  }
  if (body === undefined || body.includes("\0")) {
    const fault =
      body === undefined
        ? { problem: "The description is not UTF-8" }
        : { rule: "H-11", problem: "The description holds a NUL character, which indexes alter" };
    draft.faults.push({ ...fault, remedy: `Correct the readme. ${REBUILD}` });
    return;
  }
  if (body.trim() === "UNKNOWN") {
    return;
  }
  if (body.trim() === "") {
    // Renders to nothing, for which PyPI refuses a file (M-11, M-12).
    draft.warnings.push("The description is white space only; it is not sent.");
    return;
  }
  const inHeader = draft.values.get("description")?.[0];
  if (inHeader === undefined) {
    draft.values.set("description", [body]);
  } else if (inHeader.trim() !== body.trim()) {
    const problem = "There are two descriptions, one in the Description header and one in the body";
    draft.faults.push({ rule: "M-32", problem, remedy: REBUILD });
  }
}
