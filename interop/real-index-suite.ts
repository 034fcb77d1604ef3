import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type ActionResult, runAction } from "../emulator/runner/run-action.ts";
import { distributionPath, FIXTURE_PROJECTS } from "../fixtures/catalogue.ts";
import { downloadFromSimplePage, pipInstall } from "./clients.ts";
import { type PythonEnvironment, pythonEnvironment } from "./environment.ts";
import { expectReadableFailure, expectSecretUnseen, expectSuccess } from "./expectations.ts";
import type { RealIndex } from "./real-index.ts";
import { alterWheel, makeWorkspace, type Workspace } from "./workspace.ts";

export interface RealIndexTraits {
  readonly name: string;
  readonly start: (environment: PythonEnvironment) => Promise<RealIndex>;
  /** What it does with a file that it holds already, byte for byte. */
  readonly identical: "accepts" | "refuses";
  /** What the annotation says of a wrong password. */
  readonly wrongPassword: RegExp;
}

const FOGHORN = "foghorn-0.9.1-py2.py3-none-any.whl";
const ALL = 2 * FIXTURE_PROJECTS.length;

/** A real index with the fixtures, and the action run against it. */
class Trial {
  readonly environment: PythonEnvironment;
  readonly index: RealIndex;
  readonly #release: Workspace;
  readonly #changed: Workspace;

  private constructor(environment: PythonEnvironment, index: RealIndex, release: Workspace, changed: Workspace) {
    this.environment = environment;
    this.index = index;
    this.#release = release;
    this.#changed = changed;
  }

  static async start(start: RealIndexTraits["start"]): Promise<Trial> {
    const environment = await pythonEnvironment();
    const changed = await makeWorkspace([FOGHORN]);
    await alterWheel(changed.paths[0] ?? "");
    return new Trial(environment, await start(environment), await makeWorkspace(), changed);
  }

  async close(): Promise<void> {
    await this.index.close();
    await this.#release.remove();
    await this.#changed.remove();
  }

  /** With user and password, and the given inputs instead or besides. */
  publish(inputs: Readonly<Record<string, string>> = {}): Promise<ActionResult> {
    return this.#run(this.#release, inputs);
  }

  publishChanged(inputs: Readonly<Record<string, string>> = {}): Promise<ActionResult> {
    return this.#run(this.#changed, inputs);
  }

  async #run({ folder }: Workspace, inputs: Readonly<Record<string, string>>): Promise<ActionResult> {
    const { user, password, uploadUrl } = this.index;
    const result = await runAction({
      workspace: folder,
      inputs: { user, password, "repository-url": uploadUrl, ...inputs },
    });
    expectSecretUnseen(result, { user, password: inputs.password || password });
    return result;
  }
}

/** What holds for every index that people run themselves: publish, publish again, publish something else. */
export function describeRealIndex(traits: RealIndexTraits): void {
  describe(traits.name, () => {
    jest.setTimeout(600_000);
    const started: { trial?: Trial } = {};
    const trial = (): Trial => {
      if (started.trial === undefined) {
        throw new Error(`${traits.name} did not start`);
      }
      return started.trial;
    };
    beforeAll(async () => {
      started.trial = await Trial.start(traits.start);
    });
    afterAll(() => started.trial?.close());

    describeMistakes(traits, trial);
    describeFirstRelease(trial);
    describePublishingAgain(traits, trial);
    describeChangedContent(trial);
  });
}

function describeMistakes({ wrongPassword }: RealIndexTraits, trial: () => Trial): void {
  it("refuses a wrong password, and the action says so", async () => {
    expectReadableFailure(await trial().publishChanged({ password: "not-the-password" }), wrongPassword);
  });

  it("refuses its Simple address as upload address, and the action names the mistake", async () => {
    expectReadableFailure(await trial().publish({ "repository-url": trial().index.simpleUrl }), /repository-url/);
  });

  it("is told apart from an index with trusted publishing when no password is given", async () => {
    const result = await trial().publish({ user: "__token__", password: "" });
    expectReadableFailure(result, /id-token: write|trusted publishing/i);
  });
}

function describeFirstRelease(trial: () => Trial): void {
  it("takes sdist and wheel of every fixture with user and password, and lists them with their hashes", async () => {
    const result = await trial().publish({ "check-url": trial().index.simpleUrl });
    expectSuccess(result);
    expect(result.outputs.get("uploaded")).toBe(`${ALL}`);
    expect(result.stdout).toContain(`lists all ${ALL} distributions with the right hash`);
  });

  it.each(FIXTURE_PROJECTS)("has pip install the published wheel of $project", async ({ project, version, wheel }) => {
    const { environment, index } = trial();
    const installed = await pipInstall(environment, index.simpleUrl, `${project}==${version}`);
    expect(installed).toEqual([wheel.split("-").slice(0, 2).join("-")]);
  });

  it.each(FIXTURE_PROJECTS)("serves the bytes of the published sdist of $project", async ({ project, sdist }) => {
    const published = await downloadFromSimplePage(trial().index.simpleUrl, project, sdist);
    expect(published.equals(await readFile(distributionPath(sdist)))).toBe(true);
  });
}

function describePublishingAgain({ identical }: RealIndexTraits, trial: () => Trial): void {
  it("has nothing new to publish the second time, when contents can be compared", async () => {
    const result = await trial().publish({ "check-url": trial().index.simpleUrl });
    expectSuccess(result);
    expect([result.outputs.get("uploaded"), result.outputs.get("already-present")]).toEqual(["0", `${ALL}`]);
  });

  it(`${identical} identical files, and the second run is green all the same, with no input changed`, async () => {
    const result = await trial().publish();
    expectSuccess(result);
    const output = identical === "accepts" ? "uploaded" : "already-present";
    expect(result.outputs.get(output)).toBe(`${ALL}`);
  });
}

function describeChangedContent(trial: () => Trial): void {
  it("refuses other content under a name that is taken, and the action says which file and why", async () => {
    const result = await trial().publishChanged();
    expectReadableFailure(result, /already exists|file-name-used/);
    expectReadableFailure(result, /foghorn-0\.9\.1-py2\.py3-none-any\.whl/);
  });

  it("has the conflict found before anything is uploaded, when contents can be compared", async () => {
    const result = await trial().publishChanged({ "check-url": trial().index.simpleUrl });
    expectReadableFailure(result, /SHA-256 there [0-9a-f]{64}, here [0-9a-f]{64}/);
  });

  it.each([true, false])("keeps what it has with skip-existing, check-url given: %s", async (given) => {
    const { simpleUrl } = trial().index;
    const result = await trial().publishChanged({ "skip-existing": "true", ...(given && { "check-url": simpleUrl }) });
    expectSuccess(result);
    expect(JSON.parse(result.outputs.get("distributions") ?? "")).toMatchObject([{ status: "passed-over" }]);
    const published = await downloadFromSimplePage(simpleUrl, "foghorn", FOGHORN);
    expect(published.equals(await readFile(distributionPath(FOGHORN)))).toBe(true);
  });
}
