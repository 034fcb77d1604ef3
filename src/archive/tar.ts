import { MAX_TAR_EXTENSION_BYTES, MAX_TAR_EXTENSIONS } from "./limits.ts";
import {
  EXTENSION_TYPES,
  isHeaderForSome,
  paddingOf,
  readPaxRecords,
  readTarHeader,
  readText,
  TAR_BLOCK_BYTES,
  type TarHeader,
  WITHOUT_CONTENT,
} from "./tar-header.ts";
import { applyPax, relevantRecords, withoutSlash } from "./tar-pax.ts";

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

/** A member, and the bytes that lie between its header and the next one. */
interface Placed {
  readonly member: TarMember;
  readonly content: number;
}

type Extension = (placed: Placed) => Placed;

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
  /** More long names and pax headers in front of one member than Python gets through. */
  tooDeep = false;
  /** A global pax header gives all members names or sizes, which tools read differently. */
  globalNames = false;
  /** What ended the archive, or a block behind it, is a header to less strict tools, which go on there. */
  followed = false;
  bytes = 0;
  readonly #enter: (member: TarMember) => TarSink | undefined;
  readonly #block = Buffer.alloc(TAR_BLOCK_BYTES);
  #filled = 0;
  #contentLeft = 0;
  #paddingLeft = 0;
  #sink: TarSink | undefined;
  /** A member whose sparse map goes on in the next block. */
  #sparse: TarHeader | undefined;
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
    for (let at = 0; at < chunk.length; ) {
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
    if (this.done) {
      this.followed ||= isHeaderForSome(this.#block);
    } else if (this.#sparse !== undefined) {
      this.#enterSparse(this.#sparse, 504);
    } else {
      this.#readHeader();
    }
  }

  #readHeader(): void {
    const header = readTarHeader(this.#block);
    if (header === "end" || header === undefined) {
      this.#finish(header === undefined);
    } else if (EXTENSION_TYPES.includes(header.type)) {
      this.#announce(header);
    } else {
      this.recognized = true;
      if (header.type === "S") {
        this.#enterSparse(header, 482);
      } else {
        this.#enterMember(header);
      }
    }
  }

  #announce({ type, size }: TarHeader): void {
    this.#extensionBytes += size + TAR_BLOCK_BYTES;
    this.tooLarge = this.#extensionBytes > MAX_TAR_EXTENSION_BYTES;
    this.tooDeep = this.#extensions.length >= MAX_TAR_EXTENSIONS;
    if (this.tooLarge || this.tooDeep) {
      this.#stop();
    } else {
      this.#gather(size, (data) => this.#extend(type, data));
    }
  }

  /** The old sparse map of GNU tar goes on in the next block when the byte at this place is set. */
  #enterSparse(header: TarHeader, more: number): void {
    this.#sparse = this.#block[more] === 0 ? undefined : header;
    if (this.#sparse === undefined) {
      this.#enterMember(header);
    }
  }

  /** Nothing that follows is read. */
  #stop(): void {
    this.done = true;
    this.#contentLeft = 0;
    this.#paddingLeft = 0;
  }

  #finish(garbage: boolean): void {
    this.#stop();
    this.endedByGarbage = garbage;
    this.followed = garbage && isHeaderForSome(this.#block);
    this.damaged ||= this.#extensions.length > 0;
    // An archive without members is one all the same.
    this.recognized ||= !garbage;
  }

  #enterMember(header: TarHeader): void {
    const member = { ...header, sparse: header.type === "S" };
    // A global header changes what is said of the member, not the place of the next one.
    let placed: Placed = { member: applyPax(member, this.#globalPax), content: header.size };
    // The outermost extension comes first and has the last word.
    for (const extension of this.#extensions.reverse()) {
      placed = extension(placed);
    }
    this.#extensions = [];
    this.#extensionBytes = 0;
    const content = WITHOUT_CONTENT.includes(header.type) ? 0 : placed.content;
    if (!(content >= 0)) {
      this.damaged = true;
      this.#finish(true);
      return;
    }
    // What is handed out is what lies there, whatever a global header says of the size.
    const sink = this.#enter({ ...placed.member, size: content });
    this.#expect(content, sink);
  }

  #expect(size: number, sink: TarSink | undefined): void {
    this.#sink = sink;
    this.#contentLeft = size;
    this.#paddingLeft = paddingOf(size);
    if (size === 0) {
      sink?.end();
    }
  }

  /** As Python, which takes the padding for a part of it. */
  #gather(size: number, use: (data: Buffer) => void): void {
    const data = Buffer.alloc(size + paddingOf(size));
    let filled = 0;
    this.#extensions.push((placed) => placed);
    this.#expect(data.length, {
      chunk: (bytes) => {
        filled += bytes.copy(data, filled);
      },
      end: () => use(data),
    });
  }

  /** Takes the place of the extension that {@link #gather} announced. */
  #extend(type: string, data: Buffer): void {
    this.#extensions.pop();
    if (type === "L" || type === "K") {
      const text = readText(data);
      const change = type === "L" ? { name: text } : { linkName: text };
      this.#extensions.push(({ member, content }) => ({ content, member: withoutSlash({ ...member, ...change }) }));
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
    const changes = new Map([...this.#globalPax, ...relevantRecords(records)]);
    if (type === "g") {
      this.#globalPax = changes;
      this.globalNames ||= changes.size > 0;
      this.#extensions.push((placed) => placed);
    } else {
      this.#extensions.push(({ member, content }) => {
        const changed = applyPax(member, changes);
        return { member: changed, content: changes.has("size") ? changed.size : content };
      });
    }
  }
}
