import type { Clock } from "../ports.ts";
import type { StageTime } from "./report.ts";

/** How long each stage of a run took, also one that failed. Stages may overlap. */
export class StageTimes {
  readonly #clock: Clock;
  readonly #stages: { readonly name: string; readonly startedMs: number; endedMs?: number }[] = [];

  readonly #startedMs: number;

  /** The run begins now. */
  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startedMs = clock.now();
  }

  /** Of the run so far. */
  get seconds(): number {
    return (this.#clock.now() - this.#startedMs) / 1000;
  }

  /** @param name what is done, in one word: `check`, `upload` */
  async time<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const stage: { name: string; startedMs: number; endedMs?: number } = { name, startedMs: this.#clock.now() };
    this.#stages.push(stage);
    try {
      return await work();
    } finally {
      stage.endedMs = this.#clock.now();
    }
  }

  /** In the order in which they began. */
  stages(): readonly StageTime[] {
    return this.#stages.map(({ name, startedMs, endedMs = this.#clock.now() }) => ({
      name,
      seconds: (endedMs - startedMs) / 1000,
    }));
  }
}
