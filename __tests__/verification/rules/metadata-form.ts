import { metadataViolations } from "../../../src/verification/rules/metadata.ts";
import type { MetadataViolation } from "../../../src/verification/rules/metadata-violation.ts";

/** Changes to a valid form; `null` leaves a field out, a list repeats it. */
export type FieldChanges = Readonly<Record<string, string | readonly string[] | null>>;

/** Rule, effect and text of every violation: `M-05 reject: The use of …`. */
export function judged(changes: FieldChanges): string[] {
  return violations(changes).map(
    ({ rule, effect, dated, text = "" }) => `${rule} ${dated === true ? "dated" : effect}: ${text}`,
  );
}

export function violations(changes: FieldChanges): readonly MetadataViolation[] {
  const form = { metadata_version: "2.1", name: "pkg", version: "1.0", ...changes };
  const fields = Object.entries(form).flatMap(([field, value]) =>
    value === null ? [] : [[field, typeof value === "string" ? [value] : value] as const],
  );
  return metadataViolations(new Map(fields));
}

/** A case of the catalogue: its id and rules, the input, the form's changes, and the beginning of what is found. */
export type MetadataCase = readonly [id: string, input: string, fields: FieldChanges, expected: string];

/** Nothing is found. */
export const ACCEPT = "";
