import type { BigIntStats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import FormData from "form-data";

/** One form to send: text fields in order, repeated names allowed, and one file streamed from disk. */
export interface MultipartForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly file: {
    readonly field: string;
    readonly path: string;
    readonly filename: string;
    /** Bytes. */
    readonly size: number;
    /** What the file system said of the file when its digests were computed. */
    readonly stamp?: FileStamp;
  };
}

export type FileStamp = Pick<BigIntStats, "dev" | "ino" | "size" | "mtimeNs" | "ctimeNs">;

export interface RequestBody {
  readonly contentType: string;
  /** Bytes. */
  readonly contentLength: number;
  readonly stream: Readable;
  /** How much of the stream has been taken so far. */
  readonly taken: { bytes: number };
}

/** The file is not the one whose digests are in the form. Its request was broken off before its last byte. */
export class FileChangedError extends Error {
  override readonly name = "FileChangedError";
  readonly code = "FILE_CHANGED";
}

const PIECE_BYTES = 256 * 1024;

/**
 * A fresh body for one attempt; a body that has been read once cannot be sent again.
 * Text parts carry no `filename` and no Content-Type of their own (index rules H-05, H-07).
 * The stream fails with FileChangedError when the file is not what it was.
 */
export function multipartBody({ fields, file }: MultipartForm): RequestBody {
  const data = new FormData();
  for (const [name, value] of fields) {
    data.append(name, value);
  }
  data.append(file.field, Buffer.alloc(0), { filename: file.filename, contentType: "application/octet-stream" });
  const end = Buffer.from(`\r\n--${data.getBoundary()}--\r\n`);
  const whole = data.getBuffer();
  const head = whole.subarray(0, whole.length - end.length);
  const taken = { bytes: 0 };
  return {
    contentType: `multipart/form-data; boundary=${data.getBoundary()}`,
    contentLength: head.length + file.size + end.length,
    // One piece ahead: it is read from disk while the one before is on its way.
    stream: Readable.from(counted(pieces(head, file, end), taken), { objectMode: false, highWaterMark: 1 }),
    taken,
  };
}

async function* counted(pieces: AsyncGenerator<Buffer>, taken: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    taken.bytes += piece.length;
    yield piece;
  }
}

/**
 * Head, file and end of a form. The pieces of the file share two buffers, or eight uploads side by side would leave
 * hundreds of megabytes for the garbage collector: a piece is good until the next but one is asked for. undici asks for
 * no further piece before the last one has left for the kernel.
 */
async function* pieces(head: Buffer, file: MultipartForm["file"], end: Buffer): AsyncGenerator<Buffer> {
  const handle = await open(file.path);
  try {
    const opened = await handle.stat({ bigint: true });
    if (opened.size !== BigInt(file.size) || (file.stamp !== undefined && !isSame(opened, file.stamp))) {
      throw new FileChangedError("it was changed after its digests were computed");
    }
    yield head;
    const buffers = [Buffer.allocUnsafeSlow(PIECE_BYTES), Buffer.allocUnsafeSlow(PIECE_BYTES)] as const;
    let turn: 0 | 1 = 0;
    for (let at = 0; at < file.size; ) {
      const piece = await fill(handle, buffers[turn], at, Math.min(PIECE_BYTES, file.size - at));
      at += piece.length;
      turn = turn === 0 ? 1 : 0;
      // Before the last piece: what has changed must not arrive whole.
      if (at === file.size && !isSame(await handle.stat({ bigint: true }), opened)) {
        throw new FileChangedError("it was changed while it was being sent");
      }
      yield piece;
    }
    // Before the end of the form: a quick answer must find a stream that has ended.
    await handle.close();
    yield end;
  } finally {
    await handle.close();
  }
}

/** A whole piece: one that was shorter than what undici's socket holds could be overwritten before it has left. */
async function fill(handle: FileHandle, buffer: Buffer, position: number, length: number): Promise<Buffer> {
  for (let filled = 0; filled < length; ) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) {
      throw new FileChangedError("it became shorter while it was being sent");
    }
    filled += bytesRead;
  }
  return buffer.subarray(0, length);
}

function isSame(now: FileStamp, then: FileStamp): boolean {
  return (
    now.dev === then.dev &&
    now.ino === then.ino &&
    now.size === then.size &&
    now.mtimeNs === then.mtimeNs &&
    now.ctimeNs === then.ctimeNs
  );
}
