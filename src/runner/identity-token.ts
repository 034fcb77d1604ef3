import { describeError, PublishError } from "../errors.ts";
import type { IdentityTokenProvider } from "../ports.ts";
import { redact, Secret } from "../secret.ts";
import type { WorkflowContext } from "./workflow-context.ts";

const DEADLINE_MS = 30_000;

/** Identity tokens from GitHub, or the reason why this job can have none. */
export class RunnerIdentityTokens implements IdentityTokenProvider {
  readonly #context: WorkflowContext;
  readonly #signal: AbortSignal;

  constructor(context: WorkflowContext, signal: AbortSignal) {
    this.#context = context;
    this.#signal = signal;
  }

  async identityToken(audience: string): Promise<Secret> {
    if (!this.#context.hasIdentityTokenEndpoint) {
      throw new PublishError("identity-token-unavailable", ...whyUnavailable(this.#context));
    }
    try {
      const { getIDToken } = await import("@actions/core");
      const token: unknown = await this.#inTime(getIDToken(audience));
      if (typeof token !== "string") {
        throw new Error("the answer holds no token");
      }
      return new Secret(token);
    } catch (error) {
      throw new PublishError("identity-token-unavailable", `GitHub gave no identity token: ${this.#reason(error)}`, {
        remedy: "Nothing was uploaded. Run the job again; if it stays so, see https://www.githubstatus.com.",
        cause: error,
      });
    }
  }

  /** The toolkit's messages come with line ends and labels of their own, and with what the server said. */
  #reason(error: unknown): string {
    const text = describeError(error)
      .replace(/\s+/g, " ")
      .replace(/^Error message: /, "");
    return redact(text, [this.#context.requestToken]).slice(0, 500).trim();
  }

  /** The toolkit waits for ever on an answer that is cut short. */
  async #inTime<Value>(work: Promise<Value>): Promise<Value> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`no whole answer in ${DEADLINE_MS / 1000} s`)), DEADLINE_MS);
    const cancel = () => reject(this.#signal.reason);
    this.#signal.addEventListener("abort", cancel);
    try {
      return await Promise.race([work, promise]);
    } finally {
      clearTimeout(timer);
      this.#signal.removeEventListener("abort", cancel);
    }
  }
}

function whyUnavailable(context: WorkflowContext): [message: string, details: { remedy: string }] {
  if (!context.onGitHubActions) {
    return [
      "There is no password, and trusted publishing works in GitHub Actions only, where this run is not.",
      { remedy: "Give an API token as `password`." },
    ];
  }
  if (context.fromFork) {
    return [
      "GitHub gives no identity token to a pull request from a fork.",
      { remedy: "Publish from a `push`, `release` or `workflow_dispatch` event of the repository itself." },
    ];
  }
  return [
    "This job may not ask GitHub for an identity token, which trusted publishing needs.",
    {
      remedy:
        "Give the job the permission (and, where the job is in a called workflow, the calling job too):\n  permissions:\n    id-token: write\nOr give an API token as `password`.",
    },
  ];
}
