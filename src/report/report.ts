import type { Finding } from "../distribution/finding.ts";
import { releaseKey } from "../distribution/release-key.ts";
import { describeError, PublishError } from "../errors.ts";
import { type IndexTarget, releasePage } from "../package-index/target.ts";
import { statusText, type UploadResult, type UploadStatus } from "../package-index/upload-result.ts";
import type { Rehearsed } from "../publish/rehearse.ts";
import { humanSeconds } from "../quantity.ts";
import { versionsEqual } from "../standards/version.ts";
import { VerificationError } from "../verification/verification-error.ts";

/** What a run leaves behind, as the stages noted it down. */
export interface RunRecord {
  readonly results: readonly UploadResult[];
  /** Undefined when the inputs could not be read. */
  readonly target: IndexTarget | undefined;
  readonly failure: { readonly error: unknown } | undefined;
  /** Commands that install what was published, once the index lists it. */
  readonly install: readonly string[];
  /** Set for a dry run. */
  readonly dryRun?: Rehearsed | undefined;
  /** What was warned about in the log. */
  readonly warnings: readonly string[];
  /** What would be safer or simpler another time. */
  readonly advice: readonly string[];
  readonly stages: readonly StageTime[];
  /** Of the whole run. */
  readonly seconds: number;
  /** Where the attestations made are kept; undefined when none were made. */
  readonly attestationsFolder?: string | undefined;
}

export interface StageTime {
  /** What was done: `check`, `upload`. */
  readonly name: string;
  readonly seconds: number;
}

/** What a run came to, in the form that log, summary and outputs are made from. */
export interface Report {
  readonly results: readonly UploadResult[];
  readonly releases: readonly ReleaseReport[];
  readonly failure?: ReportedFailure;
  /** The version that all distributions share, if they do. */
  readonly version?: string;
  readonly indexName?: string;
  readonly dryRun?: Rehearsed;
  readonly attestationsFolder?: string;
  /** Origins that links in the summary may lead to. */
  readonly origins: ReadonlySet<string>;
  readonly install: readonly string[];
  readonly warnings: readonly string[];
  readonly advice: readonly string[];
  readonly stages: readonly StageTime[];
  readonly seconds: number;
}

/** One version of one project. */
export interface ReleaseReport {
  readonly project: string;
  readonly version: string;
  readonly results: readonly UploadResult[];
  /** Where the index is known to have one, once something of the release is on the index. */
  readonly page?: string;
}

export interface ReportedFailure {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** Errors of single distributions, where the failure consists of them. */
  readonly findings?: readonly Finding[];
}

/** Places of GitHub's and of Python packaging's documentation that remedies name. */
const DOCUMENTATION = ["https://docs.github.com", "https://docs.pypi.org", "https://www.githubstatus.com"];

export function makeReport(record: RunRecord): Report {
  const { results, target, failure, dryRun, install, warnings, advice, stages, seconds, attestationsFolder } = record;
  const [version = "", ...otherVersions] = results.map(({ distribution }) => distribution.metadata.version);
  const shared = version !== "" && otherVersions.every((other) => other === version || versionsEqual(version, other));
  return {
    results,
    releases: releasesOf(results, target),
    ...(shared && { version }),
    ...(target !== undefined && { indexName: target.name }),
    ...(dryRun !== undefined && { dryRun }),
    ...(attestationsFolder !== undefined && { attestationsFolder }),
    origins: new Set([...DOCUMENTATION, ...(target === undefined ? [] : [target.site.origin])]),
    ...(failure !== undefined && { failure: reportedFailure(failure.error) }),
    install,
    warnings: [...new Set(warnings)],
    advice,
    stages,
    seconds,
  };
}

function releasesOf(results: readonly UploadResult[], target: IndexTarget | undefined): ReleaseReport[] {
  const releases = Map.groupBy(results, ({ distribution }) => releaseKey(distribution));
  return [...releases.values()].flatMap((ofRelease) => {
    const [first] = ofRelease;
    if (first === undefined) {
      return [];
    }
    const { name: project, version } = first.distribution.metadata;
    const page =
      target !== undefined && ofRelease.some(({ status }) => isOnIndex(status))
        ? releasePage(target, project, version)
        : undefined;
    return [{ project, version, results: ofRelease, ...(page !== undefined && { page }) }];
  });
}

/** Whether the index is known to hold a file of that name. */
export function isOnIndex(status: UploadStatus): boolean {
  return status === "uploaded" || status === "already-present" || status === "passed-over";
}

function reportedFailure(error: unknown): ReportedFailure {
  if (error instanceof PublishError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.remedy !== undefined && { remedy: error.remedy }),
      ...(error instanceof VerificationError && { findings: error.findings }),
    };
  }
  return {
    code: "internal-error",
    message: `The action failed in a way it does not know: ${describeError(error)}`,
    remedy: "Run the job again with `verbose: true`; if it stays so, please report it with the log.",
  };
}

/** The last line of the log of a run that is green. */
export function closingLine({ results, seconds, dryRun }: Report): string {
  const counts = `${tally(results)}.`;
  if (dryRun === undefined) {
    return `Done in ${humanSeconds(seconds)}: ${counts}`;
  }
  const unchecked = dryRun.unchecked.length === 0 ? [] : [`Not checked: ${dryRun.unchecked.join("; ")}.`];
  const start = `Dry run done in ${humanSeconds(seconds)}, nothing was uploaded: ${counts}`;
  return [start, ...dryRun.found, ...unchecked].join("\n");
}

/** Counts of what happened, in words: `2 uploaded, 1 not attempted`. */
export function tally(results: readonly UploadResult[]): string {
  const counts = new Map<UploadStatus, number>();
  for (const { status } of results) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => `${count} ${statusText(status)}`).join(", ");
}
