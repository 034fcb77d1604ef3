import { describe, expect, it } from "@jest/globals";
import { parseTarget } from "../../src/package-index/target.ts";
import type { Claims } from "../../src/trusted-publishing/claims.ts";
import { explainMintRefusal } from "../../src/trusted-publishing/diagnosis.ts";

const target = parseTarget("https://upload.pypi.org/legacy/");
if ("fault" in target) {
  throw new Error(target.fault);
}
const claims: Claims = {
  repository: "Octo-Org/Sample.Repo",
  environment: "pypi",
  eventName: "release",
  ref: "refs/tags/v1.0",
  issuer: "https://token.actions.githubusercontent.com",
  workflowRef: "Octo-Org/Sample.Repo/.github/workflows/release.yml@refs/tags/v1.0",
  jobWorkflowRef: "Octo-Org/Sample.Repo/.github/workflows/release.yml@refs/tags/v1.0",
};
const explain = (code: string, description: string, more: Partial<Claims> = {}) =>
  explainMintRefusal(
    { code, description },
    { target, claims: { ...claims, ...more }, projects: ["sample", "sample-extras"] },
  );

describe("a refused publisher", () => {
  const notFound = "valid token, but no corresponding publisher (Publisher with matching claims was not found)";

  it("is explained by the values to enter at the index and a filled-in form for every project", () => {
    const error = explain("invalid-publisher", notFound);
    expect(error.code).toBe("trusted-publisher-refused");
    expect(error.message).toContain(notFound);
    expect(error.remedy).toContain("Owner: Octo-Org\n");
    expect(error.remedy).toContain("Repository name: Sample.Repo\n");
    expect(error.remedy).toContain("Workflow name: release.yml\n");
    expect(error.remedy).toContain("Environment name: pypi\n");
    const form =
      "?provider=github&owner=Octo-Org&repository=Sample.Repo&workflow_filename=release.yml&environment=pypi";
    expect(error.remedy).toContain(`https://pypi.org/manage/project/sample/settings/publishing/${form}`);
    expect(error.remedy).toContain(`https://pypi.org/manage/project/sample-extras/settings/publishing/${form}`);
    expect(error.remedy).toContain("https://pypi.org/manage/account/publishing/");
  });

  it("says that the job has no environment, and to leave the field empty", () => {
    const error = explain("invalid-publisher", notFound, { environment: undefined });
    expect(error.message).toContain("no `environment:`");
    expect(error.remedy).toContain("Environment name: (leave empty)");
    expect(error.remedy).not.toContain("environment=");
  });

  it("says that the job stands in a called workflow, and names both files", () => {
    const error = explain("invalid-publisher", notFound, {
      jobWorkflowRef: "Octo-Org/shared/.github/workflows/publish.yml@refs/heads/main",
    });
    expect(error.message).toContain("publish.yml, called by release.yml");
  });

  it("says that pull_request_target is never accepted (O-11)", () => {
    expect(explain("invalid-publisher", "x", { eventName: "pull_request_target" }).message).toContain(
      "pull_request_target",
    );
  });
});

describe("another refusal of the exchange", () => {
  it.each([
    ["invalid-pending-publisher", "valid token, but project already exists", "trusted-publisher-refused", "publishing"],
    ["invalid-reuse-token", "invalid token: already used", "identity-token-refused", "fresh identity token"],
    ["invalid-token", "malformed or invalid token", "identity-token-refused", "clock of the runner"],
    ["not-enabled", "github trusted publishing functionality not enabled", "trusted-publishing-disabled", "API token"],
    ["invalid-payload", "malformed JWT", "identity-token-refused", "Run the job again"],
    ["invalid-payload", "unknown trusted publishing issuer", "identity-token-refused", "Enterprise"],
    ["invalid-payload", "The name 'xml' isn't allowed.", "trusted-publisher-refused", "another project name"],
    ["something-new", "never heard of", "mint-token-refused", "what the index says"],
  ])("%s: %s is %s, with a remedy", (code, description, expected, remedy) => {
    const error = explain(code, description);
    expect(error.code).toBe(expected);
    expect(error.message).toContain(description);
    expect(error.remedy).toContain(remedy);
  });
});
