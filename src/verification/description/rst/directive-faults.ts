import type { DirectiveCall } from "./directive-table.ts";
import { failure } from "./fault.ts";
import { isBlank, type Lines } from "./lines.ts";
import type { Parser } from "./parser.ts";

/** A directive that is used otherwise than docutils wants it. */
export function directiveFault(call: DirectiveCall, what: string): Error {
  return failure(
    `the directive ${JSON.stringify(call.name)} ${what}`,
    call.line,
    `${call.name}:: ${call.argument.text.join(" ")}`.trim(),
    "Use it as docutils documents it, or remove it.",
  );
}

export function needContent(call: DirectiveCall): void {
  if (call.content.text.every(isBlank)) {
    throw directiveFault(call, "has no content; indent what belongs to it and put a blank line before");
  }
}

/** The text of an argument that is read as inline markup. */
export function inlineText(argument: Lines, parser: Parser): string {
  return parser.inline(argument.text.join("\n").trim(), argument.first).text;
}
