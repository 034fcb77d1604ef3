import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../ports.ts";
import type { HttpAnswer, HttpClient, HttpRequest } from "./client.ts";
import { ExchangeError } from "./exchange-error.ts";

/** Milliseconds before the second attempt; doubled for each further one. */
const FIRST_DELAY_MS = 500;
/** A longer wait is for another run of the job. */
const LONGEST_DELAY_MS = 60_000;
/** Once it has taken this many milliseconds in all, nothing is tried again. */
const LONGEST_MS = 10 * 60_000;
/** Statuses that say "not now" (index rule H-26; P-04 for 429). Everything else below 600 is an answer. */
const TRANSIENT = new Set([429, 500, 502, 503, 504]);

export interface Persistence {
  readonly log: Log;
  /** Aborted when the run is cancelled: nothing is tried again then. */
  readonly signal: AbortSignal;
  /** What is being done, for the log: `the upload of a.whl`. */
  readonly what: string;
  /** Whether what was refused can be sent again at once, since the cause has been seen to. */
  readonly mends?: (answer: HttpAnswer) => Promise<boolean>;
}

export interface Persisted {
  /** The last attempt: an answer, also one that is transient when the attempts are used up, or the failure. */
  readonly outcome: HttpAnswer | ExchangeError;
  readonly attempts: number;
  /** Whether an attempt before the last one may have been acted on without our knowing. */
  readonly uncertain: boolean;
  /** Why there could be no further attempt, where that is no part of the outcome. */
  readonly stopped?: unknown;
}

/**
 * An exchange that is tried again when what happened is transient and another
 * attempt can help: no or no whole answer, 429, 500, 502, 503, 504. Waits
 * longer each time, with jitter, and as long as `Retry-After` says, within bounds.
 *
 * @param makeRequest makes the request of each attempt: an identity token, say, is good for one.
 * @throws whatever makeRequest throws for the first attempt, and PublishError `redirect-refused` of that attempt.
 */
export async function persist(
  http: HttpClient,
  makeRequest: () => HttpRequest | Promise<HttpRequest>,
  persistence: Persistence,
): Promise<Persisted> {
  const { signal, mends } = persistence;
  const started = performance.now();
  let last: Persisted | undefined;
  for (let attempts = 1; ; attempts += 1) {
    let outcome: HttpAnswer | ExchangeError;
    try {
      outcome = await attempt(http, await makeRequest());
    } catch (error) {
      if (last === undefined) {
        throw error;
      }
      return { ...last, stopped: error };
    }
    const uncertain = last !== undefined && (last.uncertain || mayHaveBeenActedOn(last.outcome));
    last = { outcome, attempts, uncertain };
    const mended = !(outcome instanceof ExchangeError) && !signal.aborted && (await mends?.(outcome)) === true;
    if ((attempts > http.retries && !mended) || performance.now() - started > LONGEST_MS) {
      return last;
    }
    if (!mended && !(await pause(last, persistence, http.retries + 1))) {
      return last;
    }
  }
}

/** Waits before the next attempt; false when there is to be none. */
async function pause(
  { outcome, attempts }: Persisted,
  { log, signal, what }: Persistence,
  most: number,
): Promise<boolean> {
  const delay = delayBefore(outcome, attempts);
  if (delay === undefined || signal.aborted) {
    return false;
  }
  const seconds = (delay / 1000).toFixed(1);
  log.info(`${what}: ${reason(outcome)}; trying again in ${seconds} s (attempt ${attempts + 1} of ${most}).`);
  await sleep(delay, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}

async function attempt(http: HttpClient, request: HttpRequest): Promise<HttpAnswer | ExchangeError> {
  try {
    return await http.exchange(request);
  } catch (error) {
    if (error instanceof ExchangeError) {
      return error;
    }
    throw error;
  }
}

export function isTransient(outcome: HttpAnswer | ExchangeError): boolean {
  return outcome instanceof ExchangeError ? !outcome.permanent : TRANSIENT.has(outcome.status);
}

/** Milliseconds to wait, or undefined when another attempt cannot help in this run. */
function delayBefore(outcome: HttpAnswer | ExchangeError, attempts: number): number | undefined {
  if (!isTransient(outcome)) {
    return undefined;
  }
  const asked = outcome instanceof ExchangeError ? undefined : retryAfter(outcome);
  if (asked !== undefined && asked > LONGEST_DELAY_MS) {
    return undefined;
  }
  const backOff = FIRST_DELAY_MS * 2 ** (attempts - 1) * (0.75 + Math.random() / 2);
  return Math.max(backOff, asked ?? 0);
}

/** `Retry-After` in milliseconds: seconds or a date (RFC 9110, 10.2.3). */
export function retryAfter({ headers }: Pick<HttpAnswer, "headers">, now = Date.now()): number | undefined {
  const value = headers["retry-after"];
  if (typeof value !== "string") {
    return undefined;
  }
  if (/^\d{1,9}$/.test(value.trim())) {
    return Number(value) * 1000;
  }
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function mayHaveBeenActedOn(outcome: HttpAnswer | ExchangeError): boolean {
  return outcome instanceof ExchangeError ? outcome.phase !== "not-sent" : outcome.status >= 500;
}

function reason(outcome: HttpAnswer | ExchangeError): string {
  return outcome instanceof ExchangeError ? outcome.message : `${outcome.url.host} answers ${outcome.status}`;
}
