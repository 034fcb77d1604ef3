import { createHash } from "node:crypto";

/** A Merkle tree over log entries that grows at its end (RFC 6962, section 2.1; SHA-256). */
export class MerkleTree {
  readonly #leaves: Buffer[] = [];
  /** Roots of complete subtrees, by first leaf and size: they never change again. */
  readonly #complete = new Map<string, Buffer>();

  get size(): number {
    return this.#leaves.length;
  }

  /** Adds an entry at the end; the result is its index. */
  append(entry: Buffer): number {
    return this.#leaves.push(leafHash(entry)) - 1;
  }

  /** Root over all entries, or over the first `size`. */
  root(size: number = this.size): Buffer {
    return size === 0 ? sha256(Buffer.alloc(0)) : this.#subtree(0, size);
  }

  /** The audit path of an entry in the tree of the first `size` entries, from the leaf upwards. */
  inclusionProof(index: number, size: number = this.size): Buffer[] {
    return this.#path(index, 0, size);
  }

  #path(index: number, start: number, end: number): Buffer[] {
    if (end - start === 1) {
      return [];
    }
    const middle = start + largestPowerBelow(end - start);
    return index < middle
      ? [...this.#path(index, start, middle), this.#subtree(middle, end)]
      : [...this.#path(index, middle, end), this.#subtree(start, middle)];
  }

  #subtree(start: number, end: number): Buffer {
    if (end - start === 1) {
      return this.#leaves[start] ?? Buffer.alloc(0);
    }
    const key = `${start}-${end}`;
    const known = this.#complete.get(key);
    if (known !== undefined) {
      return known;
    }
    const half = largestPowerBelow(end - start);
    const hash = sha256(Buffer.from([1]), this.#subtree(start, start + half), this.#subtree(start + half, end));
    if (end - start === half * 2) {
      this.#complete.set(key, hash);
    }
    return hash;
  }
}

/** Hash of an entry as a leaf. */
export function leafHash(entry: Buffer): Buffer {
  return sha256(Buffer.from([0]), entry);
}

/** The largest power of two that is smaller than `count` (at least 2). */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) {
    power *= 2;
  }
  return power;
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(part);
  }
  return hash.digest();
}
