import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { mint } from "../../__tests__/emulator/minting.ts";
import { requireProgram } from "../../emulator/runner/process.ts";
import { startWorld, type World } from "../../emulator/world.ts";
import { twineUpload } from "../clients.ts";
import { type PythonEnvironment, pythonEnvironment } from "../environment.ts";
import { expectSuccess } from "../expectations.ts";
import { makeWorkspace, type Workspace } from "../workspace.ts";

jest.setTimeout(600_000);

const JOB = { repository: "octo-org/sample", workflow: "release.yml" };
const SIGN = join(import.meta.dirname, "sign.py");

let environment: PythonEnvironment;
let world: World;
let workspace: Workspace;

beforeAll(async () => {
  environment = await pythonEnvironment();
  world = await startWorld();
  workspace = await makeWorkspace(["buoys-3.0-py3-none-any.whl"]);
  world.index.addPublisher({ project: "buoys", owner: "octo-org", repository: "sample", workflow: "release.yml" });
});

afterAll(async () => {
  await workspace.remove();
  await world.close();
});

/** Signs with sigstore-python, and puts the attestation beside the distribution, where twine looks for it. */
async function sign(path: string): Promise<void> {
  const token = join(workspace.folder, "token");
  await writeFile(token, await world.github.identityToken(JOB, { audience: "sigstore" }));
  const configuration = await world.sigstore.clientTrustConfigPath();
  const { stdout } = await requireProgram(environment.program("python"), [SIGN, configuration, token, path]);
  await writeFile(`${path}.publish.attestation`, stdout);
}

describe("the emulated Sigstore", () => {
  it("serves sigstore-python, and the index takes from twine what that signed", async () => {
    const [path = ""] = workspace.paths;
    await sign(path);
    const login = { user: "__token__", password: await mint(world, JOB) };
    const paths = [path, `${path}.publish.attestation`];
    expectSuccess(await twineUpload(environment, world.index.uploadUrl, login, paths, ["--attestations"]));
    expect(world.index.state.files.map(({ filename, attestations }) => [filename, attestations.length])).toEqual([
      ["buoys-3.0-py3-none-any.whl", 1],
    ]);
  });
});
