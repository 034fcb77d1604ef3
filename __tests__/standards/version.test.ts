import { describe, expect, it } from "@jest/globals";
import { normalizeVersion, parseVersion, versionKey, versionsEqual } from "../../src/standards/version.ts";

// Expected values are those of Python's packaging.
describe("normalizeVersion", () => {
  it.each([
    ["1.0", "1.0"],
    ["v1.0", "1.0"],
    ["V2.3", "2.3"],
    [" 1.0\n", "1.0"],
    ["1.0.0", "1.0.0"],
    ["01.002", "1.2"],
    ["0", "0"],
    ["1!2.0", "1!2.0"],
    ["00!1", "1"],
    ["1.0-alpha", "1.0a0"],
    ["1.0a1", "1.0a1"],
    ["1.0.ALPHA.01", "1.0a1"],
    ["1.0_beta.2", "1.0b2"],
    ["1.0c3", "1.0rc3"],
    ["1.0pre", "1.0rc0"],
    ["1.0.preview-4", "1.0rc4"],
    ["1.0-rc-1", "1.0rc1"],
    ["1.0-1", "1.0.post1"],
    ["1.0-01", "1.0.post1"],
    ["1.0r4", "1.0.post4"],
    ["1.0_rev.5", "1.0.post5"],
    ["1.0.post", "1.0.post0"],
    ["1.0.dev", "1.0.dev0"],
    ["1.0-DEV02", "1.0.dev2"],
    ["1a1.post2.dev3", "1a1.post2.dev3"],
    ["1alpha--1", "1a0.post1"],
    ["1.0+A.b_c-01", "1.0+a.b.c.1"],
    ["1.0+1e5", "1.0+1e5"],
    ["1.0+0x10", "1.0+0x10"],
    ["1.0+001", "1.0+1"],
    ["20240101123456789012345.1", "20240101123456789012345.1"],
    ["1.0.dev99999999999999999999", "1.0.dev99999999999999999999"],
  ])("%j is %s", (text, normal) => {
    expect(normalizeVersion(text)).toBe(normal);
  });

  it.each([
    "",
    "v",
    "a",
    "1.",
    ".1",
    "1..2",
    "1!",
    "1.0 rc1",
    "1.0--1",
    "1.0+",
    "1.0+a..b",
    "1.0+a+b",
    "1.0.0-SNAPSHOT",
  ])("%j is no version", (text) => {
    expect(normalizeVersion(text)).toBeUndefined();
    expect(parseVersion(text)).toBeUndefined();
  });

  it.each(["1.0+é", "1.0+\u017f", "1.0+\u212a", "\u0661.0"])("takes ASCII only, not %j", (text) => {
    expect(normalizeVersion(text)).toBeUndefined();
  });
});

describe("versionsEqual", () => {
  it.each([
    ["1.0", "1"],
    ["1.0", "v1.0.0"],
    ["0.0", "0"],
    ["1.0-1", "1.0.0.post1"],
    ["1.0.RC1", "1rc1"],
    ["0!1", "1"],
    ["1.0+ubuntu-1", "1+ubuntu.1"],
  ])("%s equals %s", (left, right) => {
    expect(versionsEqual(left, right)).toBe(true);
  });

  it.each([
    ["1.0", "1.0.1"],
    ["1.0", "1!1.0"],
    ["1.0", "1.0+local"],
    ["1.0", "1.0.post0"],
    ["1.0", "1.0.dev0"],
    ["10", "1"],
    ["9007199254740993", "9007199254740992"],
    ["x", "x"],
  ])("%s does not equal %s", (left, right) => {
    expect(versionsEqual(left, right)).toBe(false);
  });

  it("gives one key to all spellings of a release", () => {
    const spellings = ["1.0", "1", "v1.0.0", "1.0.0.0"];
    expect(new Set(spellings.map(versionKey))).toEqual(new Set(["1"]));
  });
});
