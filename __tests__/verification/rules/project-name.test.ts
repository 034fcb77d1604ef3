import { describe, expect, it } from "@jest/globals";
import { newProjectNameViolations, similarityKey } from "../../../src/verification/rules/project-name.ts";

describe("names of new projects", () => {
  it.each([
    "xml",
    "XML",
    "pickle",
    "test",
    "main",
    "xml.etree",
    "encodings",
    "distutils.command.build_clib",
    "importlib_metadata",
  ])("P-c10 P-07: refuses %s", (name) => {
    const found = newProjectNameViolations(name).map(({ rule, effect, text }) => `${rule} ${effect}: ${text}`);
    expect(found).toEqual([
      `P-07 reject: The name '${name}' isn't allowed (conflict with Python Standard Library module name).`,
    ]);
  });

  it.each(["", ".,;", "_z", "İnspect"])("P-c11 P-06: refuses %j", (name) => {
    const found = newProjectNameViolations(name).map(({ rule, text }) => `${rule}: ${text}`);
    expect(found).toEqual([`P-06: The name '${name}' is invalid.`]);
  });

  it.each(["wutamg", "requests", "xml2"])("P-c12: takes %s", (name) => {
    expect(newProjectNameViolations(name)).toEqual([]);
  });
});

describe("similarityKey", () => {
  it.each(["toast1ng", "toast-ing", "t0asting", "TOASTlNG"])("P-c09 P-10: is the same for %s and toasting", (name) => {
    expect(similarityKey(name)).toBe(similarityKey("toasting"));
  });

  it("differs for names that look different", () => {
    expect(similarityKey("wutamg")).not.toBe(similarityKey("wutang"));
  });
});
