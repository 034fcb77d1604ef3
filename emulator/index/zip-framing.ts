import type { Content } from "./content.ts";
import type { ZipEntry } from "./zip-archive.ts";

const MALFORMED = "Malformed zip file";

class FramingFault extends Error {
  override readonly name = "FramingFault";
}

/** Why the record walk of rule W-08 refuses the archive; undefined when every byte is accounted for. */
export async function zipFramingFault(content: Content, entries: readonly ZipEntry[]): Promise<string | undefined> {
  try {
    await new Walk(content, entries).run();
    return undefined;
  } catch (error) {
    if (error instanceof FramingFault) {
      return error.message;
    }
    throw error;
  }
}

class Walk {
  readonly #content: Content;
  readonly #byName: ReadonlyMap<string, ZipEntry>;
  readonly #local = new Set<string>();
  readonly #central = new Set<string>();
  #at = 0;
  #directoryStart: number | undefined;
  #directoryEnd = 0;
  #count = 0;
  #wide: { count: number; size: number; offset: number } | undefined;
  #locatorSeen = false;

  constructor(content: Content, entries: readonly ZipEntry[]) {
    this.#content = content;
    this.#byName = new Map(entries.map((entry) => [entry.name, entry]));
  }

  async run(): Promise<void> {
    for (;;) {
      const signature = (await this.#bytes(4)).readUInt32LE(0);
      if (signature === 0x04034b50) {
        await this.#readLocal();
      } else if (signature === 0x02014b50) {
        await this.#readCentral();
      } else if (signature === 0x06064b50) {
        await this.#readEnd64();
      } else if (signature === 0x07064b50) {
        await this.#readLocator();
      } else if (signature === 0x06054b50) {
        await this.#readEnd();
        return;
      } else {
        throw new FramingFault("Unknown record signature");
      }
    }
  }

  /** The next bytes, without moving on. */
  async #bytes(length: number): Promise<Buffer> {
    const bytes = await this.#content.read(this.#at, this.#at + length);
    if (bytes.length < length) {
      throw new FramingFault(MALFORMED);
    }
    return bytes;
  }

  async #readLocal(): Promise<void> {
    const fixed = await this.#bytes(30);
    if ((fixed.readUInt16LE(6) & 0x8) !== 0) {
      throw new FramingFault("ZIP contains a data descriptor");
    }
    const nameLength = fixed.readUInt16LE(26);
    const header = await this.#bytes(30 + nameLength + fixed.readUInt16LE(28));
    const rawName = header.subarray(30, 30 + nameLength);
    checkCharacters(rawName);
    const name = decodeName(rawName, "Filename not unicode");
    const sizes = readLocalExtra(header.subarray(30 + nameLength), {
      method: fixed.readUInt16LE(8),
      compressed: fixed.readUInt32LE(18),
      plain: fixed.readUInt32LE(22),
    });
    const entry = this.#byName.get(name);
    if (entry === undefined) {
      throw new FramingFault("Filename not in central directory");
    }
    if (sizes.compressed !== entry.compressedSize) {
      throw new FramingFault("Mis-matched data size");
    }
    if (sizes.plain !== entry.size) {
      throw new FramingFault("Mis-matched file size");
    }
    if (this.#local.has(name)) {
      throw new FramingFault("Duplicate filename in local headers");
    }
    this.#local.add(name);
    this.#at += header.length + sizes.compressed;
  }

  async #readCentral(): Promise<void> {
    const fixed = await this.#bytes(46);
    const nameLength = fixed.readUInt16LE(28);
    if (fixed.readUInt16LE(32) !== 0) {
      throw new FramingFault("Comment in central directory");
    }
    const header = await this.#bytes(46 + nameLength + fixed.readUInt16LE(30));
    const rawName = header.subarray(46, 46 + nameLength);
    checkCharacters(rawName);
    const name = rawName.toString("utf8");
    if (this.#central.has(name)) {
      throw new FramingFault("Duplicate filename in central directory");
    }
    if (!this.#local.has(name)) {
      throw new FramingFault("Missing filename in local headers");
    }
    this.#central.add(name);
    this.#directoryStart ??= this.#at;
    this.#count += 1;
    this.#at += header.length;
    this.#directoryEnd = this.#at;
  }

  async #readEnd64(): Promise<void> {
    const record = await this.#bytes(56);
    if (record.readBigUInt64LE(4) !== 44n) {
      throw new FramingFault("ZIP64 extensible data not allowed");
    }
    const count = Number(record.readBigUInt64LE(24));
    if (count !== Number(record.readBigUInt64LE(32))) {
      throw new FramingFault(MALFORMED);
    }
    this.#wide = { count, size: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)) };
    this.#at += 56;
  }

  async #readLocator(): Promise<void> {
    await this.#bytes(20);
    this.#locatorSeen = true;
    this.#at += 20;
  }

  async #readEnd(): Promise<void> {
    const record = await this.#bytes(22);
    if (record.readUInt16LE(8) !== record.readUInt16LE(10) || (this.#wide !== undefined && !this.#locatorSeen)) {
      throw new FramingFault(MALFORMED);
    }
    const plain = {
      count: record.readUInt16LE(10),
      size: record.readUInt32LE(12),
      offset: record.readUInt32LE(16),
    };
    const stated = this.#locatorSeen && this.#wide !== undefined ? this.#wide : plain;
    const start = this.#directoryStart ?? this.#at;
    if (stated.count !== this.#count) {
      throw new FramingFault("Mismatched central directory records");
    }
    if (stated.offset !== start) {
      throw new FramingFault("Mismatched central directory offset");
    }
    if (stated.size !== Math.max(0, this.#directoryEnd - start)) {
      throw new FramingFault("Mismatched central directory size");
    }
    const end = this.#at + 22 + record.readUInt16LE(20);
    if (end > this.#content.size) {
      throw new FramingFault(MALFORMED);
    }
    if (end < this.#content.size) {
      throw new FramingFault("Trailing data");
    }
  }
}

interface Sizes {
  readonly compressed: number;
  readonly plain: number;
}

/** Rules W-16 to W-20. */
function readLocalExtra(extra: Buffer, header: Sizes & { readonly method: number }): Sizes {
  let sizes: Sizes = header;
  const seen = new Set<number>();
  for (let at = 0; at < extra.length; ) {
    if (at + 4 > extra.length || at + 4 + extra.readUInt16LE(at + 2) > extra.length) {
      throw new FramingFault(MALFORMED);
    }
    const id = extra.readUInt16LE(at);
    const data = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    if ((id === 0x0001 || id === 0x7075) && seen.has(id)) {
      throw new FramingFault("Invalid duplicate extra in local file");
    }
    seen.add(id);
    if (id === 0x0001) {
      sizes = readZip64Sizes(data, header);
    } else if (id === 0x7075 && data.length > 5) {
      const name = data.subarray(5);
      checkCharacters(name);
      decodeName(name, "Filename not valid UTF-8");
    }
    at += 4 + data.length;
  }
  return sizes;
}

const MARKER = 0xffffffff;

/** Rule W-17. */
function readZip64Sizes(data: Buffer, header: Sizes & { readonly method: number }): Sizes {
  if (![0, 8, 16, 24, 28].includes(data.length)) {
    throw new FramingFault(MALFORMED);
  }
  if (data.length === 0) {
    if (header.compressed === MARKER || header.plain === MARKER) {
      throw new FramingFault(MALFORMED);
    }
    return header;
  }
  const first = Number(data.readBigUInt64LE(0));
  if (data.length === 8) {
    if (header.method !== 0) {
      throw new FramingFault(MALFORMED);
    }
    return {
      compressed: header.compressed === MARKER ? first : header.compressed,
      plain: header.plain === MARKER ? first : header.plain,
    };
  }
  return {
    compressed: Number(data.readBigUInt64LE(8)),
    plain: header.plain === MARKER ? first : header.plain,
  };
}

/** Rule W-19. */
function checkCharacters(name: Buffer): void {
  if (name.some((byte) => byte < 0x20 || byte === 0x7f)) {
    throw new FramingFault("Invalid character in filename");
  }
}

/** Rule W-20. */
function decodeName(name: Buffer, reason: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(name);
  } catch (error) {
    throw new FramingFault(reason, { cause: error });
  }
}
