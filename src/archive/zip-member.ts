import { crc32 } from "node:zlib";
import type { ByteSource } from "./byte-source.ts";
import { inflateRawRange } from "./inflate.ts";
import { lendPieceBuffers, PIECE_BYTES, returnPieceBuffers } from "./piece-buffers.ts";
import { DEFLATED, decodeName, STORED, type ZipEntry } from "./zip-entry.ts";

/** What became of reading a member: */
export type MemberState =
  /** Read, and its checksum is right. */
  | "intact"
  /** There is no local header where the directory says, or it has another name. */
  | "elsewhere"
  /** Its data would run into the next member or the directory. */
  | "overlapping"
  /** Encrypted, or patched data: no installer reads it. */
  | "encrypted"
  /** Neither stored nor deflated. */
  | "other-method"
  /** Cut, not inflatable, or with a wrong checksum. */
  | "damaged";

export interface MemberReading {
  readonly state: MemberState;
  /** The data holds more (`larger`) or fewer bytes (`smaller`) than the directory says. */
  readonly length: "as-stated" | "larger" | "smaller";
  /** Compression method and checksum in front of the data; undefined when no header was found there. */
  readonly local: { readonly method: number; readonly crc: number; readonly flags: number } | undefined;
}

/** Takes a member's bytes in order, never more than the directory states; a chunk is valid during the call only. */
export type ByteSink = (chunk: Buffer) => void;

const LOCAL_HEADER_BYTES = 30;
const LOCAL_SIGNATURE = 0x04034b50;
/** Bits 0 (encrypted), 5 (patched data) and 6 (strong encryption). */
const UNREADABLE_FLAGS = 0x61;

/**
 * Reads one member as Python's zipfile does: placed and sized by the
 * directory, the name in front of it compared, the checksum taken over at most
 * the stated size. Constant memory; inflating stops at the stated size.
 *
 * @param boundary where the next member or the directory begins.
 */
export async function readMember(
  source: ByteSource,
  entry: ZipEntry,
  boundary: number,
  sink: ByteSink,
): Promise<MemberReading> {
  const header = Buffer.from(await source.read(entry.offset, entry.offset + LOCAL_HEADER_BYTES));
  if (entry.offset < 0 || header.length < LOCAL_HEADER_BYTES || header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
    return { state: "elsewhere", length: "as-stated", local: undefined };
  }
  const local = { method: header.readUInt16LE(8), crc: header.readUInt32LE(14), flags: header.readUInt16LE(6) };
  const nameStart = entry.offset + LOCAL_HEADER_BYTES;
  const nameEnd = nameStart + header.readUInt16LE(26);
  const start = nameEnd + header.readUInt16LE(28);
  const end = start + entry.compressedSize;
  const failed = (state: MemberState): MemberReading => ({ state, length: "as-stated", local });
  if (decodeName(await source.read(nameStart, nameEnd), local.flags) !== entry.ownName) {
    return failed("elsewhere");
  }
  // Two directory headers for one place are let through, as Python does.
  if (end > boundary && boundary !== entry.offset) {
    return failed("overlapping");
  }
  if ((entry.flags & UNREADABLE_FLAGS) !== 0) {
    return failed("encrypted");
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    return failed("other-method");
  }
  const gauge = new Gauge(entry.size, sink);
  const whole = await (entry.method === STORED
    ? readStored(source, start, end, gauge)
    : inflateRawRange(source, { start, end, size: entry.size }, (chunk) => gauge.take(chunk)));
  const intact = whole && gauge.crc === entry.crc;
  return { state: intact ? "intact" : "damaged", length: gauge.length, local };
}

class Gauge {
  crc = 0;
  readonly #size: number;
  readonly #sink: ByteSink;
  #bytes = 0;

  constructor(size: number, sink: ByteSink) {
    this.#size = size;
    this.#sink = sink;
  }

  get length(): MemberReading["length"] {
    return this.#bytes === this.#size ? "as-stated" : this.#bytes > this.#size ? "larger" : "smaller";
  }

  /** True while more is wanted. */
  take(chunk: Buffer): boolean {
    const wanted = chunk.subarray(0, Math.max(0, this.#size - this.#bytes));
    this.#bytes += chunk.length;
    if (wanted.length > 0) {
      this.crc = crc32(wanted, this.crc);
      this.#sink(wanted);
    }
    return this.#bytes <= this.#size;
  }
}

/** False when the file ends before the member does. The next piece is read while one is judged. */
async function readStored(source: ByteSource, start: number, end: number, gauge: Gauge): Promise<boolean> {
  const buffers = lendPieceBuffers();
  const read = (at: number, turn: 0 | 1): Promise<Buffer> =>
    source.read(at, Math.min(end, at + PIECE_BYTES), buffers[turn]);
  let turn: 0 | 1 = 0;
  let pending = start < end ? read(start, turn) : undefined;
  let at = start;
  let whole = true;
  while (pending !== undefined) {
    const piece: Buffer = await pending;
    at += piece.length;
    whole = piece.length > 0;
    turn = turn === 0 ? 1 : 0;
    pending = whole && at < end ? read(at, turn) : undefined;
    if (!gauge.take(piece)) {
      await pending;
      break;
    }
  }
  returnPieceBuffers(buffers);
  return whole;
}
