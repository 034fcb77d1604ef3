import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { failure, JOB, REPOSITORY, Scenario } from "./harness.ts";

let scenario: Scenario;
beforeEach(async () => {
  scenario = await Scenario.start();
});
afterEach(() => scenario.close());

describe("inputs that are wrong", () => {
  it("are all in the one annotation, and nothing is asked of anyone", async () => {
    scenario.putRelease();
    const result = await scenario.run({
      inputs: { "repository-url": "https://pypi.org/project/sample-project/", verbose: "yes", attestations: "maybe" },
    });
    const text = failure(result, "input-invalid");
    expect(text).toContain("write https://upload.pypi.org/legacy/");
    expect(text).toContain('`verbose` is "yes"; accepted are true and false');
    expect(text).toContain('`attestations` is "maybe"; accepted are auto, true, required, false');
    expect(scenario.requests()).toEqual([]);
    expect(result.summary).toContain("Not published");
  });

  it("do not show the credentials of a URL", async () => {
    scenario.putRelease();
    const result = await scenario.run({ inputs: { "repository-url": "https://alice:geheimnis@index.example/up/" } });
    expect(failure(result, "input-invalid")).toContain("***@index.example");
    expect(result.stdout + result.summary).not.toContain("geheimnis");
  });

  it("hold required attestations, which this version cannot make", async () => {
    scenario.putRelease();
    failure(await scenario.run({ inputs: { attestations: "required" } }), "attestations-unavailable");
  });
});

describe("distributions that are wrong", () => {
  it("are missing together with their folder", async () => {
    const text = failure(await scenario.run(), "no-distributions");
    expect(text).toContain("dist");
    expect(text).toContain("download-artifact");
  });

  it("are missing in a folder of other things, which is named", async () => {
    scenario.write("dist/SHA256SUMS", "x");
    expect(failure(await scenario.run(), "no-distributions")).toContain("SHA256SUMS");
  });

  it("lie in folders of their own, as artifacts do that were not merged", async () => {
    const wheel = buildWheel();
    scenario.write(`dist/wheels-linux/${wheel.filename}`, wheel.content);
    const text = failure(await scenario.run(), "distribution-misplaced");
    expect(text).toContain("merge-multiple: true");
    expect(text).toContain("wheels-linux");
  });

  it("are a folder named like a distribution", async () => {
    const wheel = buildWheel();
    scenario.write(`dist/${wheel.filename}/${wheel.filename}`, wheel.content);
    expect(failure(await scenario.run(), "distribution-misplaced")).toContain("merge-multiple: true");
  });

  it("are reported together, and nothing is uploaded although others are good", async () => {
    scenario.putRelease();
    scenario.put(
      buildWheel({ name: "other", version: "2.0", filename: "other-3.0-py3-none-any.whl" }),
      buildSdist({ name: "nameless", metadata: "Metadata-Version: 2.1\nVersion: 1\n" }),
    );
    scenario.write("dist/broken-1.0-py3-none-any.whl", "this is no zip");
    scenario.write("dist/empty-1.0.tar.gz", "");
    const text = failure(await scenario.run(), "distribution-invalid");
    for (const name of [
      "other-3.0-py3-none-any.whl",
      "nameless-1.0.0.tar.gz",
      "broken-1.0-py3-none-any.whl",
      "empty-1.0.tar.gz",
    ]) {
      expect(text).toContain(name);
    }
    expect(scenario.requests()).toEqual([]);
  });
});

describe("trusted publishing that cannot be", () => {
  beforeEach(() => {
    scenario.putRelease();
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY, environment: "pypi" });
  });

  it("for want of `id-token: write`", async () => {
    const text = failure(
      await scenario.run({ job: { ...JOB, permissions: { idToken: false } } }),
      "identity-token-unavailable",
    );
    expect(text).toContain("id-token: write");
  });

  it("in a pull request from a fork", async () => {
    const job = { ...JOB, event: "pull_request", fork: true, permissions: { idToken: false } };
    expect(failure(await scenario.run({ job }), "identity-token-unavailable")).toContain("fork");
  });

  it("outside GitHub Actions", async () => {
    const result = await scenario.run({ job: false, environment: { GITHUB_ACTIONS: "" } });
    expect(failure(result, "identity-token-unavailable")).toContain("GitHub Actions only");
  });

  it.each([
    ["403", { status: 403, body: "Forbidden" }],
    ["404", { status: 404, body: "" }],
    ["405", { status: 405, body: "" }],
    ["415", { status: 415, body: "<html>415</html>", headers: { "content-type": "text/html" } }],
    ["a page", { status: 200, body: "<html><title>Welcome</title></html>", headers: { "content-type": "text/html" } }],
    ["JSON about something else", { status: 200, body: "{}", headers: { "content-type": "application/json" } }],
  ])("because the index answers the question for the audience with %s", async (_what, answer) => {
    scenario.index.faults.add({ on: { path: "/_/oidc/audience" }, fault: { kind: "answer", ...answer } });
    const text = failure(await scenario.run(), "trusted-publishing-unsupported");
    expect(text).toContain("`user` and `password`");
    expect(scenario.world.github.requests).toEqual([]);
  });

  it("because the index has switched it off", async () => {
    scenario.index.switches.trustedPublishing = false;
    failure(await scenario.run(), "trusted-publishing-disabled");
  });

  it("because no publisher matches: the form to fill in is in the annotation", async () => {
    const text = failure(await scenario.run(), "trusted-publisher-refused");
    expect(text).toContain("Owner: octo-org");
    expect(text).toContain("Repository name: sample-project");
    expect(text).toContain("Workflow name: release.yml");
    expect(text).toContain("Environment name: (leave empty)");
    expect(text).toContain("no `environment:`");
    expect(text).toContain("/manage/project/sample-project/settings/publishing/?provider=github&owner=octo-org");
    expect(scenario.stored()).toEqual([]);
  });

  it("and is, once the values of the annotation are registered", async () => {
    failure(await scenario.run(), "trusted-publisher-refused");
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    expect((await scenario.run()).exitCode).toBe(0);
  });

  it("from pull_request_target, with a warning besides", async () => {
    const text = failure(
      await scenario.run({ job: { ...JOB, event: "pull_request_target", environment: "pypi" } }),
      "trusted-publisher-refused",
    );
    expect(text).toContain("pull_request_target");
  });

  it.each([
    ["malformed", "not.a"],
    ["no token at all", ""],
  ])("because GitHub's identity token is %s", async (_what, value) => {
    scenario.world.github.faults.add({
      on: {},
      fault: {
        kind: "answer",
        status: 200,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ value }),
      },
    });
    const result = await scenario.run();
    failure(result, value === "" ? "identity-token-unavailable" : "identity-token-invalid");
    expect(scenario.requests()).toEqual(["GET /_/oidc/audience"]);
  });

  it.each([
    ["invalid-reuse-token", "invalid token: already used", "identity-token-refused"],
    ["invalid-token", "malformed or invalid token", "identity-token-refused"],
    ["invalid-payload", "malformed JWT", "identity-token-refused"],
    ["unheard-of", "a new reason", "mint-token-refused"],
  ])("because the index answers %s", async (code, description, expected) => {
    scenario.index.faults.add({
      on: { path: "/_/oidc/mint-token" },
      fault: {
        kind: "answer",
        status: 422,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ message: "Token request failed", errors: [{ code, description }] }),
      },
    });
    expect(failure(await scenario.run({ job: { ...JOB, environment: "pypi" } }), expected)).toContain(description);
  });

  it.each(["/_/oidc/audience", "/_/oidc/mint-token"])("because the index is out of order at %s", async (path) => {
    scenario.index.faults.add({
      on: { path },
      times: 9,
      fault: {
        kind: "answer",
        status: 503,
        body: "<html>Backend is unhealthy</html>",
        headers: { "content-type": "text/html" },
      },
    });
    expect(failure(await scenario.run({ job: { ...JOB, environment: "pypi" } }), "index-unreachable")).toContain(
      "Backend is unhealthy",
    );
  });

  it("because nobody answers at the index", async () => {
    const text = failure(
      await scenario.run({ inputs: { "repository-url": "http://127.0.0.1:9/legacy/" } }),
      "index-unreachable",
    );
    expect(text).toContain("connection refused");
  });

  it("because the reply holds no token, which is not shown either", async () => {
    scenario.index.faults.add({
      on: { path: "/_/oidc/mint-token" },
      fault: {
        kind: "answer",
        status: 200,
        headers: { "content-type": "application/json" },
        body: '{"success":true,"tokens":["pypi-AgEIleaked"]}',
      },
    });
    const result = await scenario.run({ job: { ...JOB, environment: "pypi" } });
    failure(result, "index-answer-invalid");
    expect(result.stdout + result.summary).not.toContain("AgEIleaked");
  });
});

describe("uploads that are refused", () => {
  it("stop the run at the first refusal, say what is on the index, and burn the token", async () => {
    const [wheel, sdist] = scenario.putRelease();
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    scenario.index.faults.add({
      on: { path: "/legacy/", nth: 2 },
      fault: {
        kind: "answer",
        status: 400,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          message: "…",
          code: "400 Only one sdist may be uploaded per release.",
          title: "Bad Request",
        }),
      },
    });
    const result = await scenario.run();
    const text = failure(result, "upload-refused");
    expect(text).toContain("Only one sdist may be uploaded per release.");
    expect(text).toContain(`${wheel.filename}: uploaded`);
    expect(text).toContain(`${sdist.filename}: refused`);
    expect(scenario.index.state.mintedTokens[0]?.burnedAt).toBeDefined();
    expect(result.outputs.get("uploaded")).toBe("1");
    expect(
      JSON.parse(result.outputs.get("distributions") ?? "").map(({ status }: { status: string }) => status),
    ).toEqual(["uploaded", "refused"]);
  });

  it.each([
    [
      "JSON",
      {
        headers: { "content-type": "application/json" },
        body: '{"message":"m","code":"400 Bad metadata here.","title":"Bad Request"}',
      },
    ],
    [
      "HTML",
      {
        headers: { "content-type": "text/html" },
        body: "<html><head><title>400</title></head><body><h1>Oh no</h1>Bad <b>metadata</b> here.</body></html>",
      },
    ],
    ["plain text", { headers: { "content-type": "text/plain" }, body: "Bad metadata here.\r\n" }],
    ["the reason phrase", { reason: "Bad metadata here.", body: "" }],
  ])("are told in one readable sentence when the answer is %s", async (_what, answer) => {
    scenario.putRelease();
    scenario.index.faults.add({ on: { path: "/legacy/" }, fault: { kind: "answer", status: 400, ...answer } });
    const text = failure(await scenario.run({ inputs: { password: scenario.index.addApiToken() } }), "upload-refused");
    expect(text).toMatch(/Bad\s+metadata here\./);
    expect(scenario.stored()).toEqual([]);
  });

  it("with commands and markup in the reason start neither", async () => {
    scenario.putRelease();
    scenario.index.faults.add({
      on: { path: "/legacy/" },
      fault: {
        kind: "answer",
        status: 400,
        headers: { "content-type": "text/plain" },
        body: "\n::set-output name=uploaded::9\n##[error]x\n<img src=x>\n```\n",
      },
    });
    const result = await scenario.run({ inputs: { password: scenario.index.addApiToken() } });
    failure(result, "upload-refused");
    expect(result.stdout).not.toMatch(/^\s*::set-output/m);
    expect(result.summary).toMatch(/^`{4,}text\n/m);
  });

  it.each([
    ["an unknown token", "pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAw", "credential-refused"],
    ["a token of another project", "", "upload-forbidden"],
  ])("because of %s", async (_what, token, code) => {
    scenario.putRelease();
    scenario.index.addProject("another");
    scenario.index.addProject("sample-project");
    const password = token === "" ? scenario.index.addApiToken({ projects: ["another"] }) : token;
    failure(await scenario.run({ inputs: { password } }), code);
  });

  it("because the pending publisher belongs to another name", async () => {
    scenario.putRelease();
    scenario.index.addPendingPublisher({ project: "simple-project", ...REPOSITORY });
    const text = failure(await scenario.run(), "upload-forbidden");
    expect(text).toContain("sample-project");
  });

  it("because the address is not one that takes uploads", async () => {
    scenario.putRelease();
    const password = scenario.index.addApiToken();
    const text = failure(
      await scenario.run({ inputs: { password, "repository-url": `${scenario.index.origin}/somewhere/` } }),
      "upload-endpoint-wrong",
    );
    expect(text).toContain("repository-url");
  });

  it("because a redirect leads to another origin, where no credential goes", async () => {
    scenario.putRelease();
    const other = await Scenario.start();
    try {
      scenario.index.faults.add({
        on: { path: "/legacy/" },
        fault: { kind: "answer", status: 308, headers: { location: other.index.uploadUrl }, body: "" },
      });
      failure(await scenario.run({ inputs: { password: scenario.index.addApiToken() } }), "redirect-refused");
      expect(other.requests()).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it("because other content has the name, and are passed over with skip-existing", async () => {
    scenario.putRelease();
    const password = scenario.index.addApiToken();
    await scenario.run({ inputs: { password } });
    scenario.put(buildWheel({ description: "changed" }));
    const text = failure(await scenario.run({ inputs: { password } }), "file-name-used");
    expect(text).toContain("new version");
    const passed = await scenario.run({ inputs: { password, "skip-existing": "true" } });
    expect(passed.exitCode).toBe(0);
    expect(passed.stdout).toContain("passed over");
  });
});
