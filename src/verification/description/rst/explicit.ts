import { readDirective } from "./directive.ts";
import { indentedBlock, isBlank, withoutBlankEnd } from "./lines.ts";
import { endsWithoutBlankLine } from "./lists.ts";
import { lineNumber, type Parser, type Reader } from "./parser.ts";
import { MARKERS } from "./patterns.ts";
import { readSubstitution } from "./substitution.ts";
import { readAnonymousTarget, readNote, readTarget } from "./targets.ts";

const SIMPLE = "[\\p{L}\\p{N}]+(?:[-._+:][\\p{L}\\p{N}]+)*";
const NOTE = new RegExp(`^\\.\\. +\\[([0-9]+|#|#${SIMPLE}|\\*|${SIMPLE})\\](?: +|$)`, "u");
const ANONYMOUS_TARGET = /^\.\. +__:(?: +|$)/u;
const TARGET = /^\.\. +_(?![ ]|$)/u;
const SUBSTITUTION = /^\.\. +\|(?![ ]|$)/u;
const DIRECTIVE = new RegExp(`^\\.\\. +(${SIMPLE}) ?::(?: +|$)`, "u");

/** Runs of constructs that begin with `..` or `__`; between them no blank line is needed, behind the last it is. */
export function explicitMarkup(reader: Reader, parser: Parser): boolean {
  for (;;) {
    const blankFinish = readOne(reader, parser);
    if (blankFinish) {
      return true;
    }
    const next = reader.lines.text[reader.at] ?? "";
    if (!MARKERS.explicit.test(next) && !MARKERS.anonymous.test(next)) {
      throw endsWithoutBlankLine("construct that begins with ..", reader);
    }
  }
}

/** Returns whether a blank line follows. */
function readOne(reader: Reader, parser: Parser): boolean {
  const line = reader.lines.text[reader.at] ?? "";
  const anonymous = MARKERS.anonymous.exec(line) ?? ANONYMOUS_TARGET.exec(line);
  if (anonymous !== null) {
    return readAnonymousTarget(reader, parser, anonymous[0].length);
  }
  const note = NOTE.exec(line);
  if (note !== null) {
    return readNote(reader, parser, note[1] ?? "", note[0].length);
  }
  const target = TARGET.exec(line);
  if (target !== null) {
    return readTarget(reader, parser, target[0].length);
  }
  const substitution = SUBSTITUTION.exec(line);
  if (substitution !== null) {
    return readSubstitution(reader, parser, substitution[0].length);
  }
  const directive = DIRECTIVE.exec(line);
  if (directive !== null) {
    return readDirective(reader, parser, directive[1] ?? "", directive[0].length);
  }
  return readComment(reader, line);
}

/** A comment goes as far as it is indented; `..` alone before a blank line is an empty one. */
function readComment(reader: Reader, line: string): boolean {
  const node = { kind: "comment" as const, line: lineNumber(reader), children: [] };
  const marker = MARKERS.explicit.exec(line)?.[0].length ?? line.length;
  if (line.length <= marker && isBlank(reader.lines.text[reader.at + 1])) {
    reader.at += 1;
    reader.nodes.push(node);
    return true;
  }
  const block = indentedBlock(reader.lines, reader.at, { firstIndent: marker });
  reader.at = block.end;
  reader.nodes.push({ ...node, text: withoutBlankEnd(block.lines).text.length === 0 ? "" : "comment" });
  return block.blankFinish;
}
