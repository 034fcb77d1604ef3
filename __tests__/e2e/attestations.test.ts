import { copyFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { startIndex } from "../../emulator/index/index-server.ts";
import { type BuiltArchive, buildWheel } from "../builders/archives.ts";
import { attest, makeSigner, PUBLISH_V1, SLSA_V1, statementFor } from "../builders/attestations.ts";
import { errors, failure, JOB, REPOSITORY, Scenario, warnings } from "./harness.ts";

let scenario: Scenario;
let release: readonly BuiltArchive[];
let config: Record<string, string>;
beforeEach(async () => {
  scenario = await Scenario.start();
  release = scenario.putRelease();
  scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
  config = { "sigstore-config": await scenario.world.sigstore.clientTrustConfigPath() };
});
afterEach(() => scenario.close());

/** Predicate types of what the index holds for a file, in the order they were sent. */
function attested(filename: string): string[] {
  const stored = scenario.index.state.file(filename)?.attestations ?? [];
  return stored.map((attestation) => {
    const { envelope } = JSON.parse(JSON.stringify(attestation));
    return JSON.parse(Buffer.from(envelope.statement, "base64").toString("utf8")).predicateType;
  });
}

const logged = () => scenario.world.sigstore.entries.length;

/** Everything is published, nothing is said to be wrong, and no attestation is sent. */
async function publishedWithout(result: Awaited<ReturnType<Scenario["run"]>>): Promise<void> {
  expect(errors(result)).toEqual([]);
  expect(result.exitCode).toBe(0);
  expect(release.flatMap(({ filename }) => attested(filename))).toEqual([]);
  expect(scenario.stored()).toHaveLength(release.length);
  expect(result.outputs.has("attestations-dir")).toBe(false);
  expect(JSON.parse(result.outputs.get("distributions") ?? "")).toMatchObject([
    { attested: false },
    { attested: false },
  ]);
}

describe("a release with attestations", () => {
  it("has one for every distribution, all by one certificate, kept in the temporary folder", async () => {
    const result = await scenario.run({ inputs: config });
    expect([...errors(result), ...warnings(result)]).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(scenario.world.sigstore.fulcio.requests).toHaveLength(1);
    expect(logged()).toBe(2);
    const folder = result.outputs.get("attestations-dir") ?? "";
    expect(readdirSync(folder).toSorted()).toEqual(
      release.map(({ filename }) => `${filename}.publish.attestation`).toSorted(),
    );
    for (const { filename } of release) {
      expect(attested(filename)).toEqual([PUBLISH_V1]);
      expect(JSON.parse(readFileSync(join(folder, `${filename}.publish.attestation`), "utf8"))).toEqual(
        scenario.index.state.file(filename)?.attestations[0],
      );
    }
    expect(readdirSync(join(scenario.workspace, "dist"))).toHaveLength(2);
    const again = await scenario.run({ inputs: config });
    for (const { outputs } of [result, again]) {
      expect(JSON.parse(outputs.get("distributions") ?? "")).toMatchObject([{ attested: true }, { attested: true }]);
    }
    expect(again.outputs.get("already-present")).toBe("2");
  });

  it("is told by a dry run what they would name, and nothing is logged", async () => {
    const result = await scenario.run({ inputs: { ...config, "dry-run": "true" } });
    expect(errors(result)).toEqual([]);
    const named =
      /https:\/\/github\.com\/octo-org\/sample-project\/\.github\/workflows\/release\.yml@refs\S+, commit [0-9a-f]{40}\./;
    expect(result.stdout).toMatch(named);
    expect(result.summary).toMatch(/Attestations would be made/);
    expect([logged(), scenario.world.sigstore.fulcio.requests.length]).toEqual([0, 0]);
  });

  it("has its log entries made eight at once", async () => {
    const wheels = Array.from({ length: 20 }, (_none, build) => buildWheel({ build: String(build + 1) }));
    scenario.put(...wheels);
    const { fulcio, rekor } = scenario.world.sigstore;
    rekor.latencyMs = 300;
    const result = await scenario.run({ inputs: config });
    expect([...errors(result), ...warnings(result)]).toEqual([]);
    expect(fulcio.requests).toHaveLength(1);
    expect(rekor.requests).toHaveLength(22);
    const underWay = rekor.requests.map(
      ({ startedAt }) =>
        rekor.requests.filter((other) => other.startedAt <= startedAt && startedAt < (other.endedAt ?? Number.NaN))
          .length,
    );
    expect(Math.max(...underWay)).toBe(8);
  });

  it("proves the right to publish before anything is logged", async () => {
    const result = await scenario.run({ inputs: config, job: { ...JOB, workflow: "other.yml" } });
    failure(result, "trusted-publisher-refused");
    expect(scenario.world.sigstore.fulcio.requests).toEqual([]);
    expect(logged()).toBe(0);
  });

  it("goes to one index and then, from the same folder, to another one", async () => {
    const other = await startIndex({
      issuer: scenario.world.github.origin,
      attestationTrust: () => scenario.world.sigstore.trustedRoot(),
    });
    try {
      other.addPublisher({ project: "sample-project", ...REPOSITORY });
      const first = await scenario.run({ inputs: { ...config, "repository-url": other.uploadUrl } });
      const second = await scenario.run({ inputs: config });
      expect([first.exitCode, second.exitCode]).toEqual([0, 0]);
      for (const { filename } of release) {
        expect(attested(filename)).toEqual([PUBLISH_V1]);
        expect(other.state.file(filename)?.attestations).toHaveLength(1);
      }
      expect(readdirSync(join(scenario.workspace, "dist"))).toHaveLength(2);
    } finally {
      await other.close();
    }
  });
});

describe("attestations beside the distributions", () => {
  const beside = (filename: string, type: string) => join("dist", `${filename}.${type}.attestation`);

  async function signed(file: BuiltArchive, predicateType: string, job = JOB): Promise<string> {
    const signer = await makeSigner(scenario.world, job);
    return JSON.stringify(await attest(scenario.world, signer, statementFor(file, { predicateType })));
  }

  it("of a foreign tool are no hindrance: each one that is not valid is left alone with a line, and one is made", async () => {
    const [wheel, sdist] = release;
    if (wheel === undefined || sdist === undefined) {
      throw new Error("no release");
    }
    scenario.write(beside(wheel.filename, "publish"), "not\n::error::JSON\n");
    scenario.write(beside(sdist.filename, "publish"), await signed(wheel, PUBLISH_V1));
    scenario.write(beside(sdist.filename, "slsa"), await signed(sdist, SLSA_V1, { ...JOB, workflow: "build.yml" }));
    const result = await scenario.run({ inputs: config });
    expect([...errors(result), ...warnings(result)]).toEqual([]);
    expect(release.map(({ filename }) => attested(filename))).toEqual([[PUBLISH_V1], [PUBLISH_V1]]);
    expect(result.stdout).toMatch(/any\.whl\.publish\.attestation" is left alone: it is not JSON\.$/m);
    expect(result.stdout).toMatch(/tar\.gz\.publish\.attestation" is left alone: the subject is .*, not this file/);
    expect(result.stdout).toMatch(/tar\.gz\.slsa\.attestation" is left alone: its Build Config URI is .*build\.yml/);
  });

  it("are sent along when valid: a publish attestation instead of a new one, provenance besides it", async () => {
    const [wheel, sdist] = release;
    if (wheel === undefined || sdist === undefined) {
      throw new Error("no release");
    }
    const given = await signed(wheel, PUBLISH_V1);
    scenario.write(beside(wheel.filename, "publish"), given);
    scenario.write(beside(wheel.filename, "zzz"), given);
    scenario.write(beside(sdist.filename, "slsa"), await signed(sdist, SLSA_V1));
    const before = logged();
    const result = await scenario.run({ inputs: config });
    expect([...errors(result), ...warnings(result)]).toEqual([]);
    expect(attested(wheel.filename)).toEqual([PUBLISH_V1]);
    expect(scenario.index.state.file(wheel.filename)?.attestations[0]).toEqual(JSON.parse(given));
    expect(attested(sdist.filename)).toEqual([PUBLISH_V1, SLSA_V1]);
    expect(logged()).toBe(before + 1);
    expect(result.stdout).toContain('zzz.attestation" is left alone: there is one of its type');
    expect(readdirSync(result.outputs.get("attestations-dir") ?? "")).toEqual([
      `${sdist.filename}.publish.attestation`,
    ]);
  });

  it("may be those that an earlier run made", async () => {
    const first = await scenario.run({ inputs: config });
    const folder = first.outputs.get("attestations-dir") ?? "";
    for (const name of readdirSync(folder)) {
      copyFileSync(join(folder, name), join(scenario.workspace, "dist", name));
    }
    const other = await startIndex({
      issuer: scenario.world.github.origin,
      attestationTrust: () => scenario.world.sigstore.trustedRoot(),
    });
    try {
      other.addPublisher({ project: "sample-project", ...REPOSITORY });
      const second = await scenario.run({ inputs: { ...config, "repository-url": other.uploadUrl } });
      expect(errors(second)).toEqual([]);
      expect(logged()).toBe(2);
      expect(other.state.files.map(({ attestations }) => attestations.length)).toEqual([1, 1]);
      expect(second.outputs.has("attestations-dir")).toBe(false);
    } finally {
      await other.close();
    }
  });
});

describe("no attestations are made", () => {
  it.each([
    ["when there are to be none", { attestations: "false" }, JOB, undefined],
    ["for a private repository", {}, { ...JOB, visibility: "private" }, undefined],
    ["for an internal repository", {}, { ...JOB, visibility: "internal" }, undefined],
    ["with a password", { password: "API" }, JOB, undefined],
    [
      "with a password, however much they are wanted",
      { password: "API", attestations: "true" },
      JOB,
      /a password is used/,
    ],
  ] as const)("%s", async (_when, inputs, job, warned) => {
    const token = scenario.index.addApiToken();
    const given = "password" in inputs ? { ...inputs, password: token } : inputs;
    const result = await scenario.run({ inputs: { ...config, ...given }, job });
    await publishedWithout(result);
    expect(warnings(result)).toEqual(warned === undefined ? [] : [expect.stringMatching(warned)]);
    expect(scenario.world.sigstore.fulcio.requests).toEqual([]);
  });

  it("for an index that is not known to take them, unless it is said to", async () => {
    const result = await scenario.run({ inputs: { attestations: "true" } });
    await publishedWithout(result);
    expect(warnings(result)).toEqual([expect.stringContaining("is not known to take attestations")]);
    expect(scenario.world.github.requests.filter(({ query }) => query.includes("sigstore"))).toEqual([]);
    const later = await scenario.run({ inputs: { attestations: "required" } });
    expect(later.exitCode).toBe(0);
    expect(warnings(later)).toEqual([expect.stringMatching(/py3-none-any\.whl" is on .* lists no attestations of it/)]);
  });

  it("in a called workflow, with a warning; where they are required that is an error", async () => {
    const job = { ...JOB, workflow: "ci.yml", calledWorkflow: { workflow: "release.yml" } };
    const required = await scenario.run({ inputs: { ...config, attestations: "required" }, job });
    expect(failure(required, "attestations-unavailable")).toContain("called workflow");
    expect(scenario.requests().filter((request) => request.startsWith("POST"))).toEqual([]);
    const result = await scenario.run({ inputs: config, job });
    await publishedWithout(result);
    expect(warnings(result)).toEqual([expect.stringContaining("the index would refuse every attestation")]);
  });
});

it("makes attestations for a private repository that asks for them", async () => {
  const result = await scenario.run({
    inputs: { ...config, attestations: "true" },
    job: { ...JOB, visibility: "private" },
  });
  expect([...errors(result), ...warnings(result)]).toEqual([]);
  expect(release.map(({ filename }) => attested(filename))).toEqual([[PUBLISH_V1], [PUBLISH_V1]]);
});
