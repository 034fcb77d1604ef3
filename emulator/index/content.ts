import { createHash, type Hash } from "node:crypto";
import { createReadStream, type PathLike, readFileSync } from "node:fs";
import { type FileHandle, open, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { createBLAKE2b, type IHasher } from "hash-wasm";

/** Digests besides SHA-256 that clients may send (rule H-18). */
export type DigestName = "md5" | "blake2_256";

/** Received bytes, in memory or in a file. */
export class Content {
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly path: string | undefined;
  readonly #buffer: Buffer | undefined;
  readonly #digests: Map<DigestName, string>;

  constructor(parts: {
    size: number;
    sha256: string;
    buffer?: Buffer | undefined;
    path?: string | undefined;
    digests?: ReadonlyMap<DigestName, string> | undefined;
  }) {
    this.size = parts.size;
    this.sha256 = parts.sha256;
    this.path = parts.path;
    this.#buffer = parts.buffer;
    this.#digests = new Map(parts.digests);
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

  stream(): Readable {
    return this.#buffer === undefined ? createReadStream(this.#keptPath()) : Readable.from([this.#buffer]);
  }

  /** True when the digest is known or can be computed. */
  hasDigest(name: DigestName): boolean {
    return this.kept || this.#digests.has(name);
  }

  /** Lower-case hex, computed when first asked for. BLAKE2 is BLAKE2b with 32 bytes (rule H-18). */
  async digest(name: DigestName): Promise<string> {
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

/** Bytes gathered before they are written to the file. */
const WRITE_BYTES = 1024 * 1024;

/** Takes bytes as they arrive and hashes them; small content stays in memory, the rest goes to a file. */
export class Spool {
  readonly #path: string;
  readonly #keep: boolean;
  readonly #sha256: Hash = createHash("sha256");
  readonly #others: ReadonlyMap<DigestName, Hash | IHasher>;
  #chunks: Buffer[] = [];
  #gathered = 0;
  #file: FileHandle | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #size = 0;

  private constructor(path: string, keep: boolean, others: ReadonlyMap<DigestName, Hash | IHasher>) {
    this.#path = path;
    this.#keep = keep;
    this.#others = others;
  }

  /** With `keep` false nothing is kept but SHA-256 and the digests named. */
  static async create(path: string, keep: boolean, digests: readonly DigestName[]): Promise<Spool> {
    const others = new Map<DigestName, Hash | IHasher>();
    for (const name of digests) {
      others.set(name, name === "md5" ? createHash("md5") : (await createBLAKE2b(256)).init());
    }
    return new Spool(path, keep, others);
  }

  async write(chunk: Buffer): Promise<void> {
    this.#size += chunk.length;
    this.#sha256.update(chunk);
    for (const hasher of this.#others.values()) {
      hasher.update(chunk);
    }
    if (!this.#keep) {
      return;
    }
    this.#chunks.push(chunk);
    this.#gathered += chunk.length;
    if (this.#gathered > WRITE_BYTES) {
      await this.#flush();
    }
  }

  async finish(): Promise<Content> {
    if (this.#file !== undefined) {
      await this.#flush();
      await this.#writing;
      await this.#file.close();
    }
    return new Content({
      size: this.#size,
      sha256: this.#sha256.digest("hex"),
      path: this.#file === undefined ? undefined : this.#path,
      buffer: this.#keep && this.#file === undefined ? Buffer.concat(this.#chunks) : undefined,
      digests: new Map(Array.from(this.#others, ([name, hasher]) => [name, String(hasher.digest("hex"))])),
    });
  }

  /** Closes and removes what an unfinished upload left. */
  async abandon(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#file?.close().catch(() => undefined);
    await rm(this.#path, { force: true });
  }

  /** One write is under way while the next bytes are hashed. */
  async #flush(): Promise<void> {
    const chunks = this.#chunks;
    this.#chunks = [];
    this.#gathered = 0;
    await this.#writing;
    this.#file ??= await open(this.#path, "wx", 0o600);
    if (chunks.length > 0) {
      this.#writing = this.#file.writev(chunks);
    }
  }
}
