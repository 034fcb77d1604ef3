import type { FileHandle } from "node:fs/promises";
import yauzl from "yauzl";

const PAGE_BYTES = 256 * 1024;

/**
 * A file for yauzl, read in pages: the central directory of a large wheel is
 * tens of thousands of small reads otherwise. Refuses positions outside of the
 * file, which damaged archives ask for. Does not own the file handle.
 */
export class RandomAccessFile extends yauzl.RandomAccessReader {
  readonly #handle: FileHandle;
  readonly #size: number;
  #page: Buffer = Buffer.alloc(0);
  #pageStart = 0;

  constructor(handle: FileHandle, size: number) {
    super();
    this.#handle = handle;
    this.#size = size;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    if (!Number.isSafeInteger(position) || position < 0 || position + length > this.#size) {
      setImmediate(callback, new Error("a position lies outside of the file"));
      return;
    }
    this.#read(buffer, offset, length, position).then(
      () => setImmediate(callback, null, length),
      (error: unknown) => setImmediate(callback, error instanceof Error ? error : new Error(String(error))),
    );
  }

  /** Bytes of the file; rejects when the range is not wholly inside of it. */
  async readRange(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await this.#handle.read(buffer, 0, length, position);
    if (bytesRead < length) {
      throw new Error("the file ends too early");
    }
    return buffer;
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null);
  }

  async #read(buffer: Buffer, offset: number, length: number, position: number): Promise<void> {
    if (length > PAGE_BYTES) {
      (await this.readRange(position, length)).copy(buffer, offset);
      return;
    }
    if (position < this.#pageStart || position + length > this.#pageStart + this.#page.length) {
      this.#page = await this.readRange(position, Math.min(PAGE_BYTES, this.#size - position));
      this.#pageStart = position;
    }
    this.#page.copy(buffer, offset, position - this.#pageStart, position - this.#pageStart + length);
  }
}
