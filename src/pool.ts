/** Runs so many tasks at once and no more; the others wait in the order in which they came. */
export class Pool {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(size: number) {
    this.#free = size;
  }

  /** @param task started when its turn has come, not before */
  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#free === 0) {
      await new Promise<void>((turn) => this.#waiting.push(turn));
    } else {
      this.#free -= 1;
    }
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) {
        this.#free += 1;
      } else {
        next();
      }
    }
  }
}
