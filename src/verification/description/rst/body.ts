import type { DocumentNotes } from "./document.ts";
import { enumeratedList } from "./enumerated-list.ts";
import { explicitMarkup } from "./explicit.ts";
import { doubt } from "./fault.ts";
import { readInline } from "./inline.ts";
import { isBlank, type Lines } from "./lines.ts";
import { blockQuote, bulletList, doctest, lineBlock } from "./lists.ts";
import { fieldList, optionList } from "./marked-lists.ts";
import { lineNumber, type Node, type Parser, type Reader, type Sections } from "./parser.ts";
import { MARKERS } from "./patterns.ts";
import { SectionTree } from "./sections.ts";
import { gridTable, simpleTable } from "./tables.ts";
import { textBlock } from "./text.ts";
import { overlineOrTransition } from "./titles.ts";

/** Reads one construct at a line that looks like it; false when it is ordinary text after all. */
type Construct = (reader: Reader, parser: Parser) => boolean;

/** Deeper nesting is left to docutils, which runs into the recursion limit of Python some time. */
const DEEPEST = 40;

/** In the order in which they are recognised. */
const CONSTRUCTS: readonly (readonly [RegExp, Construct])[] = [
  [MARKERS.indent, blockQuote],
  [MARKERS.bullet, bulletList],
  [MARKERS.enumerator, enumeratedList],
  [MARKERS.field, fieldList],
  [MARKERS.option, optionList],
  [MARKERS.doctest, doctest],
  [MARKERS.lineBlock, lineBlock],
  [MARKERS.gridTable, gridTable],
  [MARKERS.simpleTable, simpleTable],
  [MARKERS.explicit, explicitMarkup],
  [MARKERS.anonymous, explicitMarkup],
  [MARKERS.line, overlineOrTransition],
];

/**
 * Parses a whole document.
 *
 * @returns its top level nodes.
 * @throws Fault at the first thing that stops docutils.
 */
export function parseDocument(lines: Lines, notes: DocumentNotes): Node[] {
  const parser = makeParser(notes);
  const root: Node[] = [];
  const reader: Reader = { lines, depth: 0, sections: undefined, at: 0, nodes: root };
  const sections: Sections = new SectionTree(reader);
  read({ ...reader, sections }, parser, sections);
  return root;
}

function makeParser(notes: DocumentNotes): Parser {
  const parser: Parser = {
    notes,
    inline: (text, line) => readInline(text, line, notes),
    blocks: (lines, depth, mayBox = false) => {
      if (depth > DEEPEST) {
        throw doubt("the markup is nested too deeply to be followed", lines.first, lines.text[0] ?? "");
      }
      const nodes: Node[] = [];
      read({ lines, depth, sections: undefined, mayBox, at: 0, nodes }, parser);
      return nodes;
    },
  };
  return parser;
}

function read(reader: Reader, parser: Parser, sections?: Sections): void {
  if (sections instanceof SectionTree) {
    sections.follow(reader);
  }
  while (reader.at < reader.lines.text.length) {
    const line = reader.lines.text[reader.at] ?? "";
    if (isBlank(line)) {
      reader.at += 1;
    } else {
      readConstruct(reader, parser, line);
    }
  }
}

function readConstruct(reader: Reader, parser: Parser, line: string): void {
  const before = reader.at;
  const construct = CONSTRUCTS.find(([pattern]) => pattern.test(line));
  if (construct?.[1](reader, parser) !== true) {
    textBlock(reader, parser);
  }
  if (reader.at <= before) {
    throw doubt("the markup could not be followed", lineNumber(reader), line);
  }
}
