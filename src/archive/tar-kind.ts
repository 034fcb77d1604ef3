import type { ByteSource } from "./byte-source.ts";
import { readGzip } from "./gzip.ts";
import { TarParser } from "./tar.ts";
import { readTarHeader, TAR_BLOCK_BYTES } from "./tar-header.ts";

/** First bytes of what Python's tarfile inflates besides gzip: bzip2, xz, Zstandard. */
const OTHER_COMPRESSIONS = ["BZh", "\u00fd7zXZ\u0000", "\u0028\u00b5\u002f\u00fd"];

/**
 * True for a tar archive without compression, or compressed otherwise than by
 * gzip; the latter is told by its first bytes, nothing is inflated (S-03).
 */
export async function isForeignTar(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, TAR_BLOCK_BYTES);
  const text = head.toString("latin1", 0, 8);
  return (
    OTHER_COMPRESSIONS.some((magic) => text.startsWith(magic)) ||
    (head.length === TAR_BLOCK_BYTES && readTarHeader(Buffer.from(head)) !== undefined)
  );
}

/** True when Python's tarfile takes the file for a tar archive under any compression (S-01, W-05). */
export async function isTar(source: ByteSource): Promise<boolean> {
  const parser = new TarParser(() => undefined);
  const end = await readGzip(source, (chunk) => {
    parser.push(chunk);
    return !parser.recognized && !parser.done;
  });
  return end === "not-gzip" ? isForeignTar(source) : parser.recognized;
}
