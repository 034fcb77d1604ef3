import type { Distribution } from "../distribution/distribution.ts";
import type { Finding } from "../distribution/finding.ts";
import { PublishError } from "../errors.ts";
import { normalizeProjectName } from "../standards/project-name.ts";
import { releaseFindings } from "./release-rules.ts";

const verified: unique symbol = Symbol("verified");

/** Distributions that may be published. Only {@link verifyRelease} makes one. */
export interface VerifiedRelease {
  readonly [verified]: true;
  /** Per project the wheels sorted by file name, then the source distributions: no installer finds an sdist without its wheels. */
  readonly distributions: readonly Distribution[];
  readonly warnings: readonly Finding[];
}

/** A group of rules: the distributions of one run -> what is wrong with them. */
type Rules = (distributions: readonly Distribution[]) => readonly Finding[];

const RULES: readonly Rules[] = [releaseFindings];

/**
 * Judges all distributions of a run together with the findings made while they were read.
 *
 * @throws PublishError `distribution-invalid` that lists every error of all files.
 */
export function verifyRelease(
  distributions: readonly Distribution[],
  findings: readonly Finding[] = [],
): VerifiedRelease {
  const all = [...findings, ...RULES.flatMap((rules) => rules(distributions))];
  const errors = all.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    throw releaseError(errors);
  }
  return {
    [verified]: true,
    distributions: inUploadOrder(distributions),
    warnings: all.filter(({ severity }) => severity === "warning"),
  };
}

function releaseError(errors: readonly Finding[]): PublishError {
  const [first] = errors;
  if (errors.length === 1 && first !== undefined) {
    const { message, remedy, filename } = first;
    return new PublishError("distribution-invalid", message, { remedy, filename });
  }
  const files = new Set(errors.map(({ filename }) => filename)).size;
  const lines = errors.map(({ message, remedy }) => `- ${message} ${remedy}`);
  return new PublishError(
    "distribution-invalid",
    `${errors.length} faults in ${files} ${files === 1 ? "distribution" : "distributions"}:\n${lines.join("\n")}`,
    { remedy: "Correct what is listed, build again, and publish all distributions together." },
  );
}

function inUploadOrder(distributions: readonly Distribution[]): Distribution[] {
  return distributions
    .map((distribution) => ({ distribution, key: sortKey(distribution) }))
    .sort((left, right) => compare(left.key, right.key))
    .map(({ distribution }) => distribution);
}

function sortKey({ metadata, kind, filename }: Distribution): readonly string[] {
  return [normalizeProjectName(metadata.name), kind === "wheel" ? "0" : "1", filename];
}

function compare(left: readonly string[], right: readonly string[]): number {
  const different = left.findIndex((part, index) => part !== right[index]);
  return different === -1 ? 0 : (left[different] ?? "") < (right[different] ?? "") ? -1 : 1;
}
