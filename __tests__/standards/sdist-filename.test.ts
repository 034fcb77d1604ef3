import { describe, expect, it } from "@jest/globals";
import { splitSdistFilename } from "../../src/standards/sdist-filename.ts";

describe("splitSdistFilename", () => {
  it.each([
    ["sample_project-1.0.0.tar.gz", "sample_project", "1.0.0"],
    ["my-old-name-1.0.tar.gz", "my-old-name", "1.0"],
    ["pilot_boats-1!0.7.0a1.tar.gz", "pilot_boats", "1!0.7.0a1"],
    ["x-1.0+local.1.tar.gz", "x", "1.0+local.1"],
  ])("splits %s at the last hyphen", (filename, name, version) => {
    expect(splitSdistFilename(filename)).toEqual([{ name, version }]);
  });

  it("offers the older readings of a post-release with a hyphen", () => {
    expect(splitSdistFilename("pkg-1.0-1.tar.gz")).toEqual([
      { name: "pkg-1.0", version: "1" },
      { name: "pkg", version: "1.0-1" },
    ]);
  });

  it.each([
    "pkg.tar.gz",
    "pkg-.tar.gz",
    "-1.0.tar.gz",
    "pkg-latest.tar.gz",
    "pkg-1.0.zip",
    "pkg-1.0.TAR.GZ",
    "source.tar.gz",
  ])("finds no way to read %s", (filename) => {
    expect(splitSdistFilename(filename)).toEqual([]);
  });
});
