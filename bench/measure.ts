import { execFile, spawn } from "node:child_process";
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { watchPeak } from "./peak-memory.ts";

/** A program, its arguments, its whole environment and where it starts. */
export interface Command {
  readonly program: string;
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
}

/** What one process, with everything it started, took from start to end. */
export interface Measurement {
  readonly exitCode: number | null;
  readonly wallSeconds: number;
  /** Milliseconds since the epoch, a few before the process itself begins. */
  readonly began: number;
  readonly ended: number;
  /** User plus system time. */
  readonly cpuSeconds: number;
  /** Resident bytes of the biggest process at its peak; undefined where the system does not tell. */
  readonly peakBytes: number | undefined;
  /** File with everything the process printed. */
  readonly logFile: string;
}

const GNU_TIME = "/usr/bin/time";
const TIMEOUT_MS = 900_000;
const runFile = promisify(execFile);

/**
 * bash's `time` reads the rusage of finished children, to the millisecond; Node gives out that of itself only.
 * `$1` takes its line, the rest is the command.
 */
const TIMED = `times=$1; shift; TIMEFORMAT='%3R %3U %3S'; { time "$@" 2>&3; } 3>&2 2>"$times"`;

/**
 * Runs the command to its end and measures it. `folder` takes the log and the raw figures.
 * Throws an Error when bash is missing; a command that hangs is ended after a quarter of an hour.
 */
export async function measure(command: Command, folder: string): Promise<Measurement> {
  const timesFile = join(folder, "times");
  const peakFile = join(folder, "peak");
  const logFile = join(folder, "log");
  const exact = await hasGnuTime();
  const counted = exact ? [GNU_TIME, "--quiet", "--format=%M", `--output=${peakFile}`] : [];
  const words = ["-c", TIMED, "measure", timesFile, ...counted, command.program, ...command.words];
  const log = await open(logFile, "w");
  const began = Date.now();
  const child = spawn("bash", words, {
    cwd: command.directory,
    env: command.environment,
    stdio: ["ignore", log.fd, log.fd],
    timeout: TIMEOUT_MS,
  });
  const polled = exact ? undefined : watchPeak(child.pid);
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  const ended = Date.now();
  const polledPeak = polled?.stop();
  await log.close();
  const [wallSeconds, userSeconds, systemSeconds] = await readNumbers(timesFile);
  const peakBytes = exact ? (await readNumbers(peakFile))[0] * 1024 : polledPeak;
  return { exitCode, wallSeconds, began, ended, cpuSeconds: userSeconds + systemSeconds, peakBytes, logFile };
}

/** GNU time knows the peak of a finished process; BSD's, under the same name, does not take the options. */
async function hasGnuTime(): Promise<boolean> {
  try {
    const { stdout, stderr } = await runFile(GNU_TIME, ["--version"]);
    return `${stdout}${stderr}`.includes("GNU");
  } catch {
    return false;
  }
}

async function readNumbers(path: string): Promise<[number, number, number]> {
  const numbers = (await readFile(path, "utf8")).trim().split(/\s+/u).map(Number);
  const [first, second = 0, third = 0] = numbers;
  if (first === undefined || numbers.some(Number.isNaN)) {
    throw new Error(`the measured process left no figures in ${path}`);
  }
  return [first, second, third];
}
