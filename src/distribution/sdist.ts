import { readSdistPkgInfo } from "../archive/tar-gz.ts";
import type { Candidate } from "./candidate.ts";
import type { Sdist } from "./distribution.ts";
import { parseMetadataOf } from "./invalid-distribution.ts";

/**
 * Reads the core metadata of a source distribution. Whether the file name agrees is for the verification to say.
 *
 * @throws PublishError `distribution-invalid` naming the file.
 */
export async function readSdist(candidate: Candidate): Promise<Sdist> {
  const { path, filename, size, modifiedMs } = candidate;
  const { pkgInfo } = await readSdistPkgInfo(path);
  const metadata = parseMetadataOf(filename, "PKG-INFO", pkgInfo);
  return { kind: "sdist", path, filename, size, modifiedMs, metadata };
}
