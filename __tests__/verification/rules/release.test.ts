import { describe, expect, it } from "@jest/globals";
import { parseCoreMetadata } from "../../../src/standards/core-metadata.ts";
import { type ReleaseFile, releaseViolations } from "../../../src/verification/rules/release.ts";

const MIB = 1024 * 1024;

interface FileOptions {
  readonly name?: string;
  readonly version?: string;
  readonly headers?: readonly string[];
  readonly size?: number;
  readonly sha256?: string;
}

function file(filename: string, options: FileOptions = {}): ReleaseFile {
  const { name = "pkg", version = "1.0", headers = [], size = 1, sha256 } = options;
  const lines = ["Metadata-Version: 2.4", `Name: ${name}`, `Version: ${version}`, ...headers, "", ""];
  return {
    filename,
    kind: filename.endsWith(".whl") ? "wheel" : "sdist",
    metadata: parseCoreMetadata(Buffer.from(lines.join("\n"))),
    size,
    ...(sha256 === undefined ? {} : { sha256 }),
  };
}

function judged(...files: ReleaseFile[]): string[] {
  return releaseViolations(files).map(({ rule, effect, filename }) => `${rule} ${effect} ${filename}`);
}

const WHEEL = "pkg-1.0-py3-none-any.whl";
const OTHER = "pkg-1.0-1-py3-none-any.whl";
const SDIST = "pkg-1.0.tar.gz";

describe("files of one run taken together", () => {
  it("finds nothing in a wheel and an sdist of the same project, and in two projects", () => {
    const other = file("b-2.0.tar.gz", { name: "b", version: "2.0", headers: ["Summary: other"] });
    expect(judged(file(WHEEL, { sha256: "a" }), file(SDIST, { sha256: "b" }), other)).toEqual([]);
  });

  it("F-c31 F-20: finds equal bytes under two names", () => {
    const found = releaseViolations([file(WHEEL, { sha256: "a" }), file(OTHER, { sha256: "a" })]);
    expect(found.map(({ rule, filename }) => [rule, filename])).toEqual([["F-20", OTHER]]);
    expect(found[0]?.text).toBe(`File already exists ('${OTHER}'`);
    expect(found[0]?.message).toContain(WHEEL);
  });

  it("F-20: finds one name twice, whatever the bytes", () => {
    expect(judged(file(WHEEL, { sha256: "a" }), file(WHEEL, { sha256: "b" }))).toEqual([`F-20 reject ${WHEEL}`]);
    expect(judged(file(WHEEL), file(OTHER))).toEqual([]);
  });

  it.each([
    [100 * MIB, []],
    [100 * MIB + 1, [`P-16 accept ${WHEEL}`]],
    [1024 * MIB, [`P-16 accept ${WHEEL}`]],
    [1024 * MIB + 1, [`P-16 reject ${WHEEL}`]],
  ])("P-c13 P-16: a file of %i bytes", (size, expected) => {
    expect(judged(file(WHEEL, { size }))).toEqual(expected);
  });

  it("P-c14 P-17: adds up the files of a project, not of all projects", () => {
    const files = Array.from({ length: 103 }, (_, index) =>
      file(`pkg-1.0-${index}-py3-none-any.whl`, { size: 100 * MIB, name: index < 60 ? "pkg" : "Pkg" }),
    );
    const sums = releaseViolations(files).filter(({ rule }) => rule === "P-17");
    expect(sums.map(({ effect, filename }) => [effect, filename])).toEqual([["accept", "pkg-1.0-0-py3-none-any.whl"]]);
    const others = files.map((each, index) =>
      index < 60 ? each : file(each.filename, { name: "b", size: each.size }),
    );
    expect(releaseViolations(others).filter(({ rule }) => rule === "P-17")).toEqual([]);
  });

  it("P-18: wants one spelling of the project, by what is sent", () => {
    expect(judged(file(WHEEL, { name: "Pkg" }), file(SDIST))).toEqual([`P-18 accept ${SDIST}`]);
    expect(judged(file("a_b-1.0-py3-none-any.whl", { name: "a_b" }), file("a_b-1.0.tar.gz", { name: "a-b" }))).toEqual(
      [],
    );
  });

  it("P-c23 P-24: wants one spelling of the version", () => {
    expect(judged(file(WHEEL), file("pkg-1.0.0.tar.gz", { version: "1.0.0" }))).toEqual([
      "P-24 accept pkg-1.0.0.tar.gz",
    ]);
  });

  it("P-c21 P-23: takes one sdist a release", () => {
    expect(judged(file(SDIST), file("pkg-1.0.0.tar.gz", { version: "1.0.0" }))).toEqual([
      "P-24 accept pkg-1.0.0.tar.gz",
      "P-23 reject pkg-1.0.0.tar.gz",
    ]);
    expect(judged(file(SDIST), file("pkg-2.0.tar.gz", { version: "2.0" }))).toEqual([]);
  });
});

describe("metadata of the files of one release (M-37)", () => {
  it("M-c59: names the fields that differ, of the file that is not shown", () => {
    const first = file(WHEEL, { headers: ["Summary: one", "Requires-Dist: a"] });
    const found = releaseViolations([first, file(SDIST, { headers: ["Summary: two"] })]);
    expect(found.map(({ rule, effect, filename }) => [rule, effect, filename])).toEqual([["M-37", "accept", SDIST]]);
    expect(found[0]?.message).toContain("differs from that of");
    expect(found[0]?.message).toContain("in Summary, Requires-Dist;");
  });

  it("does not mind the order of values, and what a file declares dynamic", () => {
    const left = file(WHEEL, { headers: ["Classifier: a", "Classifier: b", "Requires-Dist: a"] });
    const right = file(SDIST, { headers: ["Classifier: b", "Classifier: a", "Dynamic: Requires-Dist"] });
    expect(judged(left, right)).toEqual([]);
  });

  it("does not mind indentation, and what an sdist from before metadata 2.2 leaves out", () => {
    const headers = ["Metadata-Version: 2.1", "Name: pkg", "Version: 1.0"];
    const old = (lines: readonly string[]) => parseCoreMetadata(Buffer.from([...headers, ...lines].join("\n")));
    const wheel = { ...file(WHEEL), metadata: old(["Requires-Dist: a", "", "Title", "", "text", ""]) };
    const sdist = { ...file(SDIST), metadata: old(["Description: Title", "        ", "        text", "", ""]) };
    expect(judged(wheel, sdist)).toEqual([]);
    expect(judged({ ...wheel, metadata: sdist.metadata }, { ...sdist, metadata: wheel.metadata })).toEqual([
      `M-37 accept ${SDIST}`,
    ]);
  });

  it("compares within one release only", () => {
    const other = file("pkg-2.0.tar.gz", { version: "2.0", headers: ["Summary: two"] });
    expect(judged(file(SDIST, { headers: ["Summary: one"] }), other)).toEqual([]);
  });
});
