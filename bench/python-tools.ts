import { execFile } from "node:child_process";
import { access, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** The twine the action is compared with; uv is whatever is newest when the environment is made. */
const REQUIREMENTS = ["twine==7.0.0", "uv"] as const;

/** The Python tools, where they are and what they are. */
export interface PythonTools {
  readonly twine: string;
  readonly twineVersion: string;
  readonly uv: string;
  readonly uvVersion: string;
}

const runFile = promisify(execFile);

/**
 * twine and uv from PyPI in a virtual environment of their own, made on the first call; remove the folder to get a
 * newer uv. Throws an Error naming what to install when there is no Python.
 */
export async function preparePythonTools(folder: string): Promise<PythonTools> {
  if (!(await exists(join(folder, "bin", "uv")))) {
    await makeEnvironment(folder);
  }
  const tool = (name: string): string => join(folder, "bin", name);
  return {
    twine: tool("twine"),
    twineVersion: await version(tool("twine")),
    uv: tool("uv"),
    uvVersion: await version(tool("uv")),
  };
}

async function makeEnvironment(folder: string): Promise<void> {
  try {
    await runFile("python3", ["--version"]);
  } catch (cause) {
    throw new Error("twine and uv need Python 3.10 or newer with venv, as python3 on PATH", { cause });
  }
  await rm(folder, { recursive: true, force: true });
  try {
    await runFile("python3", ["-m", "venv", folder]);
    const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...REQUIREMENTS];
    await runFile(join(folder, "bin", "python"), pip);
  } catch (error) {
    // Its scripts name the folder, so it cannot be made elsewhere and moved: a half-made one goes.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** First version number in what `--version` prints; the call also compiles twine's modules, once for all runs. */
async function version(tool: string): Promise<string> {
  const { stdout } = await runFile(tool, ["--version"]);
  return /\d+(?:\.\d+)+/u.exec(stdout)?.[0] ?? "unknown";
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
