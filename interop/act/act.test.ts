import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { type GeneratedRelease, generateRelease } from "../../bench/generate.ts";
import { startWorld, type World } from "../../emulator/world.ts";
import { installAct } from "./install-act.ts";
import { makeReleaseRepository } from "./release-repository.ts";
import { type ActRun, runAct } from "./run-act.ts";

const INSTALL_TIMEOUT_MS = 600_000;
const RUN_TIMEOUT_MS = 150_000;
const OWNER = "quartz-labs";
const REPOSITORY = "payload";
const PROJECT = "benchmark-payload";

const FORMS = [
  { form: "the workflow itself", workflow: "direct.yml" },
  { form: "a composite action", workflow: "composite.yml" },
  { form: "a composite action inside a composite action", workflow: "nested-composite.yml" },
] as const;

let act: string;
let folder: string;
let release: GeneratedRelease;
let world: World;

beforeAll(async () => {
  act = await installAct();
  folder = await mkdtemp(join(tmpdir(), "act-"));
  const shape = { wheels: 2, wheelBytes: 3000, sdists: 1, sdistBytes: 2000 } as const;
  release = await generateRelease(join(folder, "release"), shape);
  const repository = `${OWNER}/${REPOSITORY}`;
  await makeReleaseRepository({ folder: join(folder, "repository"), repository, distributions: release.folder });
}, INSTALL_TIMEOUT_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  world = await startWorld();
});

afterEach(() => world.close());

describe.each(FORMS)("act, with the action used by $form", ({ workflow }) => {
  it(
    "publishes every distribution and hands the version on",
    async () => {
      addPendingPublisher(workflow);
      const run = await runAs(workflow);
      expect(run).toMatchObject({ exitCode: 0 });
      expect(world.index.state.files.map(({ filename }) => filename).sort()).toEqual(release.filenames);
      expect(run.output).toContain("published version 2026.11.3");
      expectNoSecret(run);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    "fails with one readable error when the index knows another workflow as publisher",
    async () => {
      addPendingPublisher("another.yml");
      const run = await runAs(workflow);
      expect(run.exitCode).toBe(1);
      expect(annotations(run)).toHaveLength(1);
      expect(annotations(run)[0]).toContain(workflow);
      expect(world.index.state.files).toEqual([]);
      expectNoSecret(run);
    },
    RUN_TIMEOUT_MS,
  );
});

function addPendingPublisher(workflow: string): void {
  world.index.addPendingPublisher({
    project: PROJECT,
    owner: OWNER,
    repository: REPOSITORY,
    workflow,
    environment: "pypi",
  });
}

function runAs(workflow: string): Promise<ActRun> {
  return runAct({
    executable: act,
    repository: join(folder, "repository"),
    workflow,
    cacheFolder: join(folder, "cache"),
    jobEnvironment: job(workflow),
    variables: { REPOSITORY_URL: world.index.uploadUrl },
  });
}

function job(workflow: string): Record<string, string> {
  return world.github.job({ owner: OWNER, repository: REPOSITORY, workflow, environment: "pypi" });
}

/** Error lines as act prints them. */
function annotations(run: ActRun): string[] {
  return run.output.split("\n").filter((line) => line.includes("::error"));
}

function expectNoSecret(run: ActRun): void {
  for (const { token } of world.index.state.mintedTokens) {
    expect(run.output).not.toContain(token);
  }
}
