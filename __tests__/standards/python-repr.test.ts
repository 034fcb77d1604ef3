import { describe, expect, it } from "@jest/globals";
import { pythonRepr, pythonReprList } from "../../src/standards/python-repr.ts";

describe("pythonRepr", () => {
  it.each([
    ["a", "'a'"],
    ["it's", '"it\'s"'],
    ['it\'s "x"', "'it\\'s \"x\"'"],
    ["a\\b\n\t", "'a\\\\b\\n\\t'"],
    ["\u0000\u007f\u00a0", "'\\x00\\x7f\\xa0'"],
    ["é\u2028\u{e0001}", "'é\\u2028\\U000e0001'"],
  ])("writes %j", (text, expected) => {
    expect(pythonRepr(text)).toBe(expected);
  });

  it("writes lists", () => {
    expect(pythonReprList(["a", "b'"])).toBe("['a', \"b'\"]");
  });
});
