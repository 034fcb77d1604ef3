import { constants, createInflateRaw, type InflateRaw, inflateRawSync } from "node:zlib";
import { codeOf } from "../errors.ts";
import type { ByteSource } from "./byte-source.ts";
import { lendPieceBuffers, PIECE_BYTES, returnPieceBuffers } from "./piece-buffers.ts";

/** Up to here a trip to the thread pool costs more than inflating at once. */
const SYNC_INPUT_BYTES = 32 * 1024;
const SYNC_OUTPUT_BYTES = 256 * 1024;

/** How a deflate stream ended. */
export interface InflateEnd {
  /** Bytes of the source that belong to the stream, up to its end or to where reading stopped. */
  readonly consumed: number;
  /**
   * `complete`: its end mark was seen, or, when no byte follows, may have been;
   * `cut`: the source ended before; `stopped`: the taker wanted no more; `invalid`: it is no deflate data.
   */
  readonly state: "complete" | "cut" | "stopped" | "invalid";
}

/**
 * Inflates a raw deflate stream chunk by chunk in the thread pool; bytes behind it are left alone. Constant memory:
 * nothing is left to the garbage collector, which would let some 60 MB of used chunks gather.
 *
 * @param take is given each chunk, valid during the call only, and returns false to stop.
 * @throws the file system's error when the source cannot be read.
 */
export async function inflateRaw(
  source: ByteSource,
  range: { readonly start: number; readonly end: number },
  take: (chunk: Buffer) => boolean,
): Promise<InflateEnd> {
  const start = range.start;
  const end = Math.max(start, Math.min(range.end, source.size));
  // Flushing by Z_SYNC_FLUSH hands out what a cut stream still holds instead of failing.
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  try {
    const state = await new Promise<InflateEnd["state"]>((resolve, reject) => {
      inflate.on("data", (chunk: Buffer) => {
        try {
          if (!take(chunk)) {
            resolve("stopped");
          }
          freeWhenFull(chunk);
        } catch (error) {
          reject(error);
        }
      });
      inflate.once("error", () => resolve("invalid"));
      inflate.once("end", () => resolve("complete"));
      feed(inflate, source, start, end).catch(reject);
    });
    const consumed = inflate.bytesWritten;
    return { state: state === "complete" && consumed >= end - start ? "cut" : state, consumed };
  } finally {
    inflate.destroy();
  }
}

/** Writes the source into the stream; the next piece is read while one is inflated. */
async function feed(inflate: InflateRaw, source: ByteSource, start: number, end: number): Promise<void> {
  const buffers = lendPieceBuffers();
  let at = start;
  const read = (turn: number): Promise<Buffer> =>
    source.read(at, Math.min(end, at + PIECE_BYTES), buffers[turn % 2 === 0 ? 0 : 1]);
  let piece = await read(0);
  for (let turn = 1; piece.length > 0 && !inflate.destroyed; turn += 1) {
    at += piece.length;
    [, piece] = await Promise.all([written(inflate, piece), read(turn)]);
  }
  inflate.end();
  returnPieceBuffers(buffers);
}

/** Once the stream is done with the bytes; never, when it ends before them. */
function written(inflate: InflateRaw, chunk: Buffer): Promise<void> {
  return new Promise((resolve) => {
    inflate.write(chunk, () => resolve());
  });
}

/** zlib fills a buffer by one chunk after another; behind the last one it takes a new buffer. */
function freeWhenFull({ buffer, byteOffset, byteLength }: Buffer): void {
  if ("transfer" in buffer && buffer.byteLength === PIECE_BYTES && byteOffset + byteLength === PIECE_BYTES) {
    buffer.transfer(0);
  }
}

/**
 * Inflates the deflate stream of one zip member, small ones at once. True
 * unless its data are invalid; a stream without its end mark passes, as it
 * does with Python: the checksum decides.
 */
export async function inflateRawRange(
  source: ByteSource,
  member: { readonly start: number; readonly end: number; readonly size: number },
  take: (chunk: Buffer) => boolean,
): Promise<boolean> {
  const { start, end, size } = member;
  if (end - start <= SYNC_INPUT_BYTES && size <= SYNC_OUTPUT_BYTES) {
    const raw = await source.read(start, end);
    try {
      take(
        inflateRawSync(raw, {
          maxOutputLength: size + 1,
          chunkSize: Math.max(64, size + 1),
          finishFlush: constants.Z_SYNC_FLUSH,
        }),
      );
      return raw.length === end - start;
    } catch (error) {
      if (codeOf(error) !== "ERR_BUFFER_TOO_LARGE") {
        return false;
      }
      // More comes out than the directory says: the stream stops where the taker has enough.
    }
  }
  const { state } = await inflateRaw(source, { start, end }, take);
  return state !== "invalid" && end <= source.size;
}

/** A whole short stream at the beginning of `raw`; undefined when it does not end there, or is no such thing. */
export function inflateShort(raw: Buffer): { readonly data: Buffer; readonly consumed: number } | undefined {
  try {
    const options = { maxOutputLength: SYNC_OUTPUT_BYTES, finishFlush: constants.Z_SYNC_FLUSH, info: true };
    const result: unknown = inflateRawSync(raw, options);
    // With nothing left over its end mark may be missing.
    return isInflated(result) && result.engine.bytesWritten < raw.length
      ? { data: result.buffer, consumed: result.engine.bytesWritten }
      : undefined;
  } catch {
    return undefined;
  }
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** What zlib gives with the option `info`, of which its types do not know. */
function isInflated(result: unknown): result is Inflated {
  return typeof result === "object" && result !== null && "buffer" in result && "engine" in result;
}
