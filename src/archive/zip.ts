import { type FileHandle, open } from "node:fs/promises";
import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import yauzl from "yauzl";
import { quote } from "../quote.ts";
import { archiveError, asArchiveError } from "./archive-error.ts";
import { MAX_MEMBERS, MAX_METADATA_BYTES, MAX_NAME_BYTES } from "./limits.ts";
import { RandomAccessFile } from "./random-access-file.ts";

export interface ZipContent {
  /** Names of all members as the central directory has them, directories (ending in `/`) too. */
  readonly names: readonly string[];
  /** Content of the member asked for; undefined when there is none of that name. */
  readonly member: Buffer | undefined;
}

const STORED = 0;
const DEFLATED = 8;
const UTF8_FLAG = 0x800;

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/**
 * Lists a zip archive and reads one member of at most 16 MiB, all in memory.
 * The name is compared as text, case and all.
 *
 * @throws PublishError `distribution-invalid`, whatever is wrong with the file.
 */
export async function readZipMember(path: string, memberName: string): Promise<ZipContent> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path);
    const { size } = await handle.stat();
    const file = new RandomAccessFile(handle, size);
    const zip = await yauzl.fromRandomAccessReaderPromise(file, size, { decodeStrings: false, autoClose: false });
    const { names, found } = await listEntries(path, zip, memberName);
    return { names, member: found === undefined ? undefined : await readEntry(path, zip, file, found, memberName) };
  } catch (error) {
    throw asArchiveError(path, "zip archive", error);
  } finally {
    await handle?.close();
  }
}

async function listEntries(
  path: string,
  zip: yauzl.ZipFile,
  memberName: string,
): Promise<{ names: string[]; found: yauzl.Entry | undefined }> {
  const names: string[] = [];
  let nameBytes = 0;
  let found: yauzl.Entry | undefined;
  for await (const entry of zip.eachEntry()) {
    nameBytes += entry.fileNameRaw.length;
    if (names.length >= MAX_MEMBERS || nameBytes > MAX_NAME_BYTES) {
      throw archiveError(path, `has more than ${MAX_MEMBERS} members, or more than ${MAX_NAME_BYTES} bytes of names`);
    }
    const name = entryName(entry);
    names.push(name);
    if (name === memberName) {
      if (found !== undefined) {
        throw archiveError(path, `lists ${quote(memberName)} twice, so that tools may disagree about its content`);
      }
      found = entry;
    }
  }
  return { names, found };
}

/** Names without the UTF-8 flag are in an unknown old encoding; only their ASCII part can be relied on. */
function entryName(entry: yauzl.Entry): string {
  // With decodeStrings off yauzl leaves the raw bytes; fileNameRaw has them in either case.
  return entry.fileNameRaw.toString((entry.generalPurposeBitFlag & UTF8_FLAG) === 0 ? "latin1" : "utf8");
}

async function readEntry(
  path: string,
  zip: yauzl.ZipFile,
  file: RandomAccessFile,
  entry: yauzl.Entry,
  memberName: string,
): Promise<Buffer> {
  if (entry.isEncrypted()) {
    throw archiveError(path, `has an encrypted ${quote(memberName)}`);
  }
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw archiveError(
      path,
      `has ${quote(memberName)} compressed by method ${entry.compressionMethod}, which indexes refuse`,
    );
  }
  if (Math.max(entry.uncompressedSize, entry.compressedSize) > MAX_METADATA_BYTES) {
    throw archiveError(path, `has a ${quote(memberName)} of more than ${MAX_METADATA_BYTES} bytes`);
  }
  const local = await zip.readLocalFileHeaderPromise(entry);
  if (!local.fileName.equals(entry.fileNameRaw)) {
    throw archiveError(path, `names ${quote(memberName)} differently in its directory and in front of its data`);
  }
  const raw = await file.readRange(local.fileDataStart, entry.compressedSize);
  const content = entry.compressionMethod === STORED ? raw : await inflateEntry(path, raw, entry, memberName);
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) {
    throw archiveError(path, `has a damaged ${quote(memberName)}: size or checksum differ from what the archive says`);
  }
  return content;
}

async function inflateEntry(path: string, raw: Buffer, entry: yauzl.Entry, memberName: string): Promise<Buffer> {
  try {
    // One byte more than declared shows that the declared size is a lie; zlib takes no limit of 0.
    return await inflate(raw, { maxOutputLength: entry.uncompressedSize + 1 });
  } catch (cause) {
    throw archiveError(path, `has a damaged ${quote(memberName)}: its compressed data cannot be read`, { cause });
  }
}
