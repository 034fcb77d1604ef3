import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { startWorld, type World } from "../../emulator/world.ts";
import { distributionPath, FIXTURE_PROJECTS } from "../../fixtures/catalogue.ts";
import { snippets } from "../../scripts/docs/snippets.ts";
import { makeReleaseRepository } from "../act/release-repository.ts";
import { type ActRun, runAct } from "../act/run-act.ts";
import { ACT, installGoTool } from "../go-tool.ts";
import { ACTION_FOLDER, compositeAction, publishingJobs } from "./act-workflow.ts";

const REPOSITORY = { owner: "quartz-labs", repository: "harbour-lights" };
const PROJECT = "harbour-lights";
const WORKFLOW = "release.yml";
const TIMEOUT_MS = 600_000;

let act: string;
let folder: string;
beforeAll(async () => {
  act = await installGoTool(ACT);
  folder = await mkdtemp(join(tmpdir(), "act-docs-"));
}, TIMEOUT_MS);
afterAll(() => rm(folder, { recursive: true, force: true }));

const COMPOSITE = "Inside a composite action";
const CALLER = `on: push
jobs:
  release:
    runs-on: ubuntu-latest
    environment: pypi
    permissions:
      id-token: write
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: ./.github/actions/release
`;

function yamlBelow(heading: string): string {
  const found = snippets(["README.md"]).find((snippet) => snippet.heading === heading);
  if (found === undefined) {
    throw new Error(`README.md has no YAML below ${heading}`);
  }
  return found.yaml;
}

/** Files of the repository for the snippet below a heading. */
function files(heading: string, url: string): ReadonlyMap<string, string> {
  const workflow = `.github/workflows/${WORKFLOW}`;
  return heading === COMPOSITE
    ? new Map([
        [workflow, CALLER],
        [".github/actions/release/action.yml", compositeAction(yamlBelow(heading), url)],
      ])
    : new Map([[workflow, publishingJobs(yamlBelow(heading), url)]]);
}

async function run(heading: string, world: World): Promise<ActRun> {
  const release = FIXTURE_PROJECTS.find(({ project }) => project === PROJECT);
  const repository = join(folder, heading.replaceAll(" ", "-"));
  await makeReleaseRepository({
    folder: repository,
    repository: `${REPOSITORY.owner}/${REPOSITORY.repository}`,
    distributions: [distributionPath(release?.wheel ?? ""), distributionPath(release?.sdist ?? "")],
    actionFolder: ACTION_FOLDER,
    packagesFolder: "dist",
    files: files(heading, world.index.uploadUrl),
  });
  return runAct({
    executable: act,
    repository,
    workflow: WORKFLOW,
    cacheFolder: join(folder, "cache"),
    jobEnvironment: world.github.job({ ...REPOSITORY, workflow: WORKFLOW, environment: "pypi" }),
    variables: {},
  });
}

it.each([
  ["Usage", 2],
  ["Many wheels", 2],
  ["Steps that follow", 2],
  [COMPOSITE, 2],
  ["A dry run on pull requests", 0],
])(
  "what README.md shows below %s runs, and %d files are published",
  async (heading, stored) => {
    const world = await startWorld();
    try {
      world.index.addPublisher({ project: PROJECT, ...REPOSITORY, workflow: WORKFLOW, environment: "pypi" });
      const { exitCode, output } = await run(heading, world);
      expect({ exitCode, errors: output.split("\n").filter((line) => line.includes("::error")) }).toEqual({
        exitCode: 0,
        errors: [],
      });
      expect(world.index.state.files).toHaveLength(stored);
    } finally {
      await world.close();
    }
  },
  TIMEOUT_MS,
);
