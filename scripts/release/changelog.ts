const UNRELEASED = "## Unreleased";

/**
 * The changelog with what is unreleased under the heading of a version, and room for what comes next.
 *
 * @param date - `YYYY-MM-DD`.
 * @throws Error when nothing is unreleased, or the version has a section already.
 */
export function withRelease(changelog: string, version: string, date: string): string {
  if (sectionOf(changelog, version) !== undefined) {
    throw new Error(`CHANGELOG.md has a section of ${version} already`);
  }
  if ((bodyOf(changelog, (heading) => heading === UNRELEASED) ?? "") === "") {
    throw new Error("CHANGELOG.md says nothing under Unreleased: a release without a change is none");
  }
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## ${version} - ${date}`);
}

/** What the changelog says of a version, without its heading; undefined when it has no section. */
export function sectionOf(changelog: string, version: string): string | undefined {
  return bodyOf(changelog, (heading) => heading.startsWith(`## ${version} - `));
}

function bodyOf(changelog: string, isWanted: (heading: string) => boolean): string | undefined {
  const lines = changelog.split("\n");
  const start = lines.findIndex(isWanted);
  if (start === -1) {
    return undefined;
  }
  const end = lines.findIndex((line, index) => index > start && line.startsWith("## "));
  return lines
    .slice(start + 1, end === -1 ? undefined : end)
    .join("\n")
    .trim();
}
