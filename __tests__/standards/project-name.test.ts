import { describe, expect, it } from "@jest/globals";
import { escapeProjectName, isProjectName, normalizeProjectName } from "../../src/standards/project-name.ts";

describe("isProjectName", () => {
  it.each(["a", "7", "A.b-c_d", "a--b", "a._-b", "zope.interface"])("takes %j", (name) => {
    expect(isProjectName(name)).toBe(true);
  });

  it.each(["", "-a", "a-", ".a", "a_", "a b", "ä", "a/b", "a\n", "\u212a"])("refuses %j", (name) => {
    expect(isProjectName(name)).toBe(false);
  });
});

describe("normalized names", () => {
  it.each([
    ["Friendly-Bard", "friendly-bard", "friendly_bard"],
    ["FRIENDLY.BARD", "friendly-bard", "friendly_bard"],
    ["FrIeNdLy-._.-bArD", "friendly-bard", "friendly_bard"],
    ["a__b", "a-b", "a_b"],
  ])("%s is %s in an index and %s in a file name", (name, normalized, escaped) => {
    expect(normalizeProjectName(name)).toBe(normalized);
    expect(escapeProjectName(name)).toBe(escaped);
  });
});
