import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { PROJECT } from "./generated-distributions.ts";
import type { Scenario } from "./scenarios.ts";

/** Where a started index can be reached, and a token that may upload every project. */
interface Announcement {
  readonly uploadUrl: string;
  readonly simpleUrl: string;
  readonly apiToken: string;
}

/** The emulated index, in a process of its own: what it does must not slow down whoever measures. */
export interface IndexProcess extends Announcement {
  /** User plus system time of the process so far; undefined where the system has no /proc. */
  cpuSeconds(): number | undefined;
  stop(): Promise<void>;
}

/** Linux reports process times in these, whatever the kernel's own clock does (USER_HZ). */
const TICKS_PER_SECOND = 100;
const START_TIMEOUT_MS = 30_000;

/**
 * Starts the emulator's `script` with the scenario's link and waits for its first line; `folder` takes its configuration.
 * Throws an Error when the line does not come, or is not what it should be.
 */
export async function startIndexProcess(script: string, scenario: Scenario, folder: string): Promise<IndexProcess> {
  const configFile = join(folder, "index.json");
  await writeFile(configFile, JSON.stringify(configuration(scenario)));
  const child = spawn(process.execPath, [script, `--config=${configFile}`], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = (): Promise<void> => {
    child.kill("SIGTERM");
    return ended;
  };
  try {
    const announcement = readAnnouncement(await firstLine(child.stdout, ended));
    return { ...announcement, cpuSeconds: () => (child.pid === undefined ? undefined : cpuSecondsOf(child.pid)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function configuration(scenario: Scenario): object {
  const { roundTripMs, bitsPerSecond, processingMs } = scenario;
  const idealLink = roundTripMs === 0 && bitsPerSecond === undefined;
  return {
    index: { processingMs, keepBytes: false, inspectArchives: false },
    // A project has 100 MB a file unless administrators give it more (rule P-16).
    projects: [{ name: PROJECT, uploadLimitBytes: 1e10, totalLimitBytes: 1e10 }],
    // Even an ideal link would be a proxy that copies every byte.
    ...(idealLink ? {} : { link: { roundTripMs, ...(bitsPerSecond === undefined ? {} : { bitsPerSecond }) } }),
  };
}

async function firstLine(output: Readable, ended: Promise<void>): Promise<string> {
  const lines = createInterface({ input: output });
  const line = await Promise.race([
    new Promise<string>((resolve) => lines.once("line", resolve)),
    ended.then(() => undefined),
    delay(START_TIMEOUT_MS, undefined, { ref: false }),
  ]);
  if (line === undefined) {
    throw new Error("the emulated index ended, or took too long, before it said where it listens");
  }
  return line;
}

function readAnnouncement(line: string): Announcement {
  const said: unknown = JSON.parse(line);
  const [uploadUrl, simpleUrl, apiToken] = ["uploadUrl", "simpleUrl", "apiToken"].map((name) => member(said, name));
  if (typeof uploadUrl !== "string" || typeof simpleUrl !== "string" || typeof apiToken !== "string") {
    throw new Error(`the emulated index did not say where it listens, but: ${line}`);
  }
  return { uploadUrl, simpleUrl, apiToken };
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}

function cpuSecondsOf(id: number): number | undefined {
  try {
    // The second field is the program's name in parentheses and may hold anything: count from its end (proc(5)).
    const fields = readFileSync(`/proc/${id}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return undefined;
  }
}
