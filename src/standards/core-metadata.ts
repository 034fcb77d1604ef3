import { quote } from "../quote.ts";
import { addBody, CORRECT, type Draft, draftError, REBUILD, setField } from "./metadata-draft.ts";
import { type HeaderBlock, type MetadataHeader, parseHeaderBlock } from "./metadata-headers.ts";
import { formProjectName } from "./metadata-values.ts";
import { metadataVersionFault, precedes } from "./metadata-version.ts";
import { isProjectName } from "./project-name.ts";
import { pythonTrim } from "./python-text.ts";
import { parseVersion } from "./version.ts";

/** Fields of the core metadata, under the names the upload API gives them, in the order of the specification. */
export const METADATA_FIELDS = [
  { header: "Metadata-Version", field: "metadata_version", multiple: false, since: "1.0" },
  { header: "Name", field: "name", multiple: false, since: "1.0" },
  { header: "Version", field: "version", multiple: false, since: "1.0" },
  { header: "Dynamic", field: "dynamic", multiple: true, since: "2.2" },
  { header: "Platform", field: "platform", multiple: true, since: "1.0" },
  { header: "Supported-Platform", field: "supported_platform", multiple: true, since: "1.1" },
  { header: "Summary", field: "summary", multiple: false, since: "1.0" },
  { header: "Description", field: "description", multiple: false, since: "1.0" },
  { header: "Description-Content-Type", field: "description_content_type", multiple: false, since: "2.1" },
  { header: "Keywords", field: "keywords", multiple: false, since: "1.0" },
  { header: "Home-page", field: "home_page", multiple: false, since: "1.0" },
  { header: "Download-URL", field: "download_url", multiple: false, since: "1.1" },
  { header: "Author", field: "author", multiple: false, since: "1.0" },
  { header: "Author-email", field: "author_email", multiple: false, since: "1.0" },
  { header: "Maintainer", field: "maintainer", multiple: false, since: "1.2" },
  { header: "Maintainer-email", field: "maintainer_email", multiple: false, since: "1.2" },
  { header: "License", field: "license", multiple: false, since: "1.0" },
  { header: "License-Expression", field: "license_expression", multiple: false, since: "2.4" },
  { header: "License-File", field: "license_file", multiple: true, since: "2.4" },
  { header: "Classifier", field: "classifiers", multiple: true, since: "1.1" },
  { header: "Requires-Dist", field: "requires_dist", multiple: true, since: "1.2" },
  { header: "Requires-Python", field: "requires_python", multiple: false, since: "1.2" },
  { header: "Requires-External", field: "requires_external", multiple: true, since: "1.2" },
  { header: "Project-URL", field: "project_urls", multiple: true, since: "1.2" },
  { header: "Provides-Extra", field: "provides_extra", multiple: true, since: "2.1" },
  { header: "Import-Name", field: "import_name", multiple: true, since: "2.5" },
  { header: "Import-Namespace", field: "import_namespace", multiple: true, since: "2.5" },
  { header: "Provides-Dist", field: "provides_dist", multiple: true, since: "1.2" },
  { header: "Obsoletes-Dist", field: "obsoletes_dist", multiple: true, since: "1.2" },
  { header: "Requires", field: "requires", multiple: true, since: "1.1" },
  { header: "Provides", field: "provides", multiple: true, since: "1.1" },
  { header: "Obsoletes", field: "obsoletes", multiple: true, since: "1.1" },
] as const;

export type FieldSpecification = (typeof METADATA_FIELDS)[number];

export type MetadataField = FieldSpecification["field"];

/** Core metadata of one distribution (https://packaging.python.org/en/latest/specifications/core-metadata/). */
export interface CoreMetadata {
  readonly metadataVersion: string;
  readonly name: string;
  readonly version: string;
  /** All values of every field present, under the form names of the upload API; never an empty list. */
  readonly fields: ReadonlyMap<MetadataField, readonly string[]>;
  /** How what is sent differs from what stands in the file (unknown headers, folded lines). One sentence each. */
  readonly warnings: readonly string[];
}

const SPECIFICATIONS: ReadonlyMap<string, FieldSpecification> = new Map(
  METADATA_FIELDS.map((specification) => [specification.header.toLowerCase(), specification]),
);

/**
 * Reads METADATA or PKG-INFO. The fields hold what an upload form takes: empty
 * values and the word UNKNOWN count as absent (H-10, H-12), keywords, project
 * URLs and the name have the form in which twine sends them, `License-File` is
 * left out below metadata version 2.4 (M-02).
 *
 * @throws PublishError `distribution-invalid` naming every reason for which no index could take the metadata.
 */
export function parseCoreMetadata(bytes: Uint8Array): CoreMetadata {
  const draft: Draft = { values: new Map(), faults: [], warnings: [] };
  judgeEncoding(bytes, draft);
  if (draft.faults.length > 0) {
    throw draftError(draft);
  }
  const block = parseHeaderBlock(bytes);
  collectHeaders(block, draft);
  addBody(block, draft);
  const metadataVersion = readMetadataVersion(draft);
  const name = readName(draft);
  const version = readVersion(draft);
  if (draft.faults.length > 0) {
    throw draftError(draft);
  }
  // Written by older releases of setuptools, which established clients know not to send (M-02).
  if (precedes(metadataVersion, "2.4")) {
    draft.values.delete("license_file");
  }
  draft.values.set("name", [formProjectName(name)]);
  const present = METADATA_FIELDS.flatMap(({ field }) => {
    const values = draft.values.get(field);
    return values === undefined ? [] : [[field, values] as const];
  });
  return { metadataVersion, name, version, fields: new Map(present), warnings: draft.warnings };
}

function judgeEncoding(bytes: Uint8Array, draft: Draft): void {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    const problem = "The core metadata begins with a byte order mark, behind which installers find no field";
    draft.faults.push({ problem, remedy: `Write it as UTF-8 without byte order mark. ${REBUILD}` });
  } else if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    draft.faults.push({ problem: "The core metadata is UTF-16 instead of UTF-8", remedy: REBUILD });
  }
}

function collectHeaders(block: HeaderBlock, draft: Draft): void {
  const known = new Map<FieldSpecification, MetadataHeader[]>();
  const unknown = new Set<string>();
  for (const header of block.headers) {
    const specification = SPECIFICATIONS.get(header.name.toLowerCase());
    if (specification === undefined) {
      unknown.add(header.name);
      continue;
    }
    const headers = known.get(specification);
    if (headers === undefined) {
      known.set(specification, [header]);
    } else {
      headers.push(header);
    }
  }
  for (const [specification, headers] of known) {
    setField(specification, headers, draft);
  }
  if (unknown.size > 0) {
    draft.warnings.push(`Headers that are no core metadata are not sent: ${listed([...unknown])}.`);
  }
}

const NAMES_SHOWN = 5;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).map((name) => quote(name, 40));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}

function readMetadataVersion(draft: Draft): string {
  const value = requiredValue({ field: "metadata_version", header: "Metadata-Version", rule: "M-01" }, draft);
  if (value !== "") {
    const problem = metadataVersionFault(value);
    if (problem !== undefined) {
      draft.faults.push({ rule: "M-01", problem, remedy: REBUILD });
    }
  }
  return value;
}

function readName(draft: Draft): string {
  const value = requiredValue({ field: "name", header: "Name", rule: "M-03" }, draft);
  if (value !== "" && !isProjectName(value)) {
    const problem = `Name ${quote(value)} is no project name`;
    const remedy = "A project name has ASCII letters, digits, '-', '_' and '.', with a letter or digit at both ends.";
    draft.faults.push({ rule: "M-03", problem, remedy });
  }
  return value;
}

function readVersion(draft: Draft): string {
  const value = requiredValue({ field: "version", header: "Version", rule: "M-04" }, draft);
  if (value !== "" && parseVersion(value) === undefined) {
    const problem = `Version ${quote(value)} is no version of PEP 440`;
    draft.faults.push({
      rule: "M-04",
      problem,
      remedy: "Use a version such as 1.2.3, 1.2.3rc1, 1.2.3.post1 or 1.2.3.dev4.",
    });
  }
  return value;
}

interface RequiredField {
  readonly field: MetadataField;
  readonly header: string;
  readonly rule: string;
}

/** The value of a field that has to be there, or the empty string with a fault in the draft. */
function requiredValue({ field, header, rule }: RequiredField, draft: Draft): string {
  // As Python does it: what trim() of JavaScript takes for white space besides, a byte order mark, would be part of it there.
  const value = pythonTrim(draft.values.get(field)?.[0] ?? "");
  if (value !== "") {
    draft.values.set(field, [value]);
    return value;
  }
  draft.faults.push({ rule, problem: `${header} is missing, empty or UNKNOWN`, remedy: CORRECT });
  return "";
}
