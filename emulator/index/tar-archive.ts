import { createInflateRaw } from "node:zlib";
import type { Content } from "./content.ts";

export interface TarMember {
  /** Without a final slash. */
  readonly name: string;
  readonly type: string;
  readonly sparse: boolean;
  /** Content of regular `.py` and `.pye` files up to 5 MiB, for the scan of rule S-07. */
  readonly scanned: Buffer | undefined;
}

/** What became of a file that should be a gzip-compressed tar archive. */
export type TarReading =
  | { readonly kind: "members"; readonly members: readonly TarMember[] }
  /** No tar archive under any compression (rule S-02). */
  | { readonly kind: "not-tar" }
  /** Some tar archive, but not a readable gzip one (rule S-03). */
  | { readonly kind: "damaged" }
  /** Cut off before the first block is complete: not handled (rule S-03). */
  | { readonly kind: "failure" };

const BLOCK = 512;
const SCANNED_BYTES = 5 * 1024 * 1024;

/** Reads the members of a `.tar.gz`, stopping at the end mark as Python does. */
export async function readTarGz(content: Content): Promise<TarReading> {
  const head = await content.read(0, GZIP_HEADER_BYTES);
  const dataStart = gzipHeaderLength(head);
  if (dataStart === undefined) {
    return { kind: isForeignTar(head.subarray(0, BLOCK)) ? "damaged" : "not-tar" };
  }
  const parser = new TarParser();
  const error = await inflateInto(content, dataStart, parser);
  if (parser.bytes < BLOCK) {
    return { kind: error?.code === "Z_BUF_ERROR" && content.size > dataStart ? "failure" : "not-tar" };
  }
  if (!parser.recognized) {
    return { kind: "not-tar" };
  }
  if ((error !== undefined || parser.truncated) && !parser.done) {
    return { kind: "damaged" };
  }
  return { kind: "members", members: parser.members };
}

/** Far more than names in gzip headers need. */
const GZIP_HEADER_BYTES = 64 * 1024;

/**
 * Length of a gzip header (RFC 1952); undefined when there is none. Node's own
 * gunzip would also judge what comes behind the data, which Python never reads.
 */
function gzipHeaderLength(head: Buffer): number | undefined {
  if (head.length < 10 || head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) {
    return undefined;
  }
  const flags = head.readUInt8(3);
  let at = 10;
  if ((flags & 0x04) !== 0) {
    at += at + 2 <= head.length ? 2 + head.readUInt16LE(at) : head.length;
  }
  for (const flag of [0x08, 0x10]) {
    if ((flags & flag) !== 0) {
      const end = head.indexOf(0, at);
      at = end < 0 ? head.length : end + 1;
    }
  }
  return (flags & 0x02) === 0 ? at : at + 2;
}

/** True for an archive in the tar format without compression, or compressed with bzip2 or xz. */
function isForeignTar(head: Buffer): boolean {
  const bzip2 = head.toString("latin1", 0, 3) === "BZh";
  const xz = head.toString("latin1", 0, 6) === "\u00fd7zXZ\u0000";
  return bzip2 || xz || (head.length === BLOCK && isHeader(head));
}

/** True when the content is a tar archive in any form (rule S-01). */
export async function isTar(content: Content): Promise<boolean> {
  const reading = await readTarGz(content);
  return reading.kind === "members" || reading.kind === "damaged";
}

async function inflateInto(
  content: Content,
  start: number,
  parser: TarParser,
): Promise<NodeJS.ErrnoException | undefined> {
  const inflate = createInflateRaw();
  const source = content.stream(start);
  try {
    return await new Promise((resolve) => {
      inflate.on("data", (chunk: Buffer) => {
        parser.push(chunk);
        if (parser.done) {
          resolve(undefined);
        }
      });
      inflate.once("error", resolve);
      inflate.once("end", () => resolve(undefined));
      source.once("error", resolve);
      source.pipe(inflate);
    });
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

class TarParser {
  readonly members: TarMember[] = [];
  /** The end mark, or something that is no header, was seen. */
  done = false;
  /** The first block is a tar header or the end mark. */
  recognized = false;
  bytes = 0;
  #rest: Buffer = Buffer.alloc(0);
  #skip = 0;
  #collect: { chunks: Buffer[]; left: number; use: (data: Buffer) => void } | undefined;
  #pax = new Map<string, string>();
  #longName: string | undefined;

  get truncated(): boolean {
    return this.#skip > 0 || this.#collect !== undefined || (this.#rest.length > 0 && !this.done);
  }

  push(chunk: Buffer): void {
    this.bytes += chunk.length;
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (!this.done && data.length > 0) {
      const used = this.#collect !== undefined ? this.#collectFrom(data) : this.#take(data);
      if (used === 0) {
        break;
      }
      data = data.subarray(used);
    }
    this.#rest = data;
  }

  #take(data: Buffer): number {
    if (this.#skip > 0) {
      const used = Math.min(this.#skip, data.length);
      this.#skip -= used;
      return used;
    }
    if (data.length < BLOCK) {
      return 0;
    }
    this.#readHeader(data.subarray(0, BLOCK));
    return BLOCK;
  }

  #collectFrom(data: Buffer): number {
    const collect = this.#collect;
    if (collect === undefined) {
      return 0;
    }
    const used = Math.min(collect.left, data.length);
    collect.chunks.push(Buffer.from(data.subarray(0, used)));
    collect.left -= used;
    if (collect.left === 0) {
      this.#collect = undefined;
      collect.use(Buffer.concat(collect.chunks));
    }
    return used;
  }

  #readHeader(block: Buffer): void {
    if (!isHeader(block)) {
      this.done = true;
      // An archive without members is one all the same.
      this.recognized ||= block.every((byte) => byte === 0);
      return;
    }
    this.recognized = true;
    const type = String.fromCharCode(block[156] || 0x30);
    const size = Number(this.#pax.get("size") ?? readNumber(block.subarray(124, 136)));
    const padding = (BLOCK - (size % BLOCK)) % BLOCK;
    this.#skip = ["1", "2", "3", "4", "5", "6"].includes(type) ? 0 : size + padding;
    if (type === "x" || type === "g") {
      this.#gather(size, padding, (data) => this.#readPax(data));
    } else if (type === "L" || type === "K") {
      this.#gather(size, padding, (data) => {
        this.#longName = type === "L" ? readText(data) : this.#longName;
      });
    } else {
      this.#addMember(block, type, size, padding);
    }
  }

  #addMember(block: Buffer, type: string, size: number, padding: number): void {
    const name = (this.#pax.get("path") ?? this.#longName ?? readName(block)).replace(/\/+$/, "");
    const sparse = type === "S" || [...this.#pax.keys()].some((key) => key.startsWith("GNU.sparse."));
    this.#pax = new Map();
    this.#longName = undefined;
    const scan = type === "0" && /\.(py|pye)$/i.test(name) && size > 0 && size <= SCANNED_BYTES;
    if (!scan) {
      this.members.push({ name, type, sparse, scanned: undefined });
      return;
    }
    this.#gather(size, padding, (scanned) => this.members.push({ name, type, sparse, scanned }));
  }

  #gather(size: number, padding: number, use: (data: Buffer) => void): void {
    if (size === 0) {
      use(Buffer.alloc(0));
      return;
    }
    this.#skip = padding;
    this.#collect = { chunks: [], left: size, use };
  }

  #readPax(data: Buffer): void {
    for (let at = 0; at < data.length; ) {
      const space = data.indexOf(0x20, at);
      const length = Number(data.toString("latin1", at, space));
      if (space < 0 || !Number.isInteger(length) || length <= 0) {
        return;
      }
      const record = data.toString("utf8", space + 1, at + length - 1);
      const equals = record.indexOf("=");
      this.#pax.set(record.slice(0, equals), record.slice(equals + 1));
      at += length;
    }
  }
}

function isHeader(block: Buffer): boolean {
  const stated = readNumber(block.subarray(148, 156));
  let sum = 8 * 0x20;
  for (const [index, byte] of block.entries()) {
    sum += index >= 148 && index < 156 ? 0 : byte;
  }
  return sum === stated && sum !== 8 * 0x20;
}

function readNumber(bytes: Buffer): number {
  if (((bytes[0] ?? 0) & 0x80) !== 0) {
    return Number(BigInt(`0x${bytes.toString("hex")}`) & ((1n << BigInt(bytes.length * 8 - 1)) - 1n));
  }
  return Number.parseInt(readText(bytes).trim() || "0", 8);
}

function readText(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}

function readName(block: Buffer): string {
  const name = readText(block.subarray(0, 100));
  const prefix = block.toString("latin1", 257, 262) === "ustar" ? readText(block.subarray(345, 500)) : "";
  return prefix === "" || block.toString("latin1", 257, 263) === "ustar " ? name : `${prefix}/${name}`;
}
