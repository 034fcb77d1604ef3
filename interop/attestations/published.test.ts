import { createHash } from "node:crypto";
import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { attest, makeSigner, SLSA_V1, statementFor } from "../../__tests__/builders/attestations.ts";
import type { StoredFile } from "../../emulator/index/state.ts";
import { type ActionResult, runAction } from "../../emulator/runner/run-action.ts";
import { startWorld, type World } from "../../emulator/world.ts";
import { distributionPath, FIXTURE_PROJECTS } from "../../fixtures/catalogue.ts";
import { pythonEnvironment } from "../environment.ts";
import { expectSuccess } from "../expectations.ts";
import { makeWorkspace, type Workspace } from "../workspace.ts";
import { type PythonTools, pythonTools } from "./python-tools.ts";
import { pypiVerdicts } from "./verdicts.ts";

jest.setTimeout(600_000);

const REPOSITORY = "octo-org/everything";
const WORKFLOW = "release.yml";
const SUBJECT = `https://github.com/${REPOSITORY}/.github/workflows/${WORKFLOW}@refs/heads/main`;
const ISSUER = "https://token.actions.githubusercontent.com";
const JOB = { repository: REPOSITORY, workflow: WORKFLOW, environment: "pypi" };
/** Comes with provenance that the build job made. */
const [PROVEN = ""] = FIXTURE_PROJECTS.map(({ wheel }) => wheel).sort();
const FILENAMES = FIXTURE_PROJECTS.flatMap(({ sdist, wheel }) => [sdist, wheel]).sort();

let world: World;
let workspace: Workspace;
let tools: PythonTools;
let result: ActionResult;

beforeAll(async () => {
  const environment = await pythonEnvironment();
  world = await startWorld();
  workspace = await makeWorkspace();
  tools = await pythonTools(environment, world.sigstore);
  for (const { project } of FIXTURE_PROJECTS) {
    world.index.addPublisher({ project, owner: "octo-org", repository: "everything", workflow: WORKFLOW });
  }
  await putProvenance(workspace.paths.find((path) => basename(path) === PROVEN) ?? "");
  result = await runAction({
    workspace: workspace.folder,
    inputs: {
      "repository-url": world.index.uploadUrl,
      attestations: "required",
      "sigstore-config": await world.sigstore.clientTrustConfigPath(),
    },
    environment: world.github.job(JOB),
  });
});

afterAll(async () => {
  await tools.remove();
  await workspace.remove();
  await world.close();
});

/** As a build job of the same workflow leaves it beside the file. */
async function putProvenance(path: string): Promise<void> {
  const sha256 = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  const predicate = { buildDefinition: { buildType: "https://actions.github.io/buildtypes/workflow/v1" } };
  const statement = statementFor({ filename: basename(path), sha256 }, { predicateType: SLSA_V1, predicate });
  const attestation = await attest(world, await makeSigner(world, JOB), statement);
  await writeFile(`${path}.slsa.attestation`, JSON.stringify(attestation));
}

function stored(filename: string): StoredFile {
  const file = world.index.state.file(filename);
  if (file === undefined) {
    throw new Error(`${filename} was not published`);
  }
  return file;
}

/** Path of the provenance that the index serves for a file. */
async function provenance(filename: string): Promise<string> {
  const { project, version } = stored(filename);
  const url = `${world.index.origin}/integrity/${project}/${version}/${encodeURIComponent(filename)}/provenance`;
  const path = join(workspace.folder, `${filename}.provenance`);
  await writeFile(path, await (await fetch(url)).text());
  return path;
}

function verifyProvenance(filename: string, path: string, repository: string): ReturnType<PythonTools["run"]> {
  const options = ["--offline", "--provenance-file", path, "--repository", `https://github.com/${repository}`];
  return tools.run("pypi-attestations", ["verify", "pypi", ...options, distributionPath(filename)]);
}

describe("what the action publishes with attestations", () => {
  it("is every fixture, by one certificate, with one log entry each, and the provenance that was there", () => {
    expectSuccess(result);
    expect(world.index.state.files.map(({ filename }) => filename).sort()).toEqual(FILENAMES);
    const numbers = FILENAMES.map((filename) => stored(filename).attestations.length);
    expect(numbers).toEqual(FILENAMES.map((filename) => (filename === PROVEN ? 2 : 1)));
    // One request and one entry were the build job's.
    expect(world.sigstore.fulcio.requests).toHaveLength(2);
    expect(world.sigstore.entries).toHaveLength(FILENAMES.length + 1);
  });

  it("is accepted by the libraries of PyPI", async () => {
    const cases = FILENAMES.map((filename) => {
      const { sha256, attestations } = stored(filename);
      return { field: JSON.stringify(attestations), filename, sha256, repository: REPOSITORY, workflow: WORKFLOW };
    });
    const verdicts = await pypiVerdicts(await pythonEnvironment(), world.sigstore, cases);
    expect(verdicts).toEqual(FILENAMES.map(() => "accepted"));
  });

  it("is accepted by the command line of pypi-attestations, from the folder that is the output", async () => {
    const folder = result.outputs.get("attestations-dir") ?? "";
    expect((await readdir(folder)).sort()).toEqual(FILENAMES.map((filename) => `${filename}.publish.attestation`));
    for (const path of workspace.paths) {
      await copyFile(path, join(folder, basename(path)));
    }
    const paths = FILENAMES.map((filename) => join(folder, filename));
    const verify = ["verify", "attestation", "--offline", "--identity"];
    expectSuccess(await tools.run("pypi-attestations", [...verify, SUBJECT, ...paths]));
    const stranger = SUBJECT.replace("octo-org", "evil-org");
    const refused = await tools.run("pypi-attestations", [...verify, stranger, ...paths.slice(0, 1)]);
    expect([refused.exitCode, refused.stderr]).toEqual([1, expect.stringContaining("SANs do not match")]);
  });

  it("is accepted by the command line of pypi-attestations, with the provenance that the index serves", async () => {
    for (const filename of [PROVEN, ...FILENAMES.slice(-3)]) {
      expectSuccess(await verifyProvenance(filename, await provenance(filename), REPOSITORY));
    }
    const [first = "", second = ""] = FILENAMES;
    const otherFile = await verifyProvenance(second, await provenance(first), REPOSITORY);
    expect([otherFile.exitCode, otherFile.stderr]).toEqual([1, expect.stringContaining("subject does not match")]);
    const otherRepository = await verifyProvenance(first, await provenance(first), "evil-org/everything");
    expect([otherRepository.exitCode, otherRepository.stderr]).toEqual([1, expect.stringContaining("evil-org")]);
  });

  it("is accepted by the command line of sigstore-python, as a bundle", async () => {
    const [filename = ""] = FILENAMES;
    const bundle = join(workspace.folder, "bundle.json");
    await writeFile(bundle, JSON.stringify(await bundleOf(filename)));
    const identity = ["--cert-identity", SUBJECT, "--cert-oidc-issuer", ISSUER];
    const verify = ["verify", "identity", "--offline", "--bundle", bundle, ...identity];
    expectSuccess(await tools.run("sigstore", [...verify, distributionPath(filename)]));
    const otherFile = await tools.run("sigstore", [...verify, distributionPath(FILENAMES[1] ?? "")]);
    expect(otherFile.exitCode).toBe(1);
  });
});

/** The attestation of a file as a Sigstore bundle. */
async function bundleOf(filename: string): Promise<Record<string, unknown>> {
  const folder = result.outputs.get("attestations-dir") ?? "";
  const text = await readFile(join(folder, `${filename}.publish.attestation`), "utf8");
  const { verification_material, envelope } = JSON.parse(text);
  return {
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: {
      certificate: { rawBytes: verification_material.certificate },
      tlogEntries: verification_material.transparency_entries,
    },
    dsseEnvelope: {
      payload: envelope.statement,
      payloadType: "application/vnd.in-toto+json",
      signatures: [{ sig: envelope.signature, keyid: "" }],
    },
  };
}
