import { type SpawnOptionsWithoutStdio, spawn } from "node:child_process";

/** What a program did. */
export interface ProgramResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  /** Working directory; this process's own when absent. */
  readonly cwd?: string;
  /** The whole environment; this process's own when absent. */
  readonly environment?: NodeJS.ProcessEnv;
  /** Seconds until the program is killed; 300 when absent. */
  readonly timeoutSeconds?: number;
  /** Told how to send the program a signal once it runs, as a runner does when a job is cancelled. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void) => void;
}

/**
 * Runs a program to its end, nothing on its standard input.
 *
 * @throws Error when it cannot be started, or is killed because its time is over.
 */
export function runProgram(
  program: string,
  programArguments: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  const { promise, resolve, reject } = Promise.withResolvers<ProgramResult>();
  const seconds = options.timeoutSeconds ?? 300;
  const child = spawn(program, [...programArguments], spawnOptions(options));
  options.started?.((signal) => child.kill(signal));
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  child.stdin.end();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    child.kill("SIGKILL");
  }, seconds * 1000);
  child.on("error", reject);
  child.on("close", (exitCode) => {
    clearTimeout(timer);
    if (expired) {
      reject(new Error(`${program} had not ended after ${seconds} s\n${output.stdout}${output.stderr}`));
    } else {
      resolve({ exitCode, ...output });
    }
  });
  return promise;
}

/**
 * As runProgram, for programs that are expected to succeed.
 *
 * @throws Error with all output when the exit code is not 0.
 */
export async function requireProgram(
  program: string,
  programArguments: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  const result = await runProgram(program, programArguments, options);
  if (result.exitCode !== 0) {
    const command = [program, ...programArguments].join(" ");
    throw new Error(`exit code ${result.exitCode}: ${command}\n${result.stdout}${result.stderr}`);
  }
  return result;
}

function spawnOptions({ cwd, environment }: ProgramOptions): SpawnOptionsWithoutStdio {
  return {
    ...(cwd === undefined ? {} : { cwd }),
    ...(environment === undefined ? {} : { env: environment }),
  };
}
