import { describe, expect, it } from "@jest/globals";
import { isSeveralPythonLines, pythonTrim, pythonWords } from "../../src/standards/python-text.ts";

describe("white space of Python", () => {
  it("has the information separators and the next-line character, but no byte order mark", () => {
    expect(pythonTrim("\u001c\u0085 a\u001f")).toBe("a");
    expect(pythonTrim("\ufeffa")).toBe("\ufeffa");
    expect(pythonWords(" a\u2003b\u001dc ")).toEqual(["a", "b", "c"]);
  });

  it("is removed in time linear in the text", () => {
    const start = performance.now();
    expect(pythonTrim(`a${" ".repeat(1_000_000)}b`)).toHaveLength(1_000_002);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("isSeveralPythonLines", () => {
  it.each(["a\nb", "a\r\nb", "a\rb", "a\u2028b", "a\u001eb", "a\n\n"])("is true for %j", (text) => {
    expect(isSeveralPythonLines(text)).toBe(true);
  });

  it.each(["", "a", "a\n", "a\r\n", "a\u2029"])("is false for %j", (text) => {
    expect(isSeveralPythonLines(text)).toBe(false);
  });
});
