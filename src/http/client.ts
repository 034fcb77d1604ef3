import type { Readable } from "node:stream";
import { type Dispatcher, request } from "undici";
import { PublishError } from "../errors.ts";
import type { Secret } from "../secret.ts";
import { ExchangeError, failedBeforeSending } from "./exchange-error.ts";
import type { RequestBody } from "./multipart.ts";
import { Dispatchers } from "./proxy.ts";

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
  /** Goes on although the run has been cancelled: giving a credential back must not be given up. */
  readonly outlivesCancellation?: boolean;
}

export interface HttpAnswer {
  readonly status: number;
  /** Reason phrase; empty over HTTP/2 and where a server sends none. */
  readonly reason: string;
  /** Lower-cased names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Decoded as UTF-8, cut at 1 MiB. */
  readonly body: string;
  /** Where the answer came from, redirects followed. */
  readonly url: URL;
}

const IDLE_MS = 30_000;
/** Once an answer has begun, its rest is a few kilobytes that are on their way. */
const ANSWER_IDLE_MS = 15_000;
const BODY_CAP_BYTES = 1024 * 1024;
const MAX_REDIRECTS = 3;

/**
 * The one way to speak HTTP: every exchange is bounded in time and size, and
 * neither credentials nor bodies follow a redirect to another origin.
 */
export class HttpClient {
  readonly #dispatchers = new Dispatchers();
  readonly #userAgent: string;
  readonly #signal: AbortSignal;

  /** @param signal ends every exchange under way, and all later ones at once */
  constructor(userAgent: string, signal: AbortSignal) {
    this.#userAgent = userAgent;
    this.#signal = signal;
  }

  /**
   * One request, its answer read to the end, whatever its status.
   *
   * @throws ExchangeError without a whole answer.
   * @throws PublishError `redirect-refused` when the server points to another origin.
   */
  async exchange(asked: HttpRequest): Promise<HttpAnswer> {
    let url = asked.url;
    for (let redirects = 0; ; redirects += 1) {
      const answer = await this.#once({ ...asked, url });
      const target = redirectTarget(answer, asked.method);
      if (target === undefined) {
        return answer;
      }
      assertSameOrigin(url, target);
      if (redirects === MAX_REDIRECTS) {
        throw new PublishError("redirect-refused", `${url.href} redirects more than ${MAX_REDIRECTS} times.`, {
          remedy: "Check `repository-url`.",
        });
      }
      url = target;
    }
  }

  async close(): Promise<void> {
    await this.#dispatchers.destroy();
  }

  async #once(asked: HttpRequest): Promise<HttpAnswer> {
    const body = typeof asked.body === "function" ? asked.body() : asked.body;
    let answer: Dispatcher.ResponseData;
    try {
      answer = await request(asked.url, {
        method: asked.method,
        headers: this.#headers(asked, body),
        body: typeof body === "object" ? body.stream : (body ?? null),
        dispatcher: this.#dispatchers.for(asked.url),
        headersTimeout: asked.idleMs ?? IDLE_MS,
        bodyTimeout: ANSWER_IDLE_MS,
        signal: this.#signalFor(asked),
      });
    } catch (error) {
      throw new ExchangeError(asked.url, {
        phase: failedBeforeSending(error) ? "not-sent" : "unanswered",
        cause: error,
      });
    } finally {
      if (typeof body === "object" && !body.stream.readableEnded) {
        body.stream.destroy();
      }
    }
    return {
      status: answer.statusCode,
      reason: answer.statusText,
      headers: answer.headers,
      body: await readCapped(asked.url, answer.body),
      url: asked.url,
    };
  }

  #signalFor(asked: HttpRequest): AbortSignal {
    const signals = asked.outlivesCancellation === true ? [] : [this.#signal];
    return AbortSignal.any(asked.totalMs === undefined ? signals : [...signals, AbortSignal.timeout(asked.totalMs)]);
  }

  #headers(asked: HttpRequest, body: string | RequestBody | undefined): Record<string, string> {
    const headers: Record<string, string> = { accept: asked.accept, "user-agent": this.#userAgent };
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

async function readCapped(url: URL, body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > BODY_CAP_BYTES) {
        break;
      }
    }
  } catch (error) {
    throw new ExchangeError(url, { phase: "answer-cut", cause: error });
  }
  return Buffer.concat(chunks).subarray(0, BODY_CAP_BYTES).toString("utf8");
}

/**
 * A POST follows only 307 and 308: the others would turn it into a GET, and an
 * upload that became a page view looks like a success.
 */
function redirectTarget(answer: HttpAnswer, method: HttpRequest["method"]): URL | undefined {
  const followed = method === "GET" ? [301, 302, 303, 307, 308] : [307, 308];
  const location = answer.headers.location;
  if (!followed.includes(answer.status) || typeof location !== "string" || !URL.canParse(location, answer.url.href)) {
    return undefined;
  }
  return new URL(location, answer.url);
}

function assertSameOrigin(from: URL, to: URL): void {
  if (from.origin !== to.origin) {
    throw new PublishError("redirect-refused", `${from.origin} redirects to another origin, ${to.origin}.`, {
      remedy: `Credentials never leave their origin. If ${to.origin} is the right index, name it in \`repository-url\`.`,
    });
  }
}
