import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type ActionResult, runAction } from "../emulator/runner/run-action.ts";
import { distributionPath, FIXTURE_PROJECTS } from "../fixtures/catalogue.ts";
import { downloadFromSimplePage, pipInstall } from "./clients.ts";
import { type PythonEnvironment, pythonEnvironment } from "./environment.ts";
import { expectReadableFailure, expectSecretUnseen, expectSuccess } from "./expectations.ts";
import { type RealIndex, startDevpi } from "./real-index.ts";
import { alterWheel, makeWorkspace, type Workspace } from "./workspace.ts";

jest.setTimeout(600_000);

const FOGHORN = "foghorn-0.9.1-py2.py3-none-any.whl";

let environment: PythonEnvironment;
let index: RealIndex;
let workspace: Workspace;

beforeAll(async () => {
  environment = await pythonEnvironment();
  index = await startDevpi(environment);
  workspace = await makeWorkspace();
});

afterAll(async () => {
  await index.close();
  await workspace.remove();
});

/** The action with user and password against the server, and with the given inputs instead or besides. */
async function publish(inputs: Readonly<Record<string, string>> = {}): Promise<ActionResult> {
  const login = { user: index.user, password: index.password };
  const result = await runAction({
    workspace: workspace.folder,
    inputs: { ...login, "repository-url": index.uploadUrl, ...inputs },
  });
  expectSecretUnseen(result, index);
  return result;
}

describe("devpi", () => {
  it("takes sdist and wheel of every fixture with user and password", async () => {
    const result = await publish();
    expectSuccess(result);
    expect(result.outputs.get("uploaded")).toBe(`${2 * FIXTURE_PROJECTS.length}`);
  });

  it.each(FIXTURE_PROJECTS)("has pip install the published wheel of $project", async ({ project, version, wheel }) => {
    const installed = await pipInstall(environment, index.simpleUrl, `${project}==${version}`);
    expect(installed).toEqual([wheel.split("-").slice(0, 2).join("-")]);
  });

  it.each(FIXTURE_PROJECTS)("serves the bytes of the published sdist of $project", async ({ project, sdist }) => {
    const published = await downloadFromSimplePage(index.simpleUrl, project, sdist);
    expect(published.equals(await readFile(distributionPath(sdist)))).toBe(true);
  });

  it("takes the identical release again", async () => {
    expectSuccess(await publish());
  });

  it("refuses other content under a name that is taken, and the action says which file and why", async () => {
    const altered = await makeWorkspace([FOGHORN]);
    await alterWheel(altered.paths[0] ?? "");
    const inputs = { "packages-dir": altered.paths[0] ?? "" };
    const refused = await publish(inputs);
    const passedOver = await publish({ ...inputs, "skip-existing": "true" });
    await altered.remove();
    expectReadableFailure(refused, /already exists/);
    expectReadableFailure(refused, /foghorn-0\.9\.1-py2\.py3-none-any\.whl/);
    expectSuccess(passedOver);
    expect(passedOver.outputs.get("uploaded")).toBe("0");
  });

  it("refuses a wrong password, and the action says so", async () => {
    const password = "not-the-password";
    const result = await publish({ password });
    expectReadableFailure(result, /401|password/i);
    expectSecretUnseen(result, { user: index.user, password });
  });

  it("refuses its Simple address as upload address, and the action names the mistake", async () => {
    const result = await publish({ "repository-url": index.simpleUrl });
    expectReadableFailure(result, /repository-url/);
  });

  it("is told apart from an index with trusted publishing when no password is given", async () => {
    const result = await publish({ user: "__token__", password: "" });
    expectReadableFailure(result, /id-token: write|trusted publishing/i);
  });
});
