/**
 * A text in Python's literal notation, as the index's messages show values:
 * single quotes, unless the text holds a single quote and no double quote;
 * characters that do not print are escaped.
 */
export function pythonRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = Array.from(text, (character) => escapeCharacter(character, quote)).join("");
  return `${quote}${body}${quote}`;
}

/** A list of texts in Python's literal notation. */
export function pythonReprList(texts: readonly string[]): string {
  return `[${texts.map(pythonRepr).join(", ")}]`;
}

const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

function escapeCharacter(character: string, quote: string): string {
  if (character === quote) {
    return `\\${character}`;
  }
  const named = NAMED[character];
  if (named !== undefined) {
    return named;
  }
  const code = character.codePointAt(0) ?? 0;
  const printable = code === 0x20 || (code > 0x20 && code !== 0x7f && !/[\p{C}\p{Z}]/u.test(character));
  return printable ? character : escapeCode(code);
}

function escapeCode(code: number): string {
  if (code <= 0xff) {
    return `\\x${code.toString(16).padStart(2, "0")}`;
  }
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
}
