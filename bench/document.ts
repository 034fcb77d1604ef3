import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import type { FirstByte } from "./first-byte.ts";
import { plot } from "./plot.ts";
import { fileCount, PLOTTED, SCENARIOS, type Scenario } from "./scenarios.ts";
import { type ToolSummary, table } from "./summary.ts";

/** What one call of the benchmark found. */
export interface Findings {
  readonly summaries: readonly ToolSummary[];
  /** Lines of a Markdown table. */
  readonly phases: readonly string[];
  readonly firstBytes: readonly FirstByte[];
}

/** What is below this line was written by a person, and is kept. */
const NOTES = "## How to read these figures";

/** Writes `benchmark.md` into the folder, and beside it the plot, if its scenarios were run. */
export async function writeDocument(folder: string, { summaries, phases, firstBytes }: Findings): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = linesOf(summaries);
  const plotted = lines.some(({ points }) => points.length > 1);
  if (plotted) {
    const caption = "files of 2 MB; 20 ms round trip, 1 Gbit/s, 500 ms of the index for each";
    await writeFile(join(folder, "benchmark.svg"), plot(lines, caption));
  }
  const cpu = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const text = [
    "# Benchmark",
    "",
    "`npm run bench -- --document docs` writes this page.",
    "",
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${cpu}, Node ${process.versions.node}, ${type()} ${release()}. All tools in turn, medians; the same`,
    "emulated index in a process of its own over TLS, behind a simulated link (`emulator/link.ts`). Ours and uv use trusted",
    "publishing; twine, which knows it for PyPI only, has an API token and so makes three requests fewer. Ours verifies the",
    "distributions before, and compares with the index before and after; the others do not.",
    "",
    // What only the plot shows is there for the plot.
    table(summaries.filter(({ scenario }) => SCENARIOS.some(({ name }) => name === scenario))),
    "",
    ...(plotted ? ["![Time against the number of files](benchmark.svg)", ""] : []),
    "## Where the time goes",
    "",
    "As index and GitHub see it, medians of each phase by itself: from the start of the process to the first request, from there",
    "to the answer with the token, from there to the first upload, all uploads, the fastest of them, and to the end of the process.",
    "",
    ...phases,
    "",
    "## Start to first byte on the wire",
    "",
    ...firstByteTable(firstBytes),
    "",
  ].join("\n");
  const path = join(folder, "benchmark.md");
  await writeFile(path, `${text}${await notesIn(path)}`);
}

async function notesIn(path: string): Promise<string> {
  const before = existsSync(path) ? await readFile(path, "utf8") : "";
  const at = before.indexOf(NOTES);
  return at < 0 ? "" : `\n${before.slice(at)}`;
}

function linesOf(summaries: readonly ToolSummary[]): Parameters<typeof plot>[0] {
  const files = new Map(PLOTTED.map((scenario: Scenario) => [scenario.name, fileCount(scenario)]));
  const shown = summaries.filter(({ scenario }) => files.has(scenario));
  return [...Map.groupBy(shown, ({ tool }) => tool)].map(([tool, ofTool]) => ({
    tool,
    points: ofTool
      .map(({ scenario, wallMedian }) => ({ files: files.get(scenario) ?? 0, seconds: wallMedian }))
      .toSorted((left, right) => left.files - right.files),
  }));
}

export function firstByteTable(firstBytes: readonly FirstByte[]): string[] {
  const rows = firstBytes.map(({ name, runs, medianMs, minMs, maxMs }) =>
    [name, String(runs), ...[medianMs, minMs, maxMs].map((ms) => `${(ms / 1000).toFixed(3)} s`)].join(" | "),
  );
  return [
    "| program | runs | median | min | max |",
    "| --- | --: | --: | --: | --: |",
    ...rows.map((row) => `| ${row} |`),
  ];
}
