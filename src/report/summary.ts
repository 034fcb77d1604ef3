import type { UploadStatus } from "../package-index/upload-result.ts";
import { humanSeconds } from "../quantity.ts";
import { warningTexts } from "./annotations.ts";
import { codeBlock, codeSpan, linkTo, prose, wrapped } from "./markdown.ts";
import { isOnIndex, type ReleaseReport, type Report, type ReportedFailure, tally } from "./report.ts";
import { fileTables, hashList } from "./summary-table.ts";

/** GitHub takes 1 MiB of a step and drops a summary that is larger; other text of ours stays far below the rest. */
export const SUMMARY_BYTES = 1024 * 1024;
const RESERVE_BYTES = 16 * 1024;
/** Of one message; longer ones are in the log. */
const MESSAGE_CHARACTERS = 60_000;
const SENTENCES_SHOWN = 100;
/** Of the sentences below one title: what is escaped may be ten times as long as it was. */
const SENTENCES_BYTES = 100 * 1024;
const NAMES_SHOWN = 3;

/** The job summary. Everything that comes from files or servers stands in it as inert text. */
export function summaryMarkdown(report: Report): string {
  const before = [`### ${headline(report)}`, state(report)];
  if (report.failure !== undefined) {
    before.push(...failureParts(report.failure, report.origins));
  }
  if (report.install.length > 0) {
    before.push(codeBlock(report.install.slice(0, SENTENCES_SHOWN).join("\n")));
  }
  const after = [
    ...sentences("Found out", report.dryRun?.found ?? [], report.origins),
    ...sentences("Not checked", report.dryRun?.unchecked ?? [], report.origins),
    ...sentences("Warnings", report.warnings, report.origins),
    ...sentences("Advice", report.advice, report.origins),
    times(report),
  ];
  const fixed = [...before, ...after].join("\n\n");
  const room = SUMMARY_BYTES - RESERVE_BYTES - Buffer.byteLength(fixed);
  const tables = fileTables(report.releases, room);
  const hashes = hashList(report.results, room - Buffer.byteLength(tables));
  return `${[...before, tables, hashes, ...after].filter((part) => part !== "").join("\n\n")}\n`;
}

function headline({ failure, results, releases, indexName, dryRun }: Report): string {
  const where =
    indexName === undefined ? "" : ` to ${/^(Test)?PyPI$/.test(indexName) ? indexName : codeSpan(indexName)}`;
  const has = (status: UploadStatus) => results.some((result) => result.status === status);
  const all = named(releases);
  if (dryRun !== undefined) {
    return failure !== undefined
      ? `❌ Dry run: publishing${all}${where} would fail`
      : has("would-upload")
        ? `🔎 Dry run:${named(releases, "would-upload")} would be published${where}`
        : `🔎 Dry run: nothing new to publish${where}`;
  }
  if (failure === undefined) {
    return has("uploaded") ? `✅ Published${named(releases, "uploaded")}${where}` : `✅ Nothing new to publish${where}`;
  }
  const there = has("uploaded") || has("already-present");
  const outcome = there ? "Partly published" : has("unknown") ? "Perhaps partly published" : "Not published";
  return all === "" ? `❌ ${outcome}${where}` : `❌ ${outcome}:${all}${where}`;
}

/** Names of the releases, or of those with a file of that status, behind a space. */
function named(releases: readonly ReleaseReport[], status?: UploadStatus): string {
  const names = releases
    .filter(({ results }) => status === undefined || results.some((result) => result.status === status))
    .map(({ project, version }) => codeSpan(`${project} ${version}`));
  const more = names.length > NAMES_SHOWN ? ` and ${names.length - NAMES_SHOWN} more` : "";
  return names.length === 0 ? "" : ` ${names.slice(0, NAMES_SHOWN).join(", ")}${more}`;
}

/** How many of the files are on the index, and where to look at them. */
function state({ results, releases, failure }: Report): string {
  const pages = releases.flatMap(({ project, version, page }) =>
    page === undefined ? [] : [linkTo(page, `${project} ${version}`)],
  );
  const shown = pages.slice(0, SENTENCES_SHOWN).map((page) => `🔗 ${page}`);
  const onIndex = results.filter(({ status }) => isOnIndex(status)).length;
  const nothingSent = results.every(({ status }) => status === "not-attempted" || status === "refused");
  const one = results.length === 1;
  const start =
    failure === undefined
      ? `${results.length} ${one ? "file" : "files"}: ${tally(results)}.`
      : nothingSent
        ? "Nothing was stored by this run."
        : `${onIndex} of ${results.length} ${one ? "file is" : "files are"} on the index: ${tally(results)}.`;
  return [start, ...shown].join("  \n");
}

function failureParts({ code, message, remedy, findings }: ReportedFailure, origins: ReadonlySet<string>): string[] {
  const what =
    findings === undefined || findings.length < 2
      ? message
      : warningTexts(findings)
          .map((text) => `- ${text}`)
          .join("\n");
  return [
    `**What happened** (${codeSpan(code)})`,
    codeBlock(wrapped(cut(what))),
    ...(remedy === undefined ? [] : ["**What to do**", prose(cut(remedy), origins)]),
  ];
}

function cut(text: string): string {
  const characters = text.length > MESSAGE_CHARACTERS ? text.slice(0, MESSAGE_CHARACTERS).toWellFormed() : text;
  return characters === text ? text : `${characters}…\nCut here; the log has all of it.`;
}

function sentences(title: string, texts: readonly string[], origins: ReadonlySet<string>): string[] {
  if (texts.length === 0) {
    return [];
  }
  let left = SENTENCES_BYTES;
  const shown = texts
    .slice(0, SENTENCES_SHOWN)
    .map((text) => `- ${prose(oneLine(cut(text)), origins)}`)
    .filter((line) => {
      left -= Buffer.byteLength(line);
      return left >= 0;
    });
  const more = texts.length > shown.length ? [`- ${texts.length - shown.length} more, which are in the log`] : [];
  return [`**${title}**`, [...shown, ...more].join("\n")];
}

/** A block that opened inside of a list item would end with its line, and what follows would be Markdown. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function times({ stages, seconds }: Report): string {
  const each = stages.map((stage) => `${stage.name} ${humanSeconds(stage.seconds)}`);
  return `<sub>${[...each, `${humanSeconds(seconds)} in all`].join(" · ")}</sub>`;
}
