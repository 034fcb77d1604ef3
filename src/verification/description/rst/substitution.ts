import { readDirective } from "./directive.ts";
import type { DocumentNotes } from "./document.ts";
import { failure } from "./fault.ts";
import { escaped } from "./inline.ts";
import { type Block, indentedBlock, isBlank, type Lines } from "./lines.ts";
import { lineNumber, type Node, type Parser, type Reader } from "./parser.ts";

const NAME = /^(?! )([\s\S]+?)(?<![ \0])\|(?: +|$)/u;
const EMBEDDED = /^([\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*) ?::(?: +|$)/u;

/** `.. |name| directive:: …`, from behind the first bar. Returns whether a blank line follows. */
export function readSubstitution(reader: Reader, parser: Parser, width: number): boolean {
  const block = indentedBlock(reader.lines, reader.at, { firstIndent: width, keepIndent: true });
  const line = lineNumber(reader);
  const { name, body } = splitName(block, reader.lines.text[reader.at] ?? "");
  const uses = readDefinition(name, body, line, reader, parser);
  define(name, line, uses, parser.notes);
  reader.nodes.push({ kind: "invisible", line, children: [] });
  reader.at = block.end;
  return block.blankFinish;
}

function splitName({ lines }: Block, whole: string): { readonly name: string; readonly body: Lines } {
  let text = "";
  for (const [index, part] of lines.text.entries()) {
    text += index === 0 ? escaped(part.trimEnd()) : ` ${escaped(part.trim())}`;
    const found = NAME.exec(text);
    if (found !== null) {
      const rest = escaped(index === 0 ? part.trimEnd() : part.trim());
      const behind = rest.slice(Math.max(0, rest.length - (text.length - found[0].length)));
      const first = text.length === found[0].length ? "" : behind.replaceAll("\0", "\\");
      const body = { text: [first, ...lines.text.slice(index + 1)], first: lines.first + index };
      return { name: found[1] ?? "", body };
    }
    if (text.length > 4000) {
      break;
    }
  }
  throw failure(
    "this is no well-formed substitution definition",
    lines.first,
    whole,
    "Write `.. |name| replace:: text`, or another directive that gives inline content.",
  );
}

function readDefinition(name: string, body: Lines, line: number, reader: Reader, parser: Parser) {
  const from = body.text[0] === "" ? 1 : 0;
  const first = body.text[from] ?? "";
  if (body.text.every(isBlank)) {
    throw failure(
      "a substitution definition is empty",
      line,
      `|${name}|`,
      "Put a directive behind the name, for example `replace:: text`.",
    );
  }
  const directive = EMBEDDED.exec(first.trimStart());
  if (directive === null) {
    throw invalid(name, line);
  }
  const { notes } = parser;
  const before = { ...counts(notes), uses: notes.substitutionUses.length };
  const nodes: Node[] = [];
  const text = [first.trimStart(), ...body.text.slice(from + 1)];
  const inner: Reader = {
    lines: { text, first: body.first + from },
    depth: reader.depth + 1,
    sections: undefined,
    at: 0,
    nodes,
  };
  readDirective(inner, parser, directive[1] ?? "", directive[0].length, name);
  const rest = text.slice(inner.at).some((part) => !isBlank(part));
  if (rest || nodes.length === 0 || nodes.some(({ kind }) => kind !== "inline")) {
    throw invalid(name, line);
  }
  checkContent(before, counts(notes), name, line);
  return notes.substitutionUses.slice(before.uses);
}

function invalid(name: string, line: number): Error {
  return failure(
    "a substitution definition has no inline content",
    line,
    `|${name}|`,
    "Use one of the directives replace, image, unicode or date behind the name.",
  );
}

function counts(notes: DocumentNotes) {
  return {
    anonymous: notes.anonymousReferences.length,
    footnotes: notes.autoFootnoteReferences.length + notes.symbolFootnoteReferences.length,
    targets: notes.inlineTargets,
  };
}

function checkContent(
  before: ReturnType<typeof counts>,
  after: ReturnType<typeof counts>,
  name: string,
  line: number,
): void {
  if (after.anonymous > before.anonymous || after.footnotes > before.footnotes || after.targets > before.targets) {
    throw failure(
      "a substitution definition contains an anonymous or footnote reference, or a target",
      line,
      `|${name}|`,
      "Take it out of the definition.",
    );
  }
}

function define(name: string, line: number, uses: DocumentNotes["substitutionUses"], notes: DocumentNotes): void {
  const normal = name.split(/\s+/u).join(" ");
  if (notes.substitutions.has(normal)) {
    throw failure("a substitution is defined twice", line, `|${name}|`, "Remove one of the definitions.");
  }
  notes.substitutions.set(normal, { name: normal, line, uses });
}
