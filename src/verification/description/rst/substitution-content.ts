import { directiveFault } from "./directive-faults.ts";
import type { DirectiveCall } from "./directive-table.ts";
import { doubt } from "./fault.ts";
import type { Parser } from "./parser.ts";

/** The text of a `replace` directive. */
export function readReplacement(call: DirectiveCall, depth: number, parser: Parser): void {
  const nodes = parser.blocks(call.content, depth + 1).filter(({ kind }) => kind !== "message");
  if (nodes.length !== 1 || nodes[0]?.kind !== "paragraph") {
    throw directiveFault(call, "takes a single paragraph");
  }
}

const CODE = /^(?:(?:0x|x|\\x|U\+?|\\u)([0-9a-f]+)|&#x([0-9a-f]+);|([0-9]+))$/iu;

/** The characters of a `unicode` directive, given by their numbers; what is no number is text. */
export function readCharacters(call: DirectiveCall): void {
  const [text = ""] = call.argument.text.join("\n").split(/(?:^|[ \n])\.\. /u);
  for (const word of text.split(/\s+/u)) {
    const [, hexadecimal, entity, decimal] = CODE.exec(word) ?? [];
    const hex = hexadecimal ?? entity;
    const code = hex === undefined ? Number(decimal ?? 0) : Number.parseInt(hex, 16);
    if (code > 0x10_ff_ff) {
      throw directiveFault(call, `has a number that is no character: ${JSON.stringify(word)}`);
    }
    if (code >= 0xd8_00 && code <= 0xdf_ff) {
      throw doubt("a substitution is half a character", call.line, word);
    }
  }
}
