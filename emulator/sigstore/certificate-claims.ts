/** Claims of an identity token. */
export type Claims = Readonly<Record<string, unknown>>;

/** One extension of a certificate: last arc of its number, and its text. */
export interface ClaimExtension {
  /** `n` of 1.3.6.1.4.1.57264.1.n. */
  readonly arc: number;
  readonly text: string;
}

/** The claims lack what a certificate has to say. */
export class MissingClaim extends Error {
  override readonly name = "MissingClaim";
}

const GITHUB = "https://github.com";

/** Texts of the extensions by Fulcio's templates for GitHub's tokens; `{claim}` is replaced. */
const TEMPLATES: readonly (readonly [arc: number, template: string])[] = [
  [2, "{event_name}"],
  [3, "{sha}"],
  [4, "{workflow}"],
  [5, "{repository}"],
  [6, "{ref}"],
  [9, `${GITHUB}/{job_workflow_ref}`],
  [10, "{job_workflow_sha}"],
  [11, "{runner_environment}"],
  [12, `${GITHUB}/{repository}`],
  [13, "{sha}"],
  [14, "{ref}"],
  [15, "{repository_id}"],
  [16, `${GITHUB}/{repository_owner}`],
  [17, "{repository_owner_id}"],
  [18, `${GITHUB}/{workflow_ref}`],
  [19, "{workflow_sha}"],
  [20, "{event_name}"],
  [21, `${GITHUB}/{repository}/actions/runs/{run_id}/attempts/{run_attempt}`],
  [22, "{repository_visibility}"],
];

/**
 * The extensions a certificate gets from an identity token of GitHub
 * (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md), in the order of their numbers.
 *
 * @throws MissingClaim
 */
export function claimExtensions(claims: Claims, issuer: string): ClaimExtension[] {
  const extensions = [
    { arc: 1, text: issuer },
    { arc: 8, text: issuer },
    ...TEMPLATES.map(([arc, template]) => ({ arc, text: fill(template, claims) })),
  ];
  if (typeof claims.environment === "string") {
    extensions.push({ arc: 23, text: claims.environment });
  }
  return extensions.sort((a, b) => a.arc - b.arc);
}

/**
 * The subject alternative name: the workflow the job is written in.
 *
 * @throws MissingClaim
 */
export function subjectUri(claims: Claims): string {
  return fill(`${GITHUB}/{job_workflow_ref}`, claims);
}

function fill(template: string, claims: Claims): string {
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = claims[name];
    if (typeof value !== "string") {
      throw new MissingClaim(`the identity token has no claim ${name}`);
    }
    return value;
  });
}
