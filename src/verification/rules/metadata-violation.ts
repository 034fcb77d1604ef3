import { quote } from "../../quote.ts";
import type { Violation } from "../violation.ts";

/** Values of the metadata by header name in lower case; empty fields are absent (H-12). */
export type MetadataValues = ReadonlyMap<string, readonly string[]>;

/** A violation that a list in this code found, which may be older than the index's own. */
export interface ListedViolation extends Violation {
  /**
   * True: the index refuses it with `text` at the state of the list, but a newer index may know better. The effect is
   * `accept` then, so that nothing is held back for it: a false refusal is worse than the index's own.
   */
  readonly dated?: true;
}

/** A broken rule of group M. */
export interface MetadataViolation extends ListedViolation {
  /** Header name in lower case, except in stage 1 (M-34), which shows the form's spelling. */
  readonly field: string;
  /** The index looks at a stage only if the one before has no error (M-34). */
  readonly stage: 1 | 2 | 3;
}

/** What a rule says about one value; field and stage are its caller's. */
export type Finding = Omit<MetadataViolation, "field" | "stage">;

/** The finding for a rule that makes the index refuse the file. */
export function refusal(
  rule: string,
  scope: Violation["scope"],
  text: string,
  { message, remedy }: { readonly message: string; readonly remedy: string },
): Finding {
  return { rule, effect: "reject", scope, text, message, remedy };
}

/** As `refusal`, where the verdict hangs on a list that may be out of date. */
export function datedRefusal(
  rule: string,
  text: string,
  { message, remedy }: { readonly message: string; readonly remedy: string },
): Finding {
  return { rule, effect: "accept", dated: true, scope: "pypi", text, message, remedy };
}

/** The finding for what makes the index fail instead of answering. */
export function failure(rule: string, message: string, remedy: string): Finding {
  return { rule, effect: "server-error", scope: "pypi", message, remedy };
}

/** Findings as violations of a field. */
export function inField(field: string, stage: 1 | 2 | 3, findings: readonly Finding[]): MetadataViolation[] {
  return findings.map((finding) => ({ ...finding, field, stage }));
}

/** A value as messages show it. */
export function shown(value: string): string {
  return quote(value, 80);
}
