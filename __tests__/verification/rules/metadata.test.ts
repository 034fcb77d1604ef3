import { describe, expect, it } from "@jest/globals";
import { METADATA_FIELDS } from "../../../src/standards/core-metadata.ts";
import { ACCEPT, judged, type MetadataCase, violations } from "./metadata-form.ts";

const NAME_TEXT = "is an invalid value for Name. Error: Start and end with";

describe("versions and required fields", () => {
  it.each<MetadataCase>([
    [
      "M-c01 M-01",
      "no metadata version",
      { metadata_version: null },
      "M-01 reject: None is not a valid metadata version.",
    ],
    ["M-c02 M-01", "-1", { metadata_version: "-1" }, "M-01 reject: '-1' is not a valid metadata version."],
    ["M-01", "2.0", { metadata_version: "2.0" }, "M-01 reject: '2.0' is not a valid metadata version."],
    ["M-01", "newer than known", { metadata_version: "2.6" }, "M-01 dated: '2.6' is not a valid metadata version."],
    ["M-01", "of another major version", { metadata_version: "3.0" }, "M-01 reject: '3.0' is not a valid"],
    ["M-c07 M-03", "name foo-", { name: "foo-" }, `M-03 reject: 'foo-' ${NAME_TEXT}`],
    [
      "M-03",
      "no name",
      { name: null },
      "M-03 reject: None is an invalid value for Name. Error: This field is required.",
    ],
    [
      "M-03",
      "a long name",
      { name: `${"x".repeat(80)}-` },
      `M-03 reject: '${"x".repeat(30)}...${"x".repeat(29)}-' ${NAME_TEXT}`,
    ],
    ["M-c08 M-04", "empty version", { version: "" }, "M-04 reject: 'version' is a required field."],
    ["M-c09 M-04", "version dog", { version: "dog" }, "M-04 reject: 'dog' is invalid for 'version'."],
    ["M-c10 M-04", "version v1.0", { version: "v1.0" }, ACCEPT],
    [
      "M-c11 M-05",
      "1.0+local",
      { version: "1.0+Local" },
      "M-05 reject: The use of local versions in '1.0+local' is not allowed.",
    ],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });

  it.each(["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"])("M-c03 M-01: %s passes", (version) => {
    expect(judged({ metadata_version: version })).toEqual([]);
  });

  it("M-05: says which version to publish instead", () => {
    expect(violations({ version: "1.0.dev3+g123" })[0]?.remedy).toContain("1.0.dev3:");
  });
});

describe("fields newer than the declared version (M-02)", () => {
  it.each<MetadataCase>([
    ["M-c04", "2.1 with content type", { description_content_type: "text/markdown" }, ACCEPT],
    [
      "M-c04",
      "2.4 with license",
      { metadata_version: "2.4", license_expression: "MIT", license_file: "LICENSE" },
      ACCEPT,
    ],
    ["M-c04 M-c55 M-31", "2.5", { metadata_version: "2.5", import_name: "widget", import_namespace: "gadget" }, ACCEPT],
    [
      "M-c05",
      "license_expression with 2.3",
      { metadata_version: "2.3", license_expression: "MIT" },
      "M-02 reject: license-expression introduced in metadata version 2.4, not 2.3.",
    ],
    [
      "M-c06",
      "license_file with 2.1",
      { license_file: "LICENSE" },
      "M-02 reject: license-file introduced in metadata version 2.4, not 2.1.",
    ],
    [
      "M-02",
      "old fields are never too new",
      { metadata_version: "1.0", download_url: "https://example.com/", requires: "x" },
      ACCEPT,
    ],
    ["M-02", "fields of a version newer than known", { metadata_version: "2.9", import_name: "a" }, "M-01 dated: "],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });
});

describe("the stages (M-34)", () => {
  it.each<MetadataCase>([
    ["M-c56 M-32", "two summaries", { summary: ["a", "b"] }, "M-32 reject: 'summary' has invalid data."],
    ["M-c57 M-32", "two keywords", { keywords: ["a", "b"] }, "M-32 reject: 'keywords' has invalid data."],
    ["M-32", "two names", { name: ["pkg", "pkg"] }, "M-32 reject: 'name' has invalid data."],
    [
      "M-c39 M-20",
      "a label twice",
      { project_urls: ["one, https://a", " one ,https://b"] },
      "M-20 reject: 'project_urls' has invalid data.",
    ],
    [
      "M-c60 M-33",
      "fields without rules",
      { requires: "!!!", requires_external: "!!!", platform: ["a", "b", "c"] },
      ACCEPT,
    ],
    ["M-c16 H-12", "an empty field", { description_content_type: "", home_page: "" }, ACCEPT],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });

  it("M-c61: reports what the index would hide behind a fault of an earlier stage, too", () => {
    const found = violations({ keywords: ["a", "b"], summary: "x".repeat(513), requires_python: "x" });
    expect(found.map(({ rule, field, stage }) => [rule, field, stage])).toEqual([
      ["M-32", "keywords", 1],
      ["M-24", "requires-python", 2],
      ["M-07", "summary", 3],
    ]);
  });

  it("knows every field of the form, and finds nothing in values without rules", () => {
    const harmless = METADATA_FIELDS.filter(({ field }) =>
      ["author", "maintainer", "license", "platform"].includes(field),
    );
    expect(judged(Object.fromEntries(harmless.map(({ field }) => [field, "\u{1f600} any {text}"])))).toEqual([]);
  });
});

describe("braces in a bad value (M-35)", () => {
  it.each<MetadataCase>([
    ["M-c58", "{foo}", { requires_python: "{foo}" }, "M-35 server-error: "],
    ["M-35", "a single brace", { requires_dist: "foo}" }, "M-35 server-error: "],
    ["M-35", "{{foo}}", { requires_python: "{{foo}}" }, "M-24 reject: '{{foo}}' is invalid for 'requires-python'."],
    ["M-35", "in a value that is judged later", { home_page: "{foo}" }, "M-17 reject: "],
    ["M-35", "in a good value", { summary: "{foo}" }, ACCEPT],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });
});
