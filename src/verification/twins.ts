import { createHash } from "node:crypto";
import { openFileSource } from "../archive/byte-source.ts";
import { computeDigests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import type { Pool } from "../pool.ts";

/** Holds what differs between any two builds: a zip directory with its checksums, the trailer of a gzip stream. */
const END_BYTES = 64 * 1024;

export type MaybeTwin = Distribution & { readonly sha256?: string };

/**
 * Hashes, for rule F-20, the files that may hold the same bytes: those that share size and end. Wheels of one release
 * often share their size, and hashing them all would take as long as the rest of the verification.
 */
export async function withHashesOfTwins(
  distributions: readonly Distribution[],
  pool: Pool,
): Promise<readonly MaybeTwin[]> {
  const bySize = Map.groupBy(distributions, ({ size }) => size);
  const sameSize = distributions.filter(({ size }) => (bySize.get(size)?.length ?? 0) > 1);
  const ends = new Map<Distribution, string>();
  await Promise.all(sameSize.map((each) => pool.run(async () => ends.set(each, await hashOfEnd(each)))));
  const byEnd = Map.groupBy(sameSize, (each) => `${each.size} ${ends.get(each)}`);
  const twins = new Set([...byEnd.values()].filter((group) => group.length > 1).flat());
  return Promise.all(
    distributions.map((each) =>
      twins.has(each) ? pool.run(async () => ({ ...each, sha256: (await computeDigests(each)).sha256 })) : each,
    ),
  );
}

async function hashOfEnd({ path, size }: Distribution): Promise<string> {
  const source = await openFileSource(path);
  try {
    return createHash("sha256")
      .update(await source.read(size - END_BYTES, size))
      .digest("base64");
  } finally {
    await source.close();
  }
}
