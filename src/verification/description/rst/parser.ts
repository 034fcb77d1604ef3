import type { DocumentNotes } from "./document.ts";
import type { Lines } from "./lines.ts";

export type NodeKind =
  | "paragraph"
  | "section"
  | "transition"
  | "comment"
  /** External hyperlink target: nothing to see. */
  | "target"
  /** Internal hyperlink target: an empty anchor. */
  | "anchor"
  /** Anything else that leaves nothing in the page. */
  | "invisible"
  /** A remark of docutils, which takes a place and is not shown. */
  | "message"
  | "class"
  | "contents"
  | "list"
  | "item"
  | "quote"
  | "definition-list"
  | "field-list"
  | "field"
  | "image"
  | "inline"
  | "table"
  | "literal"
  | "block";

/** What a piece of text became; only as much of it as decides over rendering. */
export interface Node {
  readonly kind: NodeKind;
  readonly line: number;
  readonly children: readonly Node[];
  /** Name of a field, text of a paragraph. */
  readonly text?: string;
}

/** What inline markup found in a piece of text. */
export interface Inline {
  /** The text without markup. */
  readonly text: string;
  /** Whether there is anything but text. */
  readonly marked: boolean;
}

/** The parts of the parser as its own constructs use them. */
export interface Parser {
  readonly notes: DocumentNotes;
  /** Parses the body of a construct, where no section may begin; `mayBox` allows topics. */
  blocks(lines: Lines, depth: number, mayBox?: boolean): Node[];
  inline(text: string, line: number): Inline;
}

/** The titles of the document while they are met. */
export interface Sections {
  open(style: string, node: Node & { readonly children: Node[] }): void;
}

/** A place in the text, and the nodes made of what stands before it. */
export interface Reader {
  readonly lines: Lines;
  readonly depth: number;
  /** Missing inside of other constructs. */
  readonly sections: Sections | undefined;
  readonly mayBox?: boolean;
  at: number;
  nodes: Node[];
}

/** Adds the message that docutils leaves where a name is given again. */
export function noteRepeatedName(reader: Reader, notes: DocumentNotes, before: number, line: number): void {
  if (notes.repeatedNames > before) {
    reader.nodes.push({ kind: "message", line, children: [] });
  }
}

export function lineNumber(reader: Reader, at: number = reader.at): number {
  return reader.lines.first + at;
}
