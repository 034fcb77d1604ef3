import { afterEach, describe, expect, it } from "@jest/globals";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { errors, JOB, REPOSITORY, Scenario, warnings } from "./harness.ts";

let scenario: Scenario;
afterEach(() => scenario.close());

/** The two questions go side by side, and so do burning the token and the look at what is listed. */
const PROTOCOL = [
  "GET /_/oidc/audience",
  "GET /simple/sample-project/",
  "POST /_/oidc/mint-token",
  "POST /legacy/",
  "POST /legacy/",
  "POST /_/oidc/burn-token",
  "GET /simple/sample-project/",
];

function protocol(of: Scenario): string[] {
  const requests = of.requests();
  return [requests.slice(0, 2).toSorted(), requests.slice(2, -2), requests.slice(-2).toSorted().toReversed()].flat();
}

describe("a release with trusted publishing", () => {
  it("makes a new project from its pending publisher, wheels first, and burns the token", async () => {
    scenario = await Scenario.start();
    const [wheel, sdist] = scenario.putRelease();
    scenario.index.addPendingPublisher({ project: "sample-project", ...REPOSITORY });

    const result = await scenario.run();

    expect(errors(result)).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(protocol(scenario)).toEqual(PROTOCOL);
    expect(scenario.stored()).toEqual([wheel.filename, sdist.filename]);
    expect(scenario.index.state.file(wheel.filename)?.sha256).toBe(wheel.sha256);
    expect(scenario.index.state.file(sdist.filename)?.sha256).toBe(sdist.sha256);
    const [token] = scenario.index.state.mintedTokens;
    expect(token?.usedFor).toEqual([wheel.filename, sdist.filename]);
    expect(token?.burnedAt).toBeDefined();
  });

  it.each([
    ["without environment", undefined, undefined],
    ["with an environment on both sides", "pypi", "PyPI"],
    ["from a job with environment by a publisher without", undefined, "pypi"],
  ])("reaches an existing project %s", async (_what, registered, ofJob) => {
    scenario = await Scenario.start();
    scenario.putRelease();
    scenario.index.addPublisher({
      project: "Sample.Project",
      ...REPOSITORY,
      ...(registered !== undefined && { environment: registered }),
    });
    const result = await scenario.run({ job: { ...JOB, ...(ofJob !== undefined && { environment: ofJob }) } });
    expect(errors(result)).toEqual([]);
    expect(protocol(scenario)).toEqual(PROTOCOL);
  });

  it("publishes several projects with one token", async () => {
    scenario = await Scenario.start();
    scenario.put(buildWheel({ name: "first" }), buildSdist({ name: "first" }), buildWheel({ name: "second" }));
    scenario.index.addPublisher({ project: "first", ...REPOSITORY });
    scenario.index.addPublisher({ project: "second", ...REPOSITORY });
    const result = await scenario.run();
    expect(result.exitCode).toBe(0);
    expect(scenario.stored()).toHaveLength(3);
    expect(scenario.index.state.mintedTokens).toHaveLength(1);
  });

  it("works over https with a private certificate authority that the job names", async () => {
    scenario = await Scenario.start({ https: true });
    scenario.putRelease();
    scenario.index.addPendingPublisher({ project: "sample-project", ...REPOSITORY });
    scenario.write("ca.pem", scenario.index.caCertificate ?? "");
    const result = await scenario.run({ environment: { NODE_EXTRA_CA_CERTS: `${scenario.workspace}/ca.pem` } });
    expect(errors(result)).toEqual([]);
    expect(scenario.stored()).toHaveLength(2);
  });

  it("is green on an index that does not burn tokens", async () => {
    scenario = await Scenario.start({ index: { burnToken: false } });
    scenario.putRelease();
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    expect((await scenario.run()).exitCode).toBe(0);
  });
});

describe("a release with a credential", () => {
  it("is uploaded with an API token, and nobody is asked for an identity token", async () => {
    scenario = await Scenario.start();
    scenario.putRelease();
    const password = scenario.index.addApiToken();
    const result = await scenario.run({ inputs: { password } });
    expect(errors(result)).toEqual([]);
    expect(scenario.requests()).toEqual(["POST /legacy/", "POST /legacy/"]);
    expect(scenario.world.github.requests).toEqual([]);
  });

  it("is uploaded with user and password", async () => {
    scenario = await Scenario.start({ index: { userPassword: { user: "älice", password: "correct horse" } } });
    scenario.putRelease();
    const result = await scenario.run({ inputs: { user: "älice", password: "correct horse" } });
    expect(errors(result)).toEqual([]);
    expect(scenario.stored()).toHaveLength(2);
  });

  it("sends an explicitly empty user as empty", async () => {
    scenario = await Scenario.start({ index: { userPassword: { user: "", password: "token-in-the-password" } } });
    scenario.putRelease();
    const result = await scenario.run({ inputs: { user: "", password: "token-in-the-password" } });
    expect(errors(result)).toEqual([]);
    expect(scenario.stored()).toHaveLength(2);
  });

  it("runs a workflow written with the older spellings, with a deprecation message for each", async () => {
    scenario = await Scenario.start();
    scenario.write("packages/x.txt", "");
    const wheel = buildWheel();
    scenario.write(`packages/${wheel.filename}`, wheel.content);
    const password = scenario.index.addApiToken();
    const result = await scenario.run({
      inputs: {
        password,
        "repository-url": "",
        repository_url: scenario.index.uploadUrl,
        packages_dir: "packages/",
        verify_metadata: "true",
        skip_existing: "true",
        print_hash: "true",
      },
    });
    expect(errors(result)).toEqual([]);
    expect(warnings(result).filter((text) => text.includes("deprecated"))).toHaveLength(5);
    expect(result.stdout).toContain(wheel.sha256);
    expect(scenario.stored()).toEqual([wheel.filename]);
  });
});

describe("what a green run leaves behind", () => {
  it("is true outputs and a summary with every file", async () => {
    scenario = await Scenario.start();
    const [wheel, sdist] = scenario.putRelease();
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    const result = await scenario.run();
    expect(JSON.parse(result.outputs.get("distributions") ?? "")).toEqual([
      expect.objectContaining({
        filename: wheel.filename,
        kind: "wheel",
        status: "uploaded",
        sha256: wheel.sha256,
        attempts: 1,
      }),
      expect.objectContaining({ filename: sdist.filename, kind: "sdist", status: "uploaded", sha256: sdist.sha256 }),
    ]);
    expect(result.outputs.get("uploaded")).toBe("2");
    expect(result.outputs.get("version")).toBe("1.0.0");
    expect(result.outputs.has("project-url")).toBe(false);
    expect(result.summary).toContain(
      `Published \`sample-project 1.0.0\` to \`${new URL(scenario.index.origin).host}\``,
    );
    expect(result.summary).toContain(wheel.sha256);
    expect(result.summary).toContain(sdist.sha256);
    expect(result.state.size + result.exported.size).toBe(0);
  });

  it("is the same after running it again: identical files are accepted once more", async () => {
    scenario = await Scenario.start();
    scenario.putRelease();
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    await scenario.run();
    const again = await scenario.run();
    expect(again.exitCode).toBe(0);
    expect(scenario.stored()).toHaveLength(2);
  });
});
