import { quote } from "../quote.ts";
import { archiveError, asArchiveError } from "./archive-error.ts";
import { type FileSource, openFileSource } from "./byte-source.ts";
import { type GzipEnd, readGzip } from "./gzip.ts";
import { MAX_INFLATED_BYTES } from "./limits.ts";
import { PkgInfoSearch } from "./pkg-info-search.ts";
import { TarParser } from "./tar.ts";

export interface SdistContent {
  /** Name of the one directory at the top, without slash. */
  readonly topDirectory: string;
  /** Content of `{topDirectory}/PKG-INFO`. */
  readonly pkgInfo: Buffer;
}

/**
 * Reads `PKG-INFO` out of a gzip-compressed tar archive as a stream, up to the
 * point where it is found (S-05, S-06). Memory stays constant; inflated bytes,
 * members and the size of PKG-INFO have caps.
 *
 * @throws PublishError `distribution-invalid`, whatever is wrong with the file.
 */
export async function readSdistPkgInfo(path: string): Promise<SdistContent> {
  let file: FileSource | undefined;
  try {
    file = await openFileSource(path);
    const search = new PkgInfoSearch(path);
    const parser = new TarParser((member) => search.enter(member));
    const end = await readGzip(file, (chunk) => {
      parser.push(chunk);
      return search.found === undefined && !parser.done;
    });
    const { found } = search;
    if (found !== undefined) {
      return found;
    }
    throw (await readingFault(path, file, end, parser)) ?? search.notFound();
  } catch (error) {
    throw asArchiveError(path, "gzip-compressed tar archive", error);
  } finally {
    await file?.close();
  }
}

/** Why the archive could not be read to its end; undefined when it could. */
async function readingFault(
  path: string,
  file: FileSource,
  end: GzipEnd,
  parser: TarParser,
): Promise<Error | undefined> {
  const unreadable = (problem: string): Error =>
    archiveError(path, `is not a readable gzip-compressed tar archive: ${quote(problem, 200)}`);
  if (end === "not-gzip") {
    const zip = (await file.read(0, 2)).toString("latin1") === "PK";
    return archiveError(path, zip ? "is a zip archive, not a gzip-compressed tar archive" : "is not gzip-compressed", {
      remedy:
        "Build the source distribution again with a current build back end (PEP 625); renaming does not convert it.",
    });
  }
  if (parser.tooDeep || parser.tooLarge) {
    return unreadable("it has more long names or pax headers than this action reads");
  }
  if (end === "too-large") {
    return archiveError(path, `inflates to more than ${MAX_INFLATED_BYTES} bytes before its PKG-INFO`);
  }
  if (parser.done && parser.recognized && !parser.damaged) {
    return undefined;
  }
  if (end === "cut") {
    return unreadable("the compressed data end too early");
  }
  if (end === "invalid" || end === "wrong-checksum" || end === "trailing-data") {
    return unreadable("the compressed data are damaged");
  }
  if (!parser.recognized) {
    return unreadable("what is compressed is not a tar archive");
  }
  return parser.cut || parser.damaged ? unreadable("the tar archive ends too early") : undefined;
}
