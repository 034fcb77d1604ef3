import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import blake2b from "hash-wasm/dist/blake2b.umd.min.js";
import type { DigestOptions, Digests, JudgedFile } from "./digests.ts";

const READ_BYTES = 512 * 1024;
const BLAKE2B_256_BITS = 256;

/**
 * Reads a file once, in constant memory; `changed` when it is not the one that was judged, or changes meanwhile.
 *
 * @throws the file system's error, and the reason of the signal.
 */
export async function digestFile(
  { path, size, modifiedMs }: JudgedFile,
  options: DigestOptions,
): Promise<Digests | "changed"> {
  const handle = await open(path);
  try {
    const { dev, ino, ...before } = await handle.stat({ bigint: true });
    if (Number(before.size) !== size || Math.abs(Number(before.mtimeNs) / 1e6 - modifiedMs) > 0.01) {
      return "changed";
    }
    const digests = await digest(handle, size, options);
    const after = await handle.stat({ bigint: true });
    const { mtimeNs, ctimeNs } = before;
    return digests?.size === size && after.mtimeNs === mtimeNs && after.ctimeNs === ctimeNs
      ? { ...digests, stamp: { dev, ino, size: before.size, mtimeNs, ctimeNs } }
      : "changed";
  } finally {
    await handle.close();
  }
}

/** Undefined when there are more bytes than expected: a file that grows may never end. */
async function digest(handle: FileHandle, expectedSize: number, options: DigestOptions): Promise<Digests | undefined> {
  const sha256 = createHash("sha256");
  const md5 = options.md5 === true ? createHash("md5") : undefined;
  const blake = await blake2b.createBLAKE2b(BLAKE2B_256_BITS);
  let size = 0;
  // Two buffers: the next piece is read from disk while this one is hashed.
  const bytes = Math.min(READ_BYTES, expectedSize + 1);
  const buffers = [Buffer.allocUnsafeSlow(bytes), Buffer.allocUnsafeSlow(bytes)] as const;
  let turn: 0 | 1 = 0;
  let pending = handle.read(buffers[turn], 0, bytes, 0);
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
    pending = handle.read(buffers[turn], 0, bytes, size);
    const piece = buffer.subarray(0, bytesRead);
    sha256.update(piece);
    md5?.update(piece);
    blake.update(piece);
  }
}
