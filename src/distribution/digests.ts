import { createHash } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import blake2b from "hash-wasm/dist/blake2b.umd.min.js";
import { codeOf, describeError, PublishError } from "../errors.ts";
import { quote } from "../quote.ts";

/** Digests of one file, as lower-case hexadecimal. */
export interface Digests {
  readonly sha256: string;
  /** BLAKE2b with a digest of 32 bytes, no key. */
  readonly blake2b256: string;
  /** Only when it was asked for: nobody but a reader of the log wants it, and it takes as long as the other two. */
  readonly md5?: string;
  /** Bytes that went into the digests. */
  readonly size: number;
}

const READ_BYTES = 1024 * 1024;
const BLAKE2B_256_BITS = 256;

export interface DigestOptions {
  readonly md5?: boolean;
  /** Ends the reading when the run is cancelled. */
  readonly signal?: AbortSignal;
}

/** A file as it was when its content was judged. */
export interface JudgedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modifiedMs: number;
}

/**
 * Reads a file once, in constant memory, and computes the digests that the upload form carries.
 *
 * @throws PublishError `distribution-invalid` when the file cannot be read, changes while it is read, or is not the
 * one that was judged any more.
 */
export async function computeDigests({ path, ...judged }: JudgedFile, options: DigestOptions = {}): Promise<Digests> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const before = await handle.stat({ bigint: true });
    if (Number(before.size) !== judged.size || Math.abs(Number(before.mtimeNs) / 1e6 - judged.modifiedMs) > 0.01) {
      throw changed(path);
    }
    const digests = await digest(handle, before.size, options);
    if (digests === undefined || hasChanged(before, await handle.stat({ bigint: true }), digests.size)) {
      throw changed(path);
    }
    return digests;
  } catch (error) {
    options.signal?.throwIfAborted();
    throw error instanceof PublishError ? error : unreadable(path, error);
  } finally {
    await handle?.close();
  }
}

/** Undefined when there are more bytes than expected: a file that grows may never end. */
async function digest(handle: FileHandle, expectedSize: bigint, options: DigestOptions): Promise<Digests | undefined> {
  const sha256 = createHash("sha256");
  const md5 = options.md5 === true ? createHash("md5") : undefined;
  const blake = await blake2b.createBLAKE2b(BLAKE2B_256_BITS);
  let size = 0;
  // Two buffers: the next piece is read from disk while this one is hashed.
  const buffers = [Buffer.allocUnsafe(READ_BYTES), Buffer.allocUnsafe(READ_BYTES)] as const;
  let turn: 0 | 1 = 0;
  let pending = handle.read(buffers[turn], 0, READ_BYTES, 0);
  for (;;) {
    const { buffer, bytesRead } = await pending;
    options.signal?.throwIfAborted();
    if (bytesRead === 0) {
      return {
        sha256: sha256.digest("hex"),
        blake2b256: blake.digest("hex"),
        ...(md5 !== undefined && { md5: md5.digest("hex") }),
        size,
      };
    }
    size += bytesRead;
    if (size > expectedSize) {
      return undefined;
    }
    turn = turn === 0 ? 1 : 0;
    pending = handle.read(buffers[turn], 0, READ_BYTES, size);
    const piece = buffer.subarray(0, bytesRead);
    sha256.update(piece);
    md5?.update(piece);
    blake.update(piece);
  }
}

function hasChanged(before: BigIntStats, after: BigIntStats, bytesRead: number): boolean {
  return before.size !== after.size || before.mtimeNs !== after.mtimeNs || after.size !== BigInt(bytesRead);
}

function changed(path: string): PublishError {
  const filename = basename(path);
  return new PublishError("distribution-invalid", `${quote(filename, 255)} was changed after it was checked.`, {
    filename,
    remedy: "Publish only after everything that writes into the folder has ended.",
  });
}

function unreadable(path: string, cause: unknown): PublishError {
  const filename = basename(path);
  return new PublishError("distribution-invalid", `${quote(filename, 255)} cannot be read: ${describeError(cause)}.`, {
    filename,
    cause,
    remedy:
      codeOf(cause) === "ENOENT"
        ? "It was there a moment ago: publish only after everything that writes into the folder has ended."
        : "Make the file readable for the user that runs the job.",
  });
}
