import { asArchiveError } from "../archive/archive-error.ts";
import { type FileSource, openFileSource } from "../archive/byte-source.ts";
import type { Distribution } from "../distribution/distribution.ts";
import type { ArchiveJudgement } from "./rules/archive-judgement.ts";
import { descriptionViolations } from "./rules/description.ts";
import { filenameViolations } from "./rules/filename.ts";
import { metadataViolations } from "./rules/metadata.ts";
import { judgeSdist } from "./rules/sdist.ts";
import { judgeWheel } from "./rules/wheel.ts";
import type { Violation } from "./violation.ts";

/** Everything that the rules of the index find in one distribution: its name, its metadata, its description, its archive. */
export async function judgeDistribution(distribution: Distribution): Promise<readonly Violation[]> {
  const { kind, path, filename, metadata } = distribution;
  const { name, version, fields } = metadata;
  const archive = { path, filename, licenseFiles: fields.get("license_file") ?? [] };
  const judgement = await judgeArchive(archive);
  const found = [
    ...filenameViolations({ filename, filetype: kind === "wheel" ? "bdist_wheel" : "sdist", name, version }),
    ...metadataViolations(fields),
    ...descriptionViolations(fields),
    ...judgement.archive,
    ...judgement.content,
  ];
  // A rule that both a name and an archive break (F-09, F-19) is told once.
  return [...new Map(found.map((violation) => [`${violation.rule} ${violation.message}`, violation])).values()];
}

interface NamedArchive {
  readonly path: string;
  readonly filename: string;
  readonly licenseFiles: readonly string[];
}

/**
 * Judges an archive by the rules of group W or S.
 *
 * @throws PublishError `distribution-invalid` when the file system does not let the file be read.
 */
export async function judgeArchive({ path, ...archive }: NamedArchive): Promise<ArchiveJudgement> {
  const wheel = archive.filename.endsWith(".whl");
  let source: FileSource | undefined;
  try {
    source = await openFileSource(path);
    return await (wheel ? judgeWheel : judgeSdist)({ ...archive, source });
  } catch (error) {
    throw asArchiveError(path, wheel ? "wheel" : "source distribution", error);
  } finally {
    await source?.close();
  }
}
