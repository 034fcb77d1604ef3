import { isDeepStrictEqual } from "node:util";
import { type CoreMetadata, METADATA_FIELDS, type MetadataField } from "../../standards/core-metadata.ts";
import { precedes } from "../../standards/metadata-version.ts";

/** A file as far as its metadata is compared. */
export interface MetadataOf {
  readonly kind: "wheel" | "sdist";
  readonly metadata: CoreMetadata;
}

/** Other rules' business (P-18, P-24), or different by nature between sdist and wheel. */
const NOT_COMPARED: readonly MetadataField[] = ["metadata_version", "name", "version", "dynamic"];

/** From here on a source distribution says which of its fields are not final (PEP 643). */
const RELIABLE_SINCE = "2.2";

/**
 * Headers of the fields in which two files of a release differ, in the order of the specification. The order of the values
 * of one field, indentation and line ends do not count, nor how back ends space and quote dependencies, nor what one of
 * the two leaves open: fields it declares dynamic, or those an older source distribution does not have.
 */
export function metadataDifferences(left: MetadataOf, right: MetadataOf): readonly string[] {
  const open = new Set([...NOT_COMPARED, ...openFields(left), ...openFields(right)]);
  return METADATA_FIELDS.filter(({ field }) => !open.has(field) && differ(left.metadata, right.metadata, field)).map(
    ({ header }) => header,
  );
}

function openFields({ kind, metadata }: MetadataOf): MetadataField[] {
  const dynamic = new Set((metadata.fields.get("dynamic") ?? []).map((header) => header.toLowerCase()));
  const unreliable = kind === "sdist" && precedes(metadata.metadataVersion, RELIABLE_SINCE);
  return METADATA_FIELDS.filter(
    ({ field, header }) => dynamic.has(header.toLowerCase()) || (unreliable && !metadata.fields.has(field)),
  ).map(({ field }) => field);
}

/** Values longer than this are compared to the letter: the lines of a crafted one would take a gigabyte. */
const LONGEST_COMPARED = 1024 * 1024;

/** Most are the same to the letter. */
function differ(left: CoreMetadata, right: CoreMetadata, field: MetadataField): boolean {
  const [ours, theirs] = [left, right].map(({ fields }) => fields.get(field) ?? []);
  if (isDeepStrictEqual(ours, theirs)) {
    return false;
  }
  const long = [ours, theirs].some((values) => values?.some(({ length }) => length > LONGEST_COMPARED));
  return long || comparable(left, field) !== comparable(right, field);
}

/** A description that was folded into a header is indented. */
function comparable({ fields }: CoreMetadata, field: MetadataField): string {
  const values = (fields.get(field) ?? []).map((value) =>
    value
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .join("\n")
      .trim(),
  );
  if (field === "requires_dist") {
    return JSON.stringify(values.map((value) => value.replace(/\s/g, "").replaceAll("'", '"')).sort());
  }
  return JSON.stringify(values.sort());
}
