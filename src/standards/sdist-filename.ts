import { parseVersion } from "./version.ts";

/** Parts of the file name of a source distribution (PEP 625), each as it stands there. */
export interface SdistFilename {
  readonly name: string;
  readonly version: string;
}

/**
 * All ways to read a name as `{name}-{version}.tar.gz`, the split at the last
 * hyphen first: names from before PEP 625 can have hyphens in either part
 * (`my-project-1.0-1.tar.gz`, F-06).
 */
export function splitSdistFilename(filename: string): SdistFilename[] {
  if (!filename.endsWith(".tar.gz")) {
    return [];
  }
  const parts = filename.slice(0, -".tar.gz".length).split("-");
  return parts
    .map((_, index) => ({ name: parts.slice(0, index).join("-"), version: parts.slice(index).join("-") }))
    .filter(({ name, version }) => name !== "" && parseVersion(version) !== undefined)
    .reverse();
}
