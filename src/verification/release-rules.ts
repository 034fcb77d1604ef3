import type { Distribution } from "../distribution/distribution.ts";
import type { Finding } from "../distribution/finding.ts";
import { quote } from "../quote.ts";
import { normalizeProjectName } from "../standards/project-name.ts";
import { versionKey } from "../standards/version.ts";

const ONE_SPELLING = "Build all distributions of a release from the same sources in one go.";

/** Rules about the files of one release taken together: P-18, P-23, P-24. */
export function releaseFindings(distributions: readonly Distribution[]): Finding[] {
  const projects = grouped(distributions, ({ metadata }) => normalizeProjectName(metadata.name));
  const releases = projects.flatMap((project) =>
    grouped(project, ({ metadata }) => versionKey(metadata.version) ?? ""),
  );
  return [
    ...projects.flatMap((project) => spellingFindings(project, "P-18", "project name", formName)),
    ...releases.flatMap((release) => spellingFindings(release, "P-24", "version", ({ metadata }) => metadata.version)),
    ...releases.flatMap(sdistFindings),
  ];
}

/** The spelling that is sent; the one in the metadata may differ in `-` and `_`. */
function formName({ metadata }: Distribution): string {
  return metadata.fields.get("name")?.[0] ?? metadata.name;
}

function grouped(
  distributions: readonly Distribution[],
  key: (distribution: Distribution) => string,
): Distribution[][] {
  return [...Map.groupBy(distributions, key).values()];
}

/** The index keeps the spelling of one of the files and shows it for all. */
function spellingFindings(
  distributions: readonly Distribution[],
  rule: string,
  what: string,
  spelling: (distribution: Distribution) => string,
): Finding[] {
  const spellings = [...Map.groupBy(distributions, spelling)];
  const [[first, [firstFile]] = ["", []], ...others] = spellings;
  return others.flatMap(([other, [file]]) =>
    file === undefined || firstFile === undefined
      ? []
      : {
          filename: file.filename,
          rule,
          severity: "warning" as const,
          message: `${quote(file.filename, 255)} spells the ${what} ${quote(other)}, ${quote(firstFile.filename, 255)} spells it ${quote(first)}.`,
          remedy: ONE_SPELLING,
        },
  );
}

/** P-23: an index takes one source distribution a release, however the version is spelt (P-24). */
function sdistFindings(release: readonly Distribution[]): Finding[] {
  const [first, ...others] = release.filter(({ kind }) => kind === "sdist");
  return others.map(({ filename, metadata }) => ({
    filename,
    rule: "P-23",
    severity: "error",
    message: `${quote(filename, 255)} is a second source distribution of ${metadata.name} ${metadata.version}, beside ${quote(first?.filename ?? "", 255)}; an index takes one.`,
    remedy: "Remove one of them before publishing.",
  }));
}
