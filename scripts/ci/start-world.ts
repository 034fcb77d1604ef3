// Starts the emulated index and GitHub for the rest of a job, and hands their addresses to its steps as outputs:
//   node scripts/run.mjs scripts/ci/start-world.ts
import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DISTRIBUTIONS_FOLDER } from "../../fixtures/catalogue.ts";
import { PROJECT } from "./release.ts";

const JOB = { owner: "octo-org", repository: "harbour-lights", workflow: "release.yml" };
const STARTED_WITHIN_MS = 30_000;

interface DescribedWorld {
  readonly uploadUrl: string;
  readonly simpleUrl: string;
  readonly environment: Readonly<Record<string, string>>;
}

const folder = mkdtempSync(join(process.env.RUNNER_TEMP ?? tmpdir(), "world-"));
const { uploadUrl, simpleUrl, environment } = await start();
const outputs = {
  "upload-url": uploadUrl,
  "simple-url": simpleUrl,
  "id-token-request-url": environment.ACTIONS_ID_TOKEN_REQUEST_URL,
  "id-token-request-token": environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN,
  "packages-dir": join(DISTRIBUTIONS_FOLDER, `${PROJECT.replaceAll("-", "_")}-*`),
};
const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`);
process.stdout.write(lines.join(""));
if (process.env.GITHUB_OUTPUT !== undefined) {
  appendFileSync(process.env.GITHUB_OUTPUT, lines.join(""));
}

/** It outlives this process; the runner ends it with the job. */
async function start(): Promise<DescribedWorld> {
  const config = join(folder, "config.json");
  writeFileSync(config, JSON.stringify({ job: JOB, pendingPublishers: [{ project: PROJECT, ...JOB }] }));
  const said = join(folder, "stdout");
  const complained = join(folder, "stderr");
  const emulator = join(import.meta.dirname, "..", "..", "emulator", "main.ts");
  const child = spawn(process.execPath, [emulator, "--config", config], {
    detached: true,
    stdio: ["ignore", openSync(said, "w"), openSync(complained, "w")],
  });
  child.unref();
  const deadline = Date.now() + STARTED_WITHIN_MS;
  while (!readFileSync(said, "utf8").endsWith("\n")) {
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(`the emulated world did not start: ${readFileSync(complained, "utf8")}`);
    }
    await pause(100);
  }
  return JSON.parse(readFileSync(said, "utf8"));
}
