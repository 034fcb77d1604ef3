import { type FileHandle, open } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { archiveError, asArchiveError } from "./archive-error.ts";
import { MAX_INFLATED_BYTES } from "./limits.ts";
import { PkgInfoSearch } from "./pkg-info-search.ts";

export interface SdistContent {
  /** Name of the one directory at the top, without slash. */
  readonly topDirectory: string;
  /** Content of `{topDirectory}/PKG-INFO`. */
  readonly pkgInfo: Buffer;
}

const READ_BYTES = 256 * 1024;
const GZIP_MAGIC = 0x1f8b;

/**
 * Reads `PKG-INFO` out of a gzip-compressed tar archive as a stream, up to the
 * point where it is found (S-05, S-06). Memory stays constant; inflated bytes,
 * members and the size of PKG-INFO have caps.
 *
 * @throws PublishError `distribution-invalid`, whatever is wrong with the file.
 */
export async function readSdistPkgInfo(path: string): Promise<SdistContent> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    await requireGzip(path, handle);
    return await searchPkgInfo(path, handle);
  } catch (error) {
    throw asArchiveError(path, "gzip-compressed tar archive", error);
  } finally {
    await handle?.close();
  }
}

async function requireGzip(path: string, handle: FileHandle): Promise<void> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  if (bytesRead >= 2 && buffer.readUInt16BE(0) === GZIP_MAGIC) {
    return;
  }
  const zip = buffer.subarray(0, 2).toString("latin1") === "PK";
  throw archiveError(path, zip ? "is a zip archive, not a gzip-compressed tar archive" : "is not gzip-compressed", {
    remedy:
      "Build the source distribution again with a current build back end (PEP 625); renaming does not convert it.",
  });
}

async function searchPkgInfo(path: string, handle: FileHandle): Promise<SdistContent> {
  const input = handle.createReadStream({ autoClose: false, start: 0, highWaterMark: READ_BYTES });
  const gunzip = createGunzip({ chunkSize: READ_BYTES });
  const search = new PkgInfoSearch(path);
  input.on("error", (error) => gunzip.destroy(error));
  input.pipe(gunzip);
  let inflated = 0;
  try {
    for await (const chunk of gunzip) {
      inflated += chunk.length;
      if (inflated > MAX_INFLATED_BYTES) {
        throw archiveError(path, `inflates to more than ${MAX_INFLATED_BYTES} bytes before its PKG-INFO`);
      }
      const found = await search.write(chunk);
      if (found !== undefined) {
        return found;
      }
    }
    return await search.end();
  } finally {
    input.destroy();
    gunzip.destroy();
    search.destroy();
  }
}
