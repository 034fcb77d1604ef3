import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type BuiltArchive, buildSdist, buildWheel } from "../builders/archives.ts";
import { errors, failure, REPOSITORY, Scenario, warnings } from "./harness.ts";

let scenario: Scenario;
beforeEach(async () => {
  scenario = await Scenario.start();
  scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
});
afterEach(() => scenario.close());

const good = (n: number) => buildWheel({ tag: `cp3${n}-none-any`, files: { "sample_project/n.py": `n = ${n}\n` } });

describe("a release of ten files, the seventh of which the index would refuse,", () => {
  it.each<[group: string, rule: string, what: string, bad: BuiltArchive, beside?: BuiltArchive]>([
    ["metadata", "M-05", "a local version", buildWheel({ version: "1.0.0+dirty", tag: "cp316-none-any" })],
    [
      "metadata",
      "M-07",
      "a summary that is too long",
      buildWheel({ tag: "cp316-none-any", headers: [["Summary", "x".repeat(513)]] }),
    ],
    [
      "metadata",
      "M-22",
      "a direct reference",
      buildWheel({ tag: "cp316-none-any", headers: [["Requires-Dist", "x @ https://x.example/x.zip"]] }),
    ],
    [
      "description",
      "M-11",
      "a description that does not render",
      buildWheel({ tag: "cp316-none-any", description: "Title\n=====\n\n.. toctree::\n\n   x\n" }),
    ],
    ["file name", "F-14", "a platform tag nobody may use", buildWheel({ tag: "cp316-cp316-linux_x86_64" })],
    [
      "source archive",
      "S-05",
      "two top directories",
      buildSdist({ extraMembers: [{ name: "elsewhere/x", data: "x" }] }),
    ],
    ["wheel archive", "W-24", "no RECORD", buildWheel({ tag: "cp316-none-any", files: { "{distInfo}/RECORD": null } })],
    [
      "wheel archive",
      "W-28",
      "entry points that do not parse",
      buildWheel({ tag: "cp316-none-any", files: { "{distInfo}/entry_points.txt": "foo:main\n" } }),
    ],
    [
      "release",
      "F-20",
      "the bytes of another file",
      { ...good(10), filename: "sample_project-1.0.0-cp316-none-any.whl" },
    ],
    ["release", "P-23", "a second source distribution of the version", buildSdist({ version: "1.0" }), buildSdist()],
  ])(
    "uploads nothing and names file and remedy: %s rule %s, %s",
    async (_group, rule, _what, bad, beside = good(19)) => {
      scenario.put(...[10, 11, 12, 13, 14, 15, 17, 18].map(good), beside, bad);
      const result = await scenario.run();
      const text = failure(result, "distribution-invalid");
      expect(text).toContain(bad.filename);
      expect(text).toContain(`(${rule})`);
      expect(text.split("\n").filter((line) => line.trim() !== "").length).toBeGreaterThanOrEqual(2);
      expect(scenario.changes()).toEqual([]);
      expect(result.outputs.get("uploaded")).toBe("0");
    },
  );
});

describe("verification", () => {
  it("warns of what PyPI only mails about, and publishes", async () => {
    scenario.put(buildWheel({ extraMembers: [{ name: "sample_project/unlisted.py", data: "x = 1\n" }] }));
    const result = await scenario.run();
    expect(errors(result)).toEqual([]);
    expect(warnings(result)).toEqual([expect.stringContaining("(W-26)")]);
    expect(scenario.stored()).toHaveLength(1);
  });

  it("warns of a newer metadata version and lets the index decide", async () => {
    scenario.put(buildWheel({ metadataVersion: "2.6" }));
    const result = await scenario.run();
    expect(warnings(result).join("\n")).toContain("2.6");
    expect(failure(result, "upload-refused")).toContain("'2.6' is not a valid metadata version.");
  });

  it("holds an index of its own rules to no rule of PyPI's", async () => {
    const login = { user: "alice", password: "a password of hers" };
    await scenario.close();
    scenario = await Scenario.start({ index: { userPassword: login, inspectArchives: false } });
    scenario.put(buildWheel({ headers: [["Classifier", "Private :: Do Not Upload"]] }));
    const result = await scenario.run({ inputs: login });
    expect(warnings(result)).toEqual([]);
    expect(scenario.requests()).toEqual(["POST /legacy/"]);
  });

  it("is left out with verify-metadata: false, and the index says no instead", async () => {
    scenario.put(buildWheel({ headers: [["Summary", "x".repeat(513)]] }));
    const result = await scenario.run({ inputs: { "verify-metadata": "false" } });
    expect(failure(result, "upload-refused")).toContain("512 characters or less");
  });

  it("is left out with verify-metadata: false on an index of its own rules, also for what is damaged", async () => {
    const login = { user: "alice", password: "a password of hers" };
    await scenario.close();
    scenario = await Scenario.start({ index: { userPassword: login, inspectArchives: false } });
    const wheel = buildWheel({ files: { "{distInfo}/RECORD": null } });
    scenario.put(wheel);
    expect(failure(await scenario.run({ inputs: login }), "distribution-invalid")).toContain("RECORD");
    const result = await scenario.run({ inputs: { ...login, "verify-metadata": "false" } });
    expect([result.exitCode, scenario.stored()]).toEqual([0, [wheel.filename]]);
  });
});
