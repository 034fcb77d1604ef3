import type { FileHandle } from "node:fs/promises";
import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";

/** 1980-01-01, the first day a zip archive can name: the same bytes in every run. */
const DOS_DATE = 0x0021;
const LOCAL_HEADER_BYTES = 30;
const CENTRAL_HEADER_BYTES = 46;
const END_RECORD_BYTES = 22;
/** Bit 11: names are UTF-8. No bit 3: sizes stand in the local header, since data descriptors invite refusals (W-10). */
const FLAGS = 0x0800;
/** Regular file, rw-r--r--, in the upper half of the external attributes. */
const UNIX_MODE = 0o100644;
/** Past this a ZIP64 record would be needed; the scenarios stay below. */
const MAX_ARCHIVE_BYTES = 0xffff_fffe;

interface Entry {
  readonly name: Buffer;
  readonly crc: number;
  readonly sizeBytes: number;
  readonly offset: number;
}

/** Bytes of a member, whole or in pieces. */
export type MemberContent = Iterable<Buffer>;

/**
 * A zip archive with members stored, not deflated, written straight to disk: memory stays flat whatever the size.
 * The layout is APPNOTE 6.3 without any of the parts the index looks at twice (rules W-08 to W-23).
 */
export class StoredZip {
  readonly #file: FileHandle;
  readonly #entries: Entry[] = [];
  #position = 0;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Creates the archive; fails with EEXIST when `path` is there. */
  static async create(path: string): Promise<StoredZip> {
    return new StoredZip(await open(path, "wx"));
  }

  /** Writes one member and returns its size. Throws RangeError past 4 GiB. */
  async add(name: string, content: MemberContent): Promise<number> {
    const offset = this.#position;
    const encoded = Buffer.from(name, "utf8");
    this.#position += LOCAL_HEADER_BYTES + encoded.length;
    let crc = 0;
    let sizeBytes = 0;
    for (const chunk of content) {
      crc = crc32(chunk, crc);
      sizeBytes += chunk.length;
      await this.#append(chunk);
    }
    const entry: Entry = { name: encoded, crc, sizeBytes, offset };
    // Only now are checksum and size known, so the header goes into the gap left for it.
    await this.#file.write(localHeader(entry), 0, LOCAL_HEADER_BYTES + encoded.length, offset);
    this.#entries.push(entry);
    return sizeBytes;
  }

  /** Writes the central directory and closes the file. */
  async finish(): Promise<void> {
    const start = this.#position;
    for (const entry of this.#entries) {
      await this.#append(centralHeader(entry));
    }
    await this.#append(endRecord(this.#entries.length, this.#position - start, start));
    await this.#file.close();
  }

  async #append(bytes: Buffer): Promise<void> {
    if (this.#position + bytes.length > MAX_ARCHIVE_BYTES) {
      throw new RangeError("a generated wheel holds at most 4 GiB");
    }
    await this.#file.write(bytes, 0, bytes.length, this.#position);
    this.#position += bytes.length;
  }
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(LOCAL_HEADER_BYTES);
  header.writeUInt32LE(0x04034b50, 0);
  writeCommonFields(header, 4, entry);
  return Buffer.concat([header, entry.name]);
}

function centralHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(CENTRAL_HEADER_BYTES);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 20, 4);
  writeCommonFields(header, 6, entry);
  header.writeUInt32LE((UNIX_MODE << 16) >>> 0, 38);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, entry.name]);
}

/** The run of fields both headers share: version needed, flags, method 0 (stored), time, date, checksum, sizes, name length. */
function writeCommonFields(header: Buffer, at: number, entry: Entry): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(FLAGS, at + 2);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(entry.crc, at + 10);
  header.writeUInt32LE(entry.sizeBytes, at + 14);
  header.writeUInt32LE(entry.sizeBytes, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}

function endRecord(count: number, sizeBytes: number, offset: number): Buffer {
  const record = Buffer.alloc(END_RECORD_BYTES);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(sizeBytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
