import { PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import { parseVersion } from "./version.ts";

/** Parts of the file name of a source distribution (PEP 625), each as it stands there. */
export interface SdistFilename {
  readonly name: string;
  readonly version: string;
}

/**
 * Takes the name of a source distribution apart at its last hyphen, as indexes do.
 *
 * @throws PublishError `distribution-invalid` when it cannot be the name of a source distribution (F-03 to F-05).
 */
export function parseSdistFilename(filename: string): SdistFilename {
  const [split] = splitSdistFilename(filename);
  if (split === undefined) {
    throw new PublishError(
      "distribution-invalid",
      `The file name ${quote(filename, 255)} is not of the form {name}-{version}.tar.gz with a version of PEP 440.`,
      {
        filename,
        remedy:
          "Build the source distribution again with a current build back end (PEP 625) instead of renaming it; an archive that is no Python distribution belongs elsewhere.",
      },
    );
  }
  return split;
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
