/** Header fields of one part, in the order and spelling received. */
export type PartHeaders = readonly (readonly [name: string, value: string])[];

/** Receives one part. */
export interface PartSink {
  write(chunk: Buffer): void | Promise<void>;
  end(): void | Promise<void>;
}

const CRLF = "\r\n";
const HEADER_END = Buffer.from("\r\n\r\n");
const HEADER_CAP_BYTES = 64 * 1024;
const PASS_THROUGH_BYTES = 4096;

/** The `boundary` of a multipart content type; undefined when there is none. */
export function boundaryOf(contentType: string): string | undefined {
  const match = /;\s*boundary=(?:"([^"]+)"|([^\s;"]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

/**
 * Reads a multipart body (RFC 2046, section 5.1) as it arrives and hands every
 * part to a sink of its own. A missing closing boundary is tolerated, as rule
 * H-05 says; nothing is held in memory but one chunk.
 */
export async function readMultipart(
  source: AsyncIterable<unknown>,
  boundary: string,
  open: (headers: PartHeaders) => PartSink,
): Promise<void> {
  const reader = new MultipartReader(boundary, open);
  for await (const chunk of source) {
    if (Buffer.isBuffer(chunk)) {
      await reader.push(chunk);
    }
  }
  await reader.finish();
}

class MultipartReader {
  readonly #delimiter: Buffer;
  readonly #open: (headers: PartHeaders) => PartSink;
  #state: "preamble" | "headers" | "body" | "epilogue" = "preamble";
  // A boundary at the very start has no line end before it.
  #rest: Buffer = Buffer.from(CRLF);
  #sink: PartSink | undefined;

  constructor(boundary: string, open: (headers: PartHeaders) => PartSink) {
    this.#delimiter = Buffer.from(`${CRLF}--${boundary}`);
    this.#open = open;
  }

  async push(chunk: Buffer): Promise<void> {
    if (this.#state === "epilogue") {
      return;
    }
    if (this.#state === "body" && (await this.#passThrough(chunk))) {
      return;
    }
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (await this.#step()) {
      // Goes on until more bytes are needed.
    }
  }

  /** Large files: hands a chunk on without copying it, if no delimiter can be in it or at its beginning. */
  async #passThrough(chunk: Buffer): Promise<boolean> {
    const keep = this.#delimiter.length - 1;
    if (chunk.length < PASS_THROUGH_BYTES || this.#rest.length > keep) {
      return false;
    }
    const seam = Buffer.concat([this.#rest, chunk.subarray(0, keep)]);
    if (seam.includes(this.#delimiter) || chunk.includes(this.#delimiter)) {
      return false;
    }
    if (this.#rest.length > 0) {
      await this.#sink?.write(this.#rest);
    }
    await this.#sink?.write(chunk.subarray(0, chunk.length - keep));
    this.#rest = chunk.subarray(chunk.length - keep);
    return true;
  }

  async finish(): Promise<void> {
    if (this.#state === "body") {
      await this.#sink?.write(this.#rest);
      await this.#sink?.end();
    }
  }

  /** Handles what can be handled; false when more bytes are needed. */
  #step(): Promise<boolean> | boolean {
    if (this.#state === "headers") {
      return this.#readHeaders();
    }
    return this.#state === "epilogue" ? false : this.#readToDelimiter();
  }

  async #readToDelimiter(): Promise<boolean> {
    const at = this.#rest.indexOf(this.#delimiter);
    if (at < 0) {
      await this.#emit(this.#rest.length - this.#delimiter.length + 1);
      return false;
    }
    await this.#emit(at);
    const lineStart = this.#delimiter.length;
    const lineEnd = this.#rest.indexOf(CRLF, lineStart);
    const tail = this.#rest.toString("latin1", lineStart, lineEnd < 0 ? this.#rest.length : lineEnd);
    if (tail.startsWith("--")) {
      await this.#closePart("epilogue");
      return false;
    }
    if (lineEnd < 0 && (tail.trim() === "" || tail === "-")) {
      return false;
    }
    if (tail.trim() !== "") {
      // Longer than the boundary: data that only begins like it.
      await this.#emit(lineStart);
      return true;
    }
    await this.#closePart("headers");
    // The line end stays: a part without header fields begins with an empty line.
    this.#rest = this.#rest.subarray(lineEnd);
    return true;
  }

  #readHeaders(): boolean {
    const end = this.#rest.indexOf(HEADER_END);
    if (end < 0) {
      if (this.#rest.length > HEADER_CAP_BYTES) {
        throw new Error("part header too long");
      }
      return false;
    }
    const lines = this.#rest.toString("utf8", 0, end).split(CRLF).filter(Boolean);
    this.#sink = this.#open(lines.map(parseHeaderLine));
    this.#rest = this.#rest.subarray(end + HEADER_END.length);
    this.#state = "body";
    return true;
  }

  async #emit(bytes: number): Promise<void> {
    if (bytes <= 0) {
      return;
    }
    const data = this.#rest.subarray(0, bytes);
    this.#rest = this.#rest.subarray(bytes);
    if (this.#state === "body") {
      await this.#sink?.write(data);
    }
  }

  async #closePart(next: "headers" | "epilogue"): Promise<void> {
    if (this.#state === "body") {
      await this.#sink?.end();
    }
    this.#state = next;
  }
}

function parseHeaderLine(line: string): [string, string] {
  const at = line.indexOf(":");
  return at < 0 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

/** Parameters of a header value such as Content-Disposition, names in lower case. */
export function headerParameters(value: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const match of value.matchAll(/;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g)) {
    const [, name = "", quoted, plain = ""] = match;
    parameters.set(name.toLowerCase(), quoted === undefined ? plain.trim() : quoted.replace(/\\(["\\])/g, "$1"));
  }
  return parameters;
}
