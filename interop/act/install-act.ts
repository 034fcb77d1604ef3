import { access, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../../emulator/runner/process.ts";

/** The release of nektos/act these tests were written against. */
export const ACT_VERSION = "v0.2.89";

const MODULE = "github.com/nektos/act";
const TOOLS = join(import.meta.dirname, "..", "..", ".cache", "tools");

/**
 * Path of the `act` executable, built from source on the first call (half a minute with cold caches) and kept in the
 * checkout's cache, one folder a version. The Go module proxy is reachable where release downloads are not, and the
 * checksum database vouches for what it hands out.
 *
 * @throws Error that says what to install when Go is missing, and one with the compiler's words when the build fails.
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
    await runProgram("go", ["version"]);
  } catch (cause) {
    throw new Error(
      `act ${ACT_VERSION} is built from source for these tests, and that needs Go 1.25 or newer as "go" on PATH: ` +
        "install it (package golang-go, or a toolchain of your own) and run the tests again",
      { cause },
    );
  }
}

async function build(folder: string): Promise<void> {
  const module = `${MODULE}@${ACT_VERSION}`;
  // Go finds its proxy, flags and cache folders there.
  const environment = { ...process.env, GOBIN: folder };
  const { exitCode, stderr } = await runProgram("go", ["install", module], { environment, timeoutSeconds: 570 });
  if (exitCode !== 0) {
    throw new Error(`"go install ${module}" ended with exit code ${exitCode}:\n${stderr}`);
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
