/**
 * Text that came from a file or a server, made safe to stand in a message:
 * quoted, on one line, control characters escaped, cut at `maxLength` characters.
 */
export function quote(value: string, maxLength = 120): string {
  const characters = Array.from(value.slice(0, maxLength * 2));
  const cut = characters.length > maxLength ? `${characters.slice(0, maxLength).join("")}…` : characters.join("");
  return JSON.stringify(cut);
}

/**
 * Characters that redraw a terminal, reverse what is read, or show nothing, so that two names look like one. Lone halves of
 * surrogate pairs are none at all. Line ends and tabs stay; DI is Default_Ignorable_Code_Point, U+2800 an empty pattern of dots.
 */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}\u2800]--[\n\t]]/gv;

/** The text with everything that could hide or mislead written as an escape (`\u200b`, `\u{e0041}`). */
export function printable(text: string): string {
  return text.replace(UNSEEN, escaped);
}

function escaped(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, "0")}`;
}
