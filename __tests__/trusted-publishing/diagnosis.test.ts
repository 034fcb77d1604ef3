import { describe, expect, it } from "@jest/globals";
import type { IndexTarget } from "../../src/package-index/target.ts";
import type { Claims } from "../../src/trusted-publishing/claims.ts";
import { explainMintRefusal } from "../../src/trusted-publishing/diagnosis.ts";
import type { ReleasedProject } from "../../src/trusted-publishing/publisher-form.ts";
import { PYPI, TESTPYPI } from "../builders/targets.ts";

const NOT_FOUND = "valid token, but no corresponding publisher (Publisher with matching claims was not found)";

const claims: Claims = {
  repository: "Octo-Org/Sample.Repo",
  ownerId: "4711",
  environment: "pypi",
  eventName: "release",
  visibility: "public",
  subject: "repo:Octo-Org/Sample.Repo:environment:pypi",
  ref: "refs/tags/v1.0",
  sha: "8c2f1d9b7a6e5f4c3b2a1908f7e6d5c4b3a29180",
  issuer: "https://token.actions.githubusercontent.com",
  workflowRef: "Octo-Org/Sample.Repo/.github/workflows/release.yml@refs/tags/v1.0",
  jobWorkflowRef: "Octo-Org/Sample.Repo/.github/workflows/release.yml@refs/tags/v1.0",
};

interface Case {
  readonly code?: string;
  readonly description?: string;
  readonly claims?: Partial<Claims>;
  readonly projects?: readonly ReleasedProject[];
  readonly index?: IndexTarget;
}

function explain({ code = "invalid-publisher", description = NOT_FOUND, projects, index = PYPI, ...more }: Case = {}) {
  const error = explainMintRefusal(
    { code, description },
    { target: index, claims: { ...claims, ...more.claims }, projects: projects ?? [project("sample")] },
  );
  return { code: error.code, message: error.message, remedy: error.remedy ?? "" };
}

const project = (name: string, exists?: boolean, repositories: readonly string[] = []): ReleasedProject => ({
  name,
  exists,
  repositories,
});

const FORM = "?provider=github&owner=Octo-Org&repository=Sample.Repo&workflow_filename=release.yml&environment=pypi";
const PENDING = "https://pypi.org/manage/account/publishing/";

describe("the form of a refused publisher", () => {
  it("holds the values to enter, in the order and with the names of the index's form", () => {
    const { code, message, remedy } = explain();
    expect(code).toBe("trusted-publisher-refused");
    expect(message).toContain(NOT_FOUND);
    expect(remedy).toContain(
      "\n  Owner: Octo-Org\n  Repository name: Sample.Repo\n  Workflow name: release.yml\n  Environment name: pypi\n",
    );
  });

  it("is filled in by a link for a project that exists (O-18)", () => {
    const { remedy } = explain({ projects: [project("sample", true), project("sample-extras", true)] });
    expect(remedy).toContain(
      `For sample, the form is filled in here: https://pypi.org/manage/project/sample/settings/publishing/${FORM}`,
    );
    expect(remedy).toContain(`https://pypi.org/manage/project/sample-extras/settings/publishing/${FORM}`);
    expect(remedy).not.toContain("pending");
  });

  it("is to be typed for a project that is new (O-19), within 30 days (O-21)", () => {
    const { remedy } = explain({ projects: [project("sample", false)] });
    expect(remedy).toContain(`sample is new to PyPI: add a pending publisher at ${PENDING} with`);
    expect(remedy).toContain("\n  PyPI Project Name: sample\n");
    expect(remedy).toContain("30 days");
    expect(remedy).not.toContain("/manage/project/");
  });

  it("cannot be pending for two projects at once (O-21)", () => {
    const { remedy } = explain({ projects: [project("one", false), project("two", false)] });
    expect(remedy).toContain("one, two are new to PyPI");
    expect(remedy).toContain("one after the other");
  });

  it("has both ways where it is not known whether the project exists", () => {
    const { remedy } = explain();
    expect(remedy).toContain("For sample, if it exists, the form is filled in here");
    expect(remedy).toContain("For a project that does not exist yet, add a pending publisher");
  });

  it("leaves the environment empty where the job has none", () => {
    const { message, remedy } = explain({ claims: { environment: undefined } });
    expect(message).toContain("The job has no `environment:`");
    expect(message).toContain("only where the rules of the environment allow refs/tags/v1.0");
    expect(remedy).toContain("Environment name: (leave empty)");
    expect(remedy).not.toContain("environment=");
  });

  it("leads to TestPyPI for TestPyPI", () => {
    const { message, remedy } = explain({ index: TESTPYPI, projects: [project("sample", true)] });
    expect(message).toContain("nothing counts that is registered at PyPI");
    expect(remedy).toContain("https://test.pypi.org/manage/project/sample/settings/publishing/?");
  });
});

describe("what is unusual about a run", () => {
  const called = (jobWorkflowRef: string) => explain({ claims: { jobWorkflowRef } });

  it.each([
    ["nothing", {}, []],
    ["a repository whose metadata says so", {}, ["Octo-Org/Sample.Repo"]],
  ])("is not made up: %s", (_what, more, repositories) => {
    expect(
      explain({ claims: more, projects: [project("sample", true, repositories)] }).message.split("\n"),
    ).toHaveLength(1);
  });

  it("is pull_request_target, for which no form is shown (O-11)", () => {
    const { message, remedy } = explain({ claims: { eventName: "pull_request_target" } });
    expect(message).toContain("`pull_request_target`");
    expect(remedy).toBe("Start the release by `push` of a tag, `release` or `workflow_dispatch`.");
  });

  it("is a called workflow of the same repository, whose file is the one to register (O-13)", () => {
    const { message, remedy } = called("Octo-Org/Sample.Repo/.github/workflows/publish.yml@refs/tags/v1.0");
    expect(message).toContain("publish.yml, which release.yml calls");
    expect(remedy).toContain("Workflow name: publish.yml");
  });

  it("is a called workflow of another repository, which no registration helps (O-13)", () => {
    const { message, remedy } = called("Octo-Org/shared/.github/workflows/publish.yml@refs/heads/main");
    expect(message).toContain("Octo-Org/shared/.github/workflows/publish.yml, called by release.yml");
    expect(remedy).toMatch(/^Put the job that publishes into release\.yml itself/);
  });

  it("is a called workflow at another ref than the run's", () => {
    const { message, remedy } = called("Octo-Org/Sample.Repo/.github/workflows/publish.yml@refs/heads/main");
    expect(message).toContain("at refs/heads/main, while the run is at refs/tags/v1.0");
    expect(remedy).toBe("Call it without a ref, as `uses: ./.github/workflows/publish.yml`.");
  });

  it.each([
    [
      "other capitals",
      "octo-org/sample.repo",
      "spells the repository octo-org/sample.repo, GitHub spells it Octo-Org/Sample.Repo",
    ],
    ["another name", "octo-org/older-name", "After a renaming or a transfer a publisher has to be registered anew"],
    ["another owner", "someone/Sample.Repo", "the owner's number (here 4711)"],
  ])("is metadata that names the repository with %s", (_what, named, expected) => {
    expect(explain({ projects: [project("sample", true, [named])] }).message).toContain(expected);
  });
});

describe("an issuer that the index does not know (O-04)", () => {
  it.each([
    ["of an enterprise", "https://token.actions.githubusercontent.com/octo-enterprise", "include_enterprise_slug"],
    ["of GitHub Enterprise Server", "https://github.example.com/_services/token", "GitHub Enterprise Server"],
    ["of somebody", "https://issuer.example", "Give an API token as `password`."],
  ])("%s is named, with what to do", (_what, issuer, expected) => {
    const { code, message, remedy } = explain({
      code: "invalid-payload",
      description: "unknown trusted publishing issuer",
      claims: { issuer },
    });
    expect(code).toBe("identity-token-refused");
    expect(message).toContain(issuer);
    expect(remedy).toContain(expected);
  });
});

describe("another refusal of the exchange", () => {
  it.each([
    [
      "invalid-pending-publisher",
      "valid token, but project already exists",
      "trusted-publisher-refused",
      "/sample/settings/publishing/?",
    ],
    ["invalid-reuse-token", "invalid token: already used", "identity-token-refused", "fresh identity token"],
    ["invalid-token", "malformed or invalid token", "identity-token-refused", "clock of the runner"],
    ["not-enabled", "github trusted publishing functionality not enabled", "trusted-publishing-disabled", "API token"],
    ["invalid-payload", "malformed JWT", "identity-token-refused", "Run the job again"],
    ["invalid-payload", "The name 'xml' isn't allowed.", "trusted-publisher-refused", "another project name"],
    ["invalid-payload", "New project registration temporarily disabled.", "trusted-publisher-refused", "again later"],
    ["something-new", "never heard of", "mint-token-refused", "what the index says"],
  ])("%s: %s is %s, with a remedy", (code, description, expected, remedy) => {
    const explained = explain({ code, description });
    expect(explained.code).toBe(expected);
    expect(explained.message).toContain(description);
    expect(explained.remedy).toContain(remedy);
  });
});
