import { pythonRepr, pythonReprList } from "../../src/standards/python-repr.ts";
import type { PendingPublisher, Publisher } from "./state.ts";

export type Claims = Readonly<Record<string, unknown>>;

/** Claims are good, but no publisher fits; the message is the detail of the answer (rule O-09). */
export class NoPublisher extends Error {
  override readonly name = "NoPublisher";
}

/** The identity token was exchanged before (rule O-12). */
export class ReusedToken extends Error {
  override readonly name = "ReusedToken";
}

const REQUIRED_CLAIMS = [
  "repository",
  "repository_owner",
  "repository_owner_id",
  "job_workflow_ref",
  "jti",
  "event_name",
  "ref",
  "sha",
];

const WORKFLOW_FILENAME = /([^/]+\.(yml|yaml))(?=@)/;

type Candidate = Publisher | PendingPublisher;

/**
 * The publisher the claims belong to, by rules O-09 to O-13: existence of the
 * claims, look-up by exact equality, then verification.
 *
 * Throws {@link NoPublisher} or {@link ReusedToken}.
 */
export function matchPublisher<T extends Candidate>(
  claims: Claims,
  publishers: readonly T[],
  usedJwtIds: ReadonlySet<string>,
): T {
  const missing = REQUIRED_CLAIMS.find((name) => claims[name] === undefined || claims[name] === null);
  if (missing !== undefined) {
    throw new NoPublisher(`Missing claim ${pythonRepr(missing)}`);
  }
  const publisher = lookUp(claims, publishers);
  verify(claims, publisher, usedJwtIds);
  return publisher;
}

function lookUp<T extends Candidate>(claims: Claims, publishers: readonly T[]): T {
  const workflow = WORKFLOW_FILENAME.exec(text(claims, "job_workflow_ref"))?.[1];
  if (workflow === undefined) {
    throw new NoPublisher("Could not job extract workflow filename from OIDC claims");
  }
  const [owner, repository] = splitRepository(text(claims, "repository"));
  const candidates = publishers.filter(
    (publisher) =>
      publisher.owner === owner &&
      publisher.repository === repository &&
      publisher.ownerId === text(claims, "repository_owner_id") &&
      publisher.workflow === workflow,
  );
  const environment = text(claims, "environment").toLowerCase();
  const specific = environment === "" ? undefined : candidates.find((each) => each.environment === environment);
  const publisher = specific ?? candidates.find((each) => each.environment === "");
  if (publisher === undefined) {
    throw new NoPublisher("Publisher with matching claims was not found");
  }
  return publisher;
}

function verify(claims: Claims, publisher: Candidate, usedJwtIds: ReadonlySet<string>): void {
  const repository = `${publisher.owner}/${publisher.repository}`;
  requireClaim("repository", text(claims, "repository").toLowerCase() === repository.toLowerCase());
  requireClaim("repository_owner", text(claims, "repository_owner") === publisher.owner);
  requireClaim("repository_owner_id", text(claims, "repository_owner_id") === publisher.ownerId);
  checkWorkflowRef(claims, `${repository}/.github/workflows/${publisher.workflow}`);
  if (usedJwtIds.has(text(claims, "jti"))) {
    throw new ReusedToken("the jti was seen before");
  }
  if (text(claims, "event_name") === "pull_request_target") {
    throw new NoPublisher("Publishing from a workflow invoked via 'pull_request_target' is not supported.");
  }
  if (publisher.environment !== "" && text(claims, "environment").toLowerCase() !== publisher.environment) {
    throw new NoPublisher("Check failed for optional claim 'environment'");
  }
}

function requireClaim(name: string, holds: boolean): void {
  if (!holds) {
    throw new NoPublisher(`Check failed for required claim ${pythonRepr(name)}`);
  }
}

function checkWorkflowRef(claims: Claims, workflow: string): void {
  const actual = text(claims, "job_workflow_ref");
  const revisions = [text(claims, "ref"), text(claims, "sha")].filter((revision) => revision !== "");
  if (revisions.length === 0) {
    throw new NoPublisher("The ref and sha claims are empty");
  }
  const expected = revisions.map((revision) => `${workflow}@${revision}`);
  if (!expected.includes(actual)) {
    throw new NoPublisher(
      `The job_workflow_ref claim does not match, expecting one of ${pythonReprList(expected)}, got ${pythonRepr(actual)}`,
    );
  }
}

function splitRepository(repository: string): [string, string] {
  const at = repository.indexOf("/");
  return at < 0 ? ["", repository] : [repository.slice(0, at), repository.slice(at + 1)];
}

function text(claims: Claims, name: string): string {
  const value = claims[name];
  return typeof value === "string" ? value : value === undefined || value === null ? "" : String(value);
}
