import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GeneratedRelease } from "./generate.ts";
import { startIndexProcess } from "./index-process.ts";
import type { Command } from "./measure.ts";
import type { Scenario } from "./scenarios.ts";
import { median } from "./statistics.ts";
import type { Tool } from "./tools.ts";

/** Milliseconds from the start of a process to the first byte it sends; for `node` alone, to its end. */
export interface FirstByte {
  readonly name: string;
  readonly runs: number;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
}

interface FirstByteOptions {
  readonly tools: readonly Tool[];
  readonly scenario: Scenario;
  readonly release: GeneratedRelease;
  readonly emulator: string;
  readonly runs: number;
}

/** Starts every tool in turn, `node` with an empty program too, and ends it when its first byte has arrived. */
export async function measureFirstBytes(options: FirstByteOptions): Promise<FirstByte[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const index = await startIndexProcess(options.emulator, options.scenario, folder);
  const times = new Map<string, number[]>();
  try {
    for (let run = 0; run < options.runs; run += 1) {
      push(times, "node alone", await untilEnd(process.execPath, ["--eval", "0"]));
      for (const tool of options.tools) {
        push(times, `${tool.name} (${tool.version})`, await untilFirstByte(tool, { ...options, folder }, index));
      }
    }
  } finally {
    await index.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return [...times].map(([name, values]) => ({
    name,
    runs: values.length,
    medianMs: median(values),
    minMs: Math.min(...values),
    maxMs: Math.max(...values),
  }));
}

function push(times: Map<string, number[]>, name: string, value: number): void {
  times.set(name, [...(times.get(name) ?? []), value]);
}

async function untilEnd(program: string, words: readonly string[]): Promise<number> {
  const started = performance.now();
  await once(spawn(program, words, { stdio: "ignore" }), "close");
  return performance.now() - started;
}

async function untilFirstByte(
  tool: Tool,
  { release, folder }: { readonly release: GeneratedRelease; readonly folder: string },
  index: { readonly caFile: string; readonly apiToken: string; readonly job: Readonly<Record<string, string>> },
): Promise<number> {
  const arrived = Promise.withResolvers<number>();
  const server = createServer((socket) => {
    socket.once("data", () => arrived.resolve(performance.now())).on("error", () => undefined);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port }: AddressInfo = Object(server.address());
  const command = await tool.prepare({ ...index, release, folder, uploadUrl: `https://127.0.0.1:${port}/legacy/` });
  const started = performance.now();
  const child = start(command);
  const ended = once(child, "close");
  const first = await Promise.race([arrived.promise, ended.then(() => undefined)]);
  child.kill("SIGKILL");
  await ended;
  server.close();
  if (first === undefined) {
    throw new Error(`${tool.name} ended before it sent anything`);
  }
  return first - started;
}

function start({ program, words, environment, directory }: Command): ReturnType<typeof spawn> {
  return spawn(program, words, { env: environment, cwd: directory, stdio: "ignore" });
}
