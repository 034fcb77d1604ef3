/** Why a text is no dependency specifier. Never leaves the parser. */
export class RequirementFault extends Error {
  override readonly name = "RequirementFault";
  readonly kind: "invalid" | "unhandled";

  constructor(kind: "invalid" | "unhandled") {
    super(kind);
    this.kind = kind;
  }
}

const BLANKS = /[ \t]+/y;

/** Reads a dependency specifier piece by piece. */
export class RequirementTokens {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The text that the sticky pattern matches here, which is passed over; undefined when it does not match. */
  read(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0];
    this.#position += found?.length ?? 0;
    return found;
  }

  /** As `read`; throws when the pattern does not match. */
  expect(pattern: RegExp): string {
    const found = this.read(pattern);
    if (found === undefined) {
      throw new RequirementFault("invalid");
    }
    return found;
  }

  /** Passes over this character if it is the next one. */
  take(character: string): boolean {
    const found = this.#text[this.#position] === character;
    this.#position += found ? 1 : 0;
    return found;
  }

  /** Spaces and tabs only; line ends are not white space here. True when there were any. */
  skipBlanks(): boolean {
    return this.read(BLANKS) !== undefined;
  }

  /** One line feed at the very end does not count, as for `$` in Python. */
  atEnd(): boolean {
    const rest = this.#text.length - this.#position;
    return rest === 0 || (rest === 1 && this.#text.endsWith("\n"));
  }
}
