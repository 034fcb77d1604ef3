import { METADATA_FIELDS } from "../../standards/core-metadata.ts";
import { CORRECT } from "../../standards/metadata-draft.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { inField, type MetadataValues, type MetadataViolation, refusal } from "./metadata-violation.ts";

/** M-32: a field that may stand there once, several times. */
export function repeatedFieldViolations(values: MetadataValues): MetadataViolation[] {
  return METADATA_FIELDS.filter(
    ({ header, multiple }) => !multiple && (values.get(header.toLowerCase())?.length ?? 0) > 1,
  ).flatMap(({ header, field }) =>
    inField(field, 1, [
      refusal("M-32", "any", `${pythonRepr(field)} has invalid data.`, {
        message: `${header} stands there several times; it may have one value only.`,
        remedy: CORRECT,
      }),
    ]),
  );
}
