import { createCipheriv, createHash } from "node:crypto";

/** Bytes handed out at a time; big enough to keep hashing and writing cheap, small enough to stay flat in memory. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * The same `sizeBytes` bytes for the same seed, in pieces. They look random to every compressor: an AES-CTR key stream.
 * A generated release must not shrink on its way (a deflating link or archive would flatter whoever uses it), and must
 * be the same in every run, or figures of two runs could not be set side by side.
 */
export function* incompressibleChunks(seed: string, sizeBytes: number): Generator<Buffer> {
  const key = createHash("sha256").update(seed).digest();
  const stream = createCipheriv("aes-256-ctr", key, Buffer.alloc(16));
  const zeros = Buffer.alloc(Math.min(CHUNK_BYTES, sizeBytes));
  for (let left = sizeBytes; left > 0; left -= zeros.length) {
    yield stream.update(left < zeros.length ? zeros.subarray(0, left) : zeros);
  }
}
