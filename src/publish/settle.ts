import type { Distribution } from "../distribution/distribution.ts";
import { PublishError } from "../errors.ts";
import type { SimpleApi } from "../package-index/simple-api.ts";
import type { IndexTarget } from "../package-index/target.ts";
import type { UploadOutcome } from "../package-index/upload-api.ts";
import type { UploadStatus } from "../package-index/upload-result.ts";
import { conflict, passedOver } from "./compare-findings.ts";
import { lookUpHeldContent } from "./held-content.ts";

/** What an upload came to, once the index has been asked what it holds where its answer leaves that open. */
export interface Settled {
  readonly status: UploadStatus;
  /** Ends the run. */
  readonly error?: unknown;
  readonly warning?: string;
}

export interface Settling {
  readonly target: IndexTarget;
  readonly skipExisting: boolean;
  readonly readers: readonly SimpleApi[];
}

/**
 * The status of an upload. A name that is taken is settled by what is there: the same content is what was wanted,
 * also on indexes that refuse identical files; other content is an error, or passed over with `skipExisting`.
 */
export async function settle(
  outcome: UploadOutcome,
  { distribution, sha256 }: { readonly distribution: Distribution; readonly sha256: string },
  settling: Settling,
): Promise<Settled> {
  if (outcome.kind === "stored") {
    return { status: "uploaded" };
  }
  const { error } = outcome;
  if (outcome.kind === "not-sent") {
    return { status: "not-attempted", error };
  }
  if (outcome.kind === "refused" && !outcome.fileExists) {
    return { status: "refused", error };
  }
  const { filename, metadata } = distribution;
  // What a guessed address lists may come from elsewhere: only after the index's own word that it holds the name is it asked.
  const readers = settling.readers.filter(
    ({ location }) => outcome.kind === "refused" || location.source !== "guessed",
  );
  const held = await lookUpHeldContent({ project: metadata.name, filename, sha256 }, readers);
  if (held.kind === "same") {
    // After an attempt without an answer it is this run that has put it there.
    return { status: outcome.kind === "refused" && !outcome.uncertain ? "already-present" : "uploaded" };
  }
  if (outcome.kind === "unknown") {
    return { status: "unknown", error };
  }
  if (held.kind === "other") {
    return taken(distribution, { local: sha256, indexed: held.sha256 }, error, settling);
  }
  return takenUnseen(outcome, filename, settling);
}

function taken(
  { filename }: Distribution,
  hashes: { readonly local: string; readonly indexed: string },
  cause: unknown,
  { target, skipExisting }: Settling,
): Settled {
  if (skipExisting) {
    return { status: "passed-over", warning: passedOver(filename, hashes, target).message };
  }
  const { code, message, remedy } = conflict(filename, hashes, target);
  return { status: "refused", error: new PublishError(code, message, { remedy, filename, cause }) };
}

/** PyPI itself says that the content is another one, unless an attempt before may have put it there (index rule P-19). */
function takenUnseen(
  { error, uncertain }: UploadOutcome & { readonly error: unknown },
  filename: string,
  { target, skipExisting, readers }: Settling,
): Settled {
  if (skipExisting) {
    const warning = `${filename} is passed over: ${target.name} holds a file of this name, whose content could not be compared.`;
    return { status: "passed-over", warning };
  }
  const known = readers.find(({ location }) => location.source !== "guessed");
  if (known === undefined || !(error instanceof PublishError) || (target.kind !== "other" && !uncertain)) {
    return { status: "refused", error };
  }
  const remedy = `The contents could not be compared, since ${known.location.url.href} shows no SHA-256 of the file: if that address was out of order, run the job again. If what is there may stay as it is, set \`skip-existing: true\`; if not, release under a new version.`;
  return { status: "refused", error: new PublishError(error.code, error.message, { remedy, filename, cause: error }) };
}
