/** Fields of the core metadata, under the names the upload API gives them, in the order of the specification. */
export const METADATA_FIELDS = [
  { header: "Metadata-Version", field: "metadata_version", multiple: false, since: "1.0" },
] as const;

export type MetadataField = (typeof METADATA_FIELDS)[number]["field"];

/** Core metadata of one distribution (https://packaging.python.org/en/latest/specifications/core-metadata/). */
export interface CoreMetadata {
  readonly metadataVersion: string;
  readonly name: string;
  readonly version: string;
  /** All values of every field present, under the form names of the upload API; never an empty list. */
  readonly fields: ReadonlyMap<MetadataField, readonly string[]>;
  /** What is odd but no reason to stop (unknown newer minor version, unknown headers). One sentence each. */
  readonly warnings: readonly string[];
}
