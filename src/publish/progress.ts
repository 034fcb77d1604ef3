import type { Clock, Log } from "../ports.ts";
import { humanRate, humanSeconds, humanSize } from "../quantity.ts";

/** Milliseconds between two lines about one file; a shorter upload has none. */
const EVERY_MS = 10_000;

/** Bytes of a body, and how many of them have been taken to be sent. */
export interface Sent {
  readonly contentLength: number;
  readonly taken: { readonly bytes: number };
}

/** Says every ten seconds how far the upload of a file is: share, rate, time left. */
export class Progress {
  readonly #filename: string;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #timer: NodeJS.Timeout;
  #attempt: (Sent & { readonly since: number }) | undefined;

  constructor(filename: string, { log, clock }: { readonly log: Log; readonly clock: Clock }) {
    this.#filename = filename;
    this.#log = log;
    this.#clock = clock;
    this.#timer = setInterval(() => this.#say(), EVERY_MS);
  }

  /** From now on this attempt counts. */
  readonly follow = (sent: Sent): void => {
    this.#attempt = { ...sent, since: this.#clock.now() };
  };

  end(): void {
    clearInterval(this.#timer);
  }

  #say(): void {
    if (this.#attempt !== undefined) {
      const seconds = (this.#clock.now() - this.#attempt.since) / 1000;
      this.#log.info(`${this.#filename}: ${progressText(this.#attempt, seconds)}`);
    }
  }
}

/** @param seconds since the attempt began */
export function progressText({ contentLength, taken: { bytes } }: Sent, seconds: number): string {
  if (bytes === 0) {
    return `waiting for a connection (${humanSeconds(seconds)})`;
  }
  if (bytes >= contentLength) {
    return `all sent, waiting for the answer (${humanSeconds(seconds)})`;
  }
  const left = ((contentLength - bytes) / bytes) * seconds;
  const share = Math.floor((100 * bytes) / contentLength);
  return `${share} % of ${humanSize(contentLength)} sent, ${humanRate(bytes, seconds)}, about ${humanSeconds(left)} left`;
}
