import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { requireProgram, runProgram } from "../emulator/runner/process.ts";

const REPOSITORY = join(import.meta.dirname, "..");
const REQUIREMENTS = join(import.meta.dirname, "requirements.txt");
const CONSTRAINTS = join(import.meta.dirname, "constraints.txt");
const FOLDER = join(REPOSITORY, ".cache", "interop-venv");

/** A virtual environment with the clients and servers of requirements.txt. */
export interface PythonEnvironment {
  /** Absolute path of one of its programs (`twine`, `pypi-server`, `python`). */
  program(name: string): string;
}

let made: Promise<PythonEnvironment> | undefined;

/**
 * The environment under `.cache/`, made when it is missing or when the requirements changed. One process at a time:
 * the suites that use it run in band.
 *
 * @throws Error when there is no Python 3.11 with a way to install packages.
 */
export function pythonEnvironment(): Promise<PythonEnvironment> {
  made ??= findOrMake();
  return made;
}

async function findOrMake(): Promise<PythonEnvironment> {
  const stamp = join(FOLDER, "requirements.sha256");
  const wanted = await requirementsDigest();
  if ((await readFile(stamp, "utf8").catch(() => "")) !== wanted) {
    await makeEnvironment();
    await writeFile(stamp, wanted);
  }
  return { program: programPath };
}

function programPath(name: string): string {
  return join(FOLDER, "bin", name);
}

async function requirementsDigest(): Promise<string> {
  const hash = createHash("sha256");
  for (const file of [REQUIREMENTS, CONSTRAINTS]) {
    hash.update(await readFile(file));
  }
  return hash.digest("hex");
}

/**
 * Without pip first, since the python3 of Debian has no ensurepip unless python3-venv is installed too; then pip by
 * whatever is there: ensurepip, the pip of the system from outside, or uv.
 */
async function makeEnvironment(): Promise<void> {
  await rm(FOLDER, { recursive: true, force: true });
  await requireProgram("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 needed')"]);
  await requireProgram("python3", ["-m", "venv", "--without-pip", FOLDER]);
  const python = programPath("python");
  const wanted = ["--requirement", REQUIREMENTS, "--constraint", CONSTRAINTS];
  const ways: readonly (readonly [program: string, programArguments: readonly string[]])[] = [
    [python, ["-m", "ensurepip"]],
    ["python3", ["-m", "pip", "--python", python, "install", "--quiet", "pip"]],
    ["uv", ["pip", "install", "--quiet", "--python", python, "pip"]],
  ];
  const refusals: string[] = [];
  for (const [program, programArguments] of ways) {
    const outcome = await runProgram(program, programArguments).catch(notStarted);
    if (outcome.exitCode === 0) {
      await requireProgram(python, ["-m", "pip", "install", "--quiet", ...wanted], { timeoutSeconds: 600 });
      return;
    }
    refusals.push(`${program} ${programArguments.join(" ")}: ${outcome.stderr}`);
  }
  throw new Error(`no way to get pip into an environment; install python3-venv or python3-pip\n${refusals.join("\n")}`);
}

function notStarted(error: unknown): { readonly exitCode: null; readonly stderr: string } {
  return { exitCode: null, stderr: String(error) };
}
