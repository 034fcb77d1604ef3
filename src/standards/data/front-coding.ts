const CODE_DIGITS = 2;

/**
 * The names of a front-coded list, as scripts/data/lists.py writes it: each is the number of characters it shares with
 * the one before (two digits to base 36) and the rest; `|` and line ends stand between. Half the size of the plain list.
 */
export function frontDecoded(list: string): string[] {
  const names: string[] = [];
  let before = "";
  for (const item of list.replaceAll("\n", "").split("|")) {
    const shared = Number.parseInt(item.slice(0, CODE_DIGITS), 36);
    before = before.slice(0, shared) + item.slice(CODE_DIGITS);
    names.push(before);
  }
  return names;
}
