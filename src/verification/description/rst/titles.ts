import { columnRange, normalName } from "./characters.ts";
import { doubt, failure } from "./fault.ts";
import { isBlank } from "./lines.ts";
import { lineNumber, type Node, noteRepeatedName, type Parser, type Reader } from "./parser.ts";
import { MARKERS } from "./patterns.ts";

/** Shorter lines of punctuation may be text. */
const SHORTEST_CERTAIN = 4;
const TOO_SHORT = "Make the line at least as long as the title; wide characters count as two columns.";

/** A line of text over a line of punctuation; false when the latter is so short that both are text. */
export function underlinedTitle(reader: Reader, parser: Parser): boolean {
  const title = reader.lines.text[reader.at] ?? "";
  const underline = reader.lines.text[reader.at + 1] ?? "";
  const line = lineNumber(reader);
  if (isTooShort(title, underline, line)) {
    if (underline.length < SHORTEST_CERTAIN) {
      return false;
    }
    throw failure("the line under a title is shorter than the title", line + 1, title, TOO_SHORT);
  }
  if (reader.sections === undefined) {
    throw unexpectedTitle(line, title);
  }
  reader.at += 2;
  openSection(reader, parser, title, underline.charAt(0), line);
  return true;
}

/** A title with lines above and below, a transition, or text when the line is short. */
export function overlineOrTransition(reader: Reader, parser: Parser): boolean {
  const overline = reader.lines.text[reader.at] ?? "";
  const short = overline.length < SHORTEST_CERTAIN;
  const title = reader.lines.text[reader.at + 1];
  if (reader.sections === undefined) {
    if (short) {
      if (overline !== "::") {
        reader.nodes.push({ kind: "message", line: lineNumber(reader), children: [] });
      }
      return false;
    }
    throw unexpectedTitle(lineNumber(reader), overline);
  }
  if (isBlank(title)) {
    if (!short) {
      reader.nodes.push({ kind: "transition", line: lineNumber(reader), children: [], text: overline });
      reader.at += 1;
    }
    return !short;
  }
  const fault = overlinedFault(overline, title ?? "", reader.lines.text[reader.at + 2], lineNumber(reader));
  if (fault !== undefined) {
    if (short) {
      reader.nodes.push({ kind: "message", line: lineNumber(reader), children: [] });
      return false;
    }
    throw fault;
  }
  const line = lineNumber(reader) + 1;
  reader.at += 3;
  openSection(reader, parser, (title ?? "").trimStart(), overline.charAt(0).repeat(2), line);
  return true;
}

function overlinedFault(
  overline: string,
  title: string,
  underline: string | undefined,
  line: number,
): Error | undefined {
  const remedy = "Put equal lines above and below the title, or a blank line behind a transition.";
  if (MARKERS.line.test(title)) {
    return failure("two lines of punctuation follow one another", line, overline, remedy);
  }
  if (underline === undefined || !MARKERS.line.test(underline)) {
    return failure("a title has a line above and none below", line, title, remedy);
  }
  if (overline !== underline) {
    return failure("the lines above and below a title differ", line, title, remedy);
  }
  return isTooShort(title, overline, line)
    ? failure("the lines around a title are shorter than the title", line, title, TOO_SHORT)
    : undefined;
}

function isTooShort(title: string, underline: string, line: number): boolean {
  const [least, most] = columnRange(title);
  if (least <= underline.length && most > underline.length) {
    throw doubt("the line under a title may be too short", line + 1, title);
  }
  return least > underline.length;
}

function unexpectedTitle(line: number, offender: string): Error {
  return failure(
    "a section title or transition stands inside of another construct",
    line,
    offender,
    "Remove the indentation, or the line of punctuation.",
  );
}

function openSection(reader: Reader, parser: Parser, title: string, style: string, line: number): void {
  const { text } = parser.inline(title, line);
  const children: Node[] = [];
  reader.sections?.open(style, { kind: "section", line, children, text: title });
  const before = parser.notes.repeatedNames;
  parser.notes.nameImplicitly(normalName(text), { line });
  noteRepeatedName(reader, parser.notes, before, line);
}
