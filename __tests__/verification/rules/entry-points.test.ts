import { describe, expect, it } from "@jest/globals";
import { entryPointsFault } from "../../../src/verification/rules/entry-points.ts";

describe("entryPointsFault (W-28)", () => {
  it.each([
    ["two sections", "[console_scripts]\na = b:c\n[gui_scripts]\na = b:c\n"],
    ["comments and empty lines", "# one\n\n[a]\n; two\nb = c\n"],
    ["continued values", "[a]\nb =\n  c\n  d = e\n"],
    ["Windows line ends", "[a]\r\nb = c\r\n"],
    ["keys that differ in case", "[a]\nb = c\nB = c\n"],
    ["nothing", ""],
    ["white space as Python knows it", "[console_scripts]\n\x1ca\x85= b\n\x85\n"],
    ["a section name with a carriage return", "[a\rb]\nc = d\n"],
    ["an odd name in DEFAULT, with no scripts", "[DEFAULT]\na b = c\n"],
  ])("passes %s", (_case, text) => {
    expect(entryPointsFault(Buffer.from(text))).toBeUndefined();
  });

  it.each([
    ["a key before the first section", "a = b\n", "line 1 stands before the first section"],
    ["a section twice", "[a]\nb = c\n[a]\n", 'line 3 opens the section "a" again'],
    ["a key twice", "[a]\nb = c\nb = d\n", "line 3 has a key for the second time"],
    ["a line without =", "[a]\nb: c\n", 'line 2 is not of the form "name = value"'],
    ["a line that begins with =", "[a]\n= c\n", 'line 2 is not of the form "name = value"'],
    ["a line indented below a section", "[a]\n  b\n", 'line 2 is not of the form "name = value"'],
    ["a line of a byte order mark", "[a]\n\ufeff\n", 'line 2 is not of the form "name = value"'],
    ["a byte order mark", "\ufeff[a]\nb = c\n", "it begins with a byte order mark"],
  ])("refuses %s", (_case, text, problem) => {
    expect(entryPointsFault(Buffer.from(text))).toEqual({ problem, unreadable: true });
  });

  it("names script and line", () => {
    const fault = entryPointsFault(Buffer.from("[gui_scripts]\ngood = a:b\nnot good = a:b\n"));
    expect(fault).toEqual({ problem: expect.stringContaining('"not good" in line 3'), unreadable: false });
  });

  it("takes a byte order mark for a part of the name", () => {
    expect(entryPointsFault(Buffer.from("[console_scripts]\na\ufeff = b\n"))?.unreadable).toBe(false);
  });

  it("counts keys of DEFAULT as scripts", () => {
    expect(entryPointsFault(Buffer.from("[DEFAULT]\na b = c\n[console_scripts]\n"))?.unreadable).toBe(false);
  });
});
