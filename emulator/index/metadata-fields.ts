/** Metadata as the index reads it from the form: values by header name in lower case. */
export type MetadataValues = ReadonlyMap<string, readonly string[]>;

/** An error of one field. The text lacks its final "See …". */
export interface FieldError {
  /** Header name in lower case, except in stage 1 (rule M-34), which shows the form's spelling. */
  readonly field: string;
  readonly text: string;
  /** Where to read on, when it is not the specification of the metadata. */
  readonly url?: string;
}

/** One row of the table "Form fields" of the upload API. */
export interface MetadataField {
  /** Name in the form. */
  readonly field: string;
  /** Name of the header in lower case, as messages show it. */
  readonly header: string;
  readonly multiple: boolean;
  /** Metadata version that introduced it. */
  readonly since: string;
  /** Never too old for a declared version (rule M-02). */
  readonly deprecated: boolean;
}

/** Oldest first (rule M-01). */
export const METADATA_VERSIONS = ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"];

function single(since: string, ...headers: string[]): MetadataField[] {
  return headers.map((header) => row(header, header.replaceAll("-", "_"), false, since));
}

function multiple(since: string, ...headers: string[]): MetadataField[] {
  return headers.map((header) => row(header, FORM_SPELLING[header] ?? header.replaceAll("-", "_"), true, since));
}

/** The irregular plurals. */
const FORM_SPELLING: Readonly<Record<string, string>> = { classifier: "classifiers", "project-url": "project_urls" };

const DEPRECATED = new Set(["home-page", "download-url", "requires", "provides", "obsoletes"]);

function row(header: string, field: string, several: boolean, since: string): MetadataField {
  return { field, header, multiple: several, since, deprecated: DEPRECATED.has(header) };
}

export const METADATA_FIELDS: readonly MetadataField[] = [
  ...single("1.0", "metadata-version", "name", "version", "summary", "description", "keywords", "home-page"),
  ...single("1.0", "author", "author-email", "license"),
  ...multiple("1.0", "platform"),
  ...single("1.1", "download-url"),
  ...multiple("1.1", "supported-platform", "classifier", "requires", "provides", "obsoletes"),
  ...single("1.2", "maintainer", "maintainer-email", "requires-python"),
  ...multiple("1.2", "requires-dist", "provides-dist", "obsoletes-dist", "requires-external", "project-url"),
  ...single("2.1", "description-content-type"),
  ...multiple("2.1", "provides-extra"),
  ...multiple("2.2", "dynamic"),
  ...single("2.4", "license-expression"),
  ...multiple("2.4", "license-file"),
  ...multiple("2.5", "import-name", "import-namespace"),
];
