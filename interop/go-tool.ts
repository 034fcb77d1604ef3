import { access, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "../emulator/runner/process.ts";

const TOOLS = join(import.meta.dirname, "..", ".cache", "tools");

/** A program that is built from source by `go install`. */
export interface GoTool {
  /** Its package, whose last part is the name of the program. */
  readonly path: string;
  readonly version: string;
}

/** The release of nektos/act these tests were written against. */
export const ACT: GoTool = { path: "github.com/nektos/act", version: "v0.2.89" };
export const ACTIONLINT: GoTool = { path: "github.com/rhysd/actionlint/cmd/actionlint", version: "v1.7.12" };

/**
 * Path of the executable, built on the first call (half a minute with cold caches) and kept in the checkout's cache,
 * one folder a version. The Go module proxy is reachable where release downloads are not, and the checksum database
 * vouches for what it hands out.
 *
 * @throws Error that says what to install when Go is missing, and one with the compiler's words when the build fails.
 */
export async function installGoTool(tool: GoTool): Promise<string> {
  const name = tool.path.replace(/^.*\//, "");
  const folder = join(TOOLS, `${name}-${tool.version}`);
  const executable = join(folder, process.platform === "win32" ? `${name}.exe` : name);
  if (await exists(executable)) {
    return executable;
  }
  await requireGo(name);
  await mkdir(TOOLS, { recursive: true });
  const unfinished = await mkdtemp(join(TOOLS, "unfinished-"));
  try {
    await build(tool, unfinished);
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

async function requireGo(name: string): Promise<void> {
  try {
    await runProgram("go", ["version"]);
  } catch (cause) {
    throw new Error(
      `${name} is built from source for these tests, and that needs Go 1.25 or newer as "go" on PATH: ` +
        "install it (package golang-go, or a toolchain of your own) and run the tests again",
      { cause },
    );
  }
}

async function build({ path, version }: GoTool, folder: string): Promise<void> {
  const module = `${path}@${version}`;
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
