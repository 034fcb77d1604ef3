import { runDirective } from "./directive-content.ts";
import { readOptions } from "./directive-options.ts";
import { DIRECTIVES, type DirectiveCall, type DirectiveForm } from "./directive-table.ts";
import { failure } from "./fault.ts";
import { indentedBlock, isBlank, type Lines, slice, withoutBlankEnd, withoutBlankTop } from "./lines.ts";
import { lineNumber, type Parser, type Reader } from "./parser.ts";
import { MARKERS } from "./patterns.ts";

/**
 * A directive, from behind its two colons. Returns whether a blank line follows.
 *
 * @param substitution - name of the substitution it defines.
 * @throws Fault when docutils does not know it, or knows it otherwise.
 */
export function readDirective(
  reader: Reader,
  parser: Parser,
  name: string,
  width: number,
  substitution?: string,
): boolean {
  const line = lineNumber(reader);
  const form = DIRECTIVES.get(name.toLowerCase());
  if (form === undefined) {
    throw failure(
      `the directive ${JSON.stringify(name)} is unknown to docutils`,
      line,
      reader.lines.text[reader.at] ?? "",
      "PyPI knows the directives of docutils only, none of Sphinx. Remove it, or say it with plain markup.",
    );
  }
  const block = indentedBlock(reader.lines, reader.at, { firstIndent: width, keepTop: true });
  reader.at = block.end;
  const parts = split(withoutFirstBlank(withoutBlankEnd(block.lines)), form);
  const call: DirectiveCall = {
    name: name.toLowerCase(),
    line,
    substitution,
    options: readOptions(name, form, parts.options),
    words: checkArguments(name, form, parts.argument, line),
    argument: parts.argument,
    content: parts.content,
  };
  if (!form.content && !call.content.text.every(isBlank)) {
    throw misuse(name, line, "takes no content", call.content.text[0] ?? "");
  }
  runDirective(form, call, reader, parser);
  return block.blankFinish;
}

function misuse(name: string, line: number, what: string, offender: string): Error {
  return failure(
    `the directive ${JSON.stringify(name)} ${what}`,
    line,
    offender,
    "Use the directive as docutils documents it; options and arguments that Sphinx adds are unknown to PyPI.",
  );
}

/** Arguments and options may begin on the line behind the name. */
function withoutFirstBlank(lines: Lines): Lines {
  return lines.text.length > 0 && isBlank(lines.text[0]) ? slice(lines, 1) : lines;
}

interface Parts {
  readonly argument: Lines;
  readonly options: Lines;
  readonly content: Lines;
}

/** Arguments and options go up to the first blank line; what follows is the content. */
function split(lines: Lines, form: DirectiveForm): Parts {
  const none = slice(lines, 0, 0);
  if (form.most === 0 && form.options.size === 0 && !form.takesOptions) {
    return { argument: none, options: none, content: withoutBlankTop(lines) };
  }
  const blank = lines.text.findIndex(isBlank);
  const end = blank === -1 ? lines.text.length : blank;
  const field = lines.text.slice(0, end).findIndex((text) => form.takesOptions && MARKERS.field.test(text));
  const options = field === -1 ? none : slice(lines, field, end);
  const argument = slice(lines, 0, field === -1 ? end : field);
  if (form.most === 0 && argument.text.length > 0) {
    const content = [...argument.text, ...lines.text.slice(end)];
    return { argument: none, options, content: withoutBlankTop({ text: content, first: lines.first }) };
  }
  return { argument, options, content: withoutBlankTop(slice(lines, Math.min(end + 1, lines.text.length))) };
}

function checkArguments(name: string, form: DirectiveForm, argument: Lines, line: number): readonly string[] {
  const words = argument.text
    .join("\n")
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length < form.least) {
    throw misuse(name, line, `needs ${form.least === 1 ? "an argument" : "arguments"}`, name);
  }
  if (words.length > form.most && !form.spaces) {
    throw misuse(name, line, `takes ${form.most} argument and has ${words.length}`, argument.text.join(" "));
  }
  return words;
}
