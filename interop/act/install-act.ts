import { execFile } from "node:child_process";
import { access, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** The release of nektos/act the interoperability tests were written against. */
export const ACT_VERSION = "v0.2.89";

const MODULE = "github.com/nektos/act";
const TOOLS = join(import.meta.dirname, "..", "..", ".cache", "tools");
const BUILD_TIMEOUT_MS = 570_000;
const runFile = promisify(execFile);

/**
 * Path of the `act` executable, built from source on the first call (half a minute with a cold cache) and kept in the
 * checkout's cache folder, one folder a version. The Go module proxy is the one source that also a machine without
 * access to release downloads can reach; its checksum database vouches for the source.
 *
 * Throws an Error that says what to install when Go is missing, and one with the compiler's words when the build fails.
 */
export async function installAct(): Promise<string> {
  const folder = join(TOOLS, `act-${ACT_VERSION}`);
  const executable = join(folder, process.platform === "win32" ? "act.exe" : "act");
  if (await exists(executable)) {
    return executable;
  }
  await requireGo();
  await mkdir(TOOLS, { recursive: true });
  const unfinished = await mkdtemp(join(TOOLS, "unfinished-"));
  try {
    await build(unfinished);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // Another process may have finished the same build in the meantime.
    if (!(await exists(executable))) {
      throw error;
    }
  }
  return executable;
}

async function requireGo(): Promise<void> {
  try {
    await runFile("go", ["version"]);
  } catch (cause) {
    throw new Error(
      `act ${ACT_VERSION} is built from source for these tests, and that needs Go 1.25 or newer as "go" on PATH: ` +
        "install it (package golang-go, or a toolchain of your own) and run the tests again",
      { cause },
    );
  }
}

async function build(folder: string): Promise<void> {
  const command = `${MODULE}@${ACT_VERSION}`;
  try {
    await runFile("go", ["install", command], {
      // biome-ignore lint/style/noProcessEnv: Go finds its proxy, flags and cache folders there.
      env: { ...process.env, GOBIN: folder },
      timeout: BUILD_TIMEOUT_MS,
    });
  } catch (cause) {
    throw new Error(`"go install ${command}" failed: ${words(cause)}`, { cause });
  }
}

function words(cause: unknown): string {
  if (cause instanceof Error && "stderr" in cause && typeof cause.stderr === "string" && cause.stderr !== "") {
    return cause.stderr.trim();
  }
  return String(cause);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
