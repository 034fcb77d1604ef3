import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { IMPATIENT } from "./fault-table.ts";
import { failure, JOB, REPOSITORY, Scenario } from "./harness.ts";

let scenario: Scenario;
beforeEach(async () => {
  scenario = await Scenario.start();
});
afterEach(() => scenario.close());

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

  it("because what stands before GitHub sends elsewhere: the address of the index is not to blame", async () => {
    const headers = { location: "https://other.test/" };
    scenario.world.github.faults.add({ on: { path: /./ }, fault: { kind: "answer", status: 307, headers, body: "" } });
    const text = failure(await scenario.run(), "identity-token-unavailable");
    expect(text).toContain("redirects to another origin");
    expect(text).not.toContain("repository-url");
  });

  it("outside GitHub Actions", async () => {
    const result = await scenario.run({ job: false, environment: { GITHUB_ACTIONS: "" } });
    expect(failure(result, "identity-token-unavailable")).toContain("GitHub Actions only");
  });

  it.each([
    ["403", { status: 403, body: "Forbidden" }],
    ["403 and an object", { status: 403, body: '{"message":{"toString":1,"valueOf":1}}' }],
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
    expect(scenario.exchanges()).toEqual(["GET /_/oidc/audience"]);
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
    const result = await scenario.run({ job: { ...JOB, environment: "pypi" }, environment: IMPATIENT });
    expect(failure(result, "index-unreachable")).toContain("Backend is unhealthy");
  });

  it("because nobody answers at the index", async () => {
    const text = failure(
      await scenario.run({
        inputs: { "repository-url": "http://127.0.0.1:9/legacy/" },
        environment: IMPATIENT,
      }),
      "index-unreachable",
    );
    expect(text).toContain("connection refused");
  });

  it("because the reply holds no token, which is not shown either", async () => {
    mintAnswers('{"success":true,"tokens":["pypi-AgEIleaked"]}');
    const result = await scenario.run({ job: { ...JOB, environment: "pypi" } });
    failure(result, "index-answer-invalid");
    expect(result.stdout + result.summary).not.toContain("AgEIleaked");
  });

  it("because the token is a letter, which would be masked in all that is said", async () => {
    mintAnswers('{"success":true,"token":"e"}');
    const result = await scenario.run({ job: { ...JOB, environment: "pypi" } });
    failure(result, "index-answer-invalid");
    expect(result.stdout).not.toMatch(/^::add-mask::e$/m);
  });
});

function mintAnswers(body: string): void {
  const headers = { "content-type": "application/json" };
  scenario.index.faults.add({
    on: { path: "/_/oidc/mint-token" },
    fault: { kind: "answer", status: 200, headers, body },
  });
}
