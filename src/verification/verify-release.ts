import type { Distribution } from "../distribution/distribution.ts";
import type { Finding } from "../distribution/finding.ts";
import { Pool } from "../pool.ts";
import { quote } from "../quote.ts";
import { normalizeProjectName } from "../standards/project-name.ts";
import { judgeArchive, judgeDistribution } from "./judge.ts";
import { releaseViolations } from "./rules/release.ts";
import { withHashesOfTwins } from "./twins.ts";
import { VerificationError } from "./verification-error.ts";
import type { Violation } from "./violation.ts";

const verified: unique symbol = Symbol("verified");

/** Distributions that may be published. Only {@link verifyRelease} makes one. */
export interface VerifiedRelease {
  readonly [verified]: true;
  /** Per project the wheels sorted by file name, then the source distributions. */
  readonly distributions: readonly Distribution[];
  readonly warnings: readonly Finding[];
}

/**
 * Which rules count: all of PyPI's; those that hold for every index, since a private one
 * may well take a local version or a platform tag that PyPI refuses; or none but what the
 * upload form itself needs.
 */
export type Strictness = "pypi" | "general" | "form-only";

export interface Verification {
  readonly distributions: readonly Distribution[];
  /** What was found while they were read. */
  readonly findings: readonly Finding[];
  readonly strictness: Strictness;
  readonly signal?: AbortSignal;
}

/** Archives are read at this many places at once; more only makes the disk seek. */
const FILES_AT_ONCE = 4;

/**
 * Judges all distributions of a run by the rules of the index that can be decided from
 * the files alone, and all of them together.
 *
 * @throws VerificationError with every error of all files, when there is one.
 */
export async function verifyRelease(verification: Verification): Promise<VerifiedRelease> {
  const { distributions, strictness } = verification;
  const judged = strictness === "form-only" ? [] : await judgeAll(verification);
  const all = [...(await withRules(verification)), ...judged];
  const errors = all.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    throw new VerificationError(errors);
  }
  return {
    [verified]: true,
    distributions: inOrder(distributions),
    warnings: all.filter(({ severity }) => severity === "warning"),
  };
}

/** What else is wrong with a file that could not be read; the words of a broken rule stand for the reader's. */
async function withRules({ findings, strictness }: Verification): Promise<readonly Finding[]> {
  const explained = findings.map(async (found): Promise<readonly Finding[]> => {
    if (found.path === undefined || strictness === "form-only") {
      return [found];
    }
    const file = { path: found.path, filename: found.filename, licenseFiles: [] };
    const violations = await judgeArchive(file)
      .then(({ archive, content }) => [...archive, ...content])
      .catch(() => []);
    const errors = violations
      .flatMap((violation) => finding(found.filename, violation, strictness))
      .filter(({ severity }) => severity === "error");
    return found.damaged === true && errors.length > 0 ? errors : [found, ...errors];
  });
  return (await Promise.all(explained)).flat();
}

async function judgeAll({ distributions, strictness, signal }: Verification): Promise<Finding[]> {
  const pool = new Pool(FILES_AT_ONCE);
  const single = await Promise.all(
    distributions.map((distribution) =>
      pool.run(async () => {
        signal?.throwIfAborted();
        const violations = await judgeDistribution(distribution);
        return violations.flatMap((violation) => finding(distribution.filename, violation, strictness));
      }),
    ),
  );
  const together = releaseViolations(await withHashesOfTwins(distributions, pool));
  return [...single.flat(), ...together.flatMap((violation) => finding(violation.filename, violation, strictness))];
}

function finding(filename: string, violation: Violation, strictness: Strictness): Finding[] {
  if (violation.scope === "pypi" && strictness !== "pypi") {
    return [];
  }
  // What the index takes is never refused here, however odd it is.
  const refuses = violation.effect === "reject" || violation.effect === "server-error";
  const severity = refuses ? "error" : "warning";
  const { rule, message, remedy } = violation;
  return [{ filename, rule, severity, message: `${quote(filename, 255)}: ${message}`, remedy }];
}

function inOrder(distributions: readonly Distribution[]): Distribution[] {
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
