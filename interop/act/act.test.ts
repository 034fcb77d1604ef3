import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startIndex } from "../../emulator/index/index-server.ts";
import { startWorld, type World } from "../../emulator/world.ts";
import { distributionPath, FIXTURE_PROJECTS, type FixtureProject } from "../../fixtures/catalogue.ts";
import { ACT, installGoTool } from "../go-tool.ts";
import { makeReleaseRepository } from "./release-repository.ts";
import { type ActRun, runAct } from "./run-act.ts";

const INSTALL_TIMEOUT_MS = 600_000;
const RUN_TIMEOUT_MS = 150_000;
const PUBLISHER = { owner: "quartz-labs", repository: "release-train", environment: "pypi" };

const FORMS = [
  { form: "the workflow itself", workflow: "direct.yml" },
  { form: "a composite action", workflow: "composite.yml" },
  { form: "a composite action inside a composite action", workflow: "nested-composite.yml" },
] as const;

let act: string;
let release: FixtureProject;
let folder: string;
let world: World;

beforeAll(async () => {
  release = fixture("harbour-lights");
  act = await installGoTool(ACT);
  folder = await mkdtemp(join(tmpdir(), "act-"));
  await makeReleaseRepository({
    folder: join(folder, "repository"),
    repository: `${PUBLISHER.owner}/${PUBLISHER.repository}`,
    distributions: [distributionPath(release.wheel), distributionPath(release.sdist)],
  });
}, INSTALL_TIMEOUT_MS);

afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  world = await startWorld();
});

afterEach(() => world.close());

describe.each(FORMS)("act, where the action is used by $form,", ({ workflow }) => {
  it(
    "publishes wheel and sdist without any secret and hands the version on",
    async () => {
      world.index.addPendingPublisher({ ...PUBLISHER, project: release.project, workflow });
      const run = await runWorkflow(workflow);
      expect({ ...run, annotations: annotations(run) }).toMatchObject({ exitCode: 0, annotations: [] });
      expect(storedFilenames()).toEqual([release.sdist, release.wheel].sort());
      expect(run.output).toContain(`published version ${release.version}`);
      expectNoSecrets(run);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    "fails with one readable error when the index knows another workflow as publisher",
    async () => {
      world.index.addPendingPublisher({ ...PUBLISHER, project: release.project, workflow: "nightly.yml" });
      const run = await runWorkflow(workflow);
      expect({ ...run, annotations: annotations(run) }).toMatchObject({
        exitCode: 1,
        annotations: [expect.stringMatching(`title=trusted-publisher-refused::.*Workflow name: ${workflow}%0A`)],
      });
      expect(run.output).not.toContain("published version");
      expect(storedFilenames()).toEqual([]);
      expectNoSecrets(run);
    },
    RUN_TIMEOUT_MS,
  );
});

describe("act, where the release is spread over the workflow,", () => {
  it.each([
    ["a job that builds and one that publishes", "two-jobs.yml"],
    ["a matrix with a job for each part", "matrix.yml"],
    ["a reusable workflow", "caller.yml"],
  ])(
    "publishes all of it from %s",
    async (_what, workflow) => {
      world.index.addPendingPublisher({ ...PUBLISHER, project: release.project, workflow });
      const run = await runWorkflow(workflow);
      expect({ ...run, annotations: annotations(run) }).toMatchObject({ exitCode: 0, annotations: [] });
      expect(storedFilenames()).toEqual([release.sdist, release.wheel].sort());
      expectNoSecrets(run);
    },
    RUN_TIMEOUT_MS,
  );

  it(
    "publishes to two indexes in one job, with a token for each",
    async () => {
      const first = await startIndex({ issuer: world.github.origin });
      try {
        for (const index of [first, world.index]) {
          index.addPendingPublisher({ ...PUBLISHER, project: release.project, workflow: "two-indexes.yml" });
        }
        const run = await runWorkflow("two-indexes.yml", { idToken: true }, { FIRST_URL: first.uploadUrl });
        expect({ ...run, annotations: annotations(run) }).toMatchObject({ exitCode: 0, annotations: [] });
        for (const { state } of [first, world.index]) {
          expect(state.files).toHaveLength(2);
          expect(state.mintedTokens.map(({ burnedAt }) => burnedAt === undefined)).toEqual([false]);
        }
        expectNoSecrets(run);
      } finally {
        await first.close();
      }
    },
    RUN_TIMEOUT_MS,
  );
});

describe("act, in a job that may not ask for identity tokens,", () => {
  it(
    "fails with one error that names the permission to grant",
    async () => {
      const run = await runWorkflow("direct.yml", { idToken: false });
      expect({ ...run, annotations: annotations(run) }).toMatchObject({
        exitCode: 1,
        annotations: [expect.stringContaining("id-token: write")],
      });
    },
    RUN_TIMEOUT_MS,
  );
});

function runWorkflow(
  workflow: string,
  permissions = { idToken: true },
  variables: Readonly<Record<string, string>> = {},
): Promise<ActRun> {
  const { owner, repository, environment } = PUBLISHER;
  return runAct({
    executable: act,
    repository: join(folder, "repository"),
    workflow,
    cacheFolder: join(folder, "cache"),
    jobEnvironment: world.github.job({ owner, repository, workflow, environment, permissions }),
    variables: { REPOSITORY_URL: world.index.uploadUrl, ...variables },
  });
}

function fixture(project: string): FixtureProject {
  const found = FIXTURE_PROJECTS.find((each) => each.project === project);
  if (found === undefined) {
    throw new Error(`no fixture of ${project}`);
  }
  return found;
}

function storedFilenames(): string[] {
  return world.index.state.files.map(({ filename }) => filename).sort();
}

/** What the runner shows as errors; act prints the commands as they are. */
function annotations({ output }: ActRun): string[] {
  return output.split("\n").filter((line) => line.includes("::error"));
}

function expectNoSecrets({ output }: ActRun): void {
  const minted = world.index.state.mintedTokens.flatMap(({ token }) => [token, base64(`__token__:${token}`)]);
  const identityTokens = world.github.issued.map(({ token }) => token);
  expect([...minted, ...identityTokens].filter((secret) => output.includes(secret))).toEqual([]);
}

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
