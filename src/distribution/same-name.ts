import { realpath } from "node:fs/promises";
import { quote } from "../quote.ts";
import type { Candidate } from "./candidate.ts";
import { computeDigests } from "./digests.ts";
import type { DiscoveryFault } from "./discover.ts";

/**
 * Every file name once, sorted. An index knows a file by its name alone, so
 * two files of one name must be the same bytes (F-20).
 */
export async function uniqueByName(
  candidates: readonly Candidate[],
  place: (path: string) => string,
): Promise<{ candidates: Candidate[]; faults: DiscoveryFault[] }> {
  const unique: Candidate[] = [];
  const faults: DiscoveryFault[] = [];
  for (const [filename, [first, ...others]] of Map.groupBy(candidates, (candidate) => candidate.filename)) {
    if (first === undefined) {
      continue;
    }
    unique.push(first);
    for (const other of others) {
      if (!(await sameBytes(first, other))) {
        faults.push({
          code: "distribution-invalid",
          message: `${quote(filename, 255)} is there twice with different content: ${quote(place(first.path), 255)} and ${quote(place(other.path), 255)}.`,
          remedy: "Keep the one that belongs to this release; an index takes a file name once.",
        });
      }
    }
  }
  return { candidates: unique.sort((left, right) => (left.filename < right.filename ? -1 : 1)), faults };
}

async function sameBytes(left: Candidate, right: Candidate): Promise<boolean> {
  if (left.size !== right.size) {
    return false;
  }
  if ((await realpath(left.path)) === (await realpath(right.path))) {
    return true;
  }
  return (await computeDigests(left)).sha256 === (await computeDigests(right)).sha256;
}
