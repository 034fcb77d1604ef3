import { failure } from "./fault.ts";
import type { Node, Reader, Sections } from "./parser.ts";

const REMEDY = "Use the title styles in the order in which they first appear, without leaving out a level.";

/** Follows the levels of titles: a style gets its level where it is first met. */
export class SectionTree implements Sections {
  private readonly styles: string[] = [];
  /** Where nodes go: the document first, then the open section of each level. */
  private readonly levels: Node[][];
  private reader: Reader;

  constructor(reader: Reader) {
    this.reader = reader;
    this.levels = [reader.nodes];
  }

  /** The reader whose nodes go into the section that is open. */
  follow(reader: Reader): void {
    this.reader = reader;
  }

  open(style: string, node: Node & { readonly children: Node[] }): void {
    const current = this.levels.length - 1;
    let level = this.styles.indexOf(style) + 1;
    if (level === 0) {
      level = current + 1;
      if (current !== this.styles.length) {
        throw failure("a title has a new style in the middle of the levels", node.line, node.text ?? "", REMEDY);
      }
      this.styles.push(style);
    }
    if (level > current + 1) {
      throw failure("a title skips a level", node.line, node.text ?? "", REMEDY);
    }
    this.levels.length = level;
    this.levels.at(-1)?.push(node);
    this.levels.push(node.children);
    this.reader.nodes = node.children;
  }
}
