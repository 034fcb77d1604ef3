import { existsSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { type EmulatedGitHub, startGitHub } from "../../emulator/github/github-server.ts";
import { parsed, send } from "./http-client.ts";

let github: EmulatedGitHub;

beforeEach(async () => {
  github = await startGitHub();
});

afterEach(() => github.close());

/** Asks the endpoint as a step does. */
function ask(environment: Record<string, string>, audience?: string, token?: string) {
  const url = environment.ACTIONS_ID_TOKEN_REQUEST_URL ?? "";
  const headers = { authorization: `Bearer ${token ?? environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN}` };
  return send(audience === undefined ? url : `${url}&audience=${audience}`, { headers });
}

describe("the identity token endpoint", () => {
  it("answers with a token that verifies against the published keys", async () => {
    const reply = parsed(await ask(github.job(), "pypi"));
    const value = String(reply.value);
    expect(reply.count).toBe(value.length);
    const keys = createRemoteJWKSet(new URL(`${github.origin}/.well-known/jwks`));
    const { protectedHeader, payload } = await jwtVerify(value, keys, { issuer: github.origin, audience: "pypi" });
    expect(protectedHeader).toMatchObject({ alg: "RS256", typ: "JWT", kid: expect.any(String) });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    expect(github.issued).toMatchObject([{ token: value, audience: "pypi" }]);
  });

  it("wants the bearer token of the job", async () => {
    expect((await ask(github.job(), "pypi", "wrong")).status).toBe(401);
    expect((await ask(github.job(), "pypi", github.job().ACTIONS_ID_TOKEN_REQUEST_TOKEN)).status).toBe(401);
    expect(github.issued).toEqual([]);
  });

  it("takes the owner's address as audience when none is asked for", async () => {
    const { value } = parsed(await ask(github.job()));
    expect(decodeJwt(String(value)).aud).toBe("https://github.com/octo-org");
  });

  it("shows planned faults", async () => {
    github.faults.add({ on: { path: /idtoken/ }, fault: { kind: "answer", status: 500 } });
    expect((await ask(github.job(), "pypi")).status).toBe(500);
  });

  it("describes itself as an issuer", async () => {
    expect(parsed(await send(`${github.origin}/.well-known/openid-configuration`))).toMatchObject({
      issuer: github.origin,
      jwks_uri: `${github.origin}/.well-known/jwks`,
    });
  });
});

describe("the claims", () => {
  it("are those of a job in an environment", async () => {
    const job = { repository: "octo-org/sample", environment: "pypi", event: "release", runAttempt: 2 };
    expect(decodeJwt(await github.identityToken(job))).toMatchObject({
      sub: "repo:octo-org/sample:environment:pypi",
      repository: "octo-org/sample",
      repository_owner: "octo-org",
      repository_visibility: "public",
      ref: "refs/tags/v1.0.0",
      ref_type: "tag",
      workflow_ref: "octo-org/sample/.github/workflows/release.yml@refs/tags/v1.0.0",
      job_workflow_ref: "octo-org/sample/.github/workflows/release.yml@refs/tags/v1.0.0",
      event_name: "release",
      environment: "pypi",
      run_attempt: "2",
      runner_environment: "github-hosted",
      base_ref: "",
      head_ref: "",
    });
  });

  it.each([
    [{}, "repo:octo-org/sample:ref:refs/heads/main"],
    [{ event: "pull_request" }, "repo:octo-org/sample:pull_request"],
    [{ environment: "a:b" }, "repo:octo-org/sample:environment:a%3Ab"],
    [{ immutableSubject: true, ownerId: "12", repositoryId: "34" }, "repo:octo-org@12/sample@34:ref:refs/heads/main"],
  ])("of %j have the subject %s", async (job, subject) => {
    expect(decodeJwt(await github.identityToken(job)).sub).toBe(subject);
  });

  it("of a called workflow name both workflows", async () => {
    const calledWorkflow = { workflow: "publish.yml", repository: "octo-org/shared", ref: "refs/tags/v2" };
    const claims = decodeJwt(await github.identityToken({ calledWorkflow }));
    expect(claims.workflow_ref).toBe("octo-org/sample/.github/workflows/release.yml@refs/heads/main");
    expect(claims.job_workflow_ref).toBe("octo-org/shared/.github/workflows/publish.yml@refs/tags/v2");
    expect(claims.job_workflow_sha).not.toBe(claims.sha);
  });

  it("can be changed one by one", async () => {
    const claims = decodeJwt(await github.identityToken({ claims: { actor: "mallory", repository: undefined } }));
    expect([claims.actor, "repository" in claims]).toEqual(["mallory", false]);
  });
});

describe("the environment of a job", () => {
  it("has folders and files that exist, and the payload of the event", () => {
    const environment = github.job({ event: "release" });
    for (const variable of ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "RUNNER_TEMP"]) {
      expect([variable, existsSync(environment[variable] ?? "")]).toEqual([variable, true]);
    }
    const payload = JSON.parse(readFileSync(environment.GITHUB_EVENT_PATH ?? "", "utf8"));
    expect(payload).toMatchObject({ action: "published", release: { tag_name: "v1.0.0" } });
    expect(environment).toMatchObject({
      GITHUB_ACTIONS: "true",
      GITHUB_EVENT_NAME: "release",
      GITHUB_REF: "refs/tags/v1.0.0",
      GITHUB_REF_NAME: "v1.0.0",
      GITHUB_WORKFLOW_REF: "octo-org/sample/.github/workflows/release.yml@refs/tags/v1.0.0",
    });
  });

  it("of a fork's pull request has no way to an identity token, and says whose fork it is", () => {
    const environment = github.job({ event: "pull_request", fork: true });
    expect(environment.ACTIONS_ID_TOKEN_REQUEST_URL).toBeUndefined();
    const payload = JSON.parse(readFileSync(environment.GITHUB_EVENT_PATH ?? "", "utf8"));
    expect(payload.pull_request.head.repo).toMatchObject({ full_name: "outsider/sample", fork: true });
  });

  it("without `id-token: write` has none either", () => {
    expect(
      Object.keys(github.job({ permissions: { idToken: false } })).filter((name) => name.includes("ID_TOKEN")),
    ).toEqual([]);
  });
});
