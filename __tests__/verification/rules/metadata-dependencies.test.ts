import { describe, expect, it } from "@jest/globals";
import { ACCEPT, type FieldChanges, judged, type MetadataCase } from "./metadata-form.ts";

const requires = (value: string): FieldChanges => ({ requires_dist: value });
const python = (value: string): FieldChanges => ({ requires_python: value });
const reject = (value: string): string => `M-21 reject: '${value}' is invalid for 'requires-dist'.`;

describe("dependencies", () => {
  it.each<MetadataCase>([
    [
      "M-c40 M-21 M-23",
      "foo>=1.0",
      { requires_dist: "foo>=1.0", provides_dist: "foo>=1.0", obsoletes_dist: "foo>=1.0" },
      ACCEPT,
    ],
    ["M-c41 M-23", "foo >= dog", { provides_dist: "foo >= dog" }, "M-23 reject: 'foo >= dog' is invalid: "],
    ["M-c41 M-23", "foo >= dog", { obsoletes_dist: "foo >= dog" }, "M-23 reject: 'foo >= dog' is invalid: "],
    [
      "M-23",
      "an address",
      { obsoletes_dist: "foo @ https://a" },
      "M-23 reject: Can't have direct dependency: 'foo @ https://a'.",
    ],
    ["M-23", "what fails", { provides_dist: "foo===1,2" }, "M-23 server-error: "],
    [
      "M-c42 M-22",
      "a direct reference",
      requires("foo @ https://example.com/foo-1.0.tar.gz"),
      "M-22 reject: Can't have direct dependency: foo @ https://example.com/foo-1.0.tar.gz.",
    ],
    [
      "M-22",
      "one in an extra",
      requires('foo @ git+https://e.com/x ; extra == "dev"'),
      "M-22 reject: Can't have direct dependency: foo @",
    ],
    ["M-c43 M-21", "foo>=1.*", requires("foo>=1.*"), reject("foo>=1.*")],
    ["M-c43 M-21", "foo=1", requires("foo=1"), reject("foo=1")],
    ["M-c43 M-21", "an unquoted value", requires("foo; python_version >= 3"), reject("foo; python_version >= 3")],
    ["M-21", "foo~=1", requires("foo~=1"), reject("foo~=1")],
    ["M-21", "what fails", requires("foo===1,2"), "M-21 server-error: "],
    ["M-c44 M-21", "brackets", requires("foo (>=1)"), ACCEPT],
    ["M-c44 M-21", "a trailing comma", requires("foo>=1,"), ACCEPT],
    ["M-c44 M-21", "a local version", requires("foo==1.0+local"), ACCEPT],
    ["M-c44 M-21", "foo===x", requires("foo===x"), ACCEPT],
    ["M-c45 M-24", ">=3.8", python(">=3.8"), ACCEPT],
    ["M-c45 M-24", ">=3.8,<4", python(">=3.8,<4"), ACCEPT],
    ["M-c45 M-24", "==3.*", python("==3.*"), ACCEPT],
    ["M-24", "3.8", python("3.8"), "M-24 reject: '3.8' is invalid for 'requires-python'."],
    ["M-c46 M-25", "testing, plugin", { provides_extra: ["testing", "plugin"] }, ACCEPT],
    ["M-c47 M-25", "a b", { provides_extra: "a b" }, "M-25 reject: 'a b' is invalid for 'provides-extra'."],
    ["M-c47 M-25", "-a", { provides_extra: "-a" }, "M-25 reject: '-a' is invalid for 'provides-extra'."],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });

  it("M-21: names every bad value of a field, not only the first", () => {
    expect(judged({ requires_dist: ["a=1", "b", "c=1"] })).toEqual([reject("a=1"), reject("c=1")]);
  });
});
