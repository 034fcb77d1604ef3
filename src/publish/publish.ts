import { setTimeout as sleep } from "node:timers/promises";
import type { Attestations } from "../attestation/attesting.ts";
import { computeDigests, type DigestOptions, hashAhead } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import type { HttpClient } from "../http/client.ts";
import { type UploadRights, uploadDistribution } from "../package-index/upload-api.ts";
import { statusText, type UploadResult } from "../package-index/upload-result.ts";
import { Pool } from "../pool.ts";
import type { Clock, Log } from "../ports.ts";
import { humanRate, humanSeconds, humanSize } from "../quantity.ts";
import type { VerifiedRelease } from "../verification/verify-release.ts";
import { printHashes } from "./hashes.ts";
import type { Ledger } from "./ledger.ts";
import { planReleases, type ReleasePlan } from "./plan.ts";
import { Progress } from "./progress.ts";
import { type Settling, settle } from "./settle.ts";

export interface Publishing extends Settling {
  readonly http: HttpClient;
  readonly credential: UploadRights;
  /** To be sent with the distributions; empty when the run sends none. */
  readonly attestations: Attestations;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly clock: Clock;
  readonly printHash: boolean;
  /** Uploads at once. */
  readonly maxParallel: number;
  /** Aborted when the runner cancels the job: no further upload starts. */
  readonly signal: AbortSignal;
}

/** About what a wheel of usual size takes on a fast line. */
const STAGGER_MS = 20;

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
  const plans = await uploads.prove(planReleases(release.distributions));
  // No more releases at once than uploads: a refusal leaves few of them half published, and all the others whole or untouched.
  const releases = new Pool(publishing.maxParallel);
  await Promise.all(plans.map((plan) => releases.run(() => uploads.carryOut(plan))));
  uploads.throwFailure();
}

/** Has the distributions hashed that {@link publish} begins with. */
export function hashFirst({ distributions }: VerifiedRelease, options: DigestOptions): void {
  hashAhead(
    planReleases(distributions).flatMap(({ steps }) => steps[0] ?? []),
    options,
  );
}

class Uploads {
  readonly #publishing: Publishing;
  readonly #pool: Pool;
  #failure: { readonly error: unknown } | undefined;

  constructor(publishing: Publishing) {
    this.#publishing = publishing;
    this.#pool = new Pool(publishing.maxParallel);
  }

  /**
   * The first upload of all alone, where a password was given: a wrong one is shown once and not once for each
   * project, since indexes lock out who fails several times (pypiron, and what stands behind a directory).
   *
   * @returns what is left of the plans.
   */
  async prove(plans: readonly ReleasePlan[]): Promise<readonly ReleasePlan[]> {
    const [first, ...others] = plans;
    if (first === undefined || others.length === 0 || this.#publishing.credential.kind === "minted") {
      return plans;
    }
    await this.carryOut({ steps: first.steps.slice(0, 1) });
    return [{ steps: first.steps.slice(1) }, ...others];
  }

  async carryOut({ steps }: ReleasePlan): Promise<void> {
    const { http, target, maxParallel } = this.#publishing;
    for (const [index, step] of steps.entries()) {
      // The connection of this step stays open, too.
      http.warm(target.uploadUrl, Math.min(maxParallel, steps[index + 1]?.length ?? 0) - 1);
      await Promise.all(
        step.map((distribution, place) => this.#pool.run(() => this.#inTurn(distribution, place, step.length))),
      );
    }
  }

  throwFailure(): void {
    if (this.#failure !== undefined) {
      throw this.#failure.error;
    }
  }

  /**
   * Where there is more to upload than goes at once, the first ones start one after the other: in step they would share
   * the line, then all wait for the index while it lies idle, round after round.
   */
  async #inTurn(distribution: Distribution, place: number, count: number): Promise<void> {
    const { maxParallel, signal } = this.#publishing;
    if (count > maxParallel && place < maxParallel) {
      await sleep(place * STAGGER_MS, undefined, { signal }).catch(() => undefined);
    }
    await this.#one(distribution);
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
  const attestations = publishing.attestations.get(distribution.path)?.attestations;
  const field = attestations === undefined ? undefined : JSON.stringify(attestations);
  const progress = new Progress(distribution.filename, publishing);
  const { follow } = progress;
  const proven = ledger.uploaded().length > 0;
  const upload = {
    distribution,
    digests,
    target,
    rights,
    proven,
    follow,
    ...(field !== undefined && { attestations: field }),
  };
  const outcome = await uploadDistribution(http, upload, publishing).finally(() => progress.end());
  const seconds = (clock.now() - started) / 1000;
  const { status, warning, error } = await settle(outcome, { distribution, sha256: digests.sha256 }, publishing);
  const attested = status === "uploaded" && attestations !== undefined;
  const took = status === "not-attempted" ? { attempts: 0, seconds: 0 } : { attempts: outcome.attempts, seconds };
  const result: UploadResult = { distribution, status, digests, attested, ...took };
  ledger.record(result);
  log.info(resultLine(result));
  if (warning !== undefined) {
    log.warning(warning);
  }
  if (error !== undefined) {
    throw error;
  }
}

function digestOptions({ printHash, signal }: Publishing): DigestOptions {
  return { md5: printHash, signal };
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
