import type { Digests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";

/**
 * What became of a distribution:
 * - `uploaded`: the index took it (or held the same bytes already, where that was not found out before);
 * - `already-present`: the index holds the same bytes, so nothing was sent;
 * - `passed-over`: its name is taken on the index, and `skip-existing` asks to go on;
 * - `refused`: the index said no;
 * - `unknown`: sent, and no whole answer came back: it may or may not be stored;
 * - `not-attempted`: the run ended before its turn;
 * - `would-upload`: a dry run found nothing that speaks against it.
 */
export type UploadStatus =
  | "uploaded"
  | "already-present"
  | "passed-over"
  | "refused"
  | "unknown"
  | "not-attempted"
  | "would-upload";

export interface UploadResult {
  readonly distribution: Distribution;
  readonly status: UploadStatus;
  /** Known from the moment the file has been read for its upload. */
  readonly digests?: Digests;
  /** Where the index offers the file, once it lists it. */
  readonly url?: string;
  /** Whether attestations went with an upload that the index took, and were not missed later, or are listed for a file that was there before. */
  readonly attested: boolean;
  readonly attempts: number;
  /** From the first attempt to the last answer. */
  readonly seconds: number;
}

/** The status as a person would say it. */
export function statusText(status: UploadStatus): string {
  return status === "would-upload" ? "would be uploaded" : status.replaceAll("-", " ");
}
