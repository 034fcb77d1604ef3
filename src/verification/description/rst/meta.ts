import { directiveFault } from "./directive-faults.ts";
import type { DirectiveCall } from "./directive-table.ts";
import { indentedBlock, isBlank } from "./lines.ts";
import { fieldName } from "./marked-lists.ts";
import { MARKERS } from "./patterns.ts";

/** The fields of a `meta` directive: a name, then attributes as `name=value`. */
export function readMeta(call: DirectiveCall): void {
  const { content } = call;
  for (let at = 0; at < content.text.length; ) {
    const text = content.text[at] ?? "";
    if (isBlank(text)) {
      at += 1;
      continue;
    }
    const marker = MARKERS.field.exec(text);
    if (marker === null) {
      throw directiveFault(call, "has a line that is no field");
    }
    const block = indentedBlock(content, at, { firstIndent: marker[0].length });
    const attributes = fieldName(marker[0]).split(/\s+/u).slice(1);
    // Without a value the field is left out, whatever it says.
    if (!block.lines.text.every(isBlank) && attributes.some((attribute) => !/[^=]=[^=]/u.test(attribute))) {
      throw directiveFault(call, "has an attribute without a value");
    }
    at = block.end;
  }
}
