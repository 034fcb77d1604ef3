import { type Cells, malformed } from "./cells.ts";
import { doubt, failure } from "./fault.ts";
import { cellsOfGrid } from "./grid-cells.ts";
import { isBlank, type Lines, slice, textEnd } from "./lines.ts";
import { lineNumber, type Node, type Parser, type Reader } from "./parser.ts";
import { MARKERS } from "./patterns.ts";
import { cellsOfSimpleTable } from "./simple-cells.ts";

const ODD_WIDTH = /[^\u{20}-\u{2ff}\u{370}-\u{3ff}\u{400}-\u{482}\u{2010}-\u{2027}]/u;

export function gridTable(reader: Reader, parser: Parser): boolean {
  const { lines, end, blankFinish } = isolateGrid(reader);
  const table = cellsOfGrid(lines);
  finish(reader, parser, table, { end, blankFinish });
  return true;
}

export function simpleTable(reader: Reader, parser: Parser): boolean {
  const end = simpleTableEnd(reader);
  const lines = slice(reader.lines, reader.at, end);
  if (lines.text.some((line) => ODD_WIDTH.test(line))) {
    throw oddWidths(lines);
  }
  const table = cellsOfSimpleTable(lines);
  finish(reader, parser, table, { end, blankFinish: isBlank(reader.lines.text[end]) });
  return true;
}

/** Columns are counted as they are shown, which cannot be followed for wide and combining characters. */
function oddWidths(lines: Lines): Error {
  return doubt("a table has characters that are not one column wide", lines.first, lines.text[0] ?? "");
}

function finish(
  reader: Reader,
  parser: Parser,
  { columns, cells }: Cells,
  { end, blankFinish }: { readonly end: number; readonly blankFinish: boolean },
): void {
  const line = lineNumber(reader);
  const children: Node[] = cells.map((cell) => ({
    kind: "item",
    line: cell.first,
    children: parser.blocks(cell, reader.depth + 1),
  }));
  reader.at = end;
  reader.nodes.push({ kind: "table", line, children, text: String(columns) });
  if (!blankFinish) {
    throw failure("no blank line follows a table", lineNumber(reader), reader.lines.text[end] ?? "", "Add one.");
  }
}

/** The lines of a grid table: up to a blank line, or to one that does not begin with a border. */
function isolateGrid(reader: Reader) {
  const start = reader.at;
  const first = lineNumber(reader);
  const source = reader.lines.text.slice(start, textEnd(reader.lines, start));
  const indented = source.findIndex((line) => line.startsWith(" "));
  if (indented !== -1) {
    throw malformed("a line is indented", first + indented, source[indented] ?? "");
  }
  let height = source.findIndex((line) => !/^[+|]/u.test(line));
  let blankFinish = height === -1;
  height = height === -1 ? source.length : height;
  if (!MARKERS.gridTable.test(source[height - 1] ?? "")) {
    const bottom = source.slice(0, height - 1).findLastIndex((line) => MARKERS.gridTable.test(line));
    if (bottom < 2) {
      throw malformed("it has no bottom border", first, source[0] ?? "");
    }
    height = bottom + 1;
    blankFinish = false;
  }
  const text = source.slice(0, height);
  const width = text[0]?.length ?? 0;
  if (text.some((line) => ODD_WIDTH.test(line))) {
    throw oddWidths({ text, first });
  }
  const odd = text.findIndex((line) => line.length !== width || !/[+|]$/u.test(line));
  if (odd !== -1) {
    throw malformed("its lines are not equally long", first + odd, text[odd] ?? "");
  }
  return { lines: { text, first }, end: start + height, blankFinish };
}

const BORDER = /^=[ =]*$/u;

function simpleTableEnd(reader: Reader): number {
  const { text } = reader.lines;
  const length = (text[reader.at] ?? "").length;
  let borders = 0;
  for (let at = reader.at + 1; at < text.length; at += 1) {
    const line = text[at] ?? "";
    if (!BORDER.test(line)) {
      continue;
    }
    if (line.trim().length !== length) {
      throw malformed("its borders are not equally long", lineNumber(reader, at), line);
    }
    borders += 1;
    if (borders === 2 || isBlank(text[at + 1])) {
      return at + 1;
    }
  }
  throw malformed("it has no bottom border, or no blank line behind it", lineNumber(reader), text[reader.at] ?? "");
}
