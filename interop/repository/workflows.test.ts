import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { runProgram } from "../../emulator/runner/process.ts";
import { makeReleaseRepository } from "../act/release-repository.ts";
import { pythonEnvironment } from "../environment.ts";
import { ACTIONLINT, installGoTool } from "../go-tool.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const WORKFLOWS = join(ROOT, ".github", "workflows");
const INSTALL_TIMEOUT_MS = 600_000;

let repository: string;

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), "act-"));
  await makeReleaseRepository({ folder: repository, repository: "octo-org/sample", distributions: [] });
});

afterAll(() => rm(repository, { recursive: true, force: true }));

it(
  "actionlint finds nothing in the workflows, nor in those that run under act",
  async () => {
    const actionlint = await installGoTool(ACTIONLINT);
    const checked = await Promise.all([ROOT, repository].map((cwd) => runProgram(actionlint, ["-no-color"], { cwd })));
    expect(checked).toEqual(checked.map(() => ({ exitCode: 0, stdout: "", stderr: "" })));
  },
  INSTALL_TIMEOUT_MS,
);

it(
  "zizmor, pedantic, finds nothing in the workflows, the actions and the update policy",
  async () => {
    const zizmor = (await pythonEnvironment()).program("zizmor");
    const options = ["--offline", "--persona", "pedantic", "--no-progress", "--color", "never"];
    const paths = [".github", "action.yml", "interop/act"];
    const { exitCode, stdout, stderr } = await runProgram(zizmor, [...options, ...paths], { cwd: ROOT });
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: expect.stringContaining("No findings to report") });
    expect(stderr).toContain("completed .github/workflows/ci.yml");
  },
  INSTALL_TIMEOUT_MS,
);

it("every action is pinned to a commit and says which release that is, every grant says why", async () => {
  const lines = await Promise.all((await ymlFiles(WORKFLOWS)).map((file) => readFile(file, "utf8")));
  const faults = lines
    .flatMap((text) => text.split("\n"))
    .filter(
      (line) =>
        (/^\s*(- )?uses: (?!\.\/)/.test(line) && !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)) ||
        (/^ {4,}[a-z-]+: (read|write)\b/.test(line) && !/ # \w+/.test(line)),
    );
  expect(faults).toEqual([]);
});

async function ymlFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".yml")).map((name) => join(folder, name));
}
