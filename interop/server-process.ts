import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { setTimeout as delay } from "node:timers/promises";

const START_LIMIT_MS = 60_000;
const POLL_INTERVAL_MS = 50;

export interface ServerProcess {
  /** Everything it wrote so far. */
  log(): string;
  close(): Promise<void>;
}

/**
 * Starts a server program and waits until it answers at an address.
 *
 * @throws Error with its output when it ends before, or does not answer within a minute.
 */
export async function startServerProcess(
  program: string,
  programArguments: readonly string[],
  url: string,
): Promise<ServerProcess> {
  const child = spawn(program, [...programArguments], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  await once(child, "spawn");
  const close = () => endProcess(child);
  for (const start = Date.now(); !(await answers(url)); ) {
    if (child.exitCode !== null || Date.now() - start > START_LIMIT_MS) {
      await close();
      throw new Error(`${program} does not answer at ${url}\n${output}`);
    }
    await delay(POLL_INTERVAL_MS);
  }
  return { log: () => output, close };
}

/** Not by `fetch`, which takes a proxy's 407 for a failure of its own. */
function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    get(url, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 500);
    }).on("error", () => resolve(false));
  });
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
}
