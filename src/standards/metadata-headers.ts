import { PublishError } from "../errors.ts";

/** One header of METADATA or PKG-INFO. */
export interface MetadataHeader {
  readonly name: string;
  /** As it stands in the file: continuation lines keep their line ends and their indentation. */
  readonly value: string;
  /** False when the bytes are not UTF-8 and were read as Latin-1. */
  readonly utf8: boolean;
}

export interface HeaderBlock {
  readonly headers: readonly MetadataHeader[];
  /** What follows the headers, without the blank line between; undefined when it is not UTF-8. */
  readonly body: string | undefined;
  /** Number of the first line that is neither header nor continuation nor blank, and so begins the body. */
  readonly unexpectedLine: number | undefined;
}

/** More than any real file has by an order of magnitude; bounds the memory that a hostile one can take. */
const MAX_HEADERS = 20_000;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;
const COLON = 0x3a;

/**
 * Splits core metadata into headers and body by the rules of Python's `email`
 * package, with which installers and indexes read it: lines end in LF, CRLF or
 * CR, a name is printable ASCII directly before a colon, a line that fits
 * nothing begins the body. Takes time linear in the input.
 *
 * @throws PublishError `distribution-invalid` when there are more than 20,000 headers.
 */
export function parseHeaderBlock(bytes: Uint8Array): HeaderBlock {
  const headers: MetadataHeader[] = [];
  let open: { name: string; start: number } | undefined;
  let position = 0;
  let line = 0;
  let bodyStart: number | undefined;
  let unexpectedLine: number | undefined;
  while (bodyStart === undefined && position < bytes.length) {
    line += 1;
    const next = nextLine(bytes, position);
    const first = bytes[position];
    if (first !== SPACE && first !== TAB) {
      const colon = colonPosition(bytes, position, next);
      if (open !== undefined) {
        headers.push(header(open.name, bytes.subarray(open.start, position)));
      }
      open = colon === undefined ? undefined : { name: ascii(bytes, position, colon), start: colon + 1 };
      const blank = first === LINE_FEED || first === CARRIAGE_RETURN;
      unexpectedLine = colon === undefined && !blank ? line : undefined;
      bodyStart = colon === undefined ? (blank ? next : position) : undefined;
    }
    position = next;
    if (headers.length > MAX_HEADERS) {
      throw new PublishError("distribution-invalid", `The core metadata has more than ${MAX_HEADERS} headers.`, {
        remedy: "Build the distribution again with a current build back end.",
      });
    }
  }
  if (open !== undefined) {
    headers.push(header(open.name, bytes.subarray(open.start)));
  }
  return { headers, body: decodeUtf8(bytes.subarray(bodyStart ?? bytes.length)), unexpectedLine };
}

function nextLine(bytes: Uint8Array, start: number): number {
  for (let index = start; index < bytes.length; index += 1) {
    if (bytes[index] === LINE_FEED) {
      return index + 1;
    }
    if (bytes[index] === CARRIAGE_RETURN) {
      return bytes[index + 1] === LINE_FEED ? index + 2 : index + 1;
    }
  }
  return bytes.length;
}

function colonPosition(bytes: Uint8Array, start: number, end: number): number | undefined {
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === COLON) {
      return index;
    }
    if (byte <= SPACE || byte > 0x7e) {
      return undefined;
    }
  }
  return undefined;
}

function header(name: string, bytes: Uint8Array): MetadataHeader {
  const text = decodeUtf8(bytes);
  const value = (text ?? ascii(bytes, 0, bytes.length)).replace(/^[ \t\r\n]+/, "");
  return { name, value: withoutLineEnd(value), utf8: text !== undefined };
}

function withoutLineEnd(value: string): string {
  let end = value.length;
  while (value[end - 1] === "\n" || value[end - 1] === "\r") {
    end -= 1;
  }
  return value.slice(0, end);
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Byte for byte, which reads ASCII and ISO 8859-1 alike (a TextDecoder for Latin-1 would be windows-1252). */
function ascii(bytes: Uint8Array, start: number, end: number): string {
  const step = 8192;
  let text = "";
  for (let index = start; index < end; index += step) {
    text += String.fromCharCode(...bytes.subarray(index, Math.min(end, index + step)));
  }
  return text;
}
