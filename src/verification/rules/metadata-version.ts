import { CORRECT, REBUILD } from "../../standards/metadata-draft.ts";
import { METADATA_VERSIONS, NEWEST_METADATA_VERSION, precedes } from "../../standards/metadata-version.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { normalizeVersion, parseVersion } from "../../standards/version.ts";
import { withBraces } from "./metadata-braces.ts";
import {
  datedRefusal,
  type Finding,
  inField,
  type MetadataValues,
  type MetadataViolation,
  refusal,
  shown,
} from "./metadata-violation.ts";

/** Whether a metadata version is newer than what these rules know: of the form, and of the same major version. */
export function isNewerMetadata(declared: string | undefined): boolean {
  return declared !== undefined && /^2\.[0-9]{1,4}$/.test(declared) && precedes(NEWEST_METADATA_VERSION, declared);
}

/** M-01. A newer minor version than known is no reason to stop: the index may have learned it since. */
export function metadataVersionFindings(declared: string | undefined): readonly Finding[] {
  if (declared !== undefined && METADATA_VERSIONS.includes(declared)) {
    return [];
  }
  const text = `${declared === undefined ? "None" : pythonRepr(declared)} is not a valid metadata version.`;
  if (declared === undefined) {
    return [refusal("M-01", "any", text, { message: "The metadata has no Metadata-Version.", remedy: REBUILD })];
  }
  if (isNewerMetadata(declared)) {
    const message = `Metadata-Version ${declared} is newer than ${NEWEST_METADATA_VERSION}, the newest known to this check; PyPI may not take it yet.`;
    return [datedRefusal("M-01", text, { message, remedy: "If the upload is refused, build with an older back end." })];
  }
  const scope = declared === "2.0" ? "pypi" : "any";
  const message =
    declared === "2.0"
      ? "Metadata-Version 2.0 was withdrawn; PyPI refuses it."
      : `Metadata-Version ${shown(declared)} does not exist.`;
  return [withBraces(declared, refusal("M-01", scope, text, { message, remedy: REBUILD }))];
}

const DEPRECATED = new Set(["home-page", "download-url", "requires", "provides", "obsoletes"]);

/** M-02: a field that the declared metadata version does not have yet. Deprecated fields are never too new. */
export function agedFieldFinding(field: string, since: string, declared: string | undefined): Finding | undefined {
  if (
    declared === undefined ||
    !METADATA_VERSIONS.includes(declared) ||
    DEPRECATED.has(field) ||
    !precedes(declared, since)
  ) {
    return undefined;
  }
  return refusal("M-02", "pypi", `${field} introduced in metadata version ${since}, not ${declared}.`, {
    message: `The field ${field} came with metadata version ${since}, but the file declares ${declared}.`,
    remedy: REBUILD,
  });
}

/** M-04. */
export function versionFindings(version: string | undefined): readonly Finding[] {
  if (version === undefined) {
    const message = "The metadata has no Version.";
    return [refusal("M-04", "any", "'version' is a required field.", { message, remedy: CORRECT })];
  }
  if (parseVersion(version) !== undefined) {
    return [];
  }
  const finding = refusal("M-04", "any", `${pythonRepr(version)} is invalid for 'version'.`, {
    message: `Version ${shown(version)} is no version of PEP 440.`,
    remedy: "Use a version such as 1.2.3, 1.2.3rc1, 1.2.3.post1 or 1.2.3.dev4.",
  });
  return [withBraces(version, finding)];
}

/** M-05: local versions are for private indexes. */
export function localVersionViolations(values: MetadataValues): MetadataViolation[] {
  const version = values.get("version")?.[0] ?? "";
  const local = parseVersion(version)?.local;
  if (local === undefined) {
    return [];
  }
  const normalized = normalizeVersion(version) ?? version;
  const finding = refusal("M-05", "pypi", `The use of local versions in ${pythonRepr(normalized)} is not allowed.`, {
    message: `Version ${shown(version)} has the local part ${shown(`+${local}`)}, with which PyPI takes no file.`,
    remedy: `Publish as ${normalized.slice(0, normalized.indexOf("+"))}: build from a tag, or, with setuptools-scm, with local_scheme = "no-local-version".`,
  });
  return inField("version", 3, [finding]);
}
