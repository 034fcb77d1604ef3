import { readFile } from "node:fs/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../emulator/index/index-server.ts";
import { runAction } from "../emulator/runner/run-action.ts";
import { distributionPath, FIXTURE_PROJECTS } from "../fixtures/catalogue.ts";
import { downloadFromSimplePage, pipInstall, twineUpload, uvInstall, uvPublish } from "./clients.ts";
import { type PythonEnvironment, pythonEnvironment } from "./environment.ts";
import { expectSuccess } from "./expectations.ts";
import { makeWorkspace, type Workspace } from "./workspace.ts";

jest.setTimeout(600_000);

const FILENAMES = FIXTURE_PROJECTS.flatMap(({ sdist, wheel }) => [sdist, wheel]).sort();

let environment: PythonEnvironment;
let index: EmulatedIndex;
let workspace: Workspace;

beforeAll(async () => {
  environment = await pythonEnvironment();
});

beforeEach(async () => {
  // No identity token comes into this, so nobody asks the issuer for its keys.
  index = await startIndex({ issuer: "http://127.0.0.1:9" });
  workspace = await makeWorkspace();
});

afterEach(async () => {
  await index.close();
  await workspace.remove();
});

function storedFilenames(): readonly string[] {
  return index.state.files.map(({ filename }) => filename).sort();
}

describe("the emulated index", () => {
  it("takes every fixture from twine", async () => {
    const login = { user: "__token__", password: index.addApiToken() };
    expectSuccess(await twineUpload(environment, index.uploadUrl, login, workspace.paths));
    expect(storedFilenames()).toEqual(FILENAMES);
  });

  it("takes every fixture from uv but the one whose License-File is older than its meaning", async () => {
    const paths = workspace.paths.filter((path) => !path.includes("foghorn"));
    expectSuccess(await uvPublish(environment, index.uploadUrl, index.addApiToken(), paths));
    expect(storedFilenames()).toEqual(FILENAMES.filter((filename) => !filename.startsWith("foghorn")));
  });

  it("refuses that one from uv as PyPI does, since uv sends License-File under metadata 2.1 (rule M-02)", async () => {
    const paths = workspace.paths.filter((path) => path.includes("foghorn"));
    const result = await uvPublish(environment, index.uploadUrl, index.addApiToken(), paths);
    expect(result.exitCode).not.toBe(0);
    expect(result.stderr).toContain("license-file introduced in metadata version 2.4, not 2.1");
    expect(storedFilenames()).toEqual([]);
  });

  it("has pip and uv install, and anyone download, what the action published with an API token", async () => {
    const inputs = { password: index.addApiToken(), "repository-url": index.uploadUrl };
    expectSuccess(await runAction({ workspace: workspace.folder, inputs }));
    for (const { project, version, wheel, sdist } of FIXTURE_PROJECTS) {
      const installed = [wheel.split("-").slice(0, 2).join("-")];
      expect(await pipInstall(environment, index.simpleUrl, `${project}==${version}`)).toEqual(installed);
      expect(await uvInstall(environment, index.simpleUrl, `${project}==${version}`)).toEqual(installed);
      const published = await downloadFromSimplePage(index.simpleUrl, project, sdist);
      expect(published.equals(await readFile(distributionPath(sdist)))).toBe(true);
    }
  });

  it("takes the identical release again from twine and from uv", async () => {
    const token = index.addApiToken();
    const paths = workspace.paths.filter((path) => path.includes("lock_keeper"));
    for (const attempt of [1, 2]) {
      const login = { user: "__token__", password: token };
      expectSuccess(await twineUpload(environment, index.uploadUrl, login, paths));
      expectSuccess(await uvPublish(environment, index.uploadUrl, token, paths));
      expect([attempt, storedFilenames().length]).toEqual([attempt, 2]);
    }
  });
});
