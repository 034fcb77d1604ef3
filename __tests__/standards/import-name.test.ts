import { describe, expect, it } from "@jest/globals";
import { importNameFault } from "../../src/standards/import-name.ts";

describe("importNameFault", () => {
  it.each(["widget", "a.b_c", "_x", "é.中", "match", "a;private", "a ;  private"])("takes %j", (value) => {
    expect(importNameFault(value)).toBeUndefined();
  });

  it.each([
    ["", "identifier"],
    ["a-b", "identifier"],
    ["1x", "identifier"],
    ["a..b", "identifier"],
    [" a", "identifier"],
    ["a.class", "keyword"],
    ["None", "keyword"],
    ["a;", "option"],
    ["a; private ", "option"],
    ["a; public", "option"],
  ])("finds in %j: %s", (value, kind) => {
    expect(importNameFault(value)?.kind).toBe(kind);
  });
});
