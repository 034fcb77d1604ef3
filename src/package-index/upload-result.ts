import type { Digests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";

/**
 * What became of a distribution:
 * - `uploaded`: the index took it (or held the same bytes already, which it does not tell apart);
 * - `passed-over`: its name is taken on the index, and `skip-existing` asks to go on;
 * - `refused`: the index said no;
 * - `unknown`: sent, and no whole answer came back: it may or may not be stored;
 * - `not-attempted`: the run ended before its turn.
 */
export type UploadStatus = "uploaded" | "passed-over" | "refused" | "unknown" | "not-attempted";

export interface UploadResult {
  readonly distribution: Distribution;
  readonly status: UploadStatus;
  /** Known from the moment the file has been read for its upload. */
  readonly digests?: Digests;
  readonly attempts: number;
  readonly seconds: number;
}
