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

/** Shorter values are ordinary words; taking them out would only make messages unreadable. */
const SHORTEST_WHOLE = 4;
const PIECE = 8;

/**
 * Text of a server with every secret in it replaced, whole (as it is, with white
 * space collapsed, or URL-encoded) or in pieces of 8 characters and more: some
 * validators echo part of what they were sent (index rule O-02), and the runner
 * masks whole values only. To be called before a text is cut.
 */
export function redact(text: string, secrets: readonly Secret[]): string {
  let redacted = text;
  const values = secrets.map((secret) => secret.reveal());
  for (const whole of values.flatMap(spellings)) {
    redacted = redacted.replaceAll(whole, "***");
  }
  const pieces = new Set(values.flatMap(piecesOf));
  return pieces.size === 0 ? redacted : withoutPieces(redacted, pieces);
}

function spellings(value: string): string[] {
  const all = [
    value,
    value.replace(/\s+/g, " "),
    encodeURIComponent(value.toWellFormed()),
    JSON.stringify(value).slice(1, -1),
  ];
  return [...new Set(all)].filter((spelling) => spelling.length >= SHORTEST_WHOLE);
}

function piecesOf(value: string): string[] {
  return Array.from({ length: Math.max(0, value.length - PIECE + 1) }, (_, start) => value.slice(start, start + PIECE));
}

function withoutPieces(text: string, pieces: ReadonlySet<string>): string {
  let kept = "";
  let hiddenUntil = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (pieces.has(text.slice(at, at + PIECE))) {
      kept += at >= hiddenUntil ? "***" : "";
      hiddenUntil = at + PIECE;
    }
    kept += at >= hiddenUntil ? text[at] : "";
  }
  return kept;
}
