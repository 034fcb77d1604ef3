import type { IndexTarget } from "../package-index/target.ts";

/** What an adviser looks at. */
export interface Circumstances {
  readonly target: IndexTarget;
  /** Whether a password or API token is given. */
  readonly passwordGiven: boolean;
  /** Whether the job may ask GitHub for identity tokens (`id-token: write`). */
  readonly identityTokens: boolean;
  /** Whether what is published comes from a workspace that is a checkout of a version control system. */
  readonly publishesFromCheckout: boolean;
}

const TRUSTED_PUBLISHERS = "https://docs.pypi.org/trusted-publishers/";

/** What would make the next release safer, a sentence or two each. Never a warning: the release is good. */
export function advice(circumstances: Circumstances): readonly string[] {
  const { target, passwordGiven, identityTokens, publishesFromCheckout } = circumstances;
  const found: string[] = [];
  if (passwordGiven && target.kind !== "other") {
    found.push(
      identityTokens
        ? `This job may use trusted publishing (it has \`id-token: write\`), and still a long-lived API token is given and used. Register the workflow at ${target.name} if it is not yet, leave \`password\` out, and delete the token there and in the secrets: who finds it can publish.`
        : `An API token is used. Trusted publishing needs no secret that can leak: register this workflow at ${target.name}, give the job \`id-token: write\`, and leave \`password\` out. See ${TRUSTED_PUBLISHERS}`,
    );
  }
  if (publishesFromCheckout) {
    found.push(
      "The workspace of this job is a checkout, so the job that publishes probably builds as well, and whatever the build runs could publish, too. Build in a job of its own and hand the distributions over with actions/upload-artifact and actions/download-artifact.",
    );
  }
  return found;
}

/** Events that people without rights in the repository can cause, while the run has the rights of the repository. */
const STARTED_BY_OUTSIDERS = new Set([
  "pull_request_target",
  "issue_comment",
  "issues",
  "discussion",
  "discussion_comment",
  "pull_request_review_comment",
  "fork",
  "watch",
]);

/** What is dangerous about the event that started the run, or undefined. */
export function eventWarning({ eventName, fromFork }: { eventName: string; fromFork: boolean }): string | undefined {
  const by = STARTED_BY_OUTSIDERS.has(eventName)
    ? `by \`${eventName}\``
    : eventName === "workflow_run" && fromFork
      ? "by `workflow_run`, for a run of a fork"
      : undefined;
  return by === undefined
    ? undefined
    : `This run was started ${by}: it has the repository's rights, and outsiders can start it and may decide what it builds. Publish from \`push\`, \`release\` or \`workflow_dispatch\`.`;
}
