import { setImmediate } from "node:timers/promises";
import type { Dispatcher } from "undici";
import type { Secret } from "../secret.ts";
import { readBody } from "./answer-body.ts";
import type { TlsIdentity } from "./certificates.ts";
import { ExchangeError, failedBeforeSending } from "./exchange-error.ts";
import { ANSWER_IDLE_MS, ExchangeLimits, IDLE_MS } from "./exchange-limits.ts";
import type { RequestBody } from "./multipart.ts";
import { Dispatchers, loadTransport, proxyHost } from "./proxy.ts";
import { followRedirect } from "./redirect.ts";

export interface HttpRequest {
  readonly method: "GET" | "POST";
  readonly url: URL;
  readonly accept: string;
  /** The whole value of the Authorization header. */
  readonly authorization?: Secret;
  /** JSON text, or a maker of bodies: redirects and repeats need a fresh one each. */
  readonly body?: string | (() => RequestBody);
  /** Milliseconds in which nothing moves (no byte sent, no answer begun) before the exchange ends. */
  readonly idleMs?: number;
  /** Milliseconds for the whole exchange; none by default, since uploads take as long as they take. */
  readonly totalMs?: number;
  /**
   * Milliseconds it may go on after the run has been cancelled; none by default. What creates or
   * gives back a credential must not be given up half way.
   */
  readonly graceMs?: number;
  /** Milliseconds from the first byte of the answer to its last; 15 s by default. */
  readonly answerMs?: number;
  /** Has caches on the way ask the server itself. */
  readonly fresh?: boolean;
  /** Bytes of the answer's body; a larger one is a failure. By default it is cut at 1 MiB. */
  readonly bodyLimitBytes?: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** Reason phrase; empty over HTTP/2 and where a server sends none. */
  readonly reason: string;
  /** Lower-cased names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Decoded as UTF-8. */
  readonly body: string;
  /** Where the answer came from, redirects followed. */
  readonly url: URL;
  /** False when the answer came before the request was sent to its end. */
  readonly requestSent: boolean;
}

/** What the environment of a run can ask of all its exchanges. */
export interface HttpSettings {
  /** Milliseconds without progress that end an attempt, 30,000 by default; every other limit of time keeps its ratio to it. */
  readonly idleMs?: number;
  /** How often an exchange is tried again at the most, 5 by default. */
  readonly retries?: number;
  /** Whom connections trust, and the certificate they show, when it is not Node's default. */
  readonly tls?: TlsIdentity | undefined;
  readonly trace?: Trace;
}

/** Told of each exchange in a line without headers, bodies or queries: those may hold secrets. */
type Trace = (line: string) => void;

const RETRIES = 5;

/**
 * The one way to speak HTTP: every exchange is bounded in time and size, and
 * neither credentials nor bodies follow a redirect to another origin.
 */
export class HttpClient {
  /** How often an exchange may be tried again. */
  readonly retries: number;
  /** By how much the limits of time are longer than usual. */
  readonly #pace: number;
  readonly #dispatchers: Dispatchers;
  readonly #userAgent: string;
  readonly #signal: AbortSignal;
  readonly #trace: Trace | undefined;

  /**
   * @param signal ends every exchange under way, and all later ones at once
   * @param settings what the environment asks for, whom to trust, and who is told of every exchange
   */
  constructor(userAgent: string, signal: AbortSignal, settings: HttpSettings = {}) {
    const { idleMs = IDLE_MS, retries = RETRIES, tls, trace } = settings;
    this.#trace = trace;
    this.#userAgent = userAgent;
    this.#signal = signal;
    this.retries = retries;
    this.#pace = idleMs / IDLE_MS;
    this.#dispatchers = new Dispatchers(this.#pace, tls);
  }

  /**
   * One request, its answer read to the end, whatever its status.
   *
   * @throws ExchangeError without a whole answer.
   * @throws PublishError `redirect-refused` when the server points to another origin.
   */
  async exchange(asked: HttpRequest): Promise<HttpAnswer> {
    let url = asked.url;
    for (let followed = 0; ; followed += 1) {
      const answer = await this.#once({ ...asked, url });
      const target = followRedirect(asked, answer, followed);
      if (target === undefined) {
        return answer;
      }
      url = target;
    }
  }

  /** Has so many connections set up by the time they are needed. They are used by whatever is asked of that origin next. */
  warm(url: URL, count: number): void {
    this.#dispatchers.warm(url, count);
  }

  async close(): Promise<void> {
    await this.#dispatchers.destroy();
  }

  async #once(asked: HttpRequest): Promise<HttpAnswer> {
    const { method, url } = asked;
    const started = performance.now();
    let outcome = "no whole answer";
    try {
      const answer = await this.#exchangeOnce(asked);
      outcome = `${answer.status}, ${Buffer.byteLength(answer.body)} bytes`;
      return answer;
    } finally {
      const ms = Math.round(performance.now() - started);
      this.#trace?.(`${method} ${url.origin}${url.pathname}: ${outcome}, ${ms} ms`);
    }
  }

  async #exchangeOnce(asked: HttpRequest): Promise<HttpAnswer> {
    const body = typeof asked.body === "function" ? asked.body() : asked.body;
    const form = typeof body === "object" ? body : undefined;
    const limits = new ExchangeLimits(asked, { pace: this.#pace, cancelled: this.#signal, body: form });
    try {
      const answer = await this.#send(asked, body, limits);
      const requestSent = form === undefined || form.stream.readableEnded;
      const text = await readBody(asked, answer);
      // undici takes the connection back a turn later; what is asked next would open another.
      await setImmediate();
      const { statusCode: status, statusText: reason, headers } = answer;
      return { status, reason, headers, body: text, url: asked.url, requestSent };
    } finally {
      limits.end();
      form?.stream.destroy();
    }
  }

  async #send(
    asked: HttpRequest,
    body: string | RequestBody | undefined,
    limits: ExchangeLimits,
  ): Promise<Dispatcher.ResponseData> {
    try {
      limits.signal.throwIfAborted();
      const { origin, pathname, search } = asked.url;
      const { send } = await loadTransport();
      const sending = send(await this.#dispatchers.for(asked.url), {
        origin,
        path: `${pathname}${search}`,
        method: asked.method,
        headers: this.#headers(asked, body),
        body: typeof body === "object" ? body.stream : (body ?? null),
        headersTimeout: (asked.idleMs ?? IDLE_MS) * this.#pace,
        bodyTimeout: ANSWER_IDLE_MS * this.#pace,
        signal: limits.signal,
      });
      const answer = await unlessAborted(sending, limits.signal);
      limits.answerBegan();
      return answer;
    } catch (error) {
      throw new ExchangeError(asked.url, {
        phase: limits.neverStarted || failedBeforeSending(error) ? "not-sent" : "unanswered",
        cause: error,
        proxy: proxyHost(asked.url),
      });
    }
  }

  #headers(asked: HttpRequest, body: string | RequestBody | undefined): Record<string, string> {
    const headers: Record<string, string> = {
      accept: asked.accept,
      "accept-encoding": "identity",
      "user-agent": this.#userAgent,
    };
    if (asked.fresh === true) {
      headers["cache-control"] = "no-cache";
    }
    if (asked.authorization !== undefined) {
      headers.authorization = asked.authorization.reveal();
    }
    if (typeof body === "string") {
      headers["content-type"] = "application/json";
    } else if (body !== undefined) {
      headers["content-type"] = body.contentType;
      headers["content-length"] = String(body.contentLength);
    }
    return headers;
  }
}

/**
 * undici heeds the signal of a request only once it has a connection, which a silent proxy keeps it waiting for; a
 * request that has been given up by then is not sent any more.
 */
async function unlessAborted(
  sending: Promise<Dispatcher.ResponseData>,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener("abort", abort);
  try {
    return await Promise.race([sending, promise]);
  } catch (error) {
    sending.then(({ body }) => body.destroy()).catch(() => undefined);
    throw error;
  } finally {
    signal.removeEventListener("abort", abort);
  }
}
