/** The first thing in a reStructuredText document that stops docutils, or that cannot be decided here. */
export class Fault extends Error {
  readonly verdict: "fails" | "undecided";
  /** Counted from 1; undefined when the whole text is meant. */
  readonly line: number | undefined;
  /** The text at fault, empty when there is none to show. */
  readonly offender: string;
  readonly remedy: string;

  constructor(
    verdict: "fails" | "undecided",
    message: string,
    at: { readonly line?: number | undefined; readonly offender?: string; readonly remedy: string },
  ) {
    super(message);
    this.verdict = verdict;
    this.line = at.line;
    this.offender = at.offender ?? "";
    this.remedy = at.remedy;
  }
}

/** A construct that stops the rendering. */
export function failure(message: string, line: number | undefined, offender: string, remedy: string): Fault {
  return new Fault("fails", message, { line, offender, remedy });
}

/** A construct whose effect depends on what only docutils knows. */
export function doubt(message: string, line: number | undefined, offender = ""): Fault {
  return new Fault("undecided", message, {
    line,
    offender,
    remedy: "Check the description with `twine check`, or simplify this part of it.",
  });
}
