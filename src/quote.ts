/**
 * Text that came from a file or a server, made safe to stand in a message:
 * quoted, on one line, control characters escaped, cut at `maxLength` characters.
 */
export function quote(value: string, maxLength = 120): string {
  const characters = Array.from(value.slice(0, maxLength * 2));
  const cut = characters.length > maxLength ? `${characters.slice(0, maxLength).join("")}…` : characters.join("");
  return JSON.stringify(cut);
}
