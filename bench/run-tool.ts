import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import type { GeneratedRelease } from "./generate.ts";
import { type IndexProcess, startIndexProcess } from "./index-process.ts";
import { measure } from "./measure.ts";
import type { Scenario } from "./scenarios.ts";
import type { RunFigures } from "./summary.ts";
import { readPhases } from "./timeline.ts";
import type { Tool } from "./tools.ts";

/** One run: which tool publishes which release, and the emulator that takes it. */
export interface Run {
  readonly tool: Tool;
  readonly scenario: Scenario;
  readonly release: GeneratedRelease;
  readonly emulator: string;
}

/**
 * Publishes the release once to an index of its own, empty before, and measures it. Throws an Error with the tool's
 * words when it fails, or when it reports success and files are missing: figures of such a run would be worthless.
 */
export async function runTool({ tool, scenario, release, emulator }: Run): Promise<RunFigures> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const index = await startIndexProcess(emulator, scenario, folder);
  try {
    const command = await tool.prepare({ ...index, release, folder });
    const cpuBefore = index.cpuSeconds();
    const measured = await measure(command, folder);
    const cpuAfter = index.cpuSeconds();
    if (measured.exitCode !== 0) {
      const log = await readFile(measured.logFile, "utf8");
      throw new Error(`${tool.name} ended with exit code ${measured.exitCode}:\n${log}`);
    }
    await requireFiles(index, release, tool);
    await index.stop();
    return {
      scenario: scenario.name,
      tool: tool.name,
      version: tool.version,
      wallSeconds: measured.wallSeconds,
      cpuSeconds: measured.cpuSeconds,
      peakBytes: measured.peakBytes,
      indexCpuSeconds: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore,
      phases: await readPhases(index.requestsFile, measured.began, measured.ended),
    };
  } finally {
    await index.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function requireFiles(index: IndexProcess, release: GeneratedRelease, tool: Tool): Promise<void> {
  const listing = await getText(new URL("benchmark-payload/", index.simpleUrl), await readFile(index.caFile));
  const missing = release.filenames.filter((filename) => !listing.includes(`"${filename}"`));
  if (missing.length > 0) {
    throw new Error(`${tool.name} reported success, and the index lacks ${missing.join(", ")}`);
  }
}

/** Node's own fetch takes no certificate authority. */
async function getText(url: URL, ca: Buffer): Promise<string> {
  const headers = { accept: "application/vnd.pypi.simple.v1+json" };
  const [answer]: Readable[] = await once(get(url, { ca, headers }), "response");
  return answer === undefined ? "" : await text(answer);
}
