import { randomUUID } from "node:crypto";
import { numericId } from "../numeric-ids.ts";
import type { Job } from "./job-options.ts";

/** How long an identity token is valid, in seconds. */
const LIFETIME_SECONDS = 300;
/** `nbf` lies before `iat`, against clocks that are slow. */
const NOT_BEFORE_SECONDS = 300;

/**
 * The claims of an identity token
 * (https://docs.github.com/en/actions/reference/security/oidc#oidc-token-claims).
 */
export function claimsOf(job: Job, issuer: string, audience: string, nowMs: number): Record<string, unknown> {
  const now = Math.floor(nowMs / 1000);
  const { options } = job;
  const claims: Record<string, unknown> = {
    jti: randomUUID(),
    sub: subjectOf(job),
    aud: audience,
    ref: job.ref,
    sha: job.sha,
    repository: job.repository,
    repository_owner: job.owner,
    repository_owner_id: job.ownerId,
    run_id: job.runId,
    run_number: String(job.runNumber),
    run_attempt: String(job.runAttempt),
    repository_visibility: job.visibility,
    repository_id: job.repositoryId,
    actor_id: numericId(job.actor),
    actor: job.actor,
    workflow: "Release",
    head_ref: job.headRef,
    base_ref: job.baseRef,
    event_name: job.event,
    ref_protected: "false",
    ref_type: job.refType,
    workflow_ref: job.workflowRef,
    workflow_sha: job.sha,
    job_workflow_ref: job.jobWorkflowRef,
    job_workflow_sha: job.jobWorkflowSha,
    runner_environment: job.runnerEnvironment,
    check_run_id: numericId(`${job.runId}/${job.jobKey}`),
    iss: issuer,
    nbf: now - NOT_BEFORE_SECONDS,
    exp: now + LIFETIME_SECONDS,
    iat: now,
  };
  if (options.environment !== undefined) {
    claims.environment = options.environment;
  }
  if (options.enterprise !== undefined) {
    claims.enterprise = options.enterprise;
    claims.enterprise_id = numericId(options.enterprise);
  }
  for (const [name, value] of Object.entries(options.claims ?? {})) {
    claims[name] = value;
  }
  return claims;
}

function subjectOf(job: Job): string {
  const [owner = "", name = ""] = job.repository.split("/");
  const repository = job.options.immutableSubject
    ? `${owner}@${job.ownerId}/${name}@${job.repositoryId}`
    : job.repository;
  if (job.options.environment !== undefined) {
    return `repo:${repository}:environment:${encodeURIComponent(job.options.environment)}`;
  }
  return job.event === "pull_request" ? `repo:${repository}:pull_request` : `repo:${repository}:ref:${job.ref}`;
}
