import { inspect } from "node:util";

/**
 * A value that may be sent but never shown: every way of turning it into text
 * gives `***`. Only `reveal()` gives the value, and only transport code and the
 * masking of the log have a reason to call it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  get isEmpty(): boolean {
    return this.#value === "";
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return "***";
  }

  toJSON(): string {
    return "***";
  }

  [inspect.custom](): string {
    return "***";
  }
}
