/** A version by PEP 440, its numbers as digits without leading zeros so that no size is lost. */
export interface Version {
  /** Normalised text; trailing zeros of the release stay. */
  readonly normalized: string;
  /** Equal for equal versions: trailing zeros of the release are gone. */
  readonly key: string;
  readonly local: string | undefined;
}

const VERSION =
  /^v?(?:(?<epoch>[0-9]+)!)?(?<release>[0-9]+(?:\.[0-9]+)*)(?:[-_.]?(?<pre>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<preNumber>[0-9]+)?)?(?:-(?<post>[0-9]+)|[-_.]?(?<postWord>post|rev|r)[-_.]?(?<postNumber>[0-9]+)?)?(?:[-_.]?(?<dev>dev)[-_.]?(?<devNumber>[0-9]+)?)?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/i;

const PRE_SPELLING: Readonly<Record<string, string>> = {
  alpha: "a",
  beta: "b",
  c: "rc",
  pre: "rc",
  preview: "rc",
};

/** Parses a version as rule M-04 reads it; undefined when it is none. */
export function parseVersion(text: string): Version | undefined {
  const groups = VERSION.exec(text.trim())?.groups;
  if (groups === undefined) {
    return undefined;
  }
  const release = (groups.release ?? "").split(".").map(number);
  const epoch = number(groups.epoch ?? "0");
  const local = groups.local?.toLowerCase().split(/[-_.]/).map(localPart).join(".");
  const prefix = epoch === "0" ? "" : `${epoch}!`;
  const suffix = `${suffixOf(groups)}${local === undefined ? "" : `+${local}`}`;
  const significant = release.slice(0, Math.max(1, release.findLastIndex((part) => part !== "0") + 1));
  return {
    normalized: `${prefix}${release.join(".")}${suffix}`,
    key: `${prefix}${significant.join(".")}${suffix}`,
    local,
  };
}

function suffixOf(groups: Readonly<Record<string, string | undefined>>): string {
  const { pre, preNumber, post, postWord, postNumber, dev, devNumber } = groups;
  const letters = pre?.toLowerCase();
  const parts = [
    letters === undefined ? "" : `${PRE_SPELLING[letters] ?? letters}${number(preNumber ?? "0")}`,
    post === undefined && postWord === undefined ? "" : `.post${number(post ?? postNumber ?? "0")}`,
    dev === undefined ? "" : `.dev${number(devNumber ?? "0")}`,
  ];
  return parts.join("");
}

function number(digits: string): string {
  return digits.replace(/^0+(?=[0-9])/, "");
}

function localPart(part: string): string {
  return /^[0-9]+$/.test(part) ? number(part) : part;
}

const OPERATOR = /^\s*(~=|===|==|!=|<=|>=|<|>)\s*(.*?)\s*$/s;

/** True for a comma-separated list of version specifiers (rule M-24); empty items are skipped. */
export function isSpecifierSet(text: string): boolean {
  return text
    .split(",")
    .filter((item) => item.trim() !== "")
    .every(isSpecifier);
}

function isSpecifier(item: string): boolean {
  const [, operator = "", operand = ""] = OPERATOR.exec(item) ?? [];
  if (operator === "") {
    return false;
  }
  if (operator === "===") {
    return operand !== "" && /^[^\s;)]+$/.test(operand);
  }
  if ((operator === "==" || operator === "!=") && operand.endsWith(".*")) {
    return isPrefix(operand.slice(0, -2));
  }
  const version = parseVersion(operand);
  if (version === undefined) {
    return false;
  }
  if (operator === "~=") {
    return version.local === undefined && /^v?(?:[0-9]+!)?[0-9]+\.[0-9]/i.test(operand);
  }
  return version.local === undefined || operator === "==" || operator === "!=";
}

/** What may stand before `.*`: no local part and no development release. */
function isPrefix(text: string): boolean {
  const version = parseVersion(text);
  return version !== undefined && version.local === undefined && !version.normalized.includes(".dev");
}
