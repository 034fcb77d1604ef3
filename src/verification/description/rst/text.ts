import { failure } from "./fault.ts";
import { firstIndented, indentedBlock, isBlank, slice, textEnd, withoutBlankEnd } from "./lines.ts";
import { endsWithoutBlankLine } from "./lists.ts";
import { lineNumber, type Node, noteRepeatedName, type Parser, type Reader } from "./parser.ts";
import { isMarked, MARKERS } from "./patterns.ts";
import { underlinedTitle } from "./titles.ts";

/** What begins with a line of ordinary text: a paragraph, a title, a definition list. */
export function textBlock(reader: Reader, parser: Parser): void {
  const next = reader.lines.text[reader.at + 1];
  if (isBlank(next)) {
    paragraph(reader, parser, reader.at + 1);
  } else if (next?.startsWith(" ") === true) {
    definitionList(reader, parser);
  } else if (!(next !== undefined && MARKERS.line.test(next) && underlinedTitle(reader, parser))) {
    longParagraph(reader, parser);
  }
}

function longParagraph(reader: Reader, parser: Parser): void {
  const end = textEnd(reader.lines, reader.at);
  const indented = firstIndented(reader.lines, reader.at + 1, end);
  if (indented !== undefined) {
    throw failure(
      "a line is indented in the middle of a paragraph",
      lineNumber(reader, indented),
      reader.lines.text[indented] ?? "",
      "Put a blank line before it, or align it with the lines above.",
    );
  }
  paragraph(reader, parser, end);
}

const LITERAL_MARK = /(?<!\\)(?:\\\\)*::$/u;

function paragraph(reader: Reader, parser: Parser, end: number): void {
  const line = lineNumber(reader);
  const source = reader.lines.text.slice(reader.at, end).join("\n").trimEnd();
  const literal = LITERAL_MARK.test(source);
  const text = literal ? withoutLiteralMark(source) : source;
  if (text !== undefined) {
    const before = parser.notes.repeatedNames;
    const shown = parser.inline(text, line).text;
    reader.nodes.push({ kind: "paragraph", line, children: [], text: shown });
    noteRepeatedName(reader, parser.notes, before, line);
  }
  reader.at = end;
  if (literal) {
    literalBlock(reader);
  }
}

/** The paragraph before a literal block: `::` alone is no paragraph, and behind a space it is not shown. */
function withoutLiteralMark(source: string): string | undefined {
  if (source === "::") {
    return undefined;
  }
  return /[ \n]/u.test(source.charAt(source.length - 3)) ? source.slice(0, -3).trimEnd() : source.slice(0, -1);
}

function literalBlock(reader: Reader): void {
  const start = reader.at;
  const line = lineNumber(reader, start - 1);
  let at = start;
  while (at < reader.lines.text.length && isBlank(reader.lines.text[at])) {
    at += 1;
  }
  const first = reader.lines.text[at];
  if (first === undefined) {
    throw noLiteralBlock(line, reader.lines.text[start - 1] ?? "");
  }
  if (!first.startsWith(" ")) {
    quotedLiteral(reader, at, line);
    return;
  }
  const { end, blankFinish } = indentedBlock(reader.lines, at);
  reader.at = end;
  reader.nodes.push({ kind: "literal", line: lineNumber(reader, at), children: [] });
  if (!blankFinish) {
    throw endsWithoutBlankLine("literal block", reader);
  }
}

function noLiteralBlock(line: number, offender: string): Error {
  return failure(
    "a paragraph ends with :: and no literal block follows",
    line,
    offender,
    "Indent the block that follows, or end the paragraph with one colon.",
  );
}

const QUOTE = /^[!-/:-@[-`{-~]/u;

/** A literal block whose lines all begin with the same punctuation instead of being indented. */
function quotedLiteral(reader: Reader, at: number, line: number): void {
  const mark = QUOTE.exec(reader.lines.text[at] ?? "")?.[0];
  if (mark === undefined) {
    throw noLiteralBlock(line, reader.lines.text[line - reader.lines.first] ?? "");
  }
  const end = textEnd(reader.lines, at);
  const odd = reader.lines.text.slice(at, end).findIndex((text) => !text.startsWith(mark));
  if (odd !== -1) {
    throw failure(
      "a quoted literal block has a line that begins differently",
      lineNumber(reader, at + odd),
      reader.lines.text[at + odd] ?? "",
      "Begin all its lines with the same character, or put a blank line behind it.",
    );
  }
  reader.nodes.push({ kind: "literal", line: lineNumber(reader, at), children: [] });
  reader.at = end;
}

function definitionList(reader: Reader, parser: Parser): void {
  const items: Node[] = [];
  const line = lineNumber(reader);
  let blankFinish = true;
  let at = reader.at;
  for (;;) {
    parser.inline(reader.lines.text[at] ?? "", lineNumber(reader, at));
    const block = indentedBlock(reader.lines, at + 1);
    items.push({
      kind: "item",
      line: lineNumber(reader, at),
      children: parser.blocks(withoutBlankEnd(block.lines), reader.depth + 1),
    });
    reader.at = block.end;
    blankFinish = block.blankFinish;
    at = block.end;
    const term = reader.lines.text[at];
    const body = reader.lines.text[at + 1];
    if (term === undefined || isMarked(term) || isBlank(body) || body?.startsWith(" ") !== true) {
      break;
    }
  }
  reader.nodes.push({ kind: "definition-list", line, children: items });
  if (!blankFinish) {
    throw endsWithoutBlankLine("definition list", reader);
  }
}

/** The inline markup of all lines of a block, as one text. */
export function inlineOf(reader: Reader, parser: Parser, from: number, to: number): void {
  const part = slice(reader.lines, from, to);
  parser.inline(part.text.join("\n"), part.first);
}
