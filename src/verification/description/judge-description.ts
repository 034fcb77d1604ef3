import { judgeMarkdown } from "./markdown.ts";
import { findFault } from "./rst/judge-rst.ts";
import type { DescriptionVerdict } from "./verdict.ts";

const RENDERS: DescriptionVerdict = { verdict: "renders" };

/**
 * Judges a description as PyPI does before it takes a file (index rules M-11, M-12, M-13): reStructuredText, which
 * is also what a description without content type is taken for, Markdown, or plain text, which never fails.
 *
 * @param contentType - the field Description-Content-Type, parameters included; judged elsewhere itself (M-08).
 */
export function judgeDescription(description: string, contentType: string | undefined): DescriptionVerdict {
  // An empty description is not rendered at all (M-13).
  if (description === "") {
    return RENDERS;
  }
  switch (mediaType(contentType ?? "")) {
    case "text/x-rst":
      return judgeRst(description);
    case "text/markdown":
      return judgeMarkdown(description);
    default:
      return RENDERS;
  }
}

/** A value such as `text/markdown, text/plain`, which is no content type, is read as plain text (M-13). */
function mediaType(contentType: string): string {
  const [type = ""] = contentType.split(";");
  return contentType === "" ? "text/x-rst" : type.trim().toLowerCase();
}

function judgeRst(description: string): DescriptionVerdict {
  const fault = findFault(description);
  if (fault === undefined) {
    return RENDERS;
  }
  const { verdict, message, line, offender, remedy } = fault;
  return { verdict, message, line, offender, remedy };
}
