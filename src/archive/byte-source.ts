import { type FileHandle, open } from "node:fs/promises";

/** Bytes that can be read anywhere, in a file or in memory. */
export interface ByteSource {
  readonly size: number;
  /**
   * The bytes from start to before end; fewer when the source ends before. The
   * result may be a view of a shared buffer, or of `into`, which is used for long reads.
   */
  read(start: number, end: number, into?: Buffer): Promise<Buffer>;
}

/** {@link ByteSource} of a file, closed by its owner. */
export interface FileSource extends ByteSource {
  close(): Promise<void>;
}

/** Reads below this size share a page: the directory of a large wheel is tens of thousands of small reads otherwise. */
const PAGE_BYTES = 64 * 1024;

/** Opens a file. Rejects with the error of the file system. */
export async function openFileSource(path: string): Promise<FileSource> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    return new OpenFile(handle, size);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Bytes in memory. */
export function bufferSource(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: async (start, end) => bytes.subarray(Math.max(0, start), Math.max(0, end)),
  };
}

class OpenFile implements FileSource {
  readonly size: number;
  readonly #handle: FileHandle;
  #page: Buffer = Buffer.alloc(0);
  #pageStart = 0;

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.size = size;
  }

  async read(start: number, end: number, into?: Buffer): Promise<Buffer> {
    const from = Math.max(0, start);
    const length = Math.min(end, this.size) - from;
    if (!(length > 0)) {
      return Buffer.alloc(0);
    }
    if (length > PAGE_BYTES / 2) {
      return this.#readBytes(from, length, into);
    }
    if (from < this.#pageStart || from + length > this.#pageStart + this.#page.length) {
      // Several reads may be under way: the page found is the one used, whatever becomes of the field.
      const page = await this.#readBytes(from, Math.min(PAGE_BYTES, this.size - from));
      this.#page = page;
      this.#pageStart = from;
      return page.subarray(0, length);
    }
    return this.#page.subarray(from - this.#pageStart, from - this.#pageStart + length);
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  async #readBytes(start: number, length: number, into?: Buffer): Promise<Buffer> {
    const buffer = into !== undefined && into.length >= length ? into : Buffer.allocUnsafe(length);
    const { bytesRead } = await this.#handle.read(buffer, 0, length, start);
    return buffer.subarray(0, bytesRead);
  }
}
