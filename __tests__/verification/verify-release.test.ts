import { describe, expect, it } from "@jest/globals";
import { discoverDistributions } from "../../src/distribution/discover.ts";
import type { Finding } from "../../src/distribution/finding.ts";
import { readDistributions } from "../../src/distribution/read-distributions.ts";
import { VerificationError } from "../../src/verification/verification-error.ts";
import { type Strictness, type VerifiedRelease, verifyRelease } from "../../src/verification/verify-release.ts";
import { type BuiltArchive, buildSdist, buildWheel } from "../builders/archives.ts";
import { useWorkspace } from "../distribution/workspace.ts";

const workspace = useWorkspace();

async function verify(strictness: Strictness, ...archives: readonly BuiltArchive[]): Promise<VerifiedRelease> {
  await workspace().put(Object.fromEntries(archives.map(({ filename, content }) => [`dist/${filename}`, content])));
  const { candidates } = await discoverDistributions({ packagesDir: "dist", workspace: workspace().path });
  return verifyRelease({ ...(await readDistributions(candidates)), strictness });
}

async function findings(strictness: Strictness, ...archives: readonly BuiltArchive[]): Promise<readonly Finding[]> {
  try {
    return (await verify(strictness, ...archives)).warnings;
  } catch (error) {
    if (error instanceof VerificationError) {
      return error.findings;
    }
    throw error;
  }
}

const rules = async (strictness: Strictness, ...archives: readonly BuiltArchive[]) =>
  (await findings(strictness, ...archives)).map(({ severity, rule }) => `${severity} ${rule}`);

describe("a release", () => {
  it("comes out with the wheels of each project first, by file name, then its source distribution", async () => {
    const { distributions, warnings } = await verify(
      "pypi",
      buildSdist({ name: "b" }),
      buildSdist({ name: "a-a" }),
      buildWheel({ name: "b" }),
      buildWheel({ name: "a-a", tag: "cp312-none-any", files: { "a_a/x.py": "x = 1\n" } }),
      buildWheel({ name: "a-a", tag: "cp311-none-any" }),
    );
    expect(distributions.map(({ filename }) => filename)).toEqual([
      "a_a-1.0.0-cp311-none-any.whl",
      "a_a-1.0.0-cp312-none-any.whl",
      "a_a-1.0.0.tar.gz",
      "b-1.0.0-py3-none-any.whl",
      "b-1.0.0.tar.gz",
    ]);
    expect(warnings).toEqual([]);
  });

  it("with faults in several files names each of them, with its rule and its remedy", async () => {
    const found = await findings(
      "pypi",
      buildWheel({ version: "1.0.0+local" }),
      buildSdist({ headers: [["Summary", "x".repeat(513)]] }),
    );
    expect(found).toEqual([
      expect.objectContaining({ rule: "M-05", filename: "sample_project-1.0.0+local-py3-none-any.whl" }),
      expect.objectContaining({ rule: "M-07", filename: "sample_project-1.0.0.tar.gz" }),
    ]);
    expect(found.every(({ message, remedy, filename }) => message.includes(filename) && remedy !== "")).toBe(true);
  });

  it("holds the same bytes twice: found although no file was hashed for it before (F-20)", async () => {
    const wheel = buildWheel();
    const twin = { ...wheel, filename: wheel.filename.replace("-py3", "-1-py3") };
    expect(await rules("pypi", wheel, twin)).toContain("error F-20");
  });
});

describe("strictness", () => {
  it.each<[Strictness, readonly string[]]>([
    ["pypi", ["warning S-09", "warning W-26", "warning W-31"]],
    ["general", ["warning S-09", "warning W-26", "warning W-31"]],
    ["form-only", []],
  ])("%s warns of what tools read differently, which the index takes: %s", async (strictness, expected) => {
    const sdist = buildSdist({ extraMembers: [{ name: "sample_project-1.0.0/./PKG-INFO", data: "x" }] });
    const wheel = buildWheel({ extraMembers: [{ name: "./sample_project/__init__.py", data: "x" }] });
    expect((await rules(strictness, sdist, wheel)).sort()).toEqual(expected);
  });

  const local = buildWheel({ version: "1.0.0+local" });
  const linux = buildWheel({ tag: "cp312-cp312-linux_x86_64" });
  const private_ = buildSdist({ headers: [["Classifier", "Private :: Do Not Upload"]] });

  it.each([
    ["a local version", local, "M-05"],
    ["a platform tag without a manylinux policy", linux, "F-14"],
    ["the classifier that keeps things private", private_, "M-15"],
  ])("of PyPI refuses %s, and no other index is spoken for", async (_what, archive, rule) => {
    expect(await rules("pypi", archive)).toContain(`error ${rule}`);
    expect(await rules("general", archive)).toEqual([]);
    expect(await rules("form-only", archive)).toEqual([]);
  });

  it.each([
    ["a wheel of another project", buildWheel({ name: "other", filename: "sample-1.0.0-py3-none-any.whl" }), "F-15"],
    [
      "a wheel of another version",
      buildWheel({ version: "2.0", filename: "sample_project-1.0-py3-none-any.whl" }),
      "F-17",
    ],
    [
      "a wheel named as a local version",
      buildWheel({ version: "1.0", filename: "sample_project-1.0+local-py3-none-any.whl" }),
      "F-17",
    ],
    [
      "a source distribution of another project",
      buildSdist({ name: "other", filename: "sample-1.0.0.tar.gz" }),
      "F-06",
    ],
    [
      "a source distribution of another version",
      buildSdist({ version: "2.0", filename: "sample_project-1.0.tar.gz" }),
      "F-07",
    ],
    ["a source distribution without a version in its name", buildSdist({ filename: "sample_project.tar.gz" }), "F-05"],
  ])("refuses everywhere %s by its name", async (_what, archive, rule) => {
    expect(await rules("general", archive)).toContain(`error ${rule}`);
  });

  it.each([
    ["a source distribution", buildSdist({ name: "My.Project", filename: "My.Project-1.0.0.tar.gz" }), "F-07"],
    ["a wheel", buildWheel({ name: "My.Project", filename: "My.Project-1.0.0-py3-none-any.whl" }), "F-16"],
  ])("takes %s whose name is not normalised to any index but PyPI", async (_what, archive, rule) => {
    expect(await rules("pypi", archive)).toContain(`error ${rule}`);
    expect((await rules("general", archive)).filter((found) => found.startsWith("error"))).toEqual([]);
  });

  it("refuses everywhere what is damaged or contradicts itself, but for form-only", async () => {
    const renamed = { ...buildWheel(), filename: "other_project-1.0.0-py3-none-any.whl" };
    const incomplete = buildWheel({ files: { "{distInfo}/RECORD": null } });
    expect(await rules("general", incomplete)).toContain("error W-24");
    expect(await rules("form-only", incomplete)).toEqual([]);
    expect(await rules("general", renamed)).not.toEqual([]);
  });
});
