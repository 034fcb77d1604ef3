import type { Finding } from "../distribution/finding.ts";
import { statusText, type UploadResult, type UploadStatus } from "../package-index/upload-result.ts";
import { withRule } from "../verification/verification-error.ts";
import { type ReportedFailure, tally } from "./report.ts";

export interface Annotation {
  readonly title: string;
  readonly text: string;
}

/** The runner shows ten annotations of a kind for a step; the last one stands for those that are left. */
const SHOWN = 10;
const FILES_NAMED = 5;
const FILES_LISTED = 30;
const IN_ORDER = new Set<UploadStatus>(["uploaded", "already-present"]);
/** Of one file; a crafted one can have a hundred thousand. */
const FINDINGS_SHOWN = 20;
const NOTHING = "Nothing was uploaded";

/** One annotation for a failed run; where single distributions are at fault, one for each of them. */
export function annotations(failure: ReportedFailure, results: readonly UploadResult[]): readonly Annotation[] {
  const files = [...Map.groupBy(failure.findings ?? [], ({ filename }) => filename).values()];
  if (files.length < 2) {
    return [{ title: failure.code, text: failureText(failure, results) }];
  }
  const shown = files.length > SHOWN ? files.slice(0, SHOWN - 1) : files;
  const rest = files.slice(shown.length).map(([first]) => first?.filename ?? "");
  const texts = [
    ...shown.map(findingsText),
    ...(rest.length === 0 ? [] : [`${rest.length} more at fault: ${rest.join(", ")}`]),
  ];
  const last = [...texts.slice(-1), ...stateOfRelease(results)].join("\n");
  return [...texts.slice(0, -1), last].map((text) => ({ title: failure.code, text }));
}

function findingsText(findings: readonly Finding[]): string {
  const shown = findings.slice(0, FINDINGS_SHOWN).map((finding) => `${withRule(finding)}\n${finding.remedy}`);
  const more = findings.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}

/** What happened, what to change, and what is on the index of what was to be published. */
function failureText({ message, remedy }: ReportedFailure, results: readonly UploadResult[]): string {
  const state = stateOfRelease(results);
  const said = state[0] === `${NOTHING}.` && remedy?.startsWith(NOTHING) === true;
  return [message, ...(remedy === undefined ? [] : [remedy]), ...(said ? [] : state)].join("\n");
}

function stateOfRelease(results: readonly UploadResult[]): readonly string[] {
  const touched = results.filter(({ status }) => status !== "not-attempted");
  if (touched.length > 0) {
    // Of many files those that are not as they should be; the job summary has all of them.
    const named = touched.length > FILES_LISTED ? touched.filter(({ status }) => !IN_ORDER.has(status)) : touched;
    const lines = named
      .slice(0, FILES_LISTED)
      .map(({ distribution, status }) => `  ${distribution.filename}: ${statusText(status)}`);
    return [`State of the release: ${tally(results)}.`, ...lines];
  }
  return results.length > 0 ? [`${NOTHING}.`] : [];
}

/** Warnings as they are shown: the same thing about many files is said once, with the files it is about. */
export function warningTexts(warnings: readonly Finding[]): readonly string[] {
  const same = Map.groupBy(warnings, ({ filename, message, rule }) => `${rule} ${message.replaceAll(filename, "")}`);
  return [...same.values()].flatMap(([first, ...others]) => {
    if (first === undefined) {
      return [];
    }
    const names = others.slice(0, FILES_NAMED).map(({ filename }) => filename);
    const more = others.length > names.length ? ` and ${others.length - names.length} more` : "";
    const also = others.length === 0 ? "" : ` The same in ${names.join(", ")}${more}.`;
    return [`${withRule(first)} ${first.remedy}${also}`];
  });
}
