/** Where a quoted value ends, and what it is; undefined when it has no end. */
function quotedValue(text: string, from: number): { readonly value: string; readonly end: number } | undefined {
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) {
      return undefined;
    }
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') {
      return { value: parts.join('"'), end: quote + 1 };
    }
    at = quote + 2;
  }
}

/**
 * Reads comma-separated values as Python's `csv` does when it is strict and skips spaces behind commas.
 *
 * @param text - lines, each one ended.
 * @returns the rows, or what is wrong with the text.
 */
export function csvRows(text: string, delimiter: string): readonly (readonly string[])[] | string {
  const rows: string[][] = [[]];
  const stop = new RegExp(`[\\n${delimiter.replace(/[\\\]^-]/gu, "\\$&")}]`, "gu");
  for (let at = 0; at < text.length; ) {
    while (text[at] === " " && delimiter !== " ") {
      at += 1;
    }
    let value: string;
    if (text[at] === '"') {
      const quoted = quotedValue(text, at);
      if (quoted === undefined) {
        return "a quoted value does not end";
      }
      value = quoted.value;
      at = quoted.end;
      if (at < text.length && text[at] !== "\n" && text[at] !== delimiter) {
        return "text follows a quoted value";
      }
    } else {
      stop.lastIndex = at;
      const end = stop.exec(text)?.index ?? text.length;
      value = text.slice(at, end);
      at = end;
    }
    rows.at(-1)?.push(value);
    if (text[at] === "\n" && at + 1 < text.length) {
      rows.push([]);
    }
    at += 1;
  }
  return rows;
}
