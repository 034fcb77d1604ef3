import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { buildWheel } from "../builders/archives.ts";
import { errors, failure, JOB, type Publishing, REPOSITORY, Scenario, warnings } from "./harness.ts";

let scenario: Scenario;
beforeEach(async () => {
  scenario = await Scenario.start();
  scenario.putRelease();
});
afterEach(() => scenario.close());

/** Sentences of a dry run that is green: what it found out, and what it did not check. */
async function dryRun({ inputs, ...more }: Publishing): Promise<{ found: string; unchecked: readonly string[] }> {
  const result = await scenario.run({ inputs: { "dry-run": "true", ...inputs }, ...more });
  expect(errors(result)).toEqual([]);
  expect(scenario.stored()).toEqual([]);
  const [, found = "", unchecked = ""] = /^Dry run done.*\n([\s\S]*)^Not checked: (.*)\.$/m.exec(result.stdout) ?? [];
  const parts = unchecked.split("; ");
  for (const part of parts) {
    expect(result.summary.replaceAll("`", "")).toContain(part.replaceAll("`", "").slice(0, 25));
  }
  return { found, unchecked: parts };
}

describe("a dry run says what it did not check", () => {
  const last = expect.stringMatching(/^what 127\.0\.0\.1:\d+ decides only when it gets the files$/);

  it("with a password, where nothing says how to read the index, and without verification", async () => {
    const inputs = { password: scenario.index.addApiToken(), "verify-metadata": "false" };
    expect((await dryRun({ inputs })).unchecked).toEqual([
      "metadata and archives, since `verify-metadata` is false",
      expect.stringMatching(/^what 127\.0\.0\.1:\d+ holds of sample-project already$/),
      expect.stringMatching(/accepts the password or token$/),
      last,
    ]);
    expect(scenario.requests()).toEqual([]);
  });

  it("with a publisher, whose token names no projects", async () => {
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    const { found, unchecked } = await dryRun({});
    expect(found).toContain("accepts this job as a trusted publisher");
    expect(unchecked).toEqual(["whether that publisher is registered for sample-project and not only elsewhere", last]);
  });

  it("where one of two projects is new: the publisher of neither", async () => {
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    scenario.put(buildWheel({ name: "sample-extras" }));
    const { found, unchecked } = await dryRun({});
    expect(found).not.toContain("accepts");
    expect(unchecked).toEqual([
      expect.stringMatching(/accepts this job as a trusted publisher: .* sample-extras does not exist yet/),
      last,
    ]);
    expect(scenario.index.state.mintedTokens).toEqual([]);
  });
});

it("a dry run that would be refused for certain says so once, and asks the index for no token", async () => {
  const job = { ...JOB, calledWorkflow: { repository: "octo-org/shared", workflow: "publish.yml" } };
  const result = await scenario.run({ inputs: { "dry-run": "true" }, job });
  expect(failure(result, "trusted-publisher-refused")).toContain("stands in a workflow of another repository");
  expect(warnings(result)).toEqual([]);
  expect(scenario.exchanges()).toEqual(["GET /_/oidc/audience"]);
});
