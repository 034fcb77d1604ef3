import { describe, expect, it } from "@jest/globals";
import { filenameViolations } from "../../../src/verification/rules/filename.ts";

const ACCEPT = "";

describe("names of source archives", () => {
  it.each<readonly [id: string, filename: string, name: string, version: string, expected: string]>([
    [
      "F-c06 F-05",
      "something.tar.gz",
      "something",
      "1.0",
      "F-05: Invalid source distribution filename: something.tar.gz",
    ],
    ["F-05", "pkg-dog.tar.gz", "pkg", "1.0", "F-05: Invalid source distribution filename: pkg-dog.tar.gz"],
    [
      "F-c07 F-06",
      "nope-1.0.tar.gz",
      "something_else",
      "1.0",
      "F-06: Start filename for 'something_else' with 'something_else'.",
    ],
    ["F-c07 F-06", "nope-1.0.tar.gz", "no", "1.0", "F-06: Start filename for 'no' with 'no'."],
    [
      "F-c10 F-07",
      "Some_Thing-1.0.tar.gz",
      "some_thing",
      "1.0",
      "F-07: Filename 'Some_Thing-1.0.tar.gz' is invalid, should be 'some_thing-1.0.tar.gz'.",
    ],
    [
      "F-c10 F-07",
      "some-thing-1.0.post9.tar.gz",
      "some_thing",
      "1.0.post9",
      "F-07: Filename 'some-thing-1.0.post9.tar.gz' is invalid, should be 'some_thing-1.0.post9.tar.gz'.",
    ],
    [
      "F-06 F-07",
      "name-1.0-1.tar.gz",
      "name",
      "1.0-1",
      "F-07: Filename 'name-1.0-1.tar.gz' is invalid, should be 'name-1.0.post1.tar.gz'.",
    ],
    [
      "F-c11 F-08",
      "some_thing-1.0.post9.zip",
      "some_thing",
      "1.0.post9",
      "F-08: Filename 'some_thing-1.0.post9.zip' is invalid, should be 'some_thing-1.0.post9.tar.gz'.",
    ],
    [
      "F-c12 F-07",
      "wutang-6.6.6.tar.gz",
      "wutang",
      "1.2.3",
      "F-07: Filename 'wutang-6.6.6.tar.gz' is invalid, should be 'wutang-1.2.3.tar.gz'.",
    ],
    [
      "F-07",
      "wutang-1.0.0.tar.gz",
      "wutang",
      "1.0",
      "F-07: Filename 'wutang-1.0.0.tar.gz' is invalid, should be 'wutang-1.0.tar.gz'.",
    ],
    ["M-c10 F-07", "pkg-1.0.tar.gz", "pkg", "v1.0", ACCEPT],
    ["F-c13 F-07", "flufl_enum-1.0.0.tar.gz", "flufl.enum", "1.0.0", ACCEPT],
    ["F-c14 F-07", "foo_bar-1.0.0.tar.gz", "foo-.bar", "1.0.0", ACCEPT],
    ["M-04", "pkg-1.0.tar.gz", "pkg", "dog", ACCEPT],
  ])("%s: %s for project %s %s", (_id, filename, name, version, expected) => {
    const found = filenameViolations({ filename, filetype: "sdist", name, version });
    expect(found.map(({ rule, text }) => `${rule}: ${text}`)).toEqual(expected === ACCEPT ? [] : [expected]);
    expect(found.every(({ effect }) => effect === "reject")).toBe(true);
  });

  it.each([
    ["another version", "wutang-6.6.6.tar.gz", "any"],
    ["another spelling of the version", "wutang-1.2.3.0.tar.gz", "pypi"],
    ["another spelling of the name", "WuTang-1.2.3.tar.gz", "pypi"],
    ["a zip archive", "wutang-1.2.3.zip", "pypi"],
  ])("F-07, F-08: knows whether only PyPI minds %s", (_what, filename, scope) => {
    const found = filenameViolations({ filename, filetype: "sdist", name: "wutang", version: "1.2.3" });
    expect(found.map((violation) => violation.scope)).toEqual([scope]);
  });
});
