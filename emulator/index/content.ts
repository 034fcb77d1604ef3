import { createHash, type Hash } from "node:crypto";
import { createReadStream, type PathLike, readFileSync } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { createBLAKE2b, type IHasher } from "hash-wasm";

/** Uploads over this size go to a file. */
const IN_MEMORY_BYTES = 1024 * 1024;

/** Received bytes, in memory or in a file. */
export class Content {
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly path: string | undefined;
  readonly #buffer: Buffer | undefined;
  readonly #digests = new Map<"md5" | "blake2_256", string>();

  constructor(parts: {
    size: number;
    sha256: string;
    buffer?: Buffer | undefined;
    path?: string | undefined;
    digests?: Readonly<Record<"md5" | "blake2_256", string>> | undefined;
  }) {
    this.size = parts.size;
    this.sha256 = parts.sha256;
    this.path = parts.path;
    this.#buffer = parts.buffer;
    if (parts.digests !== undefined) {
      this.#digests.set("md5", parts.digests.md5).set("blake2_256", parts.digests.blake2_256);
    }
  }

  static of(bytes: Buffer): Content {
    return new Content({ size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), buffer: bytes });
  }

  get kept(): boolean {
    return this.#buffer !== undefined || this.path !== undefined;
  }

  /** All bytes. Throws when they were not kept. */
  bytes(): Buffer {
    return this.#buffer ?? readFileSync(this.#keptPath());
  }

  /** The bytes from start to before end. Throws when they were not kept. */
  async read(start: number, end: number): Promise<Buffer> {
    if (this.#buffer !== undefined) {
      return this.#buffer.subarray(start, end);
    }
    const file = await open(this.#keptPath());
    try {
      const target = Buffer.alloc(Math.max(0, Math.min(end, this.size) - start));
      await file.read(target, 0, target.length, start);
      return target;
    } finally {
      await file.close();
    }
  }

  stream(start = 0): Readable {
    return this.#buffer === undefined
      ? createReadStream(this.#keptPath(), { start })
      : Readable.from([this.#buffer.subarray(start)]);
  }

  /** Lower-case hex, computed when first asked for. BLAKE2 is BLAKE2b with 32 bytes (rule H-18). */
  async digest(name: "md5" | "blake2_256"): Promise<string> {
    const known = this.#digests.get(name);
    if (known !== undefined) {
      return known;
    }
    const md5 = createHash("md5");
    const blake2 = (await createBLAKE2b(256)).init();
    const hasher = name === "md5" ? md5 : blake2;
    for await (const chunk of this.stream()) {
      hasher.update(chunk);
    }
    const digest = name === "md5" ? md5.digest("hex") : blake2.digest("hex");
    this.#digests.set(name, digest);
    return digest;
  }

  async discard(): Promise<void> {
    if (this.path !== undefined) {
      await rm(this.path, { force: true });
    }
  }

  #keptPath(): PathLike {
    if (this.path === undefined) {
      throw new Error("the bytes of this file were not kept");
    }
    return this.path;
  }
}

/** Takes bytes as they arrive and hashes them; small content stays in memory, the rest goes to a file. */
export class Spool {
  readonly #path: string;
  readonly #keep: boolean;
  readonly #sha256: Hash = createHash("sha256");
  readonly #others: readonly [Hash, IHasher] | undefined;
  #chunks: Buffer[] = [];
  #file: FileHandle | undefined;
  #size = 0;

  private constructor(path: string, keep: boolean, others: readonly [Hash, IHasher] | undefined) {
    this.#path = path;
    this.#keep = keep;
    this.#others = others;
  }

  /** With `keep` false nothing is kept but the digests. */
  static async create(path: string, keep: boolean): Promise<Spool> {
    const others = keep ? undefined : ([createHash("md5"), (await createBLAKE2b(256)).init()] as const);
    return new Spool(path, keep, others);
  }

  async write(chunk: Buffer): Promise<void> {
    this.#size += chunk.length;
    this.#sha256.update(chunk);
    if (this.#others !== undefined) {
      this.#others[0].update(chunk);
      this.#others[1].update(chunk);
    }
    if (!this.#keep) {
      return;
    }
    if (this.#file !== undefined) {
      await this.#file.write(chunk);
      return;
    }
    this.#chunks.push(chunk);
    if (this.#size > IN_MEMORY_BYTES) {
      this.#file = await open(this.#path, "wx", 0o600);
      await this.#file.writev(this.#chunks);
      this.#chunks = [];
    }
  }

  async finish(): Promise<Content> {
    await this.#file?.close();
    return new Content({
      size: this.#size,
      sha256: this.#sha256.digest("hex"),
      path: this.#file === undefined ? undefined : this.#path,
      buffer: this.#keep && this.#file === undefined ? Buffer.concat(this.#chunks) : undefined,
      digests:
        this.#others === undefined
          ? undefined
          : { md5: this.#others[0].digest("hex"), blake2_256: this.#others[1].digest("hex") },
    });
  }

  /** Closes and removes what an unfinished upload left. */
  async abandon(): Promise<void> {
    await this.#file?.close().catch(() => undefined);
    await rm(this.#path, { force: true });
  }
}
