import type { Digests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import type { Log } from "../ports.ts";

/** The lines of the action this one replaces, which other steps may read. */
export function printHashes({ filename }: Distribution, { sha256, md5, blake2b256 }: Digests, log: Log): void {
  log.group(`Hashes of ${filename}`, [`SHA256: ${sha256}`, `MD5: ${md5}`, `BLAKE2-256: ${blake2b256}`]);
}
