import type { IndexTarget } from "../package-index/target.ts";
import { type Claims, splitWorkflowRef } from "../trusted-publishing/claims.ts";

export const ATTESTATION_MODES = ["auto", "true", "required", "false"] as const;
export type AttestationMode = (typeof ATTESTATION_MODES)[number];

/** Why a run sends no attestations, and what would change that. */
export interface Obstacle {
  /** End of "No attestations are made: …". */
  readonly reason: string;
  readonly remedy: string;
  /** Whether somebody who did not ask for attestations should hear of it, too. */
  readonly surprising: boolean;
}

export interface Circumstances {
  readonly mode: AttestationMode;
  readonly target: IndexTarget;
  readonly trustedPublishing: boolean;
  /** Whether `sigstore-config` names a Sigstore of the user's own. */
  readonly ownSigstore: boolean;
}

/** What can be said before GitHub has been asked: index rules A-01 and A-08, and which indexes take attestations. */
export function obstacleAtIndex({ mode, target, trustedPublishing, ownSigstore }: Circumstances): Obstacle | undefined {
  if (!trustedPublishing) {
    return {
      reason: "a password is used, and indexes take attestations only with trusted publishing",
      remedy: "Leave `password` out to use trusted publishing.",
      surprising: false,
    };
  }
  if (target.kind === "other" && !ownSigstore && mode !== "required") {
    return {
      reason: `${target.name} is not known to take attestations`,
      remedy:
        "If it does, set `attestations: required`, or name its Sigstore with `sigstore-config`; if not, set `attestations: false`.",
      surprising: false,
    };
  }
  return undefined;
}

/** What the claims of the job's identity token say: the visibility of the repository, and index rule A-11. */
export function obstacleInJob(mode: AttestationMode, claims: Claims): Obstacle | undefined {
  const { visibility, workflowRef, jobWorkflowRef } = claims;
  if (mode === "auto" && visibility !== "public") {
    return {
      reason: `the repository ${visibility === undefined ? "may be private" : `is ${visibility}`}, and the certificate in Sigstore's log names it to everyone`,
      remedy: "Set `attestations: true` if that may be.",
      surprising: false,
    };
  }
  if (splitWorkflowRef(workflowRef).path !== splitWorkflowRef(jobWorkflowRef).path) {
    return {
      reason: `the job stands in a called workflow (${jobWorkflowRef ?? "unknown"}, called by ${workflowRef ?? "an unknown one"}); certificates name the calling one, so the index would refuse every attestation`,
      remedy: "Publish from a job of the top-level workflow, and register that one as the trusted publisher.",
      surprising: true,
    };
  }
  return undefined;
}
