import { createHash } from "node:crypto";

/** The made-up account or repository number that goes with a name: the same in every process. */
export function numericId(name: string): string {
  const digest = createHash("sha256").update(name.toLowerCase()).digest();
  return String(1_000_000 + (digest.readUInt32BE(0) % 200_000_000));
}
