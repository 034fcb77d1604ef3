import { describe, expect, it } from "@jest/globals";
import { isSpecifierSet } from "../../src/standards/version-specifier.ts";

describe("isSpecifierSet", () => {
  it.each([
    "",
    ",",
    ">=3.8",
    " >= 3.8 , < 4 ",
    "==3.*",
    "!=3.0.*",
    "~=3.8",
    "===x",
    "===",
    "==1.0+local",
    ">=1.0.post1",
  ])("takes %j", (text) => {
    expect(isSpecifierSet(text)).toBe(true);
  });

  it.each(["3.8", "^3.8", "=>3", ">=3 <4", ">=3.*", "~=3", "===a b", ">=1+local", "~=1.0+local", "==1.*.dev1", ">=１"])(
    "refuses %j",
    (text) => {
      expect(isSpecifierSet(text)).toBe(false);
    },
  );

  it("counts as white space what Python counts", () => {
    expect(isSpecifierSet("\u001f>=3\u0085")).toBe(true);
    expect(isSpecifierSet("\ufeff>=3")).toBe(false);
  });
});
