const SPECIALS = '()<>@,:;."[]';
const ATOM_ENDS = `${SPECIALS} \t\r\n`;
/** Within a display name a dot is no end. */
const PHRASE_ENDS = ATOM_ENDS.replace(".", "");

/** Reads the pieces of an address header (RFC 5322) as leniently as Python's `email` package. */
export class AddressScanner {
  readonly #text: string;
  position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.position >= this.#text.length;
  }

  /** The next character; the empty text at the end. */
  get next(): string {
    return this.#text.charAt(this.position);
  }

  get isSpecial(): boolean {
    return this.next !== "" && SPECIALS.includes(this.next);
  }

  take(character: string): boolean {
    const found = this.next === character;
    this.position += found ? 1 : 0;
    return found;
  }

  /** Passes over white space and comments; the blanks passed over are the result. */
  skipSpace(): string {
    let blanks = "";
    for (;;) {
      if (this.take("(")) {
        this.#skipComment();
      } else if (this.next !== "" && " \t\r\n".includes(this.next)) {
        blanks += /[ \t]/.test(this.next) ? this.next : "";
        this.position += 1;
      } else {
        return blanks;
      }
    }
  }

  /** The words of a display name. */
  readPhrase(): string[] {
    const words: string[] = [];
    for (;;) {
      this.skipSpace();
      if (this.take('"')) {
        words.push(this.#readDelimited('"'));
      } else if (this.atEnd || PHRASE_ENDS.includes(this.next)) {
        return words;
      } else {
        words.push(this.#readAtom(PHRASE_ENDS));
      }
    }
  }

  /** An address; the empty text when its domain cannot be read. */
  readAddress(): string {
    const local = this.#readLocal();
    if (!this.take("@")) {
      return local;
    }
    this.skipSpace();
    const domain = this.readDomain();
    return domain === "" ? "" : `${local}@${domain}`;
  }

  /** A domain; the empty text when a second `@` follows. */
  readDomain(): string {
    let domain = "";
    for (;;) {
      if (this.take("(")) {
        this.#skipComment();
      } else if (this.take("[")) {
        domain += `[${this.#readDelimited("]")}]`;
      } else if (this.take(".")) {
        domain += ".";
      } else if (this.next === "@") {
        return "";
      } else if (!this.take(" ") && !this.take("\t")) {
        if (this.atEnd || ATOM_ENDS.includes(this.next)) {
          return domain;
        }
        domain += this.#readAtom(ATOM_ENDS);
      }
    }
  }

  /** White space between words stays, but not around dots and at the end. */
  #readLocal(): string {
    const pieces: string[] = [];
    this.skipSpace();
    while (!this.atEnd) {
      const dot = this.take(".");
      if (dot || (this.next !== '"' && ATOM_ENDS.includes(this.next))) {
        if (pieces.at(-1)?.trim() === "") {
          pieces.pop();
        }
        if (!dot) {
          break;
        }
        pieces.push(".");
      } else {
        pieces.push(this.take('"') ? requoted(this.#readDelimited('"')) : this.#readAtom(ATOM_ENDS));
      }
      const blanks = this.skipSpace();
      if (!dot && blanks !== "") {
        pieces.push(blanks);
      }
    }
    return pieces.join("");
  }

  #readAtom(ends: string): string {
    const start = this.position;
    while (!this.atEnd && !ends.includes(this.next)) {
      this.position += 1;
    }
    return this.#text.slice(start, this.position);
  }

  /** Up to the end character or a carriage return, escapes resolved. */
  #readDelimited(end: string): string {
    let content = "";
    while (!this.atEnd && !this.take(end) && !this.take("\r")) {
      this.take("\\");
      content += this.next;
      this.position += 1;
    }
    return content;
  }

  /** Behind the opening bracket. A carriage return ends a comment, too. */
  #skipComment(): void {
    let depth = 1;
    while (!this.atEnd && depth > 0) {
      if (this.take("(")) {
        depth += 1;
      } else if (this.take(")") || this.take("\r")) {
        depth -= 1;
      } else {
        this.take("\\");
        this.position += 1;
      }
    }
  }
}

function requoted(content: string): string {
  return `"${content.replace(/["\\]/g, "\\$&")}"`;
}
