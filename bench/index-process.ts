import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { PROJECT } from "./generated-distributions.ts";
import type { Scenario } from "./scenarios.ts";

/** Where a started index can be reached, and a job that is trusted to publish there. */
interface Announcement {
  readonly uploadUrl: string;
  readonly simpleUrl: string;
  /** PEM file of the authority that signed the index's certificate. */
  readonly caFile: string;
  /** May upload every project: for tools that know no trusted publishing but PyPI's. */
  readonly apiToken: string;
  /** What GitHub puts into the environment of the job, the endpoint for identity tokens included. */
  readonly job: Readonly<Record<string, string>>;
}

/** The emulated index, in a process of its own: what it does must not slow down whoever measures. */
export interface IndexProcess extends Announcement {
  /** User plus system time of the process so far; undefined where the system has no /proc. */
  cpuSeconds(): number | undefined;
  /** Where it has written which requests it got, once it has stopped. */
  readonly requestsFile: string;
  stop(): Promise<void>;
}

const OWNER = "octo-org";
const REPOSITORY = "benchmark-payload";
const WORKFLOW = "release.yml";

/** Linux reports process times in these, whatever the kernel's own clock does (USER_HZ). */
const TICKS_PER_SECOND = 100;
const START_TIMEOUT_MS = 30_000;

/**
 * Starts the emulator's `script` with the scenario's link and waits for its first line; `folder` takes its configuration.
 * Throws an Error when the line does not come, or is not what it should be.
 */
export async function startIndexProcess(script: string, scenario: Scenario, folder: string): Promise<IndexProcess> {
  const configFile = join(folder, "index.json");
  const requestsFile = join(folder, "requests.json");
  await writeFile(configFile, JSON.stringify({ ...configuration(scenario), requestsFile }));
  const child = spawn(process.execPath, [script, `--config=${configFile}`], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = (): Promise<void> => {
    child.kill("SIGTERM");
    return ended;
  };
  try {
    const announcement = readAnnouncement(await firstLine(child.stdout, ended));
    const cpuSeconds = () => (child.pid === undefined ? undefined : cpuSecondsOf(child.pid));
    return { ...announcement, cpuSeconds, requestsFile, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function configuration(scenario: Scenario): object {
  const { roundTripMs, bitsPerSecond, processingMs } = scenario;
  const idealLink = roundTripMs === 0 && bitsPerSecond === undefined;
  return {
    // Trusted publishing is for https: uv and twine know no other scheme for it.
    https: true,
    index: { processingMs, keepBytes: false, inspectArchives: false, compareBlake2: false },
    publishers: [{ project: PROJECT, owner: OWNER, repository: REPOSITORY, workflow: WORKFLOW }],
    job: { repository: `${OWNER}/${REPOSITORY}`, workflow: WORKFLOW },
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
  const [uploadUrl, simpleUrl, caFile, apiToken] = ["uploadUrl", "simpleUrl", "caCertificatePath", "apiToken"].map(
    (name) => {
      const value = member(said, name);
      return typeof value === "string" ? value : undefined;
    },
  );
  const job = textMembers(member(said, "environment"));
  if (uploadUrl === undefined || simpleUrl === undefined || caFile === undefined || apiToken === undefined) {
    throw new Error(`the emulated index did not say where it listens, but: ${line}`);
  }
  return { uploadUrl, simpleUrl, caFile, apiToken, job };
}

function textMembers(value: unknown): Record<string, string> {
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(members.filter((member): member is [string, string] => typeof member[1] === "string"));
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
