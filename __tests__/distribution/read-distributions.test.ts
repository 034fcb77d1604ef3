import { describe, expect, it } from "@jest/globals";
import type { Candidate } from "../../src/distribution/candidate.ts";
import { readDistributions } from "../../src/distribution/read-distributions.ts";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { useWorkspace } from "./workspace.ts";

const workspace = useWorkspace();

describe("readDistributions", () => {
  it("reads wheels and source distributions, in the order given", async () => {
    const wheel = await workspace().candidate(buildWheel({ tag: "py2.py3-none-any", headers: [["Summary", "größe"]] }));
    const sdist = await workspace().candidate(buildSdist({ headers: [["Summary", "s"]], description: "Text\n" }));
    const { distributions, findings } = await readDistributions([sdist, wheel]);
    expect(findings).toEqual([]);
    expect(distributions).toEqual([
      { kind: "sdist", ...sdist, metadata: expect.objectContaining({ name: "sample-project", version: "1.0.0" }) },
      {
        kind: "wheel",
        ...wheel,
        pythonTag: "py2.py3",
        metadata: expect.objectContaining({ name: "sample-project", version: "1.0.0" }),
      },
    ]);
    expect(distributions.map(({ metadata }) => metadata.fields.get("summary"))).toEqual([["s"], ["größe"]]);
  });

  it("reads more files than it has open at once", async () => {
    const names = Array.from({ length: 40 }, (_, index) => `project-${index}`);
    const candidates = await Promise.all(names.map((name) => workspace().candidate(buildWheel({ name }))));
    const { distributions } = await readDistributions(candidates);
    expect(distributions.map(({ metadata }) => metadata.name)).toEqual(names);
  });

  it("turns the warnings of the metadata into findings", async () => {
    const wheel = buildWheel({ headers: [["X-Made-By", "me"]] });
    const { distributions, findings } = await readDistributions([await workspace().candidate(wheel)]);
    expect(distributions).toHaveLength(1);
    expect(findings).toEqual([
      expect.objectContaining({
        filename: wheel.filename,
        severity: "warning",
        message: expect.stringContaining("X-Made-By"),
      }),
    ]);
  });

  it("goes on after a file that cannot be read and reports all of them", async () => {
    const good = buildWheel({ name: "good" });
    const cut = buildSdist({ name: "cut" });
    const candidates = [
      await workspace().candidate(buildWheel({ name: "empty" }), { content: new Uint8Array(0) }),
      await workspace().candidate(good),
      await workspace().candidate(cut, { content: cut.content.subarray(0, 40) }),
      { path: `${workspace().path}/gone-1.0.tar.gz`, filename: "gone-1.0.tar.gz", size: 5, modifiedMs: 0 },
    ];
    const { distributions, findings } = await readDistributions(candidates);
    expect(distributions.map(({ filename }) => filename)).toEqual([good.filename]);
    expect(findings).toEqual(
      ["empty-1.0.0-py3-none-any.whl", "cut-1.0.0.tar.gz", "gone-1.0.tar.gz"].map((filename) => ({
        filename,
        path: expect.stringContaining(filename),
        damaged: true,
        severity: "error",
        message: expect.stringContaining(`"${filename}"`),
        remedy: expect.stringMatching(/.{20,}/),
      })),
    );
    expect(findings[0]?.message).toContain("is empty");
    expect(findings[2]?.message).toContain("ENOENT");
  });
});

describe("readDistributions: file name and content", () => {
  async function finding(candidate: Candidate): Promise<string | undefined> {
    const { findings, distributions } = await readDistributions([candidate]);
    expect(findings.length + distributions.length).toBe(1);
    return findings[0]?.message;
  }

  it.each([
    ["an older spelling of the name", { name: "My.Project", filename: "My_Project-1.0.0-py3-none-any.whl" }],
    ["another spelling of the version", { version: "1.0.0", filename: "sample_project-v1.0-py3-none-any.whl" }],
    ["a build tag", { build: "1" }],
  ])("takes a wheel with %s", async (_, options) => {
    expect(await finding(await workspace().candidate(buildWheel(options)))).toBeUndefined();
  });

  it.each([
    ["hyphens in the name", { name: "my-project", filename: "my-project-1.0.0.tar.gz" }],
    ["capitals and dots", { name: "My.Project", filename: "My.Project-1.0.0.tar.gz" }],
    ["a hyphen in the version", { version: "1.0.post1", filename: "sample_project-1.0-1.tar.gz" }],
    ["another top directory", { root: "something-else" }],
  ])("takes a source distribution with %s", async (_, options) => {
    expect(await finding(await workspace().candidate(buildSdist(options)))).toBeUndefined();
  });

  it.each([
    ["no METADATA", { files: { "{distInfo}/METADATA": null } }, 'has no "sample_project-1.0.0.dist-info/METADATA".'],
    [
      "a folder of another spelling",
      { distInfo: "Sample_Project-1.0.0" },
      ', but "Sample_Project-1.0.0.dist-info/METADATA"',
    ],
    ["METADATA without fields", { metadata: "\n" }, "METADATA: Metadata-Version is missing"],
    ["a name of too few parts", { filename: "sample-1.0.whl" }, "is not of the form"],
  ])("refuses a wheel with %s", async (_, options, text) => {
    expect(await finding(await workspace().candidate(buildWheel(options)))).toContain(text);
  });

  it.each([
    ["no PKG-INFO", { files: { "PKG-INFO": null } }, 'has no "sample_project-1.0.0/PKG-INFO"'],
    ["PKG-INFO without fields", { metadata: "Summary: x\n" }, "PKG-INFO: Metadata-Version is missing"],
  ])("refuses a source distribution with %s", async (_, options, text) => {
    expect(await finding(await workspace().candidate(buildSdist(options)))).toContain(text);
  });
});
