import { isSimpleName, normalName } from "./characters.ts";
import { doubt, failure } from "./fault.ts";
import { escaped, unescaped } from "./inline.ts";
import { indentedBlock, isBlank, type Lines } from "./lines.ts";
import { lineNumber, noteRepeatedName, type Parser, type Reader } from "./parser.ts";

/** `.. _name: address`, from behind the underscore. Returns whether a blank line follows. */
export function readTarget(reader: Reader, parser: Parser, width: number): boolean {
  const block = indentedBlock(reader.lines, reader.at, { firstIndent: width, untilBlank: true, keepIndent: true });
  const line = lineNumber(reader);
  const { name, rest } = splitName(block.lines, reader.lines.text[reader.at] ?? "");
  const { alias, address } = destination(rest);
  const note = { line, alias, address };
  const before = parser.notes.repeatedNames;
  parser.notes.nameExplicitly(name, note);
  noteRepeatedName(reader, parser.notes, before, line);
  if (alias !== undefined) {
    parser.notes.aliases.push({ name, line, alias });
  }
  addNode(reader, line, rest);
  reader.at = block.end;
  return block.blankFinish;
}

/** `__ address` and `.. __: address`. */
export function readAnonymousTarget(reader: Reader, parser: Parser, width: number): boolean {
  const block = indentedBlock(reader.lines, reader.at, { firstIndent: width, untilBlank: true });
  const line = lineNumber(reader);
  const rest = block.lines.text.map(escaped);
  const { alias, address } = destination(rest);
  parser.notes.anonymousTargets.push({ line, alias, address, explicit: true, ambiguous: false });
  if (alias !== undefined) {
    parser.notes.aliases.push({ name: "", line, alias });
  }
  addNode(reader, line, rest);
  reader.at = block.end;
  return block.blankFinish;
}

function addNode(reader: Reader, line: number, rest: readonly string[]): void {
  const kind = rest.every((part) => part.trim() === "") ? "anchor" : "target";
  reader.nodes.push({ kind, line, children: [] });
}

/** More are not searched for the end of a name. */
const MOST_NAME_LINES = 20;
const QUOTED_NAME = /^`(?![ `])([\s\S]+?)(?<![ \0])` ?:(?: +|$)/u;
const NAME = /^(?![ _`])([\s\S]+?)(?<![ \0]) ?(?<!\0)(?<!(?<!\0):):(?: +|$)/u;

/** The name before the colon, which may go over several lines, and what stands behind it. */
function splitName(lines: Lines, whole: string): { readonly name: string; readonly rest: readonly string[] } {
  const parts = lines.text.map(escaped);
  let text = "";
  for (const [index, part] of parts.entries()) {
    text += part;
    const found = (text.startsWith("`") ? QUOTED_NAME : NAME).exec(text);
    if (found !== null) {
      const behind = text.slice(found[0].length);
      return { name: normalName(unescaped(found[1] ?? "")), rest: [behind, ...parts.slice(index + 1)] };
    }
    if (index === MOST_NAME_LINES) {
      throw doubt("the name of a hyperlink target is very long", lines.first, whole);
    }
  }
  throw failure(
    "this is no well-formed hyperlink target",
    lines.first,
    whole,
    "Write `.. _name: address`, with backquotes around a name that has a colon in it.",
  );
}

const PHRASE = /^`(?! )([\s\S]+?)(?<![\s\0])`_$/u;

/** Where a target leads: to another one when it ends as a reference does, else to an address. */
export function destination(rest: readonly string[]) {
  const text = rest
    .map((part) => part.trim())
    .join(" ")
    .trim();
  if (rest.at(-1)?.trim().endsWith("_") === true) {
    const phrase = PHRASE.exec(text)?.[1] ?? (isSimpleName(text.slice(0, -1)) ? text.slice(0, -1) : undefined);
    if (phrase !== undefined) {
      return { alias: normalName(unescaped(phrase)), address: undefined };
    }
  }
  const address = unescaped(text.replace(/(?<!\0)\s+/gu, ""));
  return { alias: undefined, address: address === "" ? undefined : address };
}

/** A footnote or citation, from its label on. Returns whether a blank line follows. */
export function readNote(reader: Reader, parser: Parser, label: string, width: number): boolean {
  const block = indentedBlock(reader.lines, reader.at, { firstIndent: width });
  const line = lineNumber(reader);
  if (label === "#") {
    parser.notes.unnamedAutoFootnotes.push(line);
  } else if (label === "*") {
    parser.notes.symbolFootnotes += 1;
  } else if (label.startsWith("#")) {
    parser.notes.nameExplicitly(normalName(label.slice(1)), { line });
    parser.notes.namedAutoFootnotes.push({ name: normalName(label.slice(1)), line });
  } else {
    parser.notes.nameExplicitly(normalName(label), { line });
  }
  const children = parser.blocks(block.lines, reader.depth + 1);
  if (block.lines.text.every(isBlank)) {
    throw failure("a footnote or citation has no text", line, `[${label}]`, "Write its text behind the label.");
  }
  reader.nodes.push({ kind: "block", line, children });
  reader.at = block.end;
  return block.blankFinish;
}
