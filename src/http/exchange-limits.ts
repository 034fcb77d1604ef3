import type { RequestBody } from "./multipart.ts";

/** Milliseconds without an answer once all is sent. */
export const IDLE_MS = 30_000;
/** Milliseconds in which no byte of a body finds its way out, the connection included. */
const STALLED_MS = 60_000;
/** Once an answer has begun, its rest is a few kilobytes that are on their way. */
export const ANSWER_IDLE_MS = 10_000;
/** A server that sends a byte now and then is never idle. */
const ANSWER_MS = 15_000;

export interface Limits {
  readonly idleMs?: number;
  readonly totalMs?: number;
  readonly graceMs?: number;
  readonly answerMs?: number;
}

interface Circumstances {
  /** By how much these limits are longer than usual, the time of grace apart. */
  readonly pace: number;
  /** Aborted when the run is cancelled. */
  readonly cancelled: AbortSignal;
  readonly body: RequestBody | undefined;
}

/**
 * The bounds of one exchange that a transport's own idle limits leave open: a total
 * time, the time in which nothing can be sent, the time between the last byte sent and the answer (informational answers
 * would refresh an idle limit for ever), the time of the whole answer, and the
 * cancellation of the run, after a time of grace where one is given.
 */
export class ExchangeLimits {
  readonly #controller = new AbortController();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #undo: () => void;
  readonly #pace: number;
  readonly #body: RequestBody | undefined;
  readonly #answerMs: number;
  #waiting: NodeJS.Timeout | undefined;

  constructor(limits: Limits, { pace, cancelled, body }: Circumstances) {
    this.#pace = pace;
    this.#body = body;
    this.#answerMs = limits.answerMs ?? ANSWER_MS;
    const cancel = () => this.#after(limits.graceMs ?? 0, "the run was cancelled");
    if (cancelled.aborted) {
      cancel();
    } else {
      cancelled.addEventListener("abort", cancel);
    }
    const wait = () => {
      this.#waiting = this.#after((limits.idleMs ?? IDLE_MS) * pace, "no answer in time");
    };
    this.#undo = () => {
      cancelled.removeEventListener("abort", cancel);
      // An answer can come before the body has said that it has ended.
      body?.stream.removeListener("end", wait);
    };
    if (limits.totalMs !== undefined) {
      this.#after(limits.totalMs * pace, "no whole answer in time");
    }
    if (body === undefined) {
      wait();
    } else {
      const watch = this.#watch(body, STALLED_MS * pace);
      body.stream.once("end", () => clearInterval(watch));
      body.stream.once("end", wait);
    }
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether it was over before anything could be sent. */
  get neverStarted(): boolean {
    return this.signal.aborted && this.#body?.stream.readableDidRead === false;
  }

  answerBegan(): void {
    clearTimeout(this.#waiting);
    this.#after(this.#answerMs * this.#pace, "the answer did not end in time");
  }

  end(): void {
    this.#undo();
    for (const timer of this.#timers) {
      clearTimeout(timer);
    }
  }

  #watch({ taken }: RequestBody, ms: number): NodeJS.Timeout {
    let seen = 0;
    let since = performance.now();
    const timer = setInterval(
      () => {
        if (taken.bytes !== seen) {
          seen = taken.bytes;
          since = performance.now();
        } else if (performance.now() - since > ms) {
          this.#controller.abort(new Error(seen === 0 ? "no connection in time" : "the other side stopped reading"));
        }
      },
      Math.min(1000, ms / 4),
    );
    this.#timers.add(timer);
    return timer;
  }

  #after(ms: number, reason: string): NodeJS.Timeout | undefined {
    if (ms === 0) {
      this.#controller.abort(new Error(reason));
      return undefined;
    }
    const timer = setTimeout(() => this.#controller.abort(new Error(reason)), ms);
    this.#timers.add(timer);
    return timer;
  }
}
