/** Inputs that once were spelt with underscores. */
export const OLDER_SPELLINGS = [
  "repository_url",
  "packages_dir",
  "verify_metadata",
  "skip_existing",
  "print_hash",
] as const;

/** Inputs that never were, and that people who write the others so will spell alike. */
const NEVER_UNDERSCORED = [
  "check-url",
  "sigstore-config",
  "trusted-publishing",
  "dry-run",
  "max-parallel",
  "wait-for-index",
  "ca-cert",
  "client-cert",
] as const;

/** Kept for releases in stages, by the names of PEP 694. */
const RESERVED = ["stage", "publish-session", "cancel-session"] as const;

/**
 * What is wrong with the names in a `with:` block, as ends of "Input …". The runner only warns about names it does not
 * know, and the release that was to be tried (`dry_run`) or staged would be out. Local runners hand the inputs of a
 * composite action down to its steps: one that has the value of the right name is no harm.
 *
 * @param value what stands under a name, without white space around it; empty when nothing does
 */
export function misnamed(value: (name: string) => string): readonly string[] {
  return [
    ...NEVER_UNDERSCORED.map((name) => [name.replaceAll("-", "_"), name] as const)
      .filter(([spelling, name]) => value(spelling) !== "" && value(spelling) !== value(name))
      .map(([spelling, name]) => `\`${spelling}\` is not known; write \`${name}\`${orVariable(spelling)}`),
    ...RESERVED.filter((name) => value(name) !== "").map(
      (name) =>
        `\`${name}\` is kept for releases in stages, which this version does not make; leave it out${orVariable(name)}`,
    ),
  ];
}

/** A variable of that name, which a job may have for its scripts, cannot be told from an input. */
function orVariable(name: string): string {
  return `, or rename the environment variable INPUT_${name.toUpperCase()} if that is what sets it`;
}
