import type { BigIntStats } from "node:fs";
import { basename } from "node:path";
import { codeOf, describeError, PublishError } from "../errors.ts";
import { Pool } from "../pool.ts";
import { quote } from "../quote.ts";
import { DigestThread } from "./digest-thread.ts";
import { digestFile } from "./file-digests.ts";

/** Digests of one file, as lower-case hexadecimal. */
export interface Digests {
  readonly sha256: string;
  /** BLAKE2b with a digest of 32 bytes, no key. */
  readonly blake2b256: string;
  /** Only when it was asked for: nobody but a reader of the log wants it, and it takes as long as the other two. */
  readonly md5?: string;
  /** Bytes that went into the digests. */
  readonly size: number;
  /** What the file system said of the file then: whatever is read from it later must be the same file, untouched. */
  readonly stamp?: Pick<BigIntStats, "dev" | "ino" | "size" | "mtimeNs" | "ctimeNs">;
}

/** A file as it was when its content was judged. */
export interface JudgedFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modifiedMs: number;
}

export interface DigestOptions {
  readonly md5?: boolean;
  /** Ends the reading when the run is cancelled. */
  readonly signal?: AbortSignal;
}

/** From this many bytes on a file is hashed in a thread; a smaller one is hashed sooner than a thread is asked. */
const LARGE_BYTES = 8 * 1024 * 1024;

const thread = new DigestThread();
const here = new Pool(2);
/** Whoever asks for the digests of a file, it is read once. */
const known = new Map<string, Promise<Digests>>();

/**
 * The digests that the upload form carries; each file is read once in a run, in constant memory, a large one in a thread
 * of its own. Asked ahead of need, they are there when they are needed.
 *
 * @throws PublishError `distribution-invalid` when the file cannot be read, changes while it is read, or is not the
 * one that was judged any more.
 */
export function computeDigests(file: JudgedFile, options: DigestOptions = {}): Promise<Digests> {
  const { path, size, modifiedMs } = file;
  const key = JSON.stringify([path, size, modifiedMs, options.md5 === true]);
  const digests = known.get(key) ?? compute({ path, size, modifiedMs }, options);
  known.set(key, digests);
  // Whoever asked ahead of need may never come back for them.
  digests.catch(() => known.delete(key));
  return digests;
}

/** Has files hashed ahead of need, in their order. What fails is told to whoever asks for the digests. */
export function hashAhead(files: readonly JudgedFile[], options: DigestOptions): void {
  for (const file of files) {
    computeDigests(file, options).catch(() => undefined);
  }
}

/** Those that are hashed in a thread, so that what else there is to do goes on meanwhile. */
export function largeFiles<File extends JudgedFile>(files: readonly File[]): File[] {
  return files.filter(({ size }) => size >= LARGE_BYTES);
}

async function compute(file: JudgedFile, options: DigestOptions): Promise<Digests> {
  let digests: Digests | "changed";
  try {
    digests =
      file.size < LARGE_BYTES ? await here.run(() => digestFile(file, options)) : await thread.digest(file, options);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw unreadable(file.path, error);
  }
  if (digests === "changed") {
    throw changed(file.path);
  }
  return digests;
}

function changed(path: string): PublishError {
  const filename = basename(path);
  return new PublishError("distribution-invalid", `${quote(filename, 255)} was changed after it was checked.`, {
    filename,
    remedy: "Publish only after everything that writes into the folder has ended.",
  });
}

function unreadable(path: string, cause: unknown): PublishError {
  const filename = basename(path);
  return new PublishError("distribution-invalid", `${quote(filename, 255)} cannot be read: ${describeError(cause)}.`, {
    filename,
    cause,
    remedy:
      codeOf(cause) === "ENOENT"
        ? "It was there a moment ago: publish only after everything that writes into the folder has ended."
        : "Make the file readable for the user that runs the job.",
  });
}
