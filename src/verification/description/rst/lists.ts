import { failure } from "./fault.ts";
import { type Block, indentedBlock, indentOf, isBlank, type Lines, slice, textEnd } from "./lines.ts";
import { lineNumber, type Node, type Parser, type Reader } from "./parser.ts";
import { MARKERS } from "./patterns.ts";

/** A construct is followed by a line that does not belong to it. */
export function endsWithoutBlankLine(what: string, reader: Reader): Error {
  return failure(
    `a ${what} ends without a blank line`,
    lineNumber(reader),
    reader.lines.text[reader.at] ?? "",
    "Put a blank line before it, or indent it as far as the text above.",
  );
}

/** The body of a list item whose marker is `width` columns wide. */
export function itemBlock(reader: Reader, at: number, width: number): Block {
  const line = reader.lines.text[at] ?? "";
  const block =
    line.length > width
      ? indentedBlock(reader.lines, at, { indent: width })
      : indentedBlock(reader.lines, at, { firstIndent: width });
  return block;
}

export function skipBlank(reader: Reader): void {
  while (reader.at < reader.lines.text.length && isBlank(reader.lines.text[reader.at])) {
    reader.at += 1;
  }
}

export function bulletList(reader: Reader, parser: Parser): boolean {
  const bullet = (reader.lines.text[reader.at] ?? "").charAt(0);
  const items: Node[] = [];
  const line = lineNumber(reader);
  let blankFinish = true;
  for (;;) {
    const text = reader.lines.text[reader.at] ?? "";
    const marker = text.startsWith(bullet) ? MARKERS.bullet.exec(text) : null;
    if (marker === null) {
      break;
    }
    const block = itemBlock(reader, reader.at, marker[0].length);
    const children = parser.blocks(block.lines, reader.depth + 1);
    items.push({ kind: "item", line: lineNumber(reader), children });
    reader.at = block.end;
    blankFinish = block.blankFinish;
    skipBlank(reader);
  }
  reader.nodes.push({ kind: "list", line, children: items, text: "bullet" });
  if (!blankFinish) {
    throw endsWithoutBlankLine("bullet list", reader);
  }
  return true;
}

const ATTRIBUTION = /^(?:---?(?!-)|\u2014) *(?=[^ \n])/u;

export function blockQuote(reader: Reader, parser: Parser): boolean {
  const { lines, end, blankFinish } = indentedBlock(reader.lines, reader.at);
  for (const node of readQuotes(lines, reader.depth, parser)) {
    reader.nodes.push(node);
  }
  reader.at = end;
  if (!blankFinish) {
    throw endsWithoutBlankLine("block quote", reader);
  }
  return true;
}

/** The quotations of a block: each one ends with its attribution. */
export function readQuotes(lines: Lines, depth: number, parser: Parser): Node[] {
  const nodes: Node[] = [];
  for (let from = 0; from < lines.text.length; ) {
    const attribution = findAttribution(lines, from);
    const quoted = slice(lines, from, attribution?.from);
    const children = parser.blocks(quoted, depth + 1);
    const source: readonly Node[] =
      attribution === undefined ? [] : [{ kind: "block", line: lines.first + attribution.from, children: [] }];
    nodes.push({ kind: "quote", line: quoted.first, children: [...children, ...source] });
    if (attribution === undefined) {
      break;
    }
    const text = lines.text.slice(attribution.from, attribution.to).map((part) => part.trimStart());
    parser.inline(text.join("\n").replace(ATTRIBUTION, ""), lines.first + attribution.from);
    from = attribution.to;
    while (from < lines.text.length && isBlank(lines.text[from])) {
      from += 1;
    }
  }
  return nodes;
}

/** Lines behind a blank one that begin with dashes and are indented alike name the source of a quotation. */
function findAttribution(lines: Lines, start: number): { readonly from: number; readonly to: number } | undefined {
  let seen = false;
  for (let at = start; at < lines.text.length; at += 1) {
    const line = lines.text[at] ?? "";
    if (isBlank(line)) {
      continue;
    }
    if (seen && isBlank(lines.text[at - 1]) && ATTRIBUTION.test(line)) {
      const to = textEnd(lines, at);
      const indents = new Set(lines.text.slice(at + 1, to).map(indentOf));
      if (indents.size <= 1) {
        return { from: at, to };
      }
    }
    seen = true;
  }
  return undefined;
}

/** An interactive session: everything up to the next blank line is literal. */
export function doctest(reader: Reader): boolean {
  reader.nodes.push({ kind: "literal", line: lineNumber(reader), children: [] });
  reader.at = textEnd(reader.lines, reader.at);
  return true;
}

export function lineBlock(reader: Reader, parser: Parser): boolean {
  const line = lineNumber(reader);
  for (;;) {
    const marker = MARKERS.lineBlock.exec(reader.lines.text[reader.at] ?? "");
    if (marker === null) {
      throw endsWithoutBlankLine("line block", reader);
    }
    const shape = { firstIndent: marker[0].length, untilBlank: true };
    const block = indentedBlock(reader.lines, reader.at, shape);
    parser.inline(block.lines.text.join("\n"), block.lines.first);
    reader.at = block.end;
    if (isBlank(reader.lines.text[reader.at])) {
      break;
    }
  }
  reader.nodes.push({ kind: "block", line, children: [] });
  return true;
}
