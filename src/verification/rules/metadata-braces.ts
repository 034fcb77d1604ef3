import { type Finding, failure, shown } from "./metadata-violation.ts";

/**
 * M-35: the text about a bad value is made with Python's format(), in which the value's own braces count. Gives what
 * happens instead of the finding when they are not doubled; `{field}` alone means something there.
 */
export function withBraces(value: string, finding: Finding): Finding {
  const rest = value.replace(/\{\{|\}\}|\{field\}/g, "");
  if (!/[{}]/.test(rest)) {
    return finding;
  }
  const message = `${finding.message} Because of the braces in ${shown(value)}, PyPI answers with a server error instead of saying so.`;
  return { ...failure("M-35", message, finding.remedy), scope: finding.scope };
}
