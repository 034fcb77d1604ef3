import { PublishError } from "../errors.ts";
import type { Secret } from "../secret.ts";

/**
 * Claims of a GitHub identity token, read to explain what the index says.
 * They are never trusted: the index alone verifies the token.
 */
export interface Claims {
  /** `owner/name`, in GitHub's own capitals. */
  readonly repository: string | undefined;
  /** Environment of the job, undefined when it has none. */
  readonly environment: string | undefined;
  readonly eventName: string | undefined;
  readonly ref: string | undefined;
  /** The commit. */
  readonly sha: string | undefined;
  /** Number of the owner, which stays when the owner is renamed. */
  readonly ownerId: string | undefined;
  /** `public`, `private` or `internal`. */
  readonly visibility: string | undefined;
  readonly subject: string | undefined;
  readonly issuer: string | undefined;
  /** `owner/name/.github/workflows/FILE@REF` of the workflow that was started. */
  readonly workflowRef: string | undefined;
  /** The same of the workflow that holds the job: another one when it is called (reusable). */
  readonly jobWorkflowRef: string | undefined;
}

/**
 * @throws PublishError `identity-token-invalid` when it is no JSON web token.
 */
export function readClaims(identityToken: Secret): Claims {
  const claims = payload(identityToken.reveal());
  if (claims === undefined) {
    throw new PublishError(
      "identity-token-invalid",
      "GitHub answered with an identity token that is no JSON web token.",
      {
        remedy: "Run the job again; if it stays so, see https://www.githubstatus.com.",
      },
    );
  }
  const text = (name: string): string | undefined => {
    const value = claims.get(name);
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return {
    repository: text("repository"),
    environment: text("environment"),
    eventName: text("event_name"),
    ref: text("ref"),
    sha: text("sha"),
    ownerId: text("repository_owner_id"),
    visibility: text("repository_visibility"),
    subject: text("sub"),
    issuer: text("iss"),
    workflowRef: text("workflow_ref"),
    jobWorkflowRef: text("job_workflow_ref"),
  };
}

function payload(token: string): ReadonlyMap<string, unknown> | undefined {
  const parts = token.split(".");
  if (parts.length !== 3 || !parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part))) {
    return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(Buffer.from(parts[1] ?? "", "base64url").toString("utf8"));
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
      ? new Map(Object.entries(parsed))
      : undefined;
  } catch {
    return undefined;
  }
}

/** `FILE` of `owner/name/.github/workflows/FILE@REF`, as the index takes it (index rule O-09). */
export function workflowFile(workflowRef: string | undefined): string | undefined {
  for (const segment of (workflowRef ?? "").split("/")) {
    const file = /^([^/]+\.(?:yml|yaml))@/.exec(segment)?.[1];
    if (file !== undefined) {
      return file;
    }
  }
  return undefined;
}

/**
 * `owner/name/.github/workflows/FILE` and the ref it comes from; a ref may hold an @ of its own.
 * Both are undefined where the text is no workflow ref.
 */
export function splitWorkflowRef(workflowRef: string | undefined): { readonly path?: string; readonly ref?: string } {
  return /^(?<path>.+?\.ya?ml)@(?<ref>.+)$/s.exec(workflowRef ?? "")?.groups ?? {};
}
