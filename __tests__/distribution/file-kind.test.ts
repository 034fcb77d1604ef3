import { describe, expect, it } from "@jest/globals";
import { fileKind, isDistributionName } from "../../src/distribution/file-kind.ts";

describe("fileKind", () => {
  it.each(["a-1.0-py3-none-any.whl", "a-1.0.tar.gz", "anything.tar.gz", "x.whl"])(
    "%s is a distribution",
    (filename) => {
      expect(fileKind(filename)).toEqual({ kind: "distribution" });
      expect(isDistributionName(filename)).toBe(true);
    },
  );

  it.each([
    ["a-1.0.zip", true],
    ["a-1.0.egg", true],
    ["a-1.0.tar.xz", true],
    ["a-1.0.win32.exe", true],
    ["a-1.0.TAR.GZ", true],
    ["screenshots.zip", false],
    ["a-1.0-py3-none-any.whl.metadata", false],
    ["a-1.0.tar.gz.publish.attestation", false],
    ["a-1.0.tar.gz.asc", false],
    ["._a-1.0-py3-none-any.whl", false],
    [".whl", false],
    [".tar.gz", false],
    ["SHA256SUMS", false],
  ])("%s is foreign; it may have been meant: %s", (filename, suspicious) => {
    expect(fileKind(filename)).toMatchObject({ kind: "foreign", suspicious });
    expect(isDistributionName(filename)).toBe(false);
  });
});
