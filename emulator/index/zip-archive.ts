import { crc32, inflateRawSync } from "node:zlib";
import type { Content } from "./content.ts";

/** The file is no zip archive at all (rule W-01). */
export class NotZip extends Error {
  override readonly name = "NotZip";
}

/** The archive cannot be read where it has to be (rules W-02, W-30). */
export class ZipUnreadable extends Error {
  override readonly name = "ZipUnreadable";
}

export interface ZipEntry {
  /** Decoded as the flags say: UTF-8 with bit 11, else code page 437 (taken as Latin-1 here). */
  readonly name: string;
  readonly rawName: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

export interface EndRecord {
  readonly directorySize: number;
  readonly directoryOffset: number;
  readonly entryCount: number;
}

const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const DIRECTORY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;

/** A zip archive read through its central directory. */
export class ZipArchive {
  readonly entries: readonly ZipEntry[];
  readonly #content: Content;

  private constructor(content: Content, entries: readonly ZipEntry[]) {
    this.#content = content;
    this.entries = entries;
  }

  /** Throws {@link NotZip} or {@link ZipUnreadable}. */
  static async open(content: Content): Promise<ZipArchive> {
    const end = await findDirectory(content);
    const directory = await content.read(end.start, end.start + end.record.directorySize);
    return new ZipArchive(content, readDirectory(directory, end.start - end.record.directoryOffset));
  }

  has(name: string): boolean {
    return this.entries.some((entry) => entry.name === name);
  }

  /** The last entry of that name counts. */
  find(name: string): ZipEntry | undefined {
    return this.entries.findLast((entry) => entry.name === name);
  }

  /** Inflates one member and checks its checksum. Throws {@link ZipUnreadable}. */
  async read(entry: ZipEntry): Promise<Buffer> {
    const header = await this.#content.read(entry.offset, entry.offset + 30);
    if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
      throw new ZipUnreadable(`no member at the place of ${entry.name}`);
    }
    const nameLength = header.readUInt16LE(26);
    const start = entry.offset + 30 + nameLength + header.readUInt16LE(28);
    const localName = await this.#content.read(entry.offset + 30, entry.offset + 30 + nameLength);
    if (!localName.equals(entry.rawName)) {
      throw new ZipUnreadable(`the names of ${entry.name} differ`);
    }
    const raw = await this.#content.read(start, start + entry.compressedSize);
    let data: Buffer;
    try {
      data = entry.method === 8 ? inflateRawSync(raw, { maxOutputLength: Math.max(1, entry.size) }) : raw;
    } catch (error) {
      throw new ZipUnreadable(`${entry.name} cannot be inflated`, { cause: error });
    }
    if (crc32(data) !== entry.crc) {
      throw new ZipUnreadable(`the checksum of ${entry.name} is wrong`);
    }
    return data;
  }
}

/** Rule W-01: an end record near the end, and a directory where it says. */
async function findDirectory(content: Content): Promise<{ record: EndRecord; start: number }> {
  const tailStart = Math.max(0, content.size - END_SIZE - LONGEST_COMMENT);
  const tail = await content.read(tailStart, content.size);
  const at = findEndRecord(tail);
  if (at === undefined || tail.readUInt16LE(at + 4) !== tail.readUInt16LE(at + 6)) {
    throw new NotZip("no end record");
  }
  const plain = {
    entryCount: tail.readUInt16LE(at + 10),
    directorySize: tail.readUInt32LE(at + 12),
    directoryOffset: tail.readUInt32LE(at + 16),
  };
  const endAt = tailStart + at;
  const wide = await findZip64(content, endAt);
  const record = wide?.record ?? plain;
  const directoryEnd = wide?.at ?? endAt;
  const start = directoryEnd - record.directorySize;
  if (record.entryCount === 0 && record.directorySize === 0 && record.directoryOffset === 0) {
    return { record, start };
  }
  const signature = start < 0 ? Buffer.alloc(0) : await content.read(start, start + 4);
  if (record.directorySize < 46 || signature.length < 4 || signature.readUInt32LE(0) !== DIRECTORY_SIGNATURE) {
    throw new NotZip("no directory before the end record");
  }
  return { record, start };
}

function findEndRecord(tail: Buffer): number | undefined {
  const last = tail.length - END_SIZE;
  if (last >= 0 && tail.readUInt32LE(last) === END_SIGNATURE && tail.readUInt16LE(last + 20) === 0) {
    return last;
  }
  const signature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
  const at = tail.lastIndexOf(signature);
  return at >= 0 && at <= last ? at : undefined;
}

async function findZip64(content: Content, endAt: number): Promise<{ record: EndRecord; at: number } | undefined> {
  if (endAt < 20) {
    return undefined;
  }
  const locator = await content.read(endAt - 20, endAt);
  if (locator.readUInt32LE(0) !== END64_LOCATOR_SIGNATURE) {
    return undefined;
  }
  const at = Number(locator.readBigUInt64LE(8));
  const record = at + 56 <= content.size ? await content.read(at, at + 56) : Buffer.alloc(0);
  const fits = record.length === 56 && record.readUInt32LE(0) === END64_SIGNATURE;
  if (locator.readUInt32LE(16) !== 1 || !fits || at + 12 + Number(record.readBigUInt64LE(4)) !== endAt - 20) {
    throw new NotZip("the ZIP64 locator leads nowhere");
  }
  return {
    at,
    record: {
      entryCount: Number(record.readBigUInt64LE(32)),
      directorySize: Number(record.readBigUInt64LE(40)),
      directoryOffset: Number(record.readBigUInt64LE(48)),
    },
  };
}

/** `shift`: how far the members lie behind their stated places, because of bytes before the archive. */
function readDirectory(directory: Buffer, shift: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.length; ) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY_SIGNATURE) {
      throw new ZipUnreadable("the directory is damaged");
    }
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const end = extraEnd + directory.readUInt16LE(at + 32);
    if (end > directory.length) {
      throw new ZipUnreadable("the directory stops inside a header");
    }
    entries.push(readEntry(directory, at, { nameEnd, extraEnd, shift }));
    at = end;
  }
  return entries;
}

function readEntry(
  directory: Buffer,
  at: number,
  place: { nameEnd: number; extraEnd: number; shift: number },
): ZipEntry {
  const flags = directory.readUInt16LE(at + 8);
  const rawName = Buffer.from(directory.subarray(at + 46, place.nameEnd));
  const wide = zip64Values(directory.subarray(place.nameEnd, place.extraEnd));
  const next = (value: number): number => {
    if (value !== 0xffffffff || wide === undefined) {
      return value;
    }
    const taken = wide.shift();
    if (taken === undefined) {
      throw new ZipUnreadable("a ZIP64 extra field is too short");
    }
    return taken;
  };
  const size = next(directory.readUInt32LE(at + 24));
  const compressedSize = next(directory.readUInt32LE(at + 20));
  const offset = next(directory.readUInt32LE(at + 42)) + place.shift;
  return {
    name: rawName.toString((flags & 0x800) !== 0 ? "utf8" : "latin1"),
    rawName,
    flags,
    method: directory.readUInt16LE(at + 10),
    crc: directory.readUInt32LE(at + 16),
    compressedSize,
    size,
    offset,
  };
}

function zip64Values(extra: Buffer): number[] | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) {
      throw new ZipUnreadable("an extra field runs past its end");
    }
    if (extra.readUInt16LE(at) === 1) {
      const values: number[] = [];
      for (let value = at + 4; value + 8 <= end; value += 8) {
        values.push(Number(extra.readBigUInt64LE(value)));
      }
      return values;
    }
    at = end;
  }
  return undefined;
}
