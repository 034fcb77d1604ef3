import { METADATA_FIELDS } from "../../standards/core-metadata.ts";
import { REBUILD } from "../../standards/metadata-draft.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { withBraces } from "./metadata-braces.ts";
import { isNewerMetadata } from "./metadata-version.ts";
import {
  datedRefusal,
  type Finding,
  inField,
  type MetadataValues,
  type MetadataViolation,
  refusal,
  shown,
} from "./metadata-violation.ts";

const NEVER_DYNAMIC = ["name", "version", "metadata-version"];
const FIELDS: ReadonlySet<string> = new Set(METADATA_FIELDS.map(({ header }) => header.toLowerCase()));

/** M-26 and M-27, but for `Dynamic` itself. Metadata newer than known may have fields that are not known either. */
export function dynamicFindings(values: readonly string[], declared: string | undefined): readonly Finding[] {
  return values.flatMap((value) => {
    const name = value.toLowerCase();
    if (NEVER_DYNAMIC.includes(name)) {
      const text = `${pythonRepr(name)} is not allowed as a dynamic field.`;
      const message = `Dynamic names ${shown(value)}, which cannot change between source and wheel.`;
      return [refusal("M-26", "any", text, { message, remedy: REBUILD })];
    }
    if (FIELDS.has(name)) {
      return [];
    }
    const text = `${pythonRepr(name)} is not a valid dynamic field.`;
    const say = { message: `Dynamic names ${shown(value)}, which is no field of core metadata.`, remedy: REBUILD };
    return [
      isNewerMetadata(declared) ? datedRefusal("M-27", text, say) : withBraces(name, refusal("M-27", "any", text, say)),
    ];
  });
}

/** The rest of M-27, which the index judges itself. */
export function dynamicViolations(values: MetadataValues): MetadataViolation[] {
  if (!(values.get("dynamic") ?? []).some((value) => value.toLowerCase() === "dynamic")) {
    return [];
  }
  const finding = refusal("M-27", "pypi", "Dynamic field 'dynamic' is not a valid dynamic field.", {
    message: "Dynamic names itself.",
    remedy: REBUILD,
  });
  return inField("dynamic", 3, [finding]);
}
