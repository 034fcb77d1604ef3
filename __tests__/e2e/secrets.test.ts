import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { ActionResult } from "../../emulator/runner/run-action.ts";
import { JOB, REPOSITORY, Scenario } from "./harness.ts";

// Scenario.run searches all that a run says and hands over; here is what else there is: the files it may leave, what the
// runner is told to mask, and what Node says when the bundle breaks.

const DEBUG = { ACTIONS_STEP_DEBUG: "true", ACTIONS_RUNNER_DEBUG: "true", RUNNER_DEBUG: "1" };

let scenario: Scenario;
let folder: string;

beforeEach(async () => {
  scenario = await Scenario.start();
  scenario.putRelease();
  folder = mkdtempSync(join(tmpdir(), "secrets-"));
  for (const name of ["home", "runner", "tmp"]) {
    mkdirSync(join(folder, name));
  }
});

afterEach(async () => {
  await scenario.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(inputs: Readonly<Record<string, string>> = {}, more = {}): Promise<ActionResult> {
  const environment = {
    ...DEBUG,
    HOME: join(folder, "home"),
    RUNNER_TEMP: join(folder, "runner"),
    TMPDIR: join(folder, "tmp"),
    ...more,
  };
  return scenario.run({ inputs: { verbose: "true", "print-hash": "true", ...inputs }, environment });
}

/** Content of every file below the folders a run could write to. */
function written(): string {
  return [folder, scenario.workspace]
    .flatMap((top) => readdirSync(top, { recursive: true, encoding: "utf8" }).map((name) => join(top, name)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, "latin1"))
    .join("\n");
}

function expectKept(result: ActionResult, secrets: readonly string[]): void {
  expect(secrets.length).toBeGreaterThan(0);
  const masked = new Set(Array.from(result.stdout.matchAll(/^::add-mask::(.*)$/gm), ([, value = ""]) => value));
  const files = written();
  for (const secret of secrets) {
    expect(files.includes(secret) ? `in a file: ${secret}` : "").toBe("");
    // The runner masks lines; parts of an identity token are masked with it.
    expect([...masked].some((value) => value.includes(secret)) ? "" : `not masked: ${secret}`).toBe("");
  }
}

const publisher = () => scenario.index.addPendingPublisher({ project: "sample-project", ...REPOSITORY });

describe("with step debugging on and verbose, every secret is masked and in no file,", () => {
  it("when a release with trusted publishing succeeds", async () => {
    publisher();
    const result = await run();
    expect(result.exitCode).toBe(0);
    expect(scenario.index.state.mintedTokens).toHaveLength(1);
    expectKept(result, scenario.secrets());
  });

  it("when a release with an API token succeeds", async () => {
    const password = scenario.index.addApiToken();
    const result = await run({ password });
    expect(result.exitCode).toBe(0);
    expectKept(result, scenario.secrets());
  });

  it("when the index knows no publisher", async () => {
    const result = await run();
    expect(result.exitCode).toBe(1);
    expectKept(result, scenario.secrets());
  });

  it("when the index refuses the files", async () => {
    publisher();
    scenario.index.faults.add({ on: { path: "/legacy/" }, fault: { kind: "answer", status: 400 } });
    const result = await run();
    expect(result.exitCode).toBe(1);
    expectKept(result, scenario.secrets());
  });

  it("when the password is wrong, has a line end and is no API token", async () => {
    const result = await run({ user: "alice", password: "correct horse\nbattery staple" });
    expect(result.exitCode).toBe(1);
    const masked = "correct horse%0Abattery staple";
    expect(result.stdout).toContain(`::add-mask::${masked}`);
    expect(written()).not.toContain("battery staple");
  });
});

describe("when the bundle itself breaks", () => {
  it("during an upload, Node's account of it holds no secret, and the exit code is not 0", async () => {
    publisher();
    scenario.index.faults.add({ on: { path: "/legacy/" }, fault: { kind: "stall" } });
    const flag = join(folder, "break-now");
    const planted = [
      "const { existsSync } = await import('node:fs');",
      `setInterval(() => { if (existsSync(${JSON.stringify(flag)})) throw new Error('planted'); }, 5);`,
    ].join("");
    const result = await scenario.run({
      environment: { ...DEBUG, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(planted)}` },
      started: () => void scenario.requested("/legacy/").then(() => writeFileSync(flag, "")),
    });
    expect(result.stderr).toContain("planted");
    expect(result.exitCode).not.toBe(0);
    expect(scenario.index.state.mintedTokens).toHaveLength(1);
    expect(written()).not.toMatch(/pypi-|eyJ/);
  });
});

it("starts no other process, from its first to its last line", async () => {
  publisher();
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(
    "import cp from 'node:child_process';for(const n of Object.keys(cp))if(typeof cp[n]==='function')cp[n]=()=>{process.stderr.write('started a process');process.exit(9)}",
  )}`;
  const result = await run({}, { NODE_OPTIONS });
  expect({ exitCode: result.exitCode, stderr: result.stderr }).toEqual({ exitCode: 0, stderr: "" });
});

it("the password is masked before anything is said of inputs that are wrong", async () => {
  const result = await run({ password: "correct horse battery", "max-parallel": "many" });
  expect(result.exitCode).toBe(1);
  const at = result.stdout.indexOf("::add-mask::correct horse battery\n");
  expect(at).toBeGreaterThanOrEqual(0);
  expect(result.stdout.slice(0, at).replaceAll(/^::add-mask::.*\n/gm, "")).toBe("");
});

it("the job's token for identity tokens is masked before anything else is said", async () => {
  publisher();
  const environment = scenario.world.github.job(JOB);
  const result = await scenario.run({ environment });
  const at = result.stdout.indexOf(`::add-mask::${environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN}`);
  expect(at).toBeGreaterThanOrEqual(0);
  expect(result.stdout.slice(0, at).replaceAll(/^::add-mask::.*\n/gm, "")).toBe("");
});
