import { statusText, type UploadResult, type UploadStatus } from "../package-index/upload-result.ts";
import { humanSeconds, humanSize } from "../quantity.ts";
import { codeBlock, codeSpan, details } from "./markdown.ts";
import type { ReleaseReport } from "./report.ts";

const HEAD = "| File | Kind | Size | SHA-256 | Status | Attested | Time |\n| :-- | :-- | --: | :-- | :-- | :-- | --: |";
/** Bytes kept for the sentence about what is left out. */
const SENTENCE_BYTES = 400;
/** Of a table: its heading and head; of a folded one, the rows that are shown twice. */
const OVERHEAD_BYTES = 500;
const TWICE_BYTES = 20_000;

/** Longer tables are folded, so that what stands below them is seen. */
const UNFOLDED_ROWS = 30;
const IN_ORDER = new Set<UploadStatus>(["uploaded", "already-present", "would-upload", "not-attempted"]);

/** One table for each release, as many rows as fit into so many bytes. */
export function fileTables(releases: readonly ReleaseReport[], room: number): string {
  const budget = { left: room - SENTENCE_BYTES };
  let hidden = 0;
  const parts = releases.flatMap(({ project, version, results }) => {
    const rows = fitting(results.map(row), budget);
    hidden += results.length - rows.length;
    const heading = releases.length === 1 ? [] : [`#### ${codeSpan(`${project} ${version}`)}`];
    return rows.length === 0 ? [] : [...heading, ...tables(results, rows)];
  });
  if (hidden > 0) {
    parts.push(
      `${hidden} more files are not shown, since GitHub limits the size of a summary. The log and the output \`distributions\` have all of them.`,
    );
  }
  return parts.join("\n\n");
}

function fitting(rows: readonly string[], budget: { left: number }): readonly string[] {
  budget.left -= OVERHEAD_BYTES + (rows.length > UNFOLDED_ROWS ? TWICE_BYTES : 0);
  const end = rows.findIndex((line) => {
    budget.left -= Buffer.byteLength(line) + 1;
    return budget.left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

function tables(results: readonly UploadResult[], rows: readonly string[]): string[] {
  const table = [HEAD, ...rows].join("\n");
  if (rows.length <= UNFOLDED_ROWS) {
    return [table];
  }
  const odd = rows.filter((_row, number) => !IN_ORDER.has(results[number]?.status ?? "unknown"));
  const shown = odd.length === 0 ? [] : [[HEAD, ...odd.slice(0, UNFOLDED_ROWS)].join("\n")];
  return [...shown, details(`${rows.length} files`, table)];
}

function row({ distribution, digests, status, attested, attempts, seconds }: UploadResult): string {
  const hash = digests === undefined ? "" : `<code title="${digests.sha256}">${digests.sha256.slice(0, 8)}…</code>`;
  const time = attempts === 0 ? "" : `${humanSeconds(seconds)}${attempts > 1 ? ` (${attempts} attempts)` : ""}`;
  const cells = [
    codeSpan(distribution.filename),
    distribution.kind,
    humanSize(distribution.size),
    hash,
    statusCell(status),
    attested ? "yes" : "no",
    time,
  ];
  // Only the file name may be broken into lines.
  const unbroken = cells.map((cell, column) => (column === 0 || column === 3 ? cell : cell.replaceAll(" ", "\u00a0")));
  return `| ${unbroken.join(" | ")} |`;
}

const SIGNS: Readonly<Record<UploadStatus, string>> = {
  uploaded: "✅",
  "already-present": "✅",
  "passed-over": "⚠️",
  refused: "❌",
  unknown: "❓",
  "not-attempted": "⏸️",
  "would-upload": "🔎",
};

function statusCell(status: UploadStatus): string {
  return `${SIGNS[status]} ${statusText(status)}`;
}

/** The whole SHA-256 of every file, in the form that `sha256sum --check` reads; empty when it does not fit. */
export function hashList(results: readonly UploadResult[], room: number): string {
  const lines = results.flatMap(({ digests, distribution: { filename } }) =>
    digests === undefined ? [] : [`${digests.sha256}  ${filename}`],
  );
  if (lines.length === 0) {
    return "";
  }
  const list = details("SHA-256 of each file", codeBlock(lines.join("\n")));
  return Buffer.byteLength(list) > room ? "" : list;
}
