import type { ByteSource } from "./byte-source.ts";
import type { ZipPlace } from "./zip-directory.ts";
import type { ZipEntry } from "./zip-entry.ts";
import {
  checkCharacters,
  FramingFault,
  type FramingReason,
  LOCAL_HEADER_BYTES,
  localHeaderLength,
  readLocalHeader,
} from "./zip-local-header.ts";

/** One fault of the framing, with the first member that shows it. */
export interface WalkFault {
  readonly rule: string;
  readonly reason: FramingReason;
  /** Name of the member, when the fault belongs to one. */
  readonly member: string | undefined;
}

/** Above this many faults the rest says nothing new. */
const MAX_FAULTS = 1000;
const DATA_DESCRIPTOR_FLAG = 0x8;

/**
 * Reads the archive from byte 0 as a gapless sequence of records, as the index
 * does (W-08). The index stops at the first fault, which is the first of the
 * result; the walk goes on at the next place the directory knows.
 */
export async function walkZip(
  source: ByteSource,
  archive: { readonly entries: readonly ZipEntry[]; readonly place: ZipPlace },
): Promise<WalkFault[]> {
  const walk = new Walk(source, archive.entries, archive.place);
  await walk.run();
  return walk.faults;
}

class Walk {
  readonly faults: WalkFault[] = [];
  readonly #source: ByteSource;
  readonly #byName: ReadonlyMap<string, ZipEntry>;
  /** Places of the members and of the directory, in order. */
  readonly #places: readonly number[];
  readonly #byPlace: ReadonlyMap<number, ZipEntry>;
  /** Names of local headers as they are written, one character a byte, and whether the directory has had them. */
  readonly #names = new Map<string, boolean>();
  #at = 0;
  #placesPassed = 0;
  #directoryStart: number | undefined;
  #directoryEnd = 0;
  #count = 0;
  #wide: { count: number; size: number; offset: number } | undefined;
  #locatorSeen = false;
  /** Part of the archive was jumped over: what the end record says cannot be compared any more. */
  #jumped = false;

  constructor(source: ByteSource, entries: readonly ZipEntry[], place: ZipPlace) {
    this.#source = source;
    this.#byName = new Map(entries.map((entry) => [entry.ownName, entry]));
    this.#byPlace = new Map(entries.map((entry) => [entry.offset, entry]));
    this.#places = [...this.#byPlace.keys(), place.directoryStart].sort((left, right) => left - right);
  }

  async run(): Promise<void> {
    for (let going = true; going && this.faults.length < MAX_FAULTS; ) {
      const member = this.#byPlace.get(this.#at);
      try {
        going = await this.#readRecord();
      } catch (error) {
        if (!(error instanceof FramingFault)) {
          throw error;
        }
        this.#report(error, member?.name);
        going = this.#jump(member);
      }
    }
  }

  #report({ rule, reason }: FramingFault, member: string | undefined): void {
    this.faults.push({ rule, reason, member });
  }

  /** Goes on at the next member or the directory; false when there is none. */
  #jump(member: ZipEntry | undefined): boolean {
    if (member !== undefined) {
      this.#names.set(member.rawName, this.#names.get(member.rawName) ?? false);
    }
    this.#jumped = true;
    while ((this.#places[this.#placesPassed] ?? Number.POSITIVE_INFINITY) <= this.#at) {
      this.#placesPassed += 1;
    }
    const next = this.#places[this.#placesPassed];
    this.#at = next ?? this.#at;
    return next !== undefined;
  }

  /** False at the end of the archive. */
  async #readRecord(): Promise<boolean> {
    const signature = (await this.#bytes(4)).readUInt32LE(0);
    if (signature === 0x04034b50) {
      await this.#readLocal();
    } else if (signature === 0x02014b50) {
      await this.#readCentral();
    } else if (signature === 0x06064b50) {
      await this.#readEnd64();
    } else if (signature === 0x07064b50) {
      await this.#bytes(20);
      this.#locatorSeen = true;
      this.#at += 20;
    } else if (signature === 0x06054b50) {
      await this.#readEnd();
      return false;
    } else {
      throw new FramingFault("W-09", "Unknown record signature");
    }
    return true;
  }

  /** The next bytes, without moving on. */
  async #bytes(length: number): Promise<Buffer> {
    const bytes = await this.#source.read(this.#at, this.#at + length);
    if (bytes.length < length) {
      throw new FramingFault("W-23", "Malformed zip file");
    }
    return bytes;
  }

  async #readLocal(): Promise<void> {
    const fixed = await this.#bytes(LOCAL_HEADER_BYTES);
    if ((fixed.readUInt16LE(6) & DATA_DESCRIPTOR_FLAG) !== 0) {
      throw new FramingFault("W-10", "ZIP contains a data descriptor");
    }
    const header = await this.#bytes(localHeaderLength(fixed));
    const { name, rawName, compressedSize, size } = readLocalHeader(header);
    const next = this.#at + header.length + compressedSize;
    const entry = this.#byName.get(name);
    if (entry === undefined) {
      this.#report(new FramingFault("W-13", "Filename not in central directory"), name);
      this.#at = next;
      return;
    }
    if (compressedSize !== entry.compressedSize) {
      throw new FramingFault("W-15", "Mis-matched data size");
    }
    if (size !== entry.size) {
      throw new FramingFault("W-15", "Mis-matched file size");
    }
    const seen = this.#names.get(rawName);
    if (seen !== undefined) {
      this.#report(new FramingFault("W-12", "Duplicate filename in local headers"), name);
    }
    // The directory's own string takes no more memory.
    this.#names.set(rawName === entry.rawName ? entry.rawName : rawName, seen ?? false);
    this.#at = next;
  }

  async #readCentral(): Promise<void> {
    const fixed = await this.#bytes(46);
    const nameEnd = 46 + fixed.readUInt16LE(28);
    const comment = fixed.readUInt16LE(32);
    const header = await this.#bytes(nameEnd + fixed.readUInt16LE(30) + comment);
    this.#judgeCentral(header.subarray(46, nameEnd), comment > 0);
    this.#directoryStart ??= this.#at;
    this.#count += 1;
    this.#at += header.length;
    this.#directoryEnd = this.#at;
  }

  #judgeCentral(rawName: Buffer, commented: boolean): void {
    const name = bytesOf(rawName);
    try {
      if (commented) {
        throw new FramingFault("W-21", "Comment in central directory");
      }
      checkCharacters(rawName);
      if (this.#names.get(name) === true) {
        throw new FramingFault("W-12", "Duplicate filename in central directory");
      }
      if (!this.#names.has(name)) {
        throw new FramingFault("W-14", "Missing filename in local headers");
      }
    } catch (error) {
      if (!(error instanceof FramingFault)) {
        throw error;
      }
      this.#report(error, rawName.toString("utf8"));
    }
    if (this.#names.has(name)) {
      this.#names.set(name, true);
    }
  }

  async #readEnd64(): Promise<void> {
    const record = await this.#bytes(56);
    const size = Number(record.readBigUInt64LE(4));
    if (size !== 44) {
      this.#report(new FramingFault("W-23", "ZIP64 extensible data not allowed"), undefined);
    }
    const count = Number(record.readBigUInt64LE(24));
    if (count !== Number(record.readBigUInt64LE(32))) {
      this.#report(new FramingFault("W-23", "Malformed zip file"), undefined);
    }
    this.#wide = { count, size: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)) };
    this.#at += Math.max(56, 12 + size);
  }

  async #readEnd(): Promise<void> {
    const record = await this.#bytes(22);
    const stated = this.#statedDirectory(record);
    const start = this.#directoryStart ?? this.#at;
    const end = this.#at + 22 + record.readUInt16LE(20);
    if (!this.#jumped) {
      if (stated.count !== this.#count) {
        throw new FramingFault("W-22", "Mismatched central directory records");
      }
      if (stated.offset !== start) {
        throw new FramingFault("W-22", "Mismatched central directory offset");
      }
      if (stated.size !== Math.max(0, this.#directoryEnd - start)) {
        throw new FramingFault("W-22", "Mismatched central directory size");
      }
    }
    // The index calls a comment that is cut the same.
    if (end !== this.#source.size) {
      throw new FramingFault("W-11", "Trailing data");
    }
  }

  /** W-22, W-23. */
  #statedDirectory(record: Buffer): { count: number; size: number; offset: number } {
    if (record.readUInt16LE(8) !== record.readUInt16LE(10)) {
      throw new FramingFault("W-22", "Malformed zip file");
    }
    if (this.#wide !== undefined && !this.#locatorSeen) {
      throw new FramingFault("W-23", "Malformed zip file");
    }
    return this.#locatorSeen && this.#wide !== undefined
      ? this.#wide
      : { count: record.readUInt16LE(10), size: record.readUInt32LE(12), offset: record.readUInt32LE(16) };
  }
}

function bytesOf(rawName: Buffer): string {
  return rawName.toString("latin1");
}
