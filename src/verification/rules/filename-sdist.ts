import { escapeProjectName, normalizeProjectName } from "../../standards/project-name.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { normalizeVersion, parseVersion, versionsEqual } from "../../standards/version.ts";
import type { NamedFile } from "./filename.ts";
import { type ListedViolation, refusal, shown } from "./metadata-violation.ts";

const REBUILD = "Build the source distribution again with a current build back end (PEP 625) instead of renaming it";

/** F-05 to F-08: one violation at most, since each explains the next. */
export function sdistFilenameViolations({
  filename,
  name,
  version,
}: Omit<NamedFile, "filetype">): readonly ListedViolation[] {
  const stem = filename.replace(/\.(tar\.gz|zip)$/, "");
  const at = stem.lastIndexOf("-");
  const fileVersion = stem.slice(at + 1);
  if (at < 0 || parseVersion(fileVersion) === undefined) {
    const message =
      "The name of the source distribution is not of the form {name}-{version}.tar.gz with a version of PEP 440.";
    return [
      refusal("F-05", "any", `Invalid source distribution filename: ${filename}`, { message, remedy: `${REBUILD}.` }),
    ];
  }
  const expectedName = escapeProjectName(name);
  if (normalizeProjectName(stem.slice(0, at)) !== normalizeProjectName(name) && !isHyphenatedPostRelease(stem, name)) {
    const text = `Start filename for ${pythonRepr(name)} with ${pythonRepr(expectedName)}.`;
    const message = `The file name does not begin with ${shown(expectedName)}, but the metadata names the project ${shown(name)}.`;
    return [refusal("F-06", "any", text, { message, remedy: `${REBUILD}.` })];
  }
  return exactNameViolations(filename, fileVersion, expectedName, version);
}

/** `name-1.0-1`: split once more, so that the more telling message follows (F-06). */
function isHyphenatedPostRelease(stem: string, name: string): boolean {
  const parts = stem.split("-");
  const version = parts.length < 3 ? undefined : parseVersion(parts.slice(-2).join("-"));
  return (
    version?.post !== undefined && normalizeProjectName(parts.slice(0, -2).join("-")) === normalizeProjectName(name)
  );
}

/** F-07; a .zip never passes it (F-08). A version that is none is M-04's business. */
function exactNameViolations(
  filename: string,
  fileVersion: string,
  expectedName: string,
  version: string,
): readonly ListedViolation[] {
  const normalized = normalizeVersion(version);
  const expected = `${expectedName}-${normalized}.tar.gz`;
  if (normalized === undefined || filename === expected) {
    return [];
  }
  const zip = filename.endsWith(".zip");
  const otherVersion = !versionsEqual(fileVersion, version) && !filename.includes(`-${version}.`);
  const message = otherVersion
    ? `The file name has the version ${shown(fileVersion)}, the metadata ${shown(version)}.`
    : zip
      ? "PyPI takes no source distributions that are .zip archives."
      : `The file name is not the one that name and version of the metadata give, ${shown(expected)}.`;
  const text = `Filename ${pythonRepr(filename)} is invalid, should be ${pythonRepr(expected)}.`;
  return [
    refusal(zip && !otherVersion ? "F-08" : "F-07", otherVersion ? "any" : "pypi", text, {
      message,
      remedy: `${REBUILD}, so that it is called ${expected}.`,
    }),
  ];
}
