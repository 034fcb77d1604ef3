import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { leafHash, MerkleTree } from "../../../emulator/sigstore/merkle-tree.ts";

/** The entries and roots that implementations of RFC 6962 are tested with, oldest entry first. */
const SAMPLES: readonly (readonly [entry: string, root: string])[] = [
  ["", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
  ["00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
  ["10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
  ["2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"],
  ["3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"],
  ["40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"],
  ["5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"],
  ["606162636465666768696a6b6c6d6e6f", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
];

describe("the Merkle tree", () => {
  it("has the root of RFC 6962 at every size", () => {
    const tree = new MerkleTree();
    expect(tree.root().toString("hex")).toBe(createHash("sha256").digest("hex"));
    for (const [index, [entry, root]] of SAMPLES.entries()) {
      expect(tree.append(Buffer.from(entry, "hex"))).toBe(index);
      expect(tree.root().toString("hex")).toBe(root);
    }
    expect(tree.root(3).toString("hex")).toBe(SAMPLES[2]?.[1]);
  });

  it("proves every entry in every tree of up to 40", () => {
    const tree = new MerkleTree();
    const entries = Array.from({ length: 40 }, (_none, index) => Buffer.from(`entry ${index}`));
    for (const [last, entry] of entries.entries()) {
      tree.append(entry);
      for (let index = 0; index <= last; index += 1) {
        const leaf = leafHash(entries[index] ?? Buffer.alloc(0));
        const root = climb(leaf, index, last + 1, tree.inclusionProof(index));
        expect(root.equals(tree.root())).toBe(true);
      }
    }
  });
});

/** Verification as RFC 9162, section 2.1.3.2, words it: another way than the tree's own recursion. */
function climb(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer {
  let position = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (position % 2 === 1 || position === last) {
      hash = node(sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position >>= 1;
        last >>= 1;
      }
    } else {
      hash = node(hash, sibling);
    }
    position >>= 1;
    last >>= 1;
  }
  expect(last).toBe(0);
  return hash;
}

function node(left: Buffer, right: Buffer): Buffer {
  return createHash("sha256")
    .update(Buffer.from([1]))
    .update(left)
    .update(right)
    .digest();
}
