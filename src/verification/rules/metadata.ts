import { METADATA_FIELDS } from "../../standards/core-metadata.ts";
import { classifierViolations } from "./classifier.ts";
import { emailViolations } from "./email.ts";
import { licenseExpressionFindings, licenseFieldViolations, licenseFileFindings } from "./license.ts";
import { dependencyViolations, extraFindings, pythonFindings, requirementFindings } from "./metadata-dependencies.ts";
import { contentTypeFindings, summaryFindings, summaryLengthViolations } from "./metadata-description.ts";
import { dynamicFindings, dynamicViolations } from "./metadata-dynamic.ts";
import { importNameFindings } from "./metadata-import-names.ts";
import { repeatedFieldViolations } from "./metadata-repeated.ts";
import {
  agedFieldFinding,
  localVersionViolations,
  metadataVersionFindings,
  versionFindings,
} from "./metadata-version.ts";
import { type Finding, inField, type MetadataValues, type MetadataViolation } from "./metadata-violation.ts";
import { nameFinding } from "./project-name.ts";
import { projectUrlLabelViolations, urlViolations } from "./url.ts";

/** What is judged about the values of a field in stage 2, and under which header name. */
type Check = (values: readonly string[], header: string) => readonly Finding[];

const LIBRARY_CHECKS: Readonly<Record<string, Check>> = {
  summary: summaryFindings,
  "description-content-type": contentTypeFindings,
  "requires-dist": requirementFindings,
  "requires-python": pythonFindings,
  "provides-extra": extraFindings,
  "license-expression": licenseExpressionFindings,
  "license-file": licenseFileFindings,
  "import-name": importNameFindings,
  "import-namespace": importNameFindings,
};

/** The index's own checks, after those that any reader of metadata makes. */
const INDEX_CHECKS: readonly ((values: MetadataValues) => readonly MetadataViolation[])[] = [
  localVersionViolations,
  summaryLengthViolations,
  emailViolations,
  classifierViolations,
  urlViolations,
  dependencyViolations,
  dynamicViolations,
  licenseFieldViolations,
];

/**
 * Every rule of group M that the fields of an upload form break, but for the rendering of the description (M-11 to M-13).
 *
 * All three stages of M-34 are judged, whatever the one before found: stage 1, then stage 2 in the order of the fields,
 * then stage 3.
 *
 * @param fields Values in order, under the names of the upload form; empty ones count as absent.
 */
export function metadataViolations(fields: ReadonlyMap<string, readonly string[]>): readonly MetadataViolation[] {
  const values = presentValues(fields);
  return [
    ...repeatedFieldViolations(values),
    ...projectUrlLabelViolations(values),
    ...libraryViolations(values),
    ...INDEX_CHECKS.flatMap((check) => check(values)),
  ];
}

/** H-12: a field whose only value is empty counts as not sent. */
function presentValues(fields: ReadonlyMap<string, readonly string[]>): MetadataValues {
  const values = new Map<string, readonly string[]>();
  for (const { header, field } of METADATA_FIELDS) {
    const sent = fields.get(field);
    if (sent !== undefined && sent.length > 0 && !(sent.length === 1 && sent[0] === "")) {
      values.set(header.toLowerCase(), sent);
    }
  }
  return values;
}

function libraryViolations(values: MetadataValues): MetadataViolation[] {
  const declared = values.get("metadata-version")?.[0];
  const name = nameFinding(values.get("name")?.[0]);
  return [
    ...inField("metadata-version", 2, metadataVersionFindings(declared)),
    ...inField("name", 2, name === undefined ? [] : [name]),
    ...inField("version", 2, versionFindings(values.get("version")?.[0])),
    ...METADATA_FIELDS.flatMap(({ header, since }) => {
      const field = header.toLowerCase();
      const sent = values.get(field);
      return sent === undefined ? [] : inField(field, 2, fieldFindings(field, sent, since, declared));
    }),
  ];
}

function fieldFindings(
  field: string,
  sent: readonly string[],
  since: string,
  declared: string | undefined,
): readonly Finding[] {
  const aged = agedFieldFinding(field, since, declared);
  if (aged !== undefined) {
    return [aged];
  }
  return field === "dynamic" ? dynamicFindings(sent, declared) : (LIBRARY_CHECKS[field]?.(sent, field) ?? []);
}
