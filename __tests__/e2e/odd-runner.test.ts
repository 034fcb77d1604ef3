import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { buildWheel } from "../builders/archives.ts";
import { noise } from "../builders/noise.ts";
import { errors, REPOSITORY, Scenario } from "./harness.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** Spaces, quotes, wildcards, what a shell would act on, and letters outside ASCII. Windows knows fewer characters. */
const ODD = process.platform === "win32" ? "wörk späce 'x' & $(y) [z]" : "wörk späce 'x' & $(y) [z]* \"?\" 部屋";

let scenario: Scenario;
let folder: string;

beforeEach(async () => {
  scenario = await Scenario.start();
  folder = mkdtempSync(join(tmpdir(), "odd-"));
  scenario.index.addPendingPublisher({ project: "sample-project", ...REPOSITORY });
});

afterEach(async () => {
  chmodSync(scenario.workspace, 0o755);
  await scenario.close();
  rmSync(folder, { recursive: true, force: true });
});

it("publishes on a self-hosted runner without HOME, temporary folder and job summary", async () => {
  scenario.putRelease();
  const without = [
    "HOME",
    "USERPROFILE",
    "RUNNER_TEMP",
    "TMPDIR",
    "GITHUB_STEP_SUMMARY",
    "GITHUB_OUTPUT",
    "GITHUB_ENV",
  ];
  const result = await scenario.run({ without: [...without, "GITHUB_STATE", "RUNNER_ENVIRONMENT", "PATH"] });
  expect(errors(result)).toEqual([]);
  expect({ exitCode: result.exitCode, stderr: result.stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(scenario.stored()).toHaveLength(2);
  // An older runner, that knows outputs as commands only.
  expect(result.stdout).toMatch(/^::set-output name=uploaded::2$/m);
});

it("publishes from a workspace that cannot be written to, and leaves it as it was", async () => {
  scenario.putRelease();
  const before = readdirSync(scenario.workspace, { recursive: true });
  chmodSync(join(scenario.workspace, "dist"), 0o555);
  chmodSync(scenario.workspace, 0o555);
  const result = await scenario.run();
  chmodSync(join(scenario.workspace, "dist"), 0o755);
  expect(result.exitCode).toBe(0);
  expect(readdirSync(scenario.workspace, { recursive: true })).toEqual(before);
});

it("publishes where the action, the distributions and the temporary folder lie in odd places", async () => {
  const [bundle, temporary] = [join(folder, ODD, "dist"), join(folder, ODD, "temp")];
  cpSync(join(ROOT, "dist"), bundle, { recursive: true });
  mkdirSync(temporary);
  // Large enough to be hashed in a thread, whose file lies beside the bundle.
  const wheel = buildWheel({ files: { "sample_project/data.bin": noise(8_500_000) } });
  scenario.write(join(ODD, "out", wheel.filename), wheel.content);
  const result = await scenario.run({
    entry: join(bundle, "index.js"),
    inputs: { "packages-dir": `${ODD}/out/` },
    environment: { RUNNER_TEMP: temporary, TMPDIR: temporary, HOME: temporary },
  });
  expect(errors(result)).toEqual([]);
  expect(scenario.index.state.file(wheel.filename)?.sha256).toBe(wheel.sha256);
});
