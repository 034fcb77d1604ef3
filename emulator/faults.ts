/** What goes wrong with one exchange instead of, or on top of, the real answer. */
export type Fault =
  /** The request is read to its end and not processed; this is answered. */
  | {
      readonly kind: "answer";
      readonly status: number;
      /** Reason phrase; the usual one of the status when absent. */
      readonly reason?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Buffer;
      /** Answers as soon as the header has arrived and closes the connection, as overloaded proxies do. */
      readonly early?: boolean;
    }
  /** The real answer with its content-length, but only a part of its body (default: half). */
  | { readonly kind: "cut-body"; readonly afterBytes?: number; readonly stall?: boolean }
  /** TCP reset; the request is not processed. */
  | { readonly kind: "reset"; readonly when: "before-body" | "during-body" | "after-body" }
  /** The request is processed and everything stored, then the connection is destroyed. */
  | { readonly kind: "lost-answer" }
  /**
   * The request is read and nothing is answered. With `ms` it is processed
   * normally after that time, if the client is still there.
   */
  | { readonly kind: "stall"; readonly ms?: number }
  /** The real answer, its body trickling. */
  | { readonly kind: "slow-answer"; readonly bytesPerSecond: number };

export interface FaultMatch {
  readonly method?: string;
  /** A string is compared with the whole path (no query); a pattern is searched in it. */
  readonly path?: string | RegExp;
  /** Begin with the nth matching request (from 1) seen after the fault was added. */
  readonly nth?: number;
}

export interface PlannedFault {
  readonly on: FaultMatch;
  readonly fault: Fault;
  /** How many requests are hit, one after another. Default 1. */
  readonly times?: number;
}

interface Entry {
  readonly planned: PlannedFault;
  seen: number;
  left: number;
}

/** The faults a server is to show, in the order they were added; every request is hit by one at most. */
export class FaultPlan {
  readonly #entries: Entry[] = [];

  add(planned: PlannedFault): void {
    this.#entries.push({ planned, seen: 0, left: planned.times ?? 1 });
  }

  clear(): void {
    this.#entries.length = 0;
  }

  /** How many planned hits have not happened yet. */
  get pending(): number {
    return this.#entries.reduce((sum, entry) => sum + entry.left, 0);
  }

  /** The fault for this request, used up by the call. */
  take(method: string, path: string): Fault | undefined {
    let taken: Fault | undefined;
    for (const entry of this.#entries) {
      if (!matches(entry.planned.on, method, path)) {
        continue;
      }
      entry.seen += 1;
      if (taken === undefined && entry.left > 0 && entry.seen >= (entry.planned.on.nth ?? 1)) {
        entry.left -= 1;
        taken = entry.planned.fault;
      }
    }
    return taken;
  }
}

function matches(on: FaultMatch, method: string, path: string): boolean {
  if (on.method !== undefined && on.method.toUpperCase() !== method) {
    return false;
  }
  if (on.path === undefined) {
    return true;
  }
  return typeof on.path === "string" ? on.path === path : path.search(on.path) >= 0;
}
