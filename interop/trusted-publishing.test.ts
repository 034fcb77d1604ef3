import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { type ProgramResult, runProgram } from "../emulator/runner/process.ts";
import { startWorld, type World } from "../emulator/world.ts";
import { distributionPath, FIXTURE_PROJECTS } from "../fixtures/catalogue.ts";
import { type PythonEnvironment, pythonEnvironment } from "./environment.ts";
import { expectSuccess } from "./expectations.ts";

jest.setTimeout(600_000);

const PUBLISHER = { owner: "octo-org", repository: "harbour-lights", workflow: "release.yml" };
const release = FIXTURE_PROJECTS.find(({ project }) => project === "harbour-lights");
const paths = [distributionPath(release?.wheel ?? ""), distributionPath(release?.sdist ?? "")];

/** twine exchanges identity tokens for PyPI's own addresses only; its code for that takes any. */
const TWINE_EXCHANGE = `
import sys
from twine.auth import CredentialInput, Resolver
print(Resolver({"repository": sys.argv[1]}, CredentialInput("__token__")).make_trusted_publishing_token())
`;

let python: PythonEnvironment;
let world: World;
let folder: string;

beforeAll(async () => {
  python = await pythonEnvironment();
});

beforeEach(async () => {
  // Both insist on https.
  world = await startWorld({ https: true });
  folder = await mkdtemp(join(tmpdir(), "trusted-"));
  await writeFile(join(folder, "ca.pem"), world.index.caCertificate ?? "");
});

afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

/** Of a job of that workflow; the certificate authority by the variables that the two clients know. */
function jobEnvironment(workflow: string): NodeJS.ProcessEnv {
  const authority = join(folder, "ca.pem");
  return {
    PATH: process.env.PATH,
    HOME: folder,
    SSL_CERT_FILE: authority,
    REQUESTS_CA_BUNDLE: authority,
    ...world.github.job({ owner: PUBLISHER.owner, repository: PUBLISHER.repository, workflow }),
  };
}

function uvPublishTrusted(workflow: string): Promise<ProgramResult> {
  const options = ["--no-config", "--no-cache", "--trusted-publishing", "always", "--no-attestations"];
  const words = ["publish", ...options, "--publish-url", world.index.uploadUrl, ...paths];
  return runProgram(python.program("uv"), words, { environment: jobEnvironment(workflow) });
}

function twineExchange(workflow: string): Promise<ProgramResult> {
  const words = ["-c", TWINE_EXCHANGE, world.index.uploadUrl];
  return runProgram(python.program("python"), words, { environment: jobEnvironment(workflow) });
}

function twineUpload(password: string): Promise<ProgramResult> {
  const options = ["--non-interactive", "--disable-progress-bar", "--config-file", devNull];
  const login = ["--repository-url", world.index.uploadUrl, "--username", "__token__", "--password", password];
  const environment = jobEnvironment("release.yml");
  return runProgram(python.program("twine"), ["upload", ...options, ...login, ...paths], { environment });
}

const stored = () => world.index.state.files.map(({ filename }) => filename).sort();

describe("clients that exchange GitHub's identity token at the emulated index", () => {
  it("uv publishes a new project by its pending publisher", async () => {
    world.index.addPendingPublisher({ project: "harbour-lights", ...PUBLISHER });
    expectSuccess(await uvPublishTrusted("release.yml"));
    expect(stored()).toEqual([release?.wheel, release?.sdist].sort());
  });

  it("twine gets a token that uploads", async () => {
    world.index.addPendingPublisher({ project: "harbour-lights", ...PUBLISHER });
    const exchange = await twineExchange("release.yml");
    expectSuccess(exchange);
    const password = exchange.stdout.trim();
    expect(password).toMatch(/^pypi-/);
    expectSuccess(await twineUpload(password));
    expect(stored()).toEqual([release?.wheel, release?.sdist].sort());
  });

  it.each([
    ["uv", uvPublishTrusted],
    ["twine", twineExchange],
  ])("%s is told that no publisher matches another workflow, and nothing is stored", async (_name, publish) => {
    world.index.addPendingPublisher({ project: "harbour-lights", ...PUBLISHER });
    const { exitCode, stdout, stderr } = await publish("nightly.yml");
    expect(exitCode).not.toBe(0);
    expect(`${stdout}${stderr}`).toContain("valid token, but no corresponding publisher");
    expect(stored()).toEqual([]);
  });
});
