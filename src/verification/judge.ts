import type { Distribution } from "../distribution/distribution.ts";
import type { ArchiveJudgement } from "./rules/archive-judgement.ts";
import { descriptionViolations } from "./rules/description.ts";
import { filenameViolations } from "./rules/filename.ts";
import { metadataViolations } from "./rules/metadata.ts";
import { sdistViolations } from "./rules/sdist.ts";
import { wheelViolations } from "./rules/wheel.ts";
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

export function judgeArchive(archive: NamedArchive): Promise<ArchiveJudgement> {
  return archive.filename.endsWith(".whl") ? wheelViolations(archive) : sdistViolations(archive);
}
