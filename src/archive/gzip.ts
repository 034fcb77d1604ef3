import { crc32 } from "node:zlib";
import type { ByteSource } from "./byte-source.ts";
import { type InflateEnd, inflateRaw, inflateShort } from "./inflate.ts";
import { MAX_GZIP_STREAMS, MAX_INFLATED_BYTES } from "./limits.ts";

/** How reading a gzip file ended. */
export type GzipEnd =
  /** All of it was read and every checksum is right. */
  | "complete"
  /** It does not begin like a gzip file. */
  | "not-gzip"
  /** It ends inside a stream, or inside its trailer. */
  | "cut"
  /** Its deflate data are broken. */
  | "invalid"
  /** Checksum or length behind a stream are wrong. */
  | "wrong-checksum"
  /** Complete for Python, which reads on behind zeros between two streams, where gzip does not. */
  | "padded"
  /** Something else than gzip or zeros follows the last stream. */
  | "trailing-data"
  /** The taker wanted no more. */
  | "stopped"
  /** More comes out of it than is looked at. */
  | "too-large";

/** Far more than names in gzip headers need; a longer header is read anew, up to a bound. */
const HEADER_BYTES = 32 * 1024;
const LONG_HEADER_BYTES = 1024 * 1024;
const TRAILER_BYTES = 8;
const SHORT_READ_BYTES = 32 * 1024;

/**
 * Inflates a gzip file of one or more streams (RFC 1952), as Python's gzip
 * does, chunk by chunk. Node's own gunzip cannot be used: it drops the last data
 * before a wrong checksum, which a tar reader never gets to see as wrong.
 *
 * @param take is given each chunk, valid during the call only, and returns false to stop.
 * @throws the file system's error when the source cannot be read.
 */
export async function readGzip(source: ByteSource, take: (chunk: Buffer) => boolean): Promise<GzipEnd> {
  let inflated = 0;
  let at = 0;
  let padded = false;
  for (let streams = 0; streams < MAX_GZIP_STREAMS; streams += 1) {
    const length = await headerLength(source, at);
    if (length === undefined) {
      return streams === 0 ? "not-gzip" : await trailingEnd(source, at);
    }
    let crc = 0;
    let bytes = 0;
    const { state, consumed } = await inflateStream(source, at + length, streams > 0, (chunk) => {
      crc = crc32(chunk, crc);
      bytes += chunk.length;
      inflated += chunk.length;
      return take(chunk) && inflated <= MAX_INFLATED_BYTES;
    });
    if (state !== "complete") {
      return inflated > MAX_INFLATED_BYTES ? "too-large" : state;
    }
    at += length + consumed + TRAILER_BYTES;
    const trailer = await source.read(at - TRAILER_BYTES, at);
    if (trailer.length < TRAILER_BYTES) {
      return "cut";
    }
    if (trailer.readUInt32LE(0) !== crc || trailer.readUInt32LE(4) !== bytes % 2 ** 32) {
      return "wrong-checksum";
    }
    const next = await skipZeros(source, at);
    if (next >= source.size) {
      return padded ? "padded" : "complete";
    }
    padded ||= next > at;
    at = next;
  }
  return "too-large";
}

async function headerLength(source: ByteSource, at: number): Promise<number | undefined> {
  const length = gzipHeaderLength(await source.read(at, at + HEADER_BYTES));
  return length === undefined || length < HEADER_BYTES
    ? length
    : gzipHeaderLength(await source.read(at, at + LONG_HEADER_BYTES));
}

/** Archives of many streams have short ones, which are inflated at once. */
async function inflateStream(
  source: ByteSource,
  start: number,
  oneOfMany: boolean,
  take: (chunk: Buffer) => boolean,
): Promise<InflateEnd> {
  const short = oneOfMany ? inflateShort(await source.read(start, start + SHORT_READ_BYTES)) : undefined;
  if (short !== undefined) {
    return { state: take(short.data) ? "complete" : "stopped", consumed: short.consumed };
  }
  return inflateRaw(source, { start, end: source.size }, take);
}

/** Whether what follows is a stream cut in its header. */
async function trailingEnd(source: ByteSource, at: number): Promise<GzipEnd> {
  const magic = await source.read(at, at + 2);
  return magic.length === 2 && magic.readUInt16BE(0) === 0x1f8b ? "cut" : "trailing-data";
}

/** Streams may be padded with zeros. */
async function skipZeros(source: ByteSource, start: number): Promise<number> {
  for (let at = start; at < source.size; ) {
    const bytes = await source.read(at, at + SHORT_READ_BYTES);
    const other = bytes.findIndex((byte) => byte !== 0);
    if (other >= 0 || bytes.length === 0) {
      return at + Math.max(0, other);
    }
    at += bytes.length;
  }
  return source.size;
}

/** Length of the gzip header the bytes begin with; undefined when they do not. */
export function gzipHeaderLength(head: Buffer): number | undefined {
  if (head.length < 10 || head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) {
    return undefined;
  }
  const flags = head.readUInt8(3);
  let at = 10;
  if ((flags & 0x04) !== 0) {
    at += at + 2 <= head.length ? 2 + head.readUInt16LE(at) : head.length;
  }
  for (const flag of [0x08, 0x10]) {
    if ((flags & flag) !== 0) {
      const end = head.indexOf(0, at);
      at = end < 0 ? head.length : end + 1;
    }
  }
  return (flags & 0x02) === 0 ? at : at + 2;
}
