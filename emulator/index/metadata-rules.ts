import { METADATA_FIELDS } from "../../src/standards/core-metadata.ts";
import { metadataViolations } from "../../src/verification/rules/metadata.ts";
import type { MetadataViolation } from "../../src/verification/rules/metadata-violation.ts";
import type { FormFields } from "./form.ts";
import { CORE_METADATA_URL, ServerFailure, seeUrl } from "./refusal.ts";
import { type ReleaseVersion, readReleaseVersion } from "./release-version.ts";
import { refuseFirst } from "./violation-refusal.ts";

/** Metadata as the index reads it from the form: values by header name in lower case. */
export type MetadataValues = ReadonlyMap<string, readonly string[]>;

export interface CheckedMetadata {
  readonly values: MetadataValues;
  readonly version: ReleaseVersion;
}

const LOCAL_VERSIONS_URL = "https://packaging.python.org/specifications/version-specifiers/#local-version-identifiers";
const REPORTED_FIRST = ["metadata-version", "name", "version"];

/** Judges the metadata in the three stages of rule M-34; one error is reported, by rule H-19. */
export function checkMetadata(fields: FormFields): CheckedMetadata {
  const violations = metadataViolations(fields);
  for (const stage of [1, 2, 3]) {
    const found = violations.filter((violation) => violation.stage === stage);
    // A failure ends the request before anything is sorted.
    refuseFirst(found.filter(({ effect }) => effect === "server-error"));
    refuseFirst(found.toSorted(byReport), ({ rule }) =>
      seeUrl(rule === "M-05" ? LOCAL_VERSIONS_URL : CORE_METADATA_URL),
    );
  }
  const version = readReleaseVersion(fields.get("version")?.[0] ?? "");
  if (version === undefined) {
    throw new ServerFailure("a version that passed the checks cannot be read");
  }
  return { values: valuesByHeader(fields), version };
}

/** Rule H-19: these three first, then by the alphabet, then the first of the field. */
function byReport(left: MetadataViolation, right: MetadataViolation): number {
  const [leftRank, rightRank] = [rank(left), rank(right)];
  return leftRank < rightRank ? -1 : leftRank > rightRank ? 1 : 0;
}

function rank({ field }: MetadataViolation): string {
  const at = REPORTED_FIRST.indexOf(field);
  return at < 0 ? `9${field}` : `${at}`;
}

function valuesByHeader(fields: FormFields): MetadataValues {
  const values = new Map<string, readonly string[]>();
  for (const { header, field } of METADATA_FIELDS) {
    const sent = fields.get(field);
    if (sent !== undefined && !(sent.length === 1 && sent[0] === "")) {
      values.set(header.toLowerCase(), sent);
    }
  }
  return values;
}
