/**
 * Text that came from a file or a server, made safe to stand in a message:
 * quoted, on one line, control characters escaped, cut at `maxLength` characters.
 */
export function quote(value: string, maxLength = 120): string {
  const characters = Array.from(value.slice(0, maxLength * 2));
  const cut = characters.length > maxLength ? `${characters.slice(0, maxLength).join("")}…` : characters.join("");
  return JSON.stringify(cut);
}

/** Control characters could redraw the terminal, and others reverse or hide text; line ends and tabs stay. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, "�");
}
