import type { UploadResult } from "../package-index/upload-result.ts";
import type { Report } from "./report.ts";
import { tally } from "./report.ts";

/** The job summary. Everything that comes from files or servers stands in it as inert text. */
export function summaryMarkdown(report: Report): string {
  const where = report.indexName === undefined ? "" : ` to ${inert(report.indexName)}`;
  const title = `${headline(report)}${where}`;
  const lines = [`### ${title}`, ""];
  if (report.results.length > 0) {
    lines.push(`${tally(report.results)}.`, "", "| file | size | SHA-256 | status |", "| --- | ---: | --- | --- |");
    lines.push(...report.results.map(row), "");
  }
  if (report.failure !== undefined) {
    lines.push(...block(report.failure.message), "");
    lines.push(
      ...(report.failure.remedy === undefined ? [] : ["**What to do**", "", ...block(report.failure.remedy), ""]),
    );
  }
  lines.push(...report.releasePages.map((page) => `- <${page}>`));
  return `${lines.join("\n").trimEnd()}\n`;
}

function headline({ failure, results }: Report): string {
  const anything = results.some(({ status }) => status === "uploaded");
  if (failure !== undefined) {
    const uncertain = results.some(({ status }) => status === "unknown");
    return anything ? "Partly published" : uncertain ? "Perhaps partly published" : "Not published";
  }
  return anything ? "Published" : "Nothing new to publish";
}

function row({ distribution, digests, status }: UploadResult): string {
  const hash = digests === undefined ? "" : `<code title="${digests.sha256}">${digests.sha256.slice(0, 12)}…</code>`;
  return `| ${inert(distribution.filename)} | ${distribution.size} | ${hash} | ${status.replace("-", " ")} |`;
}

/** A code block holds any text as it is, once no line of it can close the block. */
function block(text: string): string[] {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, text, fence];
}

function inert(text: string): string {
  return text
    .replace(/[^\p{L}\p{N} .,:@/+_-]/gu, (character) => `&#${character.codePointAt(0)};`)
    .replaceAll("_", "&#95;");
}
