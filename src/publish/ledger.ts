import type { Distribution } from "../distribution/distribution.ts";
import type { UploadResult } from "../package-index/upload-result.ts";

/**
 * What has become of every distribution so far. Results are written down when they
 * happen, so that a report can be given on every way out of a run.
 */
export class Ledger {
  readonly #results = new Map<string, UploadResult>();

  /** All of the release, none of it attempted yet. */
  open(distributions: readonly Distribution[]): void {
    for (const distribution of distributions) {
      this.record({ distribution, status: "not-attempted", attested: false, attempts: 0, seconds: 0 });
    }
  }

  record(result: UploadResult): void {
    this.#results.set(result.distribution.path, result);
  }

  /** Those that the index took in this run. */
  uploaded(): readonly UploadResult[] {
    return this.results().filter(({ status }) => status === "uploaded");
  }

  /** In the order in which they were found. */
  results(): readonly UploadResult[] {
    return [...this.#results.values()];
  }
}
