import { PublishError } from "../errors.ts";
import { answerText, parseJson } from "../http/answer-text.ts";
import type { HttpAnswer, HttpClient } from "../http/client.ts";
import { ExchangeError } from "../http/exchange-error.ts";
import { persist } from "../http/retry.ts";
import type { IdentityTokenProvider, Log } from "../ports.ts";
import { Secret } from "../secret.ts";
import type { WorkflowContext } from "./workflow-context.ts";

const EXCHANGE_MS = 30_000;

interface Connection {
  readonly http: HttpClient;
  readonly log: Log;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Identity tokens from GitHub, or the reason why this job can have none. */
export class RunnerIdentityTokens implements IdentityTokenProvider {
  readonly #context: WorkflowContext;
  readonly #connection: Connection;

  constructor(context: WorkflowContext, connection: Connection) {
    this.#context = context;
    this.#connection = connection;
  }

  async identityToken(audience: string): Promise<Secret> {
    const { identityTokenUrl, requestToken } = this.#context;
    if (identityTokenUrl === undefined) {
      throw new PublishError("identity-token-unavailable", ...whyUnavailable(this.#context));
    }
    const answer = await this.#ask(identityTokenUrl, audience);
    const token = answer.status === 200 ? tokenIn(answer.body) : undefined;
    if (token === undefined) {
      const said = answer.status === 200 ? "the answer holds no token" : await answerText(answer, [requestToken]);
      throw noToken(`${answer.url.host} answers ${answer.status}: ${said}`);
    }
    this.#connection.log.mask(token);
    return token;
  }

  async #ask(url: URL, audience: string): Promise<HttpAnswer> {
    const { http, log, signal } = this.#connection;
    const asked = new URL(url);
    asked.searchParams.set("audience", audience);
    const authorization = new Secret(`Bearer ${this.#context.requestToken.reveal()}`);
    const request = {
      method: "GET",
      url: asked,
      accept: "application/json",
      authorization,
      totalMs: EXCHANGE_MS,
    } as const;
    const what = "the request for an identity token";
    const { outcome, stopped } = await persist(http, () => request, { log, signal, what }).catch((error: unknown) => {
      throw error instanceof PublishError && error.code === "redirect-refused" ? noToken(error.message, error) : error;
    });
    if (outcome instanceof ExchangeError || stopped !== undefined) {
      throw noToken(outcome instanceof ExchangeError ? outcome.message : what, stopped ?? outcome);
    }
    return outcome;
  }
}

function noToken(reason: string, cause?: unknown): PublishError {
  return new PublishError("identity-token-unavailable", `GitHub gave no identity token: ${reason}`, {
    remedy: "Run the job again; if it stays so, see https://www.githubstatus.com.",
    cause,
  });
}

function tokenIn(body: string): Secret | undefined {
  const parsed = parseJson(body);
  if (typeof parsed !== "object" || parsed === null || !("value" in parsed)) {
    return undefined;
  }
  return typeof parsed.value === "string" && parsed.value !== "" ? new Secret(parsed.value) : undefined;
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
