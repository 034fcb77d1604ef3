import { computeDigests, type DigestOptions, type Digests, hashAhead } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import type { HttpClient } from "../http/client.ts";
import type { IndexTarget } from "../package-index/target.ts";
import { type UploadOutcome, type UploadRights, uploadDistribution } from "../package-index/upload-api.ts";
import { statusText, type UploadResult, type UploadStatus } from "../package-index/upload-result.ts";
import { Pool } from "../pool.ts";
import type { Clock, Log } from "../ports.ts";
import { humanRate, humanSeconds, humanSize } from "../quantity.ts";
import type { VerifiedRelease } from "../verification/verify-release.ts";
import type { Ledger } from "./ledger.ts";
import { planReleases, type ReleasePlan } from "./plan.ts";

export interface Publishing {
  readonly http: HttpClient;
  readonly target: IndexTarget;
  readonly credential: UploadRights;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly clock: Clock;
  readonly skipExisting: boolean;
  readonly printHash: boolean;
  /** Uploads at once. */
  readonly maxParallel: number;
  /** Aborted when the runner cancels the job: no further upload starts. */
  readonly signal: AbortSignal;
}

/**
 * Uploads the release by its plan, several distributions at once, and stops at the
 * first refusal: no further upload starts, those under way end. Every outcome is in
 * the ledger before anything else happens.
 *
 * @throws PublishError of the first refusal or failure.
 */
export async function publish(release: VerifiedRelease, publishing: Publishing): Promise<void> {
  const uploads = new Uploads(publishing);
  hashAhead(release.distributions, digestOptions(publishing));
  await Promise.all(planReleases(release.distributions).map((plan) => uploads.carryOut(plan)));
  uploads.throwFailure();
}

class Uploads {
  readonly #publishing: Publishing;
  readonly #pool: Pool;
  #failure: { readonly error: unknown } | undefined;

  constructor(publishing: Publishing) {
    this.#publishing = publishing;
    this.#pool = new Pool(publishing.maxParallel);
  }

  async carryOut({ steps }: ReleasePlan): Promise<void> {
    for (const step of steps) {
      await Promise.all(step.map((distribution) => this.#pool.run(() => this.#one(distribution))));
    }
  }

  throwFailure(): void {
    if (this.#failure !== undefined) {
      throw this.#failure.error;
    }
  }

  async #one(distribution: Distribution): Promise<void> {
    if (this.#failure !== undefined) {
      return;
    }
    try {
      this.#publishing.signal.throwIfAborted();
      await publishOne(distribution, this.#publishing);
    } catch (error) {
      this.#failure ??= { error };
    }
  }
}

async function publishOne(distribution: Distribution, publishing: Publishing): Promise<void> {
  const { http, target, credential: rights, ledger, log, clock } = publishing;
  const digests = await computeDigests(distribution, digestOptions(publishing));
  if (publishing.printHash) {
    printHashes(distribution, digests, log);
  }
  log.debug(`Sending ${distribution.filename} (${distribution.size} bytes) to ${target.uploadUrl.href}`);
  const started = clock.now();
  const outcome = await uploadDistribution(http, { distribution, digests, target, rights }, publishing);
  const seconds = (clock.now() - started) / 1000;
  const status = statusOf(outcome, publishing.skipExisting);
  const result: UploadResult = { distribution, status, digests, attempts: outcome.attempts, seconds };
  ledger.record(result);
  log.info(resultLine(result));
  if (status === "passed-over") {
    log.warning(
      `${distribution.filename} is passed over: ${target.name} holds a file of this name, whose content was not compared.`,
    );
  } else if (outcome.kind !== "stored") {
    throw outcome.error;
  }
}

function digestOptions({ printHash, signal }: Publishing): DigestOptions {
  return { md5: printHash, signal };
}

function statusOf(outcome: UploadOutcome, skipExisting: boolean): UploadStatus {
  switch (outcome.kind) {
    case "stored":
      return "uploaded";
    case "refused":
      return outcome.fileExists && skipExisting ? "passed-over" : "refused";
    case "unknown":
      return "unknown";
    case "not-sent":
      return "not-attempted";
  }
}

/** The lines of the action this one replaces, which other steps may read. */
function printHashes({ filename }: Distribution, { sha256, md5, blake2b256 }: Digests, log: Log): void {
  log.group(`Hashes of ${filename}`, [`SHA256: ${sha256}`, `MD5: ${md5}`, `BLAKE2-256: ${blake2b256}`]);
}

/** One line a distribution: what became of it, and how long and how fast it went. */
function resultLine({ distribution: { filename, size }, status, seconds, attempts }: UploadResult): string {
  const parts = [humanSize(size)];
  if (attempts > 0) {
    parts.push(humanSeconds(seconds));
  }
  if (status === "uploaded") {
    parts.push(humanRate(size, seconds));
  }
  if (attempts > 1) {
    parts.push(`${attempts} attempts`);
  }
  return `${filename}: ${statusText(status)} (${parts.filter((part) => part !== "").join(", ")})`;
}
