import { quote } from "../../quote.ts";
import { judgeDescription } from "../description/judge-description.ts";
import type { Violation } from "../violation.ts";

/**
 * M-11 to M-13: whether the description renders, by the fields of the upload form.
 * What cannot be decided without the renderer itself is a warning, never a refusal.
 */
export function descriptionViolations(fields: ReadonlyMap<string, readonly string[]>): readonly Violation[] {
  const [description = ""] = fields.get("description") ?? [];
  const [contentType = ""] = fields.get("description_content_type") ?? [];
  const judged = judgeDescription(description, contentType === "" ? undefined : contentType);
  if (judged.verdict === "renders") {
    return [];
  }
  const { verdict, message, line, offender, remedy } = judged;
  const where = line === undefined ? "" : ` (line ${line}${offender === "" ? "" : `: ${quote(offender, 80)}`})`;
  const markdown = /^\s*text\/markdown/i.test(contentType);
  const shared = { rule: markdown ? "M-12" : "M-11", scope: "pypi", remedy } as const;
  return verdict === "fails"
    ? [
        {
          ...shared,
          effect: "reject",
          text: refusal(contentType),
          message: `The description does not render: ${message}${where}.`,
        },
      ]
    : [{ ...shared, effect: "accept", message: `The description may not render: ${message}${where}.` }];
}

function refusal(contentType: string): string {
  return contentType === ""
    ? "The description failed to render in the default format of reStructuredText."
    : `The description failed to render for '${contentType}'.`;
}
