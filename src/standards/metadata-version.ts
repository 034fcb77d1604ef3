import { quote } from "../quote.ts";

/** Oldest first; 2.0 was withdrawn. */
export const METADATA_VERSIONS: readonly string[] = ["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"];
export const NEWEST_METADATA_VERSION = "2.5";
// Withdrawn with PEP 426, but written by wheel tools of its time; there are indexes that take it.
const WITHDRAWN = "2.0";

/**
 * Why a file with this Metadata-Version cannot be published; undefined when it can. A newer minor version may only add
 * fields, a newer major version may change anything.
 */
export function metadataVersionFault(version: string): string | undefined {
  if (METADATA_VERSIONS.includes(version) || version === WITHDRAWN) {
    return undefined;
  }
  const numbers = /^(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})$/.exec(version);
  if (numbers === null) {
    return `Metadata-Version ${quote(version)} is not of the form 2.4`;
  }
  if (Number(numbers[1]) > 2) {
    return `Metadata-Version ${version} is newer than this action can read (up to 2.x)`;
  }
  return precedes(NEWEST_METADATA_VERSION, version) ? undefined : `Metadata-Version ${version} does not exist`;
}

/** Whether the metadata version on the left is the older one. Both are `major.minor`. */
export function precedes(left: string, right: string): boolean {
  const [leftMajor = 0, leftMinor = 0] = left.split(".").map(Number);
  const [rightMajor = 0, rightMinor = 0] = right.split(".").map(Number);
  return leftMajor < rightMajor || (leftMajor === rightMajor && leftMinor < rightMinor);
}
