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

const SHORTEST_PIECE = 8;

/**
 * Text of a server with every piece of a secret (8 characters or more) replaced:
 * some validators echo part of what they were sent (index rule O-02), and the
 * runner masks whole values only.
 */
export function redact(text: string, secrets: readonly Secret[]): string {
  return text.replace(/[A-Za-z0-9_.~+/=-]{8,}/g, (run) => {
    const trimmed = run.replace(/^\.+|\.+$/g, "");
    const leaks = trimmed.length >= SHORTEST_PIECE && secrets.some((secret) => sharesPiece(secret.reveal(), trimmed));
    return leaks ? "***" : run;
  });
}

function sharesPiece(secret: string, run: string): boolean {
  for (let start = 0; start + SHORTEST_PIECE <= run.length; start += 1) {
    if (secret.includes(run.slice(start, start + SHORTEST_PIECE))) {
      return true;
    }
  }
  return false;
}
