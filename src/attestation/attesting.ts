import type { Distribution } from "../distribution/distribution.ts";
import { PublishError } from "../errors.ts";
import type { HttpClient } from "../http/client.ts";
import type { IndexTarget } from "../package-index/target.ts";
import type { IdentityTokenProvider, Log } from "../ports.ts";
import type { Attestation } from "./attestation.ts";
import { type AttestationMode, type Obstacle, obstacleAtIndex, obstacleInJob } from "./mode.ts";
import { SigningIdentities } from "./signing-identities.ts";

export interface Attesting {
  readonly mode: AttestationMode;
  readonly target: IndexTarget;
  readonly trustedPublishing: boolean;
  /** Path of a Sigstore client trust configuration, relative to the workspace; the public Sigstore when absent. */
  readonly sigstoreConfig: string | undefined;
  /** Absolute path. */
  readonly workspace: string;
  /** Where a folder for the attestations made is put; absolute path. */
  readonly temporary: string;
  /** Whether digests with MD5 are computed in this run: each file is read once. */
  readonly printHash: boolean;
  /** Of the GitHub the job runs on, without a slash at the end. */
  readonly serverUrl: string;
  /** To Sigstore. */
  readonly http: HttpClient;
  readonly identityTokens: IdentityTokenProvider;
  readonly log: Log;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

export interface AttestedDistribution {
  /** One or two, of different predicate types. */
  readonly attestations: readonly Attestation[];
  /** The one that was made in this run, if one was. */
  readonly made?: Attestation;
}

/** By the path of the distribution. */
export type Attestations = ReadonlyMap<string, AttestedDistribution>;

export interface AttestedRelease {
  readonly attestations: Attestations;
  /** Where those made in this run are kept; undefined when none was made. */
  readonly folder: string | undefined;
}

export interface ReadyAttester {
  /** What the certificate will name to everyone: the workflow with its ref, and the commit. */
  readonly named: string;
  attest(distributions: readonly Distribution[]): Promise<AttestedRelease>;
}

/**
 * Finds out whether this run sends attestations, before anything else is asked of anyone.
 *
 * @returns undefined when it sends none, which is said in the log.
 * @throws PublishError `attestations-unavailable` when they are required and cannot be had,
 * `identity-token-unavailable`, `identity-token-invalid`, `sigstore-config-invalid`
 */
export async function prepareAttesting(attesting: Attesting): Promise<ReadyAttester | undefined> {
  const { mode } = attesting;
  if (mode === "false") {
    return undefined;
  }
  const atIndex = obstacleAtIndex({ ...attesting, ownSigstore: attesting.sigstoreConfig !== undefined });
  if (atIndex !== undefined) {
    return without(atIndex, attesting);
  }
  const identities = new SigningIdentities(attesting.identityTokens, Date);
  const claims = await identities.claims();
  const inJob = obstacleInJob(mode, claims);
  if (inJob !== undefined) {
    return without(inJob, attesting);
  }
  // A chunk of its own: a run without attestations does not load Sigstore.
  const { Attester } = await import("./attester.ts");
  return Attester.open(attesting, identities, claims);
}

function without({ reason, remedy, surprising }: Obstacle, { mode, log }: Attesting): undefined {
  if (mode === "required") {
    throw new PublishError("attestations-unavailable", `Attestations are required and cannot be made: ${reason}.`, {
      remedy: `${remedy} Or set \`attestations: auto\` to publish without them.`,
    });
  }
  if (mode === "true" || surprising) {
    log.warning(`No attestations are made: ${reason}. ${remedy}`);
  } else {
    log.info(`No attestations are made: ${reason}.`);
  }
  return undefined;
}
