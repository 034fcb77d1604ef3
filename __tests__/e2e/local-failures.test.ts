import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { errors, failure, Scenario } from "./harness.ts";

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
    expect(scenario.exchanges()).toEqual([]);
    expect(result.summary).toContain("Not published");
  });

  it("do not show the credentials of a URL", async () => {
    scenario.putRelease();
    const result = await scenario.run({ inputs: { "repository-url": "https://alice:geheimnis@index.example/up/" } });
    expect(failure(result, "input-invalid")).toContain("***@index.example");
    expect(result.stdout + result.summary).not.toContain("geheimnis");
  });

  it("require attestations, which no index takes with a password", async () => {
    scenario.putRelease();
    const result = await scenario.run({ inputs: { attestations: "required", password: "hunter2hunter2" } });
    expect(failure(result, "attestations-unavailable")).toContain("Leave `password` out");
    expect(scenario.requests()).toEqual([]);
  });
});

describe("distributions that are wrong", () => {
  it("are missing together with their folder", async () => {
    const result = await scenario.run();
    const text = failure(result, "no-distributions");
    expect(text).toContain("dist");
    expect(text).toContain("download-artifact");
    // What was asked ahead is given up in silence.
    expect(result.stdout).not.toContain("trying again");
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
    const result = await scenario.run();
    expect(result.exitCode).toBe(1);
    const annotations = errors(result);
    expect(annotations.map(({ title }) => title)).toEqual(Array(4).fill("distribution-invalid"));
    for (const name of [
      "other-3.0-py3-none-any.whl",
      "nameless-1.0.0.tar.gz",
      "broken-1.0-py3-none-any.whl",
      "empty-1.0.tar.gz",
    ]) {
      expect(annotations.filter(({ text }) => text.includes(name))).toHaveLength(1);
      expect(result.summary).toContain(name);
    }
    expect(scenario.changes()).toEqual([]);
  });
});
