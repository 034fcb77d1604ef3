import { PYTHON_SPACE, pythonTrim } from "./python-text.ts";

const SPACE = `[${PYTHON_SPACE}]*`;
const EPOCH = "v?(?:[0-9]+!)?";
const PRE = "(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?";
const POST = "(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?";
const DEV = "(?:[-_.]?dev[-_.]?[0-9]*)?";
const LOCAL = "(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?";

/**
 * One version specifier, as a pattern source for the flag `i`, without white space around it. Which part a version may
 * have depends on the operator: a prefix match and a local part only behind `==` and `!=`, two release numbers behind `~=`.
 */
export const SPECIFIER_PATTERN = [
  `===${SPACE}[^${PYTHON_SPACE};)]*`,
  `(?:==|!=)${SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)*(?:\\.\\*|${PRE}${POST}${DEV}${LOCAL})`,
  `~=${SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)+${PRE}${POST}${DEV}`,
  `(?:<=|>=|<|>)${SPACE}${EPOCH}[0-9]+(?:\\.[0-9]+)*${PRE}${POST}${DEV}`,
].join("|");

const SPECIFIER = new RegExp(`^(?:${SPECIFIER_PATTERN})$`, "i");

/**
 * Whether the text is a comma-separated list of version specifiers (https://packaging.python.org/en/latest/specifications/version-specifiers/),
 * as Requires-Python takes it (M-24). Empty items are skipped, so the empty text is one.
 */
export function isSpecifierSet(text: string): boolean {
  return text
    .split(",")
    .map(pythonTrim)
    .every((item) => item === "" || SPECIFIER.test(item));
}
