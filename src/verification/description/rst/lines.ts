import { LINE_BREAKS } from "./characters.ts";
import { failure } from "./fault.ts";

/** Consecutive lines of a description; `first` is the number of the first one, counted from 1. */
export interface Lines {
  readonly text: readonly string[];
  readonly first: number;
}

/** An indented block taken out of its surroundings. */
export interface Block {
  readonly lines: Lines;
  /** Index of the first line behind the block, trailing blank lines included in the block. */
  readonly end: number;
  /** Whether a blank line, or the end of the text, follows the block. */
  readonly blankFinish: boolean;
  readonly indent: number;
}

const TAB = 8;
// What Python takes for the end of a line and for white space; JavaScript differs in some control characters.
const LINE_END = new RegExp(`\\r\\n|[${LINE_BREAKS}]`, "u");
/** Longer lines stop docutils (`line_length_limit`). */
const LONGEST_LINE = 10_000;

/** The text as docutils takes it in: lines without trailing white space, tabs expanded to columns of 8. */
export function splitLines(text: string): Lines {
  const lines = withPythonSpace(text).split(LINE_END);
  if (lines.at(-1) === "") {
    lines.pop();
  }
  const long = lines.findIndex((line) => line.length > LONGEST_LINE && [...line].length > LONGEST_LINE);
  if (long !== -1) {
    throw failure("a line is longer than 10000 characters", long + 1, "", "Break the line.");
  }
  return { text: lines.map((line) => expandTabs(line.trimEnd())), first: 1 };
}

/** With characters for which Python and JavaScript agree on what white space is: a byte order mark is none there. */
function withPythonSpace(text: string): string {
  return text.replace(/[\v\f]/gu, " ").replaceAll("\ufeff", "\ue000");
}

function expandTabs(line: string): string {
  if (!line.includes("\t")) {
    return line;
  }
  let column = 0;
  return line
    .split("\t")
    .map((part, index, parts) => {
      column += [...part].length;
      const fill = index === parts.length - 1 ? 0 : TAB - (column % TAB);
      column += fill;
      return part + " ".repeat(fill);
    })
    .join("");
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}

export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

export function slice(lines: Lines, from: number, to: number = lines.text.length): Lines {
  return { text: lines.text.slice(from, to), first: lines.first + from };
}

export function withoutBlankTop(lines: Lines): Lines {
  const top = lines.text.findIndex((line) => !isBlank(line));
  return slice(lines, top === -1 ? lines.text.length : top);
}

export function withoutBlankEnd(lines: Lines): Lines {
  return slice(lines, 0, lines.text.findLastIndex((line) => !isBlank(line)) + 1);
}

export interface BlockShape {
  /** Columns of the first line that belong to the marker; without it the first line is as indented as the others. */
  readonly firstIndent?: number;
  /** Required indent of all lines; without it the smallest one found. */
  readonly indent?: number;
  readonly untilBlank?: boolean;
  readonly keepIndent?: boolean;
  readonly keepTop?: boolean;
}

/** The indented block that begins at `start`. */
export function indentedBlock(lines: Lines, start: number, shape: BlockShape = {}): Block {
  const firstIndent = shape.firstIndent ?? shape.indent;
  const from = firstIndent === undefined ? start : start + 1;
  const { end, blankFinish, indent } = blockEnd(lines.text, start, from, shape);
  const cut = shape.keepIndent === true ? 0 : indent;
  const text = lines.text
    .slice(start, end)
    .map((line, index) => (index === 0 && firstIndent !== undefined ? line.slice(firstIndent) : line.slice(cut)));
  const block = { text, first: lines.first + start };
  return { lines: shape.keepTop === true ? block : withoutBlankTop(block), end, blankFinish, indent };
}

function blockEnd(text: readonly string[], start: number, from: number, shape: BlockShape) {
  let indent = shape.indent ?? Number.POSITIVE_INFINITY;
  let end = from;
  let blankFinish = true;
  for (; end < text.length; end += 1) {
    const line = text[end] ?? "";
    if (isBlank(line)) {
      if (shape.untilBlank === true) {
        break;
      }
      continue;
    }
    if (!line.startsWith(" ") || (shape.indent !== undefined && line.slice(0, shape.indent).trim() !== "")) {
      blankFinish = end > start && isBlank(text[end - 1]);
      break;
    }
    indent = shape.indent ?? Math.min(indent, indentOf(line));
  }
  return { end, blankFinish, indent: Number.isFinite(indent) ? indent : 0 };
}

/** Index of the first blank line at or behind `start`. */
export function textEnd(lines: Lines, start: number): number {
  let end = start;
  while (end < lines.text.length && !isBlank(lines.text[end])) {
    end += 1;
  }
  return end;
}

/** Index of the first indented line between two places, undefined when all are flush left. */
export function firstIndented(lines: Lines, from: number, to: number): number | undefined {
  const found = lines.text.slice(from, to).findIndex((line) => line.startsWith(" "));
  return found === -1 ? undefined : from + found;
}
