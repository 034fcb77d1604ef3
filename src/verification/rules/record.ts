import { MAX_MEMBERS } from "../../archive/limits.ts";
import { decodeUtf8 } from "../../archive/zip-entry.ts";
import { pythonLines } from "../../standards/python-text.ts";

/** Python's csv reads no longer field (W-24). */
const LONGEST_FIELD = 131_072;

/** One line of RECORD (PEP 376, PEP 427). */
export interface RecordLine {
  /** Path with slashes. */
  readonly path: string;
  /** Algorithm and digest as they stand there; undefined when there is none. */
  readonly hash: { readonly algorithm: string; readonly digest: string } | undefined;
  /** Bytes; undefined when there is no number. */
  readonly size: number | undefined;
}

/** What a RECORD says. */
export interface RecordReading {
  readonly lines: readonly RecordLine[];
  /** An empty line in front of the end (W-27). */
  readonly blankLine: boolean;
  /** It has more lines than a wheel has members; the rest was not read. */
  readonly tooLong: boolean;
}

/** Reads RECORD as Python's csv reads the lines of splitlines(); undefined when it is not UTF-8 or no such values (W-24). */
export function readRecord(bytes: Buffer): RecordReading | undefined {
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return undefined;
  }
  let blankLine = false;
  const lines: RecordLine[] = [];
  for (const row of rows(text)) {
    if (row.some(({ length }) => length > LONGEST_FIELD)) {
      return undefined;
    }
    if (lines.length > MAX_MEMBERS) {
      return { lines, blankLine, tooLong: true };
    }
    if (row.length === 0) {
      blankLine = true;
    } else {
      lines.push(readLine(row));
    }
  }
  return { lines, blankLine, tooLong: false };
}

function readLine([path = "", hash = "", size = ""]: readonly string[]): RecordLine {
  const equals = hash.indexOf("=");
  return {
    // By a pattern: replaceAll leaves a string in thousands of pieces.
    path: path.replace(/\\/g, "/"),
    hash:
      equals < 1 || equals === hash.length - 1
        ? undefined
        : { algorithm: hash.slice(0, equals), digest: hash.slice(equals + 1) },
    size: /^[0-9]{1,15}$/.test(size) ? Number(size) : undefined,
  };
}

/** Rows of fields, none for an empty line. */
function* rows(text: string): Generator<readonly string[]> {
  const reader = new RowReader();
  for (const line of pythonLines(text)) {
    const row = reader.take(line);
    if (row !== undefined) {
      yield row;
    }
  }
  yield* reader.end();
}

/** A field in quotes may hold commas and, doubled, quotes, and goes on in the next line when it was not closed. */
class RowReader {
  #row: string[] = [];
  #field = "";
  #open = false;

  /** The row that ends with this line; undefined when it goes on. */
  take(line: string): readonly string[] | undefined {
    if (line === "" && !this.#open) {
      return [];
    }
    for (let at = 0; at <= line.length; ) {
      at = this.#takeField(line, at);
    }
    if (this.#open) {
      return this.#field.length > LONGEST_FIELD ? [this.#field] : undefined;
    }
    const row = this.#row;
    this.#row = [];
    return row;
  }

  /** What was begun and not closed. */
  end(): readonly (readonly string[])[] {
    return this.#open ? [[...this.#row, this.#field]] : [];
  }

  /** Place behind the comma that ends the field, or behind the line. */
  #takeField(line: string, start: number): number {
    let at = start;
    if (!this.#open && line[at] === '"') {
      this.#open = true;
      at += 1;
    }
    if (this.#open) {
      at = this.#takeQuoted(line, at);
    }
    const comma = this.#open ? -1 : line.indexOf(",", at);
    const end = comma < 0 ? line.length : comma;
    if (!this.#open) {
      this.#row.push(this.#field + line.slice(at, end));
      this.#field = "";
    }
    return end + 1;
  }

  /** Place behind the quote that closes the field, or behind the line. */
  #takeQuoted(line: string, start: number): number {
    for (let at = start; ; ) {
      const quote = line.indexOf('"', at);
      if (quote < 0) {
        this.#field += line.slice(at);
        return line.length;
      }
      this.#field += line.slice(at, quote);
      if (line[quote + 1] !== '"') {
        this.#open = false;
        return quote + 1;
      }
      this.#field += '"';
      at = quote + 2;
    }
  }
}
