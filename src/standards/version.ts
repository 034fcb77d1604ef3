import { pythonTrim } from "./python-text.ts";

/** Letter and number of a pre-release, post-release or development release; the number as digits without leading zeros. */
export interface VersionSuffix {
  readonly letter: "a" | "b" | "rc" | "post" | "dev";
  readonly number: string;
}

/**
 * A version of PEP 440, taken apart. Numbers stay decimal digits without
 * leading zeros: PEP 440 sets no upper bound, JavaScript numbers do.
 */
export interface Version {
  readonly epoch: string;
  readonly release: readonly string[];
  readonly pre: VersionSuffix | undefined;
  readonly post: VersionSuffix | undefined;
  readonly dev: VersionSuffix | undefined;
  /** Lower case, separated by dots; undefined for a public version. */
  readonly local: string | undefined;
}

// Grammar of PEP 440, appendix B, without the named sub-groups for letters and numbers of every suffix.
const GRAMMAR = new RegExp(
  [
    "^v?",
    "(?:(?<epoch>[0-9]+)!)?",
    "(?<release>[0-9]+(?:\\.[0-9]+)*)",
    "(?:[-_.]?(?<preLetter>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>[0-9]+)?)?",
    "(?:-(?<implicitPost>[0-9]+)|[-_.]?(?<postLetter>post|rev|r)[-_.]?(?<postNumber>[0-9]+)?)?",
    "(?:[-_.]?(?<devLetter>dev)[-_.]?(?<devNumber>[0-9]+)?)?",
    "(?:\\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$",
  ].join(""),
  "i",
);

const PRE_LETTERS: Readonly<Record<string, "a" | "b" | "rc">> = { a: "a", alpha: "a", b: "b", beta: "b" };

/** Takes a version apart by PEP 440; surrounding white space and a leading `v` are allowed. Undefined when it is none. */
export function parseVersion(text: string): Version | undefined {
  const groups = GRAMMAR.exec(pythonTrim(text))?.groups;
  if (groups === undefined) {
    return undefined;
  }
  const { preLetter, devLetter, postLetter, implicitPost, local } = groups;
  const post = postLetter !== undefined || implicitPost !== undefined;
  return {
    epoch: withoutZeros(groups.epoch),
    release: (groups.release ?? "").split(".").map(withoutZeros),
    pre: preLetter === undefined ? undefined : suffix(PRE_LETTERS[preLetter.toLowerCase()] ?? "rc", groups.preNumber),
    post: post ? suffix("post", implicitPost ?? groups.postNumber) : undefined,
    dev: devLetter === undefined ? undefined : suffix("dev", groups.devNumber),
    local: local === undefined ? undefined : normalizeLocal(local),
  };
}

/** The normal form of PEP 440 (`v1.0-RC1` is `1.0rc1`); trailing zeros of the release stay. Undefined when it is no version. */
export function normalizeVersion(text: string): string | undefined {
  const version = parseVersion(text);
  return version === undefined ? undefined : formatVersion(version);
}

/** Whether both are versions and PEP 440 calls them equal: `1.0`, `1.0.0` and `v1` are. */
export function versionsEqual(left: string, right: string): boolean {
  const key = versionKey(left);
  return key !== undefined && key === versionKey(right);
}

/** One text for all spellings that PEP 440 calls equal: the normal form without trailing zeros of the release (P-24). */
export function versionKey(text: string): string | undefined {
  const version = parseVersion(text);
  if (version === undefined) {
    return undefined;
  }
  const significant = version.release.findLastIndex((number) => number !== "0");
  return formatVersion({ ...version, release: version.release.slice(0, Math.max(significant, 0) + 1) });
}

function formatVersion({ epoch, release, pre, post, dev, local }: Version): string {
  return [
    epoch === "0" ? "" : `${epoch}!`,
    release.join("."),
    pre === undefined ? "" : `${pre.letter}${pre.number}`,
    post === undefined ? "" : `.post${post.number}`,
    dev === undefined ? "" : `.dev${dev.number}`,
    local === undefined ? "" : `+${local}`,
  ].join("");
}

function suffix(letter: VersionSuffix["letter"], digits: string | undefined): VersionSuffix {
  return { letter, number: withoutZeros(digits) };
}

function normalizeLocal(local: string): string {
  return local
    .toLowerCase()
    .split(/[-_.]/)
    .map((part) => (/^[0-9]+$/.test(part) ? withoutZeros(part) : part))
    .join(".");
}

function withoutZeros(digits: string | undefined): string {
  return digits === undefined ? "0" : digits.replace(/^0+(?=[0-9])/, "");
}
