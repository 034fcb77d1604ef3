import type { DescriptionVerdict } from "./verdict.ts";

const BLANK = /^[ \t\n\r]*$/u;
/** A link reference definition on one line, in its plainest form. */
const DEFINITION =
  /^ {0,3}\[(?!\^)[ \t]*[^[\]\\\s][^[\]\\]{0,900}\]:[ \t]*[^\s<>()"'\\]+(?:[ \t]+(?:"[^"\\]*"|'[^'\\]*'|\([^()\\]*\)))?[ \t]*$/u;
/** Longer texts that begin as a definition does are not gone through. */
const LONGEST_TEXT = 1024 * 1024;
const REMEDY = "Fill the description, or leave it out.";

/**
 * Judges Markdown (index rule M-12): it fails when nothing is left, which is so for white space, a byte order mark
 * and link reference definitions. Everything else renders.
 */
export function judgeMarkdown(source: string): DescriptionVerdict {
  const whole = source.replace(/^\ufeff/u, "");
  if (BLANK.test(whole)) {
    return verdict("fails", "nothing is left of it when it is rendered");
  }
  if (!mayBeginDefinition(whole)) {
    return { verdict: "renders" };
  }
  if (whole.length > LONGEST_TEXT) {
    return MAYBE;
  }
  const text = whole.replace(/\r\n?/gu, "\n");
  const lines = text.split("\n").filter((line) => !BLANK.test(line));
  if (lines.every((line) => DEFINITION.test(line))) {
    return verdict("fails", "it has link definitions only, which are not shown");
  }
  return mayBeDefinitions(text) ? MAYBE : { verdict: "renders" };
}

const MAYBE = verdict("undecided", "it may have link definitions only, which are not shown");

function verdict(kind: "fails" | "undecided", message: string): DescriptionVerdict {
  return { verdict: kind, message, line: undefined, offender: "", remedy: REMEDY };
}

/** Whether the first line that is not blank begins as a definition does, or is indented as code is. */
function mayBeginDefinition(text: string): boolean {
  const first = text.search(/[^ \t\n\r]/u);
  const indent = text.slice(Math.max(text.lastIndexOf("\n", first), text.lastIndexOf("\r", first)) + 1, first);
  return text.charAt(first) === "[" || indent.length > 3 || indent.includes("\t");
}

/** Whether every block begins as a definition of a link or footnote does, or is indented and may belong to one. */
function mayBeDefinitions(text: string): boolean {
  return text
    .split(/\n[ \t]*(?=\n)/u)
    .filter((block) => !BLANK.test(block))
    .map((block) => block.replace(/^\n+/u, ""))
    .every((block) => (/^ {0,3}\[/u.test(block) && block.includes("]:")) || /^(?: {4}|\t| {1,3}\t)/u.test(block));
}
