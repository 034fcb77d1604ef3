import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { requireProgram } from "../../emulator/runner/process.ts";
import { parseAttestation } from "../../src/attestation/attestation.ts";
import { publicInstance } from "../../src/attestation/sigstore-instance.ts";
import { pythonEnvironment } from "../environment.ts";
import { realDistribution, sdist } from "../real-distributions.ts";

const VERSION = "0.0.30";
let folder: string;
let assets: string;

/** The test files of pypi-attestations: distributions with attestations that real workflows made with the real Sigstore. */
beforeAll(async () => {
  const environment = await pythonEnvironment();
  const archive = await realDistribution(environment, sdist(`pypi-attestations==${VERSION}`));
  folder = mkdtempSync(join(tmpdir(), "public-sigstore-"));
  await requireProgram(environment.program("python"), ["-m", "tarfile", "--extract", archive, folder]);
  assets = join(folder, basename(archive, ".tar.gz"), "test", "assets");
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { verifier } = publicInstance();

function verify(attestation: string, distribution: string) {
  const sha256 = createHash("sha256")
    .update(readFileSync(join(assets, distribution)))
    .digest("hex");
  const text = readFileSync(join(assets, attestation), "utf8");
  return verifier.verify(parseAttestation(text), { filename: distribution, sha256 });
}

describe("attestations that were made with the public Sigstore", () => {
  it.each([
    ["pypi_attestations-0.0.19.tar.gz", "publish.attestation", "trailofbits/pypi-attestations"],
    ["pypi_attestations-0.0.19.tar.gz", "slsa.attestation", "trailofbits/pypi-attestations"],
    ["pypi_attestation_models-0.0.4a2.tar.gz", "attestation", "trailofbits/pypi-attestation-models"],
    ["gitlab_oidc_project-0.0.3.tar.gz", "publish.attestation", "facutuesca/gitlab-oidc-project"],
  ])("%s with its %s is verified by the trusted root in the bundle", (distribution, ending, repository) => {
    const { identity, unknown } = verify(`${distribution}.${ending}`, distribution);
    expect(unknown).toEqual([]);
    expect(identity.sourceRepositoryUri).toMatch(new RegExp(`^https://git(hub|lab)\\.com/${repository}$`));
  });

  it("are refused for another distribution", () => {
    const distribution = "pypi_attestations-0.0.19.tar.gz";
    const [other = ""] = readdirSync(assets).filter((name) => name.startsWith("gcb") && name.endsWith(".tar.gz"));
    expect(() => verify(`${distribution}.publish.attestation`, other)).toThrow("not this file");
  });

  it("one of the staging instance is told from one of an authority that is known", () => {
    const distribution = "rfc8785-0.1.2-py3-none-any.whl";
    expect(verify(`${distribution}.publish.attestation`, distribution).unknown).toEqual([
      "the certificate authority",
      "the transparency log",
      "the certificate transparency log",
    ]);
  });
});
