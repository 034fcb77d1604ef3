import { normalizeProjectName } from "../../src/standards/project-name.ts";
import { readReleaseVersion } from "./release-version.ts";

/**
 * A text that is equal for file names that mean the same distribution (rule
 * spelling of name and version, order of tag sets and the two source
 * extensions do not count. Undefined for what is no distribution.
 */
export function parseWheelOrSdistName(filename: string): string | undefined {
  const sdist = /^(.+)-([^-]+)\.(?:tar\.gz|zip)$/.exec(filename);
  if (sdist !== null) {
    const version = readReleaseVersion(sdist[2] ?? "");
    return version === undefined ? undefined : `sdist ${normalizeProjectName(sdist[1] ?? "")} ${version.key}`;
  }
  const parts = filename.endsWith(".whl") ? filename.slice(0, -4).split("-") : [];
  if (parts.length !== 5 && parts.length !== 6) {
    return undefined;
  }
  const [name = "", versionText = "", ...tags] = parts;
  const version = readReleaseVersion(versionText);
  if (version === undefined) {
    return undefined;
  }
  const sets = tags.map((tag) => tag.toLowerCase().split(".").sort().join("."));
  return `wheel ${normalizeProjectName(name)} ${version.key} ${sets.join(" ")}`;
}
