import type { MetadataValues } from "./metadata-fields.ts";
import { parseContentType } from "./metadata-library-rules.ts";
import { badRequest, seeHelp } from "./refusal.ts";

/**
 * Rules M-11 to M-13 as far as they can be told without rendering: a
 * description that renders to nothing. reStructuredText is not rendered here.
 */
export function checkDescription(values: MetadataValues): void {
  const description = values.get("description")?.[0];
  const declared = values.get("description-content-type")?.[0];
  if (description === undefined) {
    return;
  }
  const type = declared === undefined ? "text/x-rst" : parseContentType(declared).type;
  const empty =
    (type === "text/markdown" && withoutLinkDefinitions(description).trim() === "") ||
    (type === "text/x-rst" && description.trim() === "");
  if (!empty) {
    return;
  }
  const subject =
    declared === undefined
      ? "The description failed to render in the default format of reStructuredText."
      : `The description failed to render for '${declared}'.`;
  throw badRequest(`${subject} ${seeHelp("description-content-type")}`);
}

function withoutLinkDefinitions(markdown: string): string {
  return markdown
    .replace(/^\uFEFF/, "")
    .replace(/^ {0,3}\[[^\]]+\]:[ \t]*\S+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/gm, "");
}
