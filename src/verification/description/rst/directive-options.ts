import type { DirectiveForm } from "./directive-table.ts";
import { doubt, failure } from "./fault.ts";
import { escaped, unescaped } from "./inline.ts";
import { indentedBlock, isBlank, type Lines } from "./lines.ts";
import { fieldName } from "./marked-lists.ts";
import { isOptionValue, type OptionKind } from "./option-values.ts";
import { MARKERS } from "./patterns.ts";

const REMEDY = "Use the options docutils documents for it; those that Sphinx adds are unknown to PyPI.";

/** The options of a directive: a field list without blank lines. */
export function readOptions(name: string, form: DirectiveForm, lines: Lines): ReadonlyMap<string, string> {
  return readFields(lines, form.options, `the directive ${JSON.stringify(name)}`);
}

/**
 * Reads fields as options.
 *
 * @throws Fault when one is unknown, given twice, or has a value that does not fit.
 */
export function readFields(
  lines: Lines,
  known: ReadonlyMap<string, OptionKind>,
  owner: string,
): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (let at = 0; at < lines.text.length; ) {
    const line = lines.first + at;
    const text = lines.text[at] ?? "";
    const marker = MARKERS.field.exec(text);
    if (marker === null) {
      throw failure(`${owner} has a line among its options that is none`, line, text, REMEDY);
    }
    const block = indentedBlock(lines, at, { firstIndent: marker[0].length });
    const option = unescaped(escaped(fieldName(marker[0]))).toLowerCase();
    const kind = known.get(option);
    if (kind === undefined) {
      checkName(option, line);
      throw failure(`${owner} has no option ${JSON.stringify(option)}`, line, text, REMEDY);
    }
    if (options.has(option)) {
      throw failure(`${owner} has the option ${JSON.stringify(option)} twice`, line, text, REMEDY);
    }
    const value = block.lines.text
      .filter((part) => !isBlank(part))
      .join("\n")
      .trim();
    if (!isOptionValue(kind, value, line)) {
      throw failure(`the option ${JSON.stringify(option)} of ${owner} has an unfit value`, line, text, REMEDY);
    }
    options.set(option, value);
    at = block.end;
  }
  return options;
}

/** Names are read with inline markup first, which may change them. */
function checkName(option: string, line: number): void {
  if (/[*`|[\]\\]|_(?![\p{L}\p{N}])/u.test(option)) {
    throw doubt("the name of an option has markup in it", line, option);
  }
}
