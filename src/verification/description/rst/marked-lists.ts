import { escaped, unescaped } from "./inline.ts";
import { indentedBlock, isBlank } from "./lines.ts";
import { endsWithoutBlankLine, skipBlank } from "./lists.ts";
import { lineNumber, type Node, type Parser, type Reader } from "./parser.ts";
import { MARKERS } from "./patterns.ts";

/** The name between the colons of a field marker: escaped colons and colons inside of words belong to it. */
export function fieldName(marker: string): string {
  return marker.trimEnd().slice(1, -1);
}

export function fieldList(reader: Reader, parser: Parser): boolean {
  const fields: Node[] = [];
  const line = lineNumber(reader);
  let blankFinish = true;
  for (;;) {
    const marker = MARKERS.field.exec(reader.lines.text[reader.at] ?? "");
    if (marker === null) {
      break;
    }
    const { lines, end, ...block } = indentedBlock(reader.lines, reader.at, { firstIndent: marker[0].length });
    const name = fieldName(marker[0]);
    parser.inline(name, lineNumber(reader));
    fields.push({
      kind: "field",
      line: lineNumber(reader),
      children: parser.blocks(lines, reader.depth + 1),
      text: unescaped(escaped(name)),
    });
    reader.at = end;
    blankFinish = block.blankFinish;
    skipBlank(reader);
  }
  reader.nodes.push({ kind: "field-list", line, children: fields });
  if (!blankFinish) {
    throw endsWithoutBlankLine("field list", reader);
  }
  return true;
}

/** Command line options with their descriptions; text when the first has no description. */
export function optionList(reader: Reader, parser: Parser): boolean {
  const line = lineNumber(reader);
  const items: Node[] = [];
  let blankFinish = true;
  for (;;) {
    const marker = MARKERS.option.exec(reader.lines.text[reader.at] ?? "");
    if (marker === null) {
      break;
    }
    const block = indentedBlock(reader.lines, reader.at, { firstIndent: marker[0].length });
    if (block.lines.text.every(isBlank)) {
      if (items.length === 0) {
        return false;
      }
      break;
    }
    items.push({
      kind: "item",
      line: lineNumber(reader),
      children: parser.blocks(block.lines, reader.depth + 1),
    });
    reader.at = block.end;
    blankFinish = block.blankFinish;
    skipBlank(reader);
  }
  reader.nodes.push({ kind: "block", line, children: items });
  if (!blankFinish) {
    throw endsWithoutBlankLine("option list", reader);
  }
  return true;
}
