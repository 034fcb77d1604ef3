import { describe, expect, it } from "@jest/globals";
import { obstacleAtIndex, obstacleInJob } from "../../src/attestation/mode.ts";
import { Secret } from "../../src/secret.ts";
import { readClaims } from "../../src/trusted-publishing/claims.ts";
import { PYPI, TESTPYPI, target } from "../builders/targets.ts";

const OTHER = target("https://index.example/legacy/");

describe("an index takes attestations", () => {
  it.each([
    ["PyPI with trusted publishing", PYPI, true, false, "auto", true],
    ["TestPyPI with trusted publishing", TESTPYPI, true, false, "auto", true],
    ["PyPI with a password", PYPI, false, false, "auto", false],
    ["PyPI with a password, required", PYPI, false, false, "required", false],
    ["another one", OTHER, true, false, "auto", false],
    ["another one, though asked for", OTHER, true, false, "true", false],
    ["another one, required", OTHER, true, false, "required", true],
    ["another one with its own Sigstore", OTHER, true, true, "auto", true],
    ["another one with its own Sigstore and a password", OTHER, false, true, "required", false],
  ] as const)("%s", (_what, index, trustedPublishing, ownSigstore, mode, takes) => {
    expect(obstacleAtIndex({ mode, target: index, trustedPublishing, ownSigstore }) === undefined).toBe(takes);
  });
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const WORKFLOW = "o/r/.github/workflows/release.yml";
const JOB = {
  repository_visibility: "public",
  ref: "refs/tags/pkg@1.0",
  sha: "abc",
  workflow_ref: `${WORKFLOW}@refs/tags/pkg@1.0`,
  job_workflow_ref: `${WORKFLOW}@refs/tags/pkg@1.0`,
};
const claims = (more: Record<string, string> = {}) => readClaims(new Secret(`e30.${encode({ ...JOB, ...more })}.c2ln`));

describe("a job whose attestations the index accepts", () => {
  it.each([
    ["of a public repository, for a tag with an @ in it", {}, "auto", undefined],
    ["of a private repository, asked for", { repository_visibility: "private" }, "true", undefined],
    ["of a private repository, not asked for", { repository_visibility: "private" }, "auto", /is private/],
    ["of an internal repository, not asked for", { repository_visibility: "internal" }, "auto", /is internal/],
    ["of a repository that may be private, not asked for", { repository_visibility: "" }, "auto", /may be private/],
    [
      "whose workflow is named by its commit",
      { workflow_ref: `${WORKFLOW}@abc`, job_workflow_ref: `${WORKFLOW}@abc` },
      "auto",
      undefined,
    ],
    [
      "in a called workflow",
      { job_workflow_ref: "o/r/.github/workflows/publish.yml@refs/tags/pkg@1.0" },
      "true",
      /called workflow/,
    ],
  ] as const)("%s", (_what, more, mode, reason) => {
    const obstacle = obstacleInJob(mode, claims(more));
    expect(obstacle?.reason ?? "").toMatch(reason ?? /^$/);
  });
});
