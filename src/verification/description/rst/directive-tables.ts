import { csvRows } from "./csv.ts";
import { directiveFault, inlineText, needContent } from "./directive-faults.ts";
import type { DirectiveCall } from "./directive-table.ts";
import { doubt } from "./fault.ts";
import { isBlank, splitLines } from "./lines.ts";
import type { Node, Parser, Reader } from "./parser.ts";

function add(call: DirectiveCall, reader: Reader, columns: number, children: readonly Node[]): void {
  checkWidths(call, columns);
  reader.nodes.push({ kind: "table", line: call.line, children, text: String(columns) });
}

/** Given widths are as many as there are columns. */
function checkWidths(call: DirectiveCall, columns: number): void {
  const widths = call.options.get("widths") ?? "auto";
  if (widths === "auto" || widths === "grid") {
    return;
  }
  const given = widths.split(widths.includes(",") ? "," : /\s+/u).length;
  if (given !== columns) {
    throw directiveFault(call, `has ${given} widths for ${columns} columns`);
  }
}

/** The `table` directive: a title for a table in plain markup. */
export function wrappedTable(call: DirectiveCall, reader: Reader, parser: Parser): void {
  needContent(call);
  inlineText(call.argument, parser);
  const nodes = parser.blocks(call.content, reader.depth + 1);
  const [table] = nodes;
  if (nodes.length !== 1 || table?.kind !== "table") {
    throw directiveFault(call, "takes exactly one table");
  }
  add(call, reader, Number(table.text), table.children);
}

/** The `list-table` directive: a list of lists, which all have the same length. */
export function listTable(call: DirectiveCall, reader: Reader, parser: Parser): void {
  needContent(call);
  inlineText(call.argument, parser);
  const nodes = parser.blocks(call.content, reader.depth + 1);
  const [list] = nodes;
  if (nodes.length !== 1 || !isBulletList(list)) {
    throw directiveFault(call, "takes exactly one bullet list");
  }
  const rows = list.children.map(({ children }) => {
    const [row] = children;
    if (children.length !== 1 || !isBulletList(row)) {
      throw directiveFault(call, "takes a bullet list whose items are bullet lists");
    }
    return row.children;
  });
  const columns = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== columns)) {
    throw directiveFault(call, "has rows of different lengths");
  }
  checkBody(call, rows.length, columns);
  add(call, reader, columns, rows.flat());
}

function isBulletList(node: Node | undefined): node is Node {
  return node?.kind === "list" && node.text === "bullet";
}

/** Headings may not use up the whole table. */
function checkBody(call: DirectiveCall, rows: number, columns: number): void {
  const heading = Number((call.options.get("header-rows") ?? "0").replaceAll("_", ""));
  const stub = Number((call.options.get("stub-columns") ?? "0").replaceAll("_", ""));
  if (rows < heading || (rows === heading && heading > 0) || (stub > 0 && columns <= stub)) {
    throw directiveFault(call, "has no rows or columns besides its headings");
  }
}

/** The `csv-table` directive: comma-separated values, each one a body of its own. */
export function csvTable(call: DirectiveCall, reader: Reader, parser: Parser): void {
  if (call.options.has("file") || call.options.has("url")) {
    throw directiveFault(call, "may not read files or addresses on PyPI");
  }
  needContent(call);
  if (["quote", "escape", "keepspace"].some((option) => call.options.has(option))) {
    throw doubt("a CSV table is written in an unusual way", call.line, call.name);
  }
  inlineText(call.argument, parser);
  const given = call.options.get("delim") ?? ",";
  const delimiter = given === "tab" ? "\t" : given === "space" ? " " : given;
  const header = rowsOf(call, call.options.get("header") ?? "", delimiter);
  const rows = rowsOf(call, call.content.text.map((line) => `${line}\n`).join(""), delimiter);
  checkBody(call, rows.length, longest(rows));
  const all = [...header, ...rows];
  const cells = all.flat().map((cell): Node => {
    const lines = splitLines(cell);
    const children = lines.text.every(isBlank)
      ? []
      : parser.blocks({ text: lines.text, first: call.content.first }, reader.depth + 1);
    return { kind: "item", line: call.line, children };
  });
  add(call, reader, longest(all), cells);
}

function rowsOf(call: DirectiveCall, text: string, delimiter: string): readonly (readonly string[])[] {
  if (text.trim() === "") {
    return [];
  }
  const rows = csvRows(text, delimiter);
  if (typeof rows === "string") {
    throw directiveFault(call, `has CSV data in which ${rows}`);
  }
  return rows;
}

function longest(rows: readonly (readonly string[])[]): number {
  return rows.reduce((most, { length }) => Math.max(most, length), 0);
}
