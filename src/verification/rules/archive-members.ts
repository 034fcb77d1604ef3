import { createHash, type Hash } from "node:crypto";
import { MAX_INFLATED_BYTES } from "../../archive/limits.ts";
import type { ZipEntry } from "../../archive/zip-entry.ts";
import { type MemberReading, readMember } from "../../archive/zip-member.ts";
import type { OpenedZip } from "./archive-zip.ts";
import { CodeScan, type EncryptionTool, isScanned } from "./code-scan.ts";

/** What was seen of one member. */
export interface MemberFacts {
  readonly entry: ZipEntry;
  readonly reading: MemberReading;
  /** Searched for encrypted code, and found (W-07). */
  readonly tool: EncryptionTool | undefined;
  /** Digest by the algorithm asked for, in URL-safe Base64 without padding. */
  readonly digest: string | undefined;
}

/** Members read at the same time: while one is inflated in the thread pool another is hashed. */
const MEMBERS_AT_ONCE = 3;

/**
 * Reads every member once, in the order in which they lie in the file; the
 * result has the directory's order. Undefined where the whole is a bomb (W-03)
 * or above our own bound.
 *
 * @param algorithmOf name of the hash wanted of a member, if one is.
 */
export async function readMembers(
  zip: OpenedZip,
  algorithmOf: (name: string) => string | undefined,
): Promise<readonly MemberFacts[] | undefined> {
  const total = zip.entries.reduce((sum, { size }) => sum + size, 0);
  if (zip.bomb || total > MAX_INFLATED_BYTES + zip.source.size) {
    return undefined;
  }
  const order = zip.entries
    .map((entry, index) => ({ entry, index }))
    .sort((left, right) => left.entry.offset - right.entry.offset);
  const facts = new Array<MemberFacts>(order.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let turn = next++; turn < order.length; turn = next++) {
      const item = order[turn];
      if (item !== undefined) {
        const boundary = order[turn + 1]?.entry.offset ?? zip.place.directoryStart;
        facts[item.index] = await readOne(zip, item.entry, boundary, algorithmOf(item.entry.name));
      }
    }
  };
  await Promise.all(Array.from({ length: MEMBERS_AT_ONCE }, work));
  return facts;
}

async function readOne(
  zip: OpenedZip,
  entry: ZipEntry,
  boundary: number,
  algorithm: string | undefined,
): Promise<MemberFacts> {
  const hash: Hash | undefined = algorithm === undefined ? undefined : createHash(algorithm);
  const scan = isScanned(entry.name, entry.size) ? new CodeScan() : undefined;
  const reading = await readMember(zip.source, entry, boundary, (chunk) => {
    hash?.update(chunk);
    scan?.chunk(chunk);
  });
  const intact = reading.state === "intact";
  return {
    entry,
    reading,
    tool: intact ? scan?.result() : undefined,
    digest: intact ? hash?.digest("base64url") : undefined,
  };
}

/** One member in memory; undefined when it is larger than `limit` or cannot be read. */
export async function readWhole(zip: OpenedZip, entry: ZipEntry, limit: number): Promise<Buffer | undefined> {
  if (entry.size > limit) {
    return undefined;
  }
  const whole = Buffer.alloc(entry.size);
  let filled = 0;
  const { state } = await readMember(zip.source, entry, boundaryOf(zip, entry), (chunk) => {
    filled += chunk.copy(whole, filled);
  });
  return state === "intact" ? whole.subarray(0, filled) : undefined;
}

/** Where the next member or the directory begins. */
function boundaryOf(zip: OpenedZip, entry: ZipEntry): number {
  return zip.entries.reduce(
    (nearest, { offset }) => (offset > entry.offset && offset < nearest ? offset : nearest),
    zip.place.directoryStart,
  );
}
