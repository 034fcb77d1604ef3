import { PublishError } from "../errors.ts";
import { answerText } from "../http/answer-text.ts";
import type { HttpAnswer, HttpClient, HttpRequest } from "../http/client.ts";
import { ExchangeError } from "../http/exchange-error.ts";
import { persist } from "../http/retry.ts";
import type { IndexTarget } from "../package-index/target.ts";
import type { Log } from "../ports.ts";
import type { Secret } from "../secret.ts";

/** What it takes to ask an index something. */
export interface Question {
  readonly http: HttpClient;
  readonly target: IndexTarget;
  readonly log: Log;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Milliseconds for one attempt. */
export const EXCHANGE_MS = 30_000;

/**
 * The index's answer, asked for again while what happened is transient.
 *
 * @throws PublishError `index-unreachable`, `index-answer-invalid` without a usable one
 */
export async function reach(
  { http, target, log, signal }: Question,
  what: string,
  makeRequest: () => HttpRequest | Promise<HttpRequest>,
): Promise<HttpAnswer> {
  const { outcome, stopped } = await persist(http, makeRequest, { log, signal, what });
  if (stopped !== undefined) {
    throw stopped;
  }
  if (!(outcome instanceof ExchangeError)) {
    return outcome;
  }
  throw new PublishError(
    outcome.phase === "answer-cut" ? "index-answer-invalid" : "index-unreachable",
    `No usable answer from ${target.name}: ${outcome.message}`,
    { remedy: outcome.remedy ?? "Run the job again.", cause: outcome },
  );
}

/** The error for an answer that says "not now". */
export async function unavailable(
  target: IndexTarget,
  answer: HttpAnswer,
  secrets: readonly Secret[] = [],
): Promise<PublishError> {
  const said = await answerText(answer, secrets);
  return new PublishError(
    "index-unreachable",
    `${target.name} is out of order: ${answer.url.href} answers ${answer.status} ${said}`.trimEnd(),
    { remedy: "Run the job again later." },
  );
}
