/** Characters of the inline markup recognition rules (reStructuredText specification, "Inline markup recognition rules"). */

/** What ends a line in Python's `splitlines`. */
export const LINE_BREAKS = "\\n\\r\\x1c-\\x1e\\x85\\u2028\\u2029";
/** White space in the sense of Python's `\s`. */
export const SPACE = "\\t-\\r\\x1c-\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

/** Control characters that docutils treats in ways of its own, or uses itself. */
export const CONTROLS = "\\0\\x1c-\\x1f";

const OPENERS = /[\p{Ps}\p{Pi}\p{Pf}"'<]/u;
const CLOSERS = /[\p{Pe}\p{Pi}\p{Pf}"'>‚„\\.,;!?]/u;
const DELIMITERS = /[-/:]|(?![§¶])[\u{a1}-\u{10ffff}]/u;
const PUNCTUATION = /[\p{Pd}\p{Po}]/u;
// Blocks of which every release of the Unicode data says the same; elsewhere docutils has its own, older list.
const SETTLED = /[\u{20}-\u{bf}\u{2010}-\u{2027}\u{2030}-\u{205e}\u{3001}-\u{301f}\u{ff01}-\u{ff65}]/u;
const ANY_PUNCTUATION = /\p{P}/u;
const WHITE = new RegExp(`[${SPACE}]`, "u");

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
  ["<", ">"],
  ["«", "»"],
  ["»", "«»"],
  ["‘", "’‚"],
  ["’", "‘’"],
  ["‚", "‘’"],
  ["“", "”„"],
  ["”", "“”"],
  ["„", "“”"],
  ["‹", "›"],
  ["›", "‹›"],
  ["‛", "‚"],
  ["‟", "„"],
  ["［", "］"],
  ["｛", "｝"],
  ["〝", "〟"],
  ["（", "）"],
]);

export function isSpace(character: string): boolean {
  return WHITE.test(character);
}

/** Whether inline markup may begin behind this character; the empty string is the start of the text. */
export function mayPrecede(character: string): boolean {
  return character === "" || isSpace(character) || OPENERS.test(character) || isDelimiter(character);
}

/** Whether inline markup may end before this character; the empty string is the end of the text. */
export function mayFollow(character: string): boolean {
  return (
    character === "" || character === "\0" || isSpace(character) || CLOSERS.test(character) || isDelimiter(character)
  );
}

function isDelimiter(character: string): boolean {
  return DELIMITERS.test(character) && (character < "\x80" || PUNCTUATION.test(character));
}

/** Whether two characters quote what stands between them. */
export function arePair(opening: string, closing: string): boolean {
  const pair = PAIRS.get(opening);
  if (pair !== undefined) {
    return closing !== "" && pair.includes(closing);
  }
  return /\p{Ps}/u.test(opening) && opening.charCodeAt(0) + 1 === closing.charCodeAt(0);
}

/** Whether docutils' list of punctuation may say something else than ours about this character. */
export function isUnsettled(character: string): boolean {
  return character > "\u{bf}" && !SETTLED.test(character) && ANY_PUNCTUATION.test(character);
}

const SIMPLE_NAME = /^[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*$/u;

/** A reference name that needs no backquotes. */
export function isSimpleName(text: string): boolean {
  return SIMPLE_NAME.test(text);
}

const WIDE =
  /[\u{1100}-\u{115f}\u{2e80}-\u{2ffb}\u{2ff0}-\u{303e}\u{3041}-\u{33ff}\u{3400}-\u{4dbf}\u{4e00}-\u{a4cf}\u{a960}-\u{a97c}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6b}\u{ff01}-\u{ff60}\u{ffe0}-\u{ffe6}\u{20000}-\u{3fffd}]/u;
const PLAIN = /^[\u{20}-\u{2ff}\u{370}-\u{3ff}\u{400}-\u{482}\u{2010}-\u{2027}]*$/u;

/** Smallest and greatest number of columns a title may be counted as. */
export function columnRange(text: string): readonly [least: number, most: number] {
  if (PLAIN.test(text)) {
    return [text.length, text.length];
  }
  let least = 0;
  let most = 0;
  for (const character of text) {
    const [low, high] = widthRange(character);
    least += low;
    most += high;
  }
  return [least, most];
}

function widthRange(character: string): readonly [number, number] {
  if (/[\u{300}-\u{36f}]/u.test(character)) {
    return [0, 0];
  }
  if (/\p{M}|\u{200d}/u.test(character)) {
    return [0, 1];
  }
  if (/\p{Emoji_Presentation}/u.test(character)) {
    return [/[\u{1f1e6}-\u{1f1ff}\u{1fa70}-\u{1faff}\u{1f6d0}-\u{1f6ff}]/u.test(character) ? 1 : 2, 2];
  }
  return WIDE.test(character) ? [2, 2] : [1, character > "\u{ffff}" ? 2 : 1];
}

const SPACES = new RegExp(`[${SPACE}]+`, "u");

/** A reference name as it is compared: lower case, white space runs as one space. */
export function normalName(text: string): string {
  return text
    .toLowerCase()
    .split(SPACES)
    .filter((part) => part !== "")
    .join(" ");
}
