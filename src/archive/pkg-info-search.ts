import { type Extract, type ExtractEvents, extract, type Header } from "tar-stream";
import { quote } from "../quote.ts";
import { archiveError } from "./archive-error.ts";
import { MAX_MEMBERS, MAX_METADATA_BYTES } from "./limits.ts";

type Content = ExtractEvents["entry"][1];

interface Found {
  readonly topDirectory: string;
  readonly pkgInfo: Buffer;
}

const REMEDY =
  "Build the source distribution again with a current build back end: it holds one directory {name}-{version} with PKG-INFO directly in it.";

/** Looks for `{top directory}/PKG-INFO` in a tar stream that is written to it chunk by chunk. */
export class PkgInfoSearch {
  readonly #path: string;
  readonly #parser: Extract = extract();
  #topDirectory: string | undefined;
  #members = 0;
  #found: Found | undefined;
  #failure: Error | undefined;
  #wake: () => void = () => {};

  constructor(path: string) {
    this.#path = path;
    this.#parser.on("entry", (header, content, next) => this.#enter(header, content, next));
    this.#parser.on("error", (error) => this.#fail(error));
    this.#parser.on("drain", () => this.#wake());
    this.#parser.on("close", () => this.#wake());
  }

  /** What was found up to here. Rejects with whatever is wrong with the archive. */
  async write(chunk: Buffer): Promise<Found | undefined> {
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    if (this.#failure === undefined && !this.#parser.write(chunk)) {
      await woken;
    }
    return this.#result();
  }

  /** The archive has ended: what was found, or the reason why nothing was. */
  async end(): Promise<Found> {
    const closed = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    if (this.#failure === undefined) {
      this.#parser.end(undefined);
      await closed;
    }
    const found = this.#result();
    if (found !== undefined) {
      return found;
    }
    const problem =
      this.#topDirectory === undefined ? "is an empty archive" : `has no ${quote(`${this.#topDirectory}/PKG-INFO`)}`;
    throw archiveError(this.#path, problem, { remedy: REMEDY });
  }

  destroy(): void {
    this.#parser.destroy();
  }

  #result(): Found | undefined {
    if (this.#found === undefined && this.#failure !== undefined) {
      throw this.#failure;
    }
    return this.#found;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake();
  }

  #enter(header: Header, content: Content, next: () => void): void {
    // The parser destroys the open member with the error that destroys itself.
    content.on("error", (error) => this.#fail(error));
    const problem = this.#judge(header);
    if (problem !== undefined) {
      this.#parser.destroy(archiveError(this.#path, problem, { remedy: REMEDY }));
      return;
    }
    if (header.size === 0 || header.type === "directory") {
      // tar-stream never ends the content of a directory whose header declares a size.
      queueMicrotask(next);
      return;
    }
    const topDirectory = this.#topDirectory ?? "";
    if (header.name !== `${topDirectory}/PKG-INFO`) {
      content.on("end", next);
      content.resume();
      return;
    }
    const chunks: Uint8Array[] = [];
    content.on("data", (chunk) => {
      if (chunk instanceof Uint8Array) {
        chunks.push(chunk);
      }
    });
    content.on("end", () => {
      this.#found = { topDirectory, pkgInfo: Buffer.concat(chunks) };
      next();
    });
  }

  /** Why the archive is no source distribution, as far as this member shows it (S-05, S-06, S-10). */
  #judge({ name, type, size }: Header): string | undefined {
    this.#members += 1;
    if (this.#members > MAX_MEMBERS) {
      return `has more than ${MAX_MEMBERS} members`;
    }
    const [top = "", ...rest] = name.split("/");
    if (top === "" || top === "." || top === "..") {
      return `has the member ${quote(name)}, whose name does not begin with a directory name`;
    }
    if (rest.length === 0 && type !== "directory") {
      return `has the member ${quote(name)} outside of a top directory`;
    }
    this.#topDirectory ??= top;
    if (top !== this.#topDirectory) {
      return `has more than one top directory (${quote(this.#topDirectory)}, ${quote(top)})`;
    }
    if (name === `${top}/PKG-INFO`) {
      if (type !== "file" && type !== "contiguous-file") {
        return `has a PKG-INFO that is no regular file`;
      }
      if (size === 0) {
        return "has an empty PKG-INFO";
      }
      return size > MAX_METADATA_BYTES ? `has a PKG-INFO of more than ${MAX_METADATA_BYTES} bytes` : undefined;
    }
    return undefined;
  }
}
