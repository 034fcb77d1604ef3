/** Random choices that are the same for the same seed (xorshift). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 1;
  }

  /** A whole number from 0 to below the limit. */
  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  pick<T>(choices: readonly T[]): T {
    const choice = choices[this.below(choices.length)];
    if (choice === undefined) {
      throw new Error("nothing to choose from");
    }
    return choice;
  }

  /** Up to `most` pieces with the separator between, `least` at least. */
  several(piece: () => string, least: number, most: number, separator = ""): string {
    return Array.from({ length: least + this.below(most - least + 1) }, piece).join(separator);
  }
}

// What has meaning in one of the grammars, and what merely looks like it.
const CHARACTERS = [
  ..." \t\n\r\u00a0\u2028\ufeff\u001f-_.,;:!?*+~=<>()[]{}@/\\'\"#%&|0123456789abcdefvxzABZ",
  ..."éßſİıKµÿΩжא中１²½١０ⅷ\u0301\u200b\u00ad＠．。😀\u{10ffff}",
  "..",
  "--",
  "||",
  "===",
  ".*",
  "xn--",
  "{x}",
  "{{x}}",
];

/** The text with a few characters removed, doubled, exchanged or put in. */
export function mutated(random: Random, text: string): string {
  let characters = [...text];
  for (let times = 1 + random.below(2); times > 0; times -= 1) {
    const at = random.below(characters.length + 1);
    const kind = random.below(4);
    const put = kind === 0 ? [] : kind === 1 ? [characters[at] ?? "", characters[at] ?? ""] : [random.pick(CHARACTERS)];
    characters = [...characters.slice(0, at), ...put, ...characters.slice(kind === 2 ? at : at + 1)];
  }
  return characters.join("");
}
