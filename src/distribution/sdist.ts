import { readSdistPkgInfo } from "../archive/tar-gz.ts";
import { parseSdistFilename, splitSdistFilename } from "../standards/sdist-filename.ts";
import type { Candidate } from "./candidate.ts";
import type { Sdist } from "./distribution.ts";
import { invalidDistribution, parseMetadataOf } from "./invalid-distribution.ts";
import { disagreement } from "./metadata-agreement.ts";

const REBUILD = "Build the source distribution again; renaming it leaves its inside behind.";

/**
 * Reads the core metadata of a source distribution and holds it against the file name.
 *
 * @throws PublishError `distribution-invalid` naming the file.
 */
export async function readSdist(candidate: Candidate): Promise<Sdist> {
  const { path, filename, size, modifiedMs } = candidate;
  const parts = parseSdistFilename(filename);
  const { pkgInfo } = await readSdistPkgInfo(path);
  const metadata = parseMetadataOf(filename, "PKG-INFO", pkgInfo);
  const problem = disagreement(parts, metadata);
  const agrees = splitSdistFilename(filename).some((split) => disagreement(split, metadata) === undefined);
  if (problem !== undefined && !agrees) {
    throw invalidDistribution(filename, problem, REBUILD);
  }
  return { kind: "sdist", path, filename, size, modifiedMs, metadata };
}
