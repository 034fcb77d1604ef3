import { quote } from "../quote.ts";
import { archiveError, asArchiveError } from "./archive-error.ts";
import type { ByteSource } from "./byte-source.ts";
import { openFileSource } from "./byte-source.ts";
import { MAX_METADATA_BYTES } from "./limits.ts";
import { findZipDirectory, readZipDirectory } from "./zip-directory.ts";
import type { ZipEntry } from "./zip-entry.ts";
import { readMember } from "./zip-member.ts";

export interface ZipContent {
  /** Names of all members as the central directory has them, directories (ending in `/`) too. */
  readonly names: readonly string[];
  /** Content of the member asked for; undefined when there is none of that name. */
  readonly member: Buffer | undefined;
}

/**
 * Lists a zip archive and reads one member of at most 16 MiB, all in memory.
 * The name is compared as text, case and all.
 *
 * @throws PublishError `distribution-invalid`, whatever is wrong with the file.
 */
export async function readZipMember(path: string, memberName: string): Promise<ZipContent> {
  let file: Awaited<ReturnType<typeof openFileSource>> | undefined;
  try {
    file = await openFileSource(path);
    return await readMemberFrom(file, path, memberName);
  } catch (error) {
    throw asArchiveError(path, "zip archive", error);
  } finally {
    await file?.close();
  }
}

/** {@link readZipMember} of bytes wherever they are; rejects with other errors, too. */
export async function readMemberFrom(source: ByteSource, path: string, memberName: string): Promise<ZipContent> {
  const entries = await readZipDirectory(source, await findZipDirectory(source));
  const [entry, second] = entries.filter(({ name }) => name === memberName);
  if (second !== undefined) {
    throw archiveError(path, `lists ${quote(memberName)} twice, so that tools may disagree about its content`);
  }
  const member = entry === undefined ? undefined : await readWhole(path, source, entry);
  return { names: entries.map(({ name }) => name), member };
}

async function readWhole(path: string, file: ByteSource, entry: ZipEntry): Promise<Buffer> {
  const member = quote(entry.name);
  if (entry.size > MAX_METADATA_BYTES || entry.compressedSize > MAX_METADATA_BYTES) {
    throw archiveError(path, `has a ${member} of more than ${MAX_METADATA_BYTES} bytes`);
  }
  const chunks: Buffer[] = [];
  const { state, length } = await readMember(file, entry, Number.POSITIVE_INFINITY, (chunk) =>
    chunks.push(Buffer.from(chunk)),
  );
  if (state === "intact" && length === "as-stated") {
    return Buffer.concat(chunks);
  }
  if (state === "elsewhere") {
    throw archiveError(path, `has no ${member} where its directory says, or has it there by another name`);
  }
  if (state === "encrypted") {
    throw archiveError(path, `has an encrypted ${member}`);
  }
  if (state === "other-method") {
    throw archiveError(path, `has ${member} compressed by method ${entry.method}, which indexes refuse`);
  }
  throw archiveError(path, `has a damaged ${member}: size or checksum differ from what the archive says`);
}
