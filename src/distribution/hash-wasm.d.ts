declare module "hash-wasm/dist/blake2b.umd.min.js" {
  import type { createBLAKE2b } from "hash-wasm";

  // The file with this algorithm alone keeps some 270 KB out of the bundle. CommonJS without names that Node could detect.
  const blake2b: { readonly createBLAKE2b: typeof createBLAKE2b };
  export = blake2b;
}
