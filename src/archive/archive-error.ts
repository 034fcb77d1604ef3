import { basename } from "node:path";
import { codeOf, describeError, PublishError } from "../errors.ts";
import { quote } from "../quote.ts";

const REMEDY =
  "Build the distribution again, and compare the size and the SHA-256 of the file with those of the build: it may have been cut or altered on the way.";

/** An archive that cannot be read. */
export class ArchiveError extends PublishError {
  override readonly name = "ArchiveError";
}

/** An archive that cannot be read: names the file, says why, keeps the cause. */
export function archiveError(
  path: string,
  problem: string,
  details: { readonly cause?: unknown; readonly remedy?: string } = {},
): ArchiveError {
  const filename = basename(path);
  return new ArchiveError("distribution-invalid", `${quote(filename, 255)} ${problem}.`, {
    filename,
    remedy: details.remedy ?? REMEDY,
    ...(details.cause === undefined ? {} : { cause: details.cause }),
  });
}

/** Whatever a library or the file system threw, as an error that names the file; a PublishError stays what it is. */
export function asArchiveError(path: string, kind: string, error: unknown): PublishError {
  if (error instanceof PublishError) {
    return error;
  }
  if (isFileSystemError(error)) {
    return archiveError(path, `cannot be read: ${describeError(error)}`, {
      cause: error,
      remedy: "Make the file readable for the user that runs the job.",
    });
  }
  return archiveError(path, `is not a readable ${kind}: ${quote(describeError(error), 200)}`, { cause: error });
}

function isFileSystemError(error: unknown): boolean {
  return typeof error === "object" && error !== null && "syscall" in error && codeOf(error) !== undefined;
}
