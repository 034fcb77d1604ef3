import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { JobOptions } from "../../emulator/github/job-options.ts";
import { startWorld, type World } from "../../emulator/world.ts";
import { exchange, mint, refusal } from "./minting.ts";
import { upload, verdict, wheel } from "./uploader.ts";

let world: World;

beforeEach(async () => {
  world = await startWorld({ index: { processingMs: 0 } });
});

afterEach(() => world.close());

const PUBLISHER = { owner: "octo-org", repository: "sample", workflow: "release.yml" };
const NO_PUBLISHER = "422 Token request failed invalid-publisher: valid token, but no corresponding publisher";
const NOT_FOUND = `${NO_PUBLISHER} (Publisher with matching claims was not found)`;

const publisher = (change = {}) => world.index.addPublisher({ project: "pkg", ...PUBLISHER, ...change });
const judge = async (job: JobOptions) => refusal(await exchange(world, await world.github.identityToken(job)));

describe("the look-up (O-09)", () => {
  const cases: readonly (readonly [string, JobOptions, object])[] = [
    ["O-c07: no publisher of this repository", { repository: "octo-org/other" }, {}],
    ["another workflow", { workflow: "ci.yml" }, {}],
    ["the owner in another case", { repository: "Octo-Org/sample" }, {}],
    ["the repository registered in another case", {}, { repository: "Sample" }],
    ["the owner's name with another number", { ownerId: "1" }, {}],
    ["O-c18: no environment where one is registered", {}, { environment: "pypi" }],
    ["O-c18: another environment", { environment: "test" }, { environment: "pypi" }],
  ];
  it.each(cases)("%s", async (_case, job, change) => {
    publisher(change);
    expect(await judge(job)).toBe(NOT_FOUND);
  });

  const required = "repository repository_owner repository_owner_id job_workflow_ref jti event_name ref sha".split(" ");
  it.each(required)("O-c15: the claim %s is missing", async (claim) => {
    publisher();
    expect(await judge({ claims: { [claim]: undefined } })).toBe(`${NO_PUBLISHER} (Missing claim '${claim}')`);
  });

  it.each(["basic.yml", "has..periods.yml", "nested@evil.yml", "foo.yml.yml"])(
    "O-c12: takes the file name %s as it is",
    async (workflow) => {
      publisher({ workflow });
      expect(await mint(world, { workflow })).toMatch(/^pypi-/);
    },
  );

  it.each([
    "octo-org/sample/.github/workflows/.yml@refs/heads/main",
    "octo-org/sample/.github/workflows/nosuffix@refs/heads/main",
    "octo-org/sample/.github/workflows/main.yml",
    "octo-org/sample/.github/workflows/basic.wrongsuffix@refs/heads/main",
    "octo-org/sample/.github/workflows/@refs/heads/main",
    "octo-org/sample/.github/workflows/.yaml@refs/heads/main",
    "",
  ])("O-c13, O-c14: finds no file name in %j", async (reference) => {
    publisher();
    expect(await judge({ claims: { job_workflow_ref: reference } })).toBe(
      `${NO_PUBLISHER} (Could not job extract workflow filename from OIDC claims)`,
    );
  });
});

describe("the verification (O-09)", () => {
  it.each([
    ["the ref", { ref: "refs/tags/v1" }],
    ["the sha", { sha: "abc", claims: { job_workflow_ref: "octo-org/sample/.github/workflows/release.yml@abc" } }],
    [
      "the sha with an empty ref",
      { sha: "abc", claims: { ref: "", job_workflow_ref: "octo-org/sample/.github/workflows/release.yml@abc" } },
    ],
  ])("O-c16: accepts a workflow at %s", async (_case, job) => {
    publisher();
    expect(await mint(world, job)).toMatch(/^pypi-/);
  });

  it("tells what it expected when neither ref nor sha fits", async () => {
    publisher();
    const workflow = "octo-org/sample/.github/workflows/release.yml";
    const job = { ref: "refs/heads/main", sha: "abc", claims: { job_workflow_ref: `${workflow}@refs/heads/evil` } };
    expect(await judge(job)).toBe(
      `${NO_PUBLISHER} (The job_workflow_ref claim does not match, expecting one of ['${workflow}@refs/heads/main', '${workflow}@abc'], got '${workflow}@refs/heads/evil')`,
    );
    expect(await judge({ claims: { ref: "", sha: "" } })).toBe(`${NO_PUBLISHER} (The ref and sha claims are empty)`);
    expect(await judge({ claims: { repository_owner: "someone" } })).toBe(
      `${NO_PUBLISHER} (Check failed for required claim 'repository_owner')`,
    );
  });

  it("O-c20: refuses pull_request_target (O-11)", async () => {
    publisher();
    expect(await judge({ event: "pull_request_target" })).toBe(
      `${NO_PUBLISHER} (Publishing from a workflow invoked via 'pull_request_target' is not supported.)`,
    );
  });

  it("O-c21: finds a reusable workflow of the same repository by the called file only (O-13)", async () => {
    const calledWorkflow = { workflow: "publish.yml" };
    publisher();
    expect(await judge({ calledWorkflow })).toBe(NOT_FOUND);
    publisher({ workflow: "publish.yml" });
    expect(await mint(world, { calledWorkflow })).toMatch(/^pypi-/);
    expect(await judge({ calledWorkflow: { ...calledWorkflow, repository: "octo-org/shared" } })).toContain(
      "The job_workflow_ref claim does not match",
    );
  });
});

describe("the environment (O-10)", () => {
  it.each(["some-environment", "SoMe-Environment"])("O-c18: %s fits in any case", async (environment) => {
    publisher({ environment: "Some-Environment" });
    expect(await mint(world, { environment })).toMatch(/^pypi-/);
  });

  it("O-c17: prefers the publisher that names it", async () => {
    publisher({ project: "general" });
    publisher({ project: "specific", environment: "pypi" });
    const token = await mint(world, { environment: "PyPI" });
    expect(verdict(await upload(world.index, wheel({ name: "specific" }), { token }))).toBe("200 OK");
    expect((await upload(world.index, wheel({ name: "general" }), { token })).status).toBe(403);
  });

  it("O-c19: falls back to the publisher that names none", async () => {
    publisher();
    expect(await mint(world, { environment: "pypi" })).toMatch(/^pypi-/);
  });
});

describe("pending publishers (O-07, O-08)", () => {
  it("O-c09: refuses one whose project exists by now, and forgets it", async () => {
    world.index.addPendingPublisher({ project: "pkg", ...PUBLISHER });
    world.index.addProject("pkg");
    expect(await judge({})).toBe(
      "422 Token request failed invalid-pending-publisher: valid token, but project already exists",
    );
    expect(await judge({})).toBe(NOT_FOUND);
  });

  it.each([
    ["requirements.txt", "The name 'requirements.txt' isn't allowed. See https://pypi.org/help/#project-name"],
    ["json", "The name 'json' isn't allowed (conflict with Python Standard Library module name). See"],
    ["t0asting", "The name 't0asting' is too similar to an existing project. See"],
  ])("refuses to create %s", async (project, text) => {
    world.index.addProject("toasting");
    world.index.addPendingPublisher({ project, ...PUBLISHER });
    expect(await judge({})).toContain(`422 Token request failed invalid-payload: ${text}`);
  });

  it("cannot be registered for a project that exists", () => {
    world.index.addProject("pkg");
    expect(() => world.index.addPendingPublisher({ project: "Pkg", ...PUBLISHER })).toThrow("exists");
  });
});
