/** One line of RECORD (PEP 376, PEP 427). */
export interface RecordLine {
  /** Path with slashes. */
  readonly path: string;
  /** Algorithm and digest as they stand there; undefined when there is none. */
  readonly hash: { readonly algorithm: string; readonly digest: string } | undefined;
  /** Bytes; undefined when there is no number. */
  readonly size: number | undefined;
}

/** What a RECORD says; undefined when it is not UTF-8 (W-24). */
export interface RecordReading {
  readonly lines: readonly RecordLine[];
  /** An empty line in front of the end (W-27). */
  readonly blankLine: boolean;
}

/** Reads RECORD as comma-separated values. */
export function readRecord(bytes: Buffer): RecordReading | undefined {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  let blankLine = false;
  const lines: RecordLine[] = [];
  for (const row of rows(text)) {
    if (row.length === 1 && row[0] === "") {
      blankLine = true;
      continue;
    }
    const [path = "", hash = "", size = ""] = row;
    const [, algorithm, digest] = /^([^=]+)=(.+)$/.exec(hash) ?? [];
    lines.push({
      path: path.replaceAll("\\", "/"),
      hash: algorithm === undefined || digest === undefined ? undefined : { algorithm, digest },
      size: /^[0-9]{1,15}$/.test(size) ? Number(size) : undefined,
    });
  }
  return { lines, blankLine };
}

/** Rows of fields; a field in quotes may hold commas, line ends and, doubled, quotes. */
function* rows(text: string): Generator<string[]> {
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const field = text[at] === '"' ? readQuoted(text, at + 1) : { value: "", end: at };
    const end = fieldEnd(text, field.end);
    row.push(field.value + text.slice(field.end, end));
    at = end + 1;
    if (text[end] === "," && at < text.length) {
      continue;
    }
    if (text[end] === ",") {
      row.push("");
    }
    at += text[end] === "\r" && text[at] === "\n" ? 1 : 0;
    yield row;
    row = [];
  }
}

/** Place of the next comma or line end. */
function fieldEnd(text: string, start: number): number {
  const end = /[,\r\n]/g;
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

/** A quoted field from behind its first quote to behind its last. */
function readQuoted(text: string, start: number): { value: string; end: number } {
  const parts: string[] = [];
  for (let at = start; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) {
      return { value: parts.join("") + text.slice(at), end: text.length };
    }
    parts.push(text.slice(at, quote));
    if (text[quote + 1] !== '"') {
      return { value: parts.join(""), end: quote + 1 };
    }
    parts.push('"');
    at = quote + 2;
  }
}
