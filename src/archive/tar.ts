import { MAX_TAR_EXTENSION_BYTES } from "./limits.ts";
import { readPaxRecords, readTarHeader, readText, TAR_BLOCK_BYTES, type TarHeader } from "./tar-header.ts";

/** A member of a tar archive, long names and pax records applied. */
export interface TarMember extends TarHeader {
  /** Sparse in the old GNU form or by pax records (S-04). */
  readonly sparse: boolean;
}

/** Takes the content of one member; a chunk is valid during the call only. */
export interface TarSink {
  chunk(bytes: Buffer): void;
  end(): void;
}

/** The look behind keeps the time linear: a long run of slashes within a name is tried once and not from each of them. */
const FINAL_SLASHES = /(?<!\/)\/+$/;

type Extension = (member: TarMember) => TarMember;

/** Types without content, whatever size they state: links, devices, directories, pipes. */
const WITHOUT_CONTENT = ["1", "2", "3", "4", "5", "6"];

/**
 * Reads a tar archive that is pushed to it in pieces, by the rules of Python's
 * tarfile: it ends at the first block of zeros and, once there was a member, at
 * whatever is no header. Constant memory.
 */
export class TarParser {
  /** The end was reached: a block of zeros, or something that is no header. */
  done = false;
  /** What ended it was no header. */
  endedByGarbage = false;
  /** The first block is a header or the end mark: Python takes the file for a tar archive (S-02). */
  recognized = false;
  /** A long name or pax header is not followed by the member it belongs to. */
  damaged = false;
  /** A long name or pax header is larger than what is held in memory. */
  tooLarge = false;
  bytes = 0;
  readonly #enter: (member: TarMember) => TarSink | undefined;
  readonly #block = Buffer.alloc(TAR_BLOCK_BYTES);
  #filled = 0;
  #contentLeft = 0;
  #paddingLeft = 0;
  #sink: TarSink | undefined;
  #extensions: Extension[] = [];
  #extensionBytes = 0;
  #globalPax: ReadonlyMap<string, string> = new Map();

  /** `enter` is told of each member and may take its content. */
  constructor(enter: (member: TarMember) => TarSink | undefined) {
    this.#enter = enter;
  }

  /** Called at the end of the data: the archive stops inside a member or in front of one announced. */
  get cut(): boolean {
    return !this.done && (this.#contentLeft + this.#paddingLeft > 0 || this.#extensions.length > 0);
  }

  push(chunk: Buffer): void {
    this.bytes += chunk.length;
    for (let at = 0; at < chunk.length && !this.done; ) {
      const rest = chunk.subarray(at);
      if (this.#contentLeft > 0) {
        at += this.#takeContent(rest);
      } else if (this.#paddingLeft > 0) {
        const used = Math.min(this.#paddingLeft, rest.length);
        this.#paddingLeft -= used;
        at += used;
      } else {
        at += this.#fillBlock(rest);
      }
    }
  }

  #takeContent(rest: Buffer): number {
    const used = Math.min(this.#contentLeft, rest.length);
    this.#contentLeft -= used;
    this.#sink?.chunk(rest.subarray(0, used));
    if (this.#contentLeft === 0) {
      this.#sink?.end();
    }
    return used;
  }

  #fillBlock(rest: Buffer): number {
    const used = rest.copy(this.#block, this.#filled);
    this.#filled += used;
    if (this.#filled === TAR_BLOCK_BYTES) {
      this.#filled = 0;
      this.#readBlock();
    }
    return used;
  }

  #readBlock(): void {
    const header = readTarHeader(this.#block);
    if (header === "end" || header === undefined) {
      this.#finish(header === undefined);
      return;
    }
    const { type, size } = header;
    if (type === "x" || type === "X" || type === "g" || type === "L" || type === "K") {
      this.#extensionBytes += size + TAR_BLOCK_BYTES;
      if (this.#extensionBytes > MAX_TAR_EXTENSION_BYTES) {
        this.tooLarge = true;
        this.done = true;
        return;
      }
      this.#gather(size, (data) => this.#extend(type, data));
      return;
    }
    this.recognized = true;
    this.#enterMember(header);
  }

  #finish(garbage: boolean): void {
    this.done = true;
    this.endedByGarbage = garbage;
    this.damaged ||= this.#extensions.length > 0;
    // An archive without members is one all the same.
    this.recognized ||= !garbage;
  }

  #enterMember(header: TarHeader): void {
    let member: TarMember = applyPax({ ...header, sparse: header.type === "S" }, this.#globalPax);
    // The outermost extension comes first and has the last word.
    for (const extension of this.#extensions.reverse()) {
      member = extension(member);
    }
    this.#extensions = [];
    this.#extensionBytes = 0;
    if (member.type === "5" && member.name.endsWith("/")) {
      member = { ...member, name: member.name.replace(FINAL_SLASHES, "") };
    }
    const sink = this.#enter(member);
    this.#expect(WITHOUT_CONTENT.includes(member.type) ? 0 : member.size, sink);
  }

  #expect(size: number, sink: TarSink | undefined): void {
    this.#sink = sink;
    this.#contentLeft = size;
    this.#paddingLeft = (TAR_BLOCK_BYTES - (size % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES;
    if (size === 0) {
      sink?.end();
    }
  }

  #gather(size: number, use: (data: Buffer) => void): void {
    const data = Buffer.alloc(size);
    let filled = 0;
    this.#extensions.push((member) => member);
    this.#expect(size, {
      chunk: (bytes) => {
        filled += bytes.copy(data, filled);
      },
      end: () => use(data),
    });
  }

  /** Takes the place of the extension that {@link #gather} announced. */
  #extend(type: string, data: Buffer): void {
    this.#extensions.pop();
    if (type === "L") {
      this.#extensions.push((member) => ({ ...member, name: readText(data) }));
    } else if (type === "K") {
      this.#extensions.push((member) => ({ ...member, linkName: readText(data) }));
    } else {
      this.#extendByPax(type, data);
    }
  }

  #extendByPax(type: string, data: Buffer): void {
    const records = readPaxRecords(data);
    if (records === undefined) {
      this.#finish(true);
      return;
    }
    if (type === "g") {
      this.#globalPax = new Map([...this.#globalPax, ...relevant(records)]);
      this.#extensions.push((member) => member);
    } else {
      this.#extensions.push((member) => applyPax(member, relevant(records)));
    }
  }
}

const SPARSE = "GNU.sparse.";

/** The few records that change how a member is read: global ones are applied to each of very many members. */
function relevant(records: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  for (const [key, value] of records) {
    if (key === "path" || key === "GNU.sparse.name") {
      kept.set(key, value.replace(FINAL_SLASHES, ""));
    } else if (key === "linkpath" || key === "size") {
      kept.set(key, value);
    }
    if (key.startsWith(SPARSE)) {
      kept.set(SPARSE, "");
    }
  }
  return kept;
}

function applyPax(member: TarMember, records: ReadonlyMap<string, string>): TarMember {
  if (records.size === 0) {
    return member;
  }
  const size = records.get("size");
  return {
    ...member,
    name: records.get("GNU.sparse.name") ?? records.get("path") ?? member.name,
    linkName: records.get("linkpath") ?? member.linkName,
    size: size === undefined ? member.size : /^[0-9]{1,15}$/.test(size) ? Number(size) : 0,
    sparse: member.sparse || records.has(SPARSE),
  };
}
