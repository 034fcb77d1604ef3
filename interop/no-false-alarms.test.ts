import { copyFile, link, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type ActionResult, runAction } from "../emulator/runner/run-action.ts";
import { startWorld, type World } from "../emulator/world.ts";
import { DISTRIBUTIONS_FOLDER } from "../fixtures/catalogue.ts";
import { pythonEnvironment } from "./environment.ts";
import { REAL_DISTRIBUTIONS, realDistributions } from "./real-distributions.ts";

jest.setTimeout(900_000);

let world: World;
let workspace: string;
let filenames: string[];
let result: ActionResult;

const PUBLISHER = { owner: "octo-org", repository: "everything", workflow: "release.yml" };

beforeAll(async () => {
  const paths = await realDistributions(await pythonEnvironment());
  const fixtures = (await readdir(DISTRIBUTIONS_FOLDER)).map((name) => join(DISTRIBUTIONS_FOLDER, name));
  workspace = await mkdtemp(join(tmpdir(), "real-"));
  await mkdir(join(workspace, "dist"));
  for (const path of [...paths, ...fixtures]) {
    const target = join(workspace, "dist", basename(path));
    await link(path, target).catch(() => copyFile(path, target));
  }
  filenames = [...paths, ...fixtures].map((path) => basename(path)).sort();
  world = await startWorld();
  for (const filename of filenames) {
    const project = filename.slice(0, filename.search(/-\d/));
    world.index.addPublisher({ ...PUBLISHER, project });
  }
  // With trusted publishing every rule of PyPI counts.
  result = await runAction({
    workspace,
    inputs: { "repository-url": world.index.uploadUrl },
    environment: world.github.job({ repository: "octo-org/everything" }),
    timeoutSeconds: 600,
  });
});

afterAll(async () => {
  await world.close();
  await rm(workspace, { recursive: true, force: true });
});

describe("real distributions", () => {
  it("are at least forty from PyPI, besides the fixtures", () => {
    expect(REAL_DISTRIBUTIONS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(filenames).size).toBe(filenames.length);
  });

  it("give no error, and all of them are published", () => {
    expect(result.stdout.match(/^::error.*$/gm) ?? []).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(world.index.state.files.map(({ filename }) => filename).sort()).toEqual(filenames);
  });

  it("are accepted by the emulated index, each at the first attempt", () => {
    const uploads = world.index.requests.filter(({ path }) => path === "/legacy/");
    expect(uploads.map(({ status }) => status)).toEqual(filenames.map(() => 200));
  });
});
