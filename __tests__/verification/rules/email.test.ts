import { describe, expect, it } from "@jest/globals";
import { ACCEPT, judged, type MetadataCase } from "./metadata-form.ts";

describe("addresses of people", () => {
  it.each<MetadataCase>([
    ["M-c25 M-14", "good", { author_email: "test@pypi.org", maintainer_email: "test@pypi.org" }, ACCEPT],
    ["M-c26 M-14", "Foo <test>", { author_email: "Foo <test>" }, "M-14 reject: 'test' is not a valid email address: "],
    [
      "M-c26 M-14",
      "maintainer",
      { maintainer_email: "Foo <test>" },
      "M-14 reject: 'test' is not a valid email address: ",
    ],
    ["M-c27 M-14", "Foo <>", { author_email: "Foo <>" }, ACCEPT],
    ["M-c28 M-14", "John Doe", { author_email: "John Doe" }, "M-14 reject: 'John' is not a valid email address: "],
    ["M-c28 M-14", "a@localhost", { author_email: "a@localhost" }, "M-14 reject: 'a@localhost' is not a valid"],
    ["M-c28 M-14", "a@foo.test", { author_email: "a@foo.test" }, "M-14 reject: 'a@foo.test' is not a valid"],
    ["M-14", "two addresses are not judged", { author_email: "a@b, c" }, ACCEPT],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });
});
