import type { ListedViolation } from "../../src/verification/rules/metadata-violation.ts";
import { badRequest, ServerFailure } from "./refusal.ts";

/**
 * Throws what the index answers to the first of these violations; those it stores the file with are passed over. What
 * hangs on a list is refused at the state of that list.
 *
 * @param ending Where to read on, behind the text of the violation.
 */
export function refuseFirst(
  violations: readonly ListedViolation[],
  ending: (violation: ListedViolation) => string = () => "",
): void {
  const first = violations.find(
    ({ effect, dated }) => effect === "reject" || effect === "server-error" || dated === true,
  );
  if (first === undefined) {
    return;
  }
  if (first.effect === "server-error") {
    throw new ServerFailure(`${first.rule}: ${first.message}`);
  }
  throw badRequest(`${first.text ?? ""} ${ending(first)}`.trimEnd());
}
