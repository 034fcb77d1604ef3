import { crc32, deflateRawSync } from "node:zlib";

/** One member of a zip archive; every property but name and data exists to break something. */
export interface ZipMember {
  readonly name: string | Buffer;
  readonly data?: string | Buffer;
  /** 0 stored, 8 deflated (default); another number is written as it is, with the data stored. */
  readonly method?: number;
  /** General purpose flags; bit 11 (UTF-8) is set by itself for names outside ASCII. */
  readonly flags?: number;
  readonly crc?: number;
  readonly localExtra?: Buffer;
  readonly centralExtra?: Buffer;
  readonly comment?: string;
  readonly modeBits?: number;
  /** Uncompressed size to declare in both headers. */
  readonly declaredSize?: number;
  /** Name and flags in the local header, when they differ from those of the directory. */
  readonly localName?: string | Buffer;
  readonly localFlags?: number;
  /** Compressed size to declare in the local header only. */
  readonly localCompressedSize?: number;
  /** Leaves the member out of the central directory. */
  readonly localOnly?: boolean;
  /** Leaves the member's local header and data out. */
  readonly centralOnly?: boolean;
  /** Lists the member twice in the central directory. */
  readonly listedTwice?: boolean;
  /** Writes bit 3 and a signed data descriptor behind the data, as streaming writers do. */
  readonly dataDescriptor?: boolean;
}

export interface ZipFaults {
  readonly prefix?: Buffer;
  readonly trailing?: Buffer;
  readonly comment?: string;
  /** Added to the directory size of the end record. */
  readonly directorySizeError?: number;
  /** Entry counts of the end record: [on this disk, in total]. */
  readonly entryCounts?: readonly [number, number];
  /** Writes a ZIP64 end record and its locator in front of the end record. */
  readonly zip64End?: Zip64End;
}

export interface Zip64End {
  /** Length of the extensible data. */
  readonly extensibleBytes?: number;
  /** Numbers of disks in the record: this one's, and that of the start of the directory. */
  readonly disks?: readonly [number, number];
  /** Number of the disk with the record, and of all disks, in the locator. */
  readonly locatorDisks?: readonly [number, number];
  /** Added to what the locator says of the record's place. */
  readonly locatorError?: number;
  /** Added to what the record says of the directory's place. */
  readonly offsetError?: number;
}

const DOS_DATE = 0x5a21; // 2025-01-01, so that equal input gives equal bytes

interface Written {
  readonly member: ZipMember;
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressed: Buffer;
  readonly size: number;
  readonly offset: number;
}

/** Writes a zip archive in memory: deflated, sizes in the headers, no data descriptors unless asked for. */
export function buildZip(members: readonly ZipMember[], faults: ZipFaults = {}): Buffer {
  const parts: Buffer[] = [faults.prefix ?? Buffer.alloc(0)];
  let offset = parts[0]?.length ?? 0;
  const written = members.map((member) => {
    const entry = prepare(member, offset);
    if (member.centralOnly !== true) {
      const bytes = localPart(entry);
      parts.push(bytes);
      offset += bytes.length;
    }
    return entry;
  });
  const listed = written.filter(({ member }) => member.localOnly !== true);
  const directory = Buffer.concat(
    listed.flatMap((entry) =>
      entry.member.listedTwice ? [centralPart(entry), centralPart(entry)] : [centralPart(entry)],
    ),
  );
  const count = listed.reduce((sum, { member }) => sum + (member.listedTwice ? 2 : 1), 0);
  const zip64 = faults.zip64End === undefined ? [] : [zip64End(directory.length, offset, count, faults.zip64End)];
  parts.push(directory, ...zip64, endRecord(directory.length, offset, count, faults));
  parts.push(faults.trailing ?? Buffer.alloc(0));
  return Buffer.concat(parts);
}

function prepare(member: ZipMember, offset: number): Written {
  const data = Buffer.from(member.data ?? "");
  const method = member.method ?? 8;
  const name = Buffer.from(member.name);
  const ascii = name.every((byte) => byte < 0x80);
  return {
    member,
    name,
    method,
    flags: (member.flags ?? (ascii ? 0 : 0x800)) | (member.dataDescriptor ? 0x8 : 0),
    crc: member.crc ?? crc32(data),
    compressed: method === 8 ? deflateRawSync(data) : data,
    size: member.declaredSize ?? data.length,
    offset,
  };
}

function localPart(entry: Written): Buffer {
  const { member, compressed } = entry;
  const later = member.dataDescriptor === true;
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  const name = member.localName === undefined ? entry.name : Buffer.from(member.localName);
  header.writeUInt16LE(member.localFlags ?? entry.flags, 6);
  header.writeUInt16LE(entry.method, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt32LE(later ? 0 : entry.crc, 14);
  header.writeUInt32LE(later ? 0 : (member.localCompressedSize ?? compressed.length), 18);
  header.writeUInt32LE(later ? 0 : entry.size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(member.localExtra?.length ?? 0, 28);
  const parts = [header, name, member.localExtra ?? Buffer.alloc(0), compressed];
  if (later) {
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(0x08074b50, 0);
    descriptor.writeUInt32LE(entry.crc, 4);
    descriptor.writeUInt32LE(compressed.length, 8);
    descriptor.writeUInt32LE(entry.size, 12);
    parts.push(descriptor);
  }
  return Buffer.concat(parts);
}

function centralPart(entry: Written): Buffer {
  const { member } = entry;
  const comment = Buffer.from(member.comment ?? "");
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.flags, 8);
  header.writeUInt16LE(entry.method, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(entry.crc, 16);
  header.writeUInt32LE(entry.compressed.length, 20);
  header.writeUInt32LE(entry.size, 24);
  header.writeUInt16LE(entry.name.length, 28);
  header.writeUInt16LE(member.centralExtra?.length ?? 0, 30);
  header.writeUInt16LE(comment.length, 32);
  header.writeUInt32LE(((member.modeBits ?? 0o100644) << 16) >>> 0, 38);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name, member.centralExtra ?? Buffer.alloc(0), comment]);
}

function zip64End(directorySize: number, offset: number, count: number, end: Zip64End): Buffer {
  const { extensibleBytes = 0, disks = [0, 0], locatorDisks = [0, 1] } = end;
  const record = Buffer.alloc(56 + extensibleBytes);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(BigInt(44 + extensibleBytes), 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeUInt32LE(disks[0], 16);
  record.writeUInt32LE(disks[1], 20);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(directorySize), 40);
  record.writeBigUInt64LE(BigInt(offset + (end.offsetError ?? 0)), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeUInt32LE(locatorDisks[0], 4);
  locator.writeBigUInt64LE(BigInt(offset + directorySize + (end.locatorError ?? 0)), 8);
  locator.writeUInt32LE(locatorDisks[1], 16);
  return Buffer.concat([record, locator]);
}

function endRecord(directorySize: number, offset: number, count: number, faults: ZipFaults): Buffer {
  const comment = Buffer.from(faults.comment ?? "");
  const [onDisk, total] = faults.entryCounts ?? [count, count];
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(onDisk, 8);
  record.writeUInt16LE(total, 10);
  record.writeUInt32LE(directorySize + (faults.directorySizeError ?? 0), 12);
  record.writeUInt32LE(offset, 16);
  record.writeUInt16LE(comment.length, 20);
  return Buffer.concat([record, comment]);
}
