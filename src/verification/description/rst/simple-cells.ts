import { type Cells, malformed, rectangle } from "./cells.ts";
import { doubt } from "./fault.ts";
import { isBlank, type Lines, slice } from "./lines.ts";

type Span = readonly [start: number, end: number];

interface Columns {
  readonly spans: Span[];
  readonly width: number;
}

/** Rows may be far shorter than the border that makes them as many cells as it has columns. */
const MOST_CELLS = 100_000;
const HEAD_BORDER = /^=[ =]*$/u;
const SPAN_BORDER = /^-[ -]*$/u;

/**
 * The cells of a simple table, whose columns are those of its top border.
 *
 * @throws Fault when text stands between the columns, or a span does not fit them.
 */
export function cellsOfSimpleTable(whole: Lines): Cells {
  const text = whole.text.map((line) => (HEAD_BORDER.test(line) ? line.replaceAll("=", "-") : line));
  const lines = { text, first: whole.first };
  const spans = spansOf(text[0] ?? "");
  const columns: Columns = { spans, width: spans.at(-1)?.[1] ?? 0 };
  const [start = 0, end = 0] = spans[0] ?? [];
  if (spans.length * text.length > MOST_CELLS) {
    throw doubt("a table has more cells than can be followed here", whole.first, whole.text[0] ?? "");
  }
  const cells: Lines[] = [];
  let from = 1;
  let seen = false;
  for (let at = 1; at < text.length; at += 1) {
    const line = text[at] ?? "";
    if (SPAN_BORDER.test(line)) {
      cells.push(...cellsOfRow(slice(lines, from, at), columns, { line, number: lines.first + at }));
      from = at + 1;
      seen = false;
    } else if (!isBlank(line.slice(start, end))) {
      if (seen && at !== from) {
        cells.push(...cellsOfRow(slice(lines, from, at), columns));
      }
      from = at;
      seen = true;
    } else if (!seen) {
      from = at + 1;
    }
  }
  return { columns: spans.length, cells: cells.filter(({ text: cell }) => !cell.every(isBlank)) };
}

function spansOf(line: string): Span[] {
  return [...line.matchAll(/-+/gu)].map((run) => [run.index, run.index + run[0].length]);
}

interface Border {
  readonly line: string;
  readonly number: number;
}

function cellsOfRow(lines: Lines, columns: Columns, border?: Border): Lines[] {
  const spans = border === undefined ? [...columns.spans] : spansOfBorder(columns, border);
  checkText(lines, spans, columns);
  if (border !== undefined) {
    checkSpans(spans, columns, border);
  }
  return spans.map(([start, end]) => rectangle(lines, 0, start, lines.text.length, end));
}

/** The last column of a row goes as far as the table does. */
function spansOfBorder(columns: Columns, { line, number }: Border): Span[] {
  const spans = spansOf(line);
  const last = spans.at(-1);
  if (last === undefined || last[1] !== columns.width) {
    throw malformed("a column span is incomplete", number, line);
  }
  spans[spans.length - 1] = [last[0], columns.spans.at(-1)?.[1] ?? last[1]];
  return spans;
}

/** No text between columns; text that goes beyond the last one makes it wider. */
function checkText(lines: Lines, spans: Span[], columns: Columns): void {
  for (const [index, [start, end]] of [...spans].entries()) {
    const next = spans[index + 1]?.[0];
    for (const [offset, line] of lines.text.entries()) {
      if (next !== undefined && !isBlank(line.slice(end, next))) {
        throw malformed("text stands between its columns", lines.first + offset, line);
      }
      if (next === undefined && !isBlank(line.slice(end))) {
        widen(spans, columns, start, line.trimEnd().length);
      }
    }
  }
}

function widen(spans: Span[], columns: Columns, start: number, end: number): void {
  const [first = 0, last = 0] = columns.spans.at(-1) ?? [];
  spans[spans.length - 1] = [start, Math.max(last, end)];
  columns.spans[columns.spans.length - 1] = [first, Math.max(last, end)];
}

function checkSpans(spans: readonly Span[], columns: Columns, { line, number }: Border): void {
  let at = 0;
  for (const [start, end] of spans) {
    if (columns.spans[at]?.[0] !== start) {
      throw malformed("a column span does not begin or end with a column", number, line);
    }
    while (at < columns.spans.length && columns.spans[at]?.[1] !== end) {
      at += 1;
    }
    if (at === columns.spans.length) {
      throw malformed("a column span does not begin or end with a column", number, line);
    }
    at += 1;
  }
}
