import type { ByteSource } from "./byte-source.ts";
import { MAX_MEMBERS, MAX_NAME_BYTES } from "./limits.ts";
import { CENTRAL_HEADER_BYTES, readEntry, type ZipEntry, ZipUnreadable } from "./zip-entry.ts";

/** The file is no zip archive at all (W-01). */
export class NotZip extends Error {
  override readonly name = "NotZip";
}

/** The directory is larger than what is held in memory. */
export class ZipTooLarge extends Error {
  override readonly name = "ZipTooLarge";
}

/** Where an archive's central directory lies, and what its end record says. */
export interface ZipPlace {
  /** Place of the first directory header in the file. */
  readonly directoryStart: number;
  readonly directorySize: number;
  /** Bytes in front of the archive that its offsets do not count. */
  readonly shift: number;
}

const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const END_SIGNATURE = 0x06054b50;
const END_SIGNATURE_BYTES = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const END64_SIZE = 56;
const END64_LOCATOR_SIZE = 20;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const DIRECTORY_SIGNATURE = 0x02014b50;

/** What Python's zipfile takes from the end records. */
interface EndRecord {
  /** Of this disk, and of the disk with the start of the directory. */
  readonly disks: readonly [number, number];
  readonly directorySize: number;
  readonly directoryOffset: number;
  readonly entryCount: number;
  /** Place of the record, behind the directory. */
  readonly at: number;
}

/**
 * Finds the central directory by the rules of Python's recogniser: an end
 * record near the end, and a directory where it says (W-01).
 *
 * @throws NotZip
 */
export async function findZipDirectory(source: ByteSource): Promise<ZipPlace> {
  const tailStart = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
  const tail = await source.read(tailStart, source.size);
  const end = findEndRecord(tail);
  if (end === undefined) {
    throw new NotZip("it has no end record");
  }
  const plain: EndRecord = {
    disks: [tail.readUInt16LE(end + 4), tail.readUInt16LE(end + 6)],
    entryCount: tail.readUInt16LE(end + 10),
    directorySize: tail.readUInt32LE(end + 12),
    directoryOffset: tail.readUInt32LE(end + 16),
    at: tailStart + end,
  };
  const { disks, directorySize, directoryOffset, entryCount, at } = (await findZip64(source, plain.at)) ?? plain;
  const directoryStart = at - directorySize;
  const place = { directoryStart, directorySize, shift: directoryStart - directoryOffset };
  if (entryCount === 0 && directorySize === 0 && directoryOffset === 0) {
    return place;
  }
  if (disks[0] !== disks[1]) {
    throw new NotZip("it is spread over several disks");
  }
  const signature = directoryStart < 0 ? Buffer.alloc(0) : await source.read(directoryStart, directoryStart + 4);
  if (
    directorySize < CENTRAL_HEADER_BYTES ||
    signature.length < 4 ||
    signature.readUInt32LE(0) !== DIRECTORY_SIGNATURE
  ) {
    throw new NotZip("its directory is not where the end record says");
  }
  return place;
}

function findEndRecord(tail: Buffer): number | undefined {
  const last = tail.length - END_SIZE;
  if (last >= 0 && tail.readUInt32LE(last) === END_SIGNATURE && tail.readUInt16LE(last + 20) === 0) {
    return last;
  }
  const at = tail.lastIndexOf(END_SIGNATURE_BYTES);
  return at >= 0 && at <= last ? at : undefined;
}

/** The ZIP64 end record, where a locator in front of the end record leads to one; undefined where there is no locator. */
async function findZip64(source: ByteSource, endAt: number): Promise<EndRecord | undefined> {
  const locatorAt = endAt - END64_LOCATOR_SIZE;
  const locator = locatorAt < 0 ? Buffer.alloc(0) : Buffer.from(await source.read(locatorAt, endAt));
  if (locator.length < END64_LOCATOR_SIZE || locator.readUInt32LE(0) !== END64_LOCATOR_SIGNATURE) {
    return undefined;
  }
  if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1) {
    throw new NotZip("it is spread over several disks");
  }
  const stated = Number(locator.readBigUInt64LE(8));
  // Bytes in front of the archive shift the record; then it is looked for directly in front of the locator.
  const shifted = locatorAt - END64_SIZE;
  const at = (await isEnd64(source, stated)) || stated >= shifted ? stated : shifted;
  if (stated > shifted || !(await isEnd64(source, at))) {
    throw new NotZip("its ZIP64 locator leads nowhere");
  }
  const record = await source.read(at, at + END64_SIZE);
  const directorySize = record.readBigUInt64LE(40);
  const directoryOffset = record.readBigUInt64LE(48);
  const length = 12n + record.readBigUInt64LE(4);
  if (directoryOffset + directorySize !== BigInt(stated) || BigInt(at) + length !== BigInt(locatorAt)) {
    throw new NotZip("its ZIP64 end record contradicts its locator");
  }
  return {
    disks: [record.readUInt32LE(16), record.readUInt32LE(20)],
    entryCount: Number(record.readBigUInt64LE(32)),
    directorySize: Number(directorySize),
    directoryOffset: Number(directoryOffset),
    at,
  };
}

async function isEnd64(source: ByteSource, at: number): Promise<boolean> {
  const signature = await source.read(at, at + 4);
  return at + END64_SIZE <= source.size && signature.readUInt32LE(0) === END64_SIGNATURE;
}

/**
 * Reads all headers of the central directory (W-02).
 *
 * @throws ZipUnreadable where Python's reader fails, and ZipTooLarge above our own bounds.
 */
export async function readZipDirectory(source: ByteSource, place: ZipPlace): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  const end = place.directoryStart + place.directorySize;
  let nameBytes = 0;
  for (let at = place.directoryStart; at < end; ) {
    const fixed = await source.read(at, Math.min(end, at + CENTRAL_HEADER_BYTES));
    if (fixed.length < CENTRAL_HEADER_BYTES || fixed.readUInt32LE(0) !== DIRECTORY_SIGNATURE) {
      throw new ZipUnreadable("its directory holds something that is no header");
    }
    const length = CENTRAL_HEADER_BYTES + fixed.readUInt16LE(28) + fixed.readUInt16LE(30) + fixed.readUInt16LE(32);
    if (at + length > end) {
      throw new ZipUnreadable("its directory stops inside a header");
    }
    nameBytes += fixed.readUInt16LE(28);
    if (entries.length >= MAX_MEMBERS || nameBytes > MAX_NAME_BYTES) {
      throw new ZipTooLarge(`has more than ${MAX_MEMBERS} members, or more than ${MAX_NAME_BYTES} bytes of names`);
    }
    entries.push(readEntry(await source.read(at, at + length), place.shift));
    at += length;
  }
  return entries;
}
