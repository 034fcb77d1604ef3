import { ArchiveError, archiveError } from "../archive/archive-error.ts";
import { describeError, PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import type { Candidate } from "./candidate.ts";
import type { Distribution } from "./distribution.ts";
import type { Finding } from "./finding.ts";
import { readSdist } from "./sdist.ts";
import { readWheel } from "./wheel.ts";

export interface ReadDistributions {
  /** Those that could be read, in the order of the candidates. */
  readonly distributions: readonly Distribution[];
  /** Errors of those that could not, and warnings. */
  readonly findings: readonly Finding[];
}

const FILES_AT_ONCE = 4;

/** Reads the core metadata of all candidates, a few at a time; what is wrong with a file becomes a finding. */
export async function readDistributions(candidates: readonly Candidate[]): Promise<ReadDistributions> {
  const results = new Array<Distribution | Finding>(candidates.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < candidates.length; index = next++) {
      const candidate = candidates[index];
      if (candidate !== undefined) {
        results[index] = await readOne(candidate);
      }
    }
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, work));
  const distributions = results.filter((result) => "kind" in result);
  const errors = results.filter((result) => "severity" in result);
  return { distributions, findings: [...errors, ...distributions.flatMap(warnings)] };
}

async function readOne(candidate: Candidate): Promise<Distribution | Finding> {
  try {
    if (candidate.size === 0) {
      throw archiveError(candidate.path, "is empty", {
        remedy: "Build it again; a step before may have been cut off, or uploaded the file before it was written.",
      });
    }
    return await (candidate.filename.endsWith(".whl") ? readWheel(candidate) : readSdist(candidate));
  } catch (error) {
    if (error instanceof PublishError) {
      const { filename, path } = candidate;
      const damaged = error instanceof ArchiveError ? ({ damaged: true } as const) : {};
      return {
        filename,
        path,
        ...damaged,
        severity: "error",
        message: describeError(error),
        remedy: error.remedy ?? "",
      };
    }
    throw error;
  }
}

function warnings({ filename, metadata }: Distribution): Finding[] {
  return metadata.warnings.map((warning) => ({
    filename,
    severity: "warning",
    message: `${quote(filename, 255)}: ${warning}`,
    remedy: "Correct the project's metadata, or build with a current build back end.",
  }));
}
