import type { Finding } from "../distribution/finding.ts";
import { describeError, PublishError } from "../errors.ts";
import { type IndexTarget, releasePage } from "../package-index/target.ts";
import type { UploadResult } from "../package-index/upload-result.ts";
import { VerificationError } from "../verification/verification-error.ts";

/** What a run came to, in the form that log, summary and outputs are made from. */
export interface Report {
  readonly results: readonly UploadResult[];
  readonly failure?: ReportedFailure;
  /** Pages of the releases, one for each project and version, where the index has such pages. */
  readonly releasePages: readonly string[];
  /** The version that all distributions share, if they do. */
  readonly version?: string;
  readonly indexName?: string;
}

export interface ReportedFailure {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** Errors of single distributions, where the failure consists of them. */
  readonly findings?: readonly Finding[];
}

export function makeReport(results: readonly UploadResult[], target?: IndexTarget, error?: unknown): Report {
  const [version, ...otherVersions] = new Set(results.map(({ distribution }) => distribution.metadata.version));
  return {
    results,
    releasePages: target === undefined ? [] : releasePages(results, target),
    ...(version !== undefined && otherVersions.length === 0 && { version }),
    ...(target !== undefined && { indexName: target.name }),
    ...(error !== undefined && { failure: reportedFailure(error) }),
  };
}

function releasePages(results: readonly UploadResult[], target: IndexTarget): string[] {
  const pages = results
    .filter(({ status }) => status === "uploaded" || status === "passed-over")
    .map(({ distribution: { metadata } }) => releasePage(target, metadata.name, metadata.version))
    .filter((page) => page !== undefined);
  return [...new Set(pages)];
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

/** Counts of what happened, in words: `2 uploaded, 1 not attempted`. */
export function tally(results: readonly UploadResult[]): string {
  const counts = new Map<string, number>();
  for (const { status } of results) {
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return [...counts].map(([status, count]) => `${count} ${status.replace("-", " ")}`).join(", ");
}
