import { describe, expect, it } from "@jest/globals";
import { licensePathFault, normalizedLicensePath } from "../../src/standards/license-path.ts";

describe("licensePathFault", () => {
  it.each(["LICENSE", "licenses/MIT.txt", "a b/[c]?", "C:a", "."])("takes %j", (path) => {
    expect(licensePathFault(path)).toBeUndefined();
  });

  it.each([
    ["../LICENSE", "parent-directory"],
    ["a..b", "parent-directory"],
    ["LICEN*", "pattern"],
    ["/LICENSE", "absolute"],
    ["C:\\LICENSE", "absolute"],
    ["C:/LICENSE", "absolute"],
    ["\\\\server\\share", "absolute"],
    ["a\\b", "not-normalised"],
    ["\\a", "not-normalised"],
    ["./a", "not-normalised"],
    ["a/./b", "not-normalised"],
    ["a//b", "not-normalised"],
    ["a/", "not-normalised"],
    ["", "not-normalised"],
  ])("finds in %j: %s", (path, fault) => {
    expect(licensePathFault(path)).toBe(fault);
  });

  it("says how a path would be written", () => {
    expect(normalizedLicensePath("./licenses\\\\MIT.txt")).toBe("licenses/MIT.txt");
  });
});
