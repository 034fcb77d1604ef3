import { describe, expect, it } from "@jest/globals";
import { ACCEPT, type FieldChanges, judged, type MetadataCase, violations } from "./metadata-form.ts";

const license = (value: string): FieldChanges => ({ metadata_version: "2.4", license_expression: value });
const file = (value: string): FieldChanges => ({ metadata_version: "2.4", license_file: value });

describe("licences", () => {
  it.each<MetadataCase>([
    ["M-c50 M-28", "MIT OR Apache-2.0", license("MIT OR Apache-2.0"), ACCEPT],
    ["M-c50 M-28", "mit", license("mit"), ACCEPT],
    [
      "M-c51 M-28",
      "MIT License",
      license("MIT License"),
      "M-28 reject: 'MIT License' is invalid for 'license-expression'.",
    ],
    [
      "M-c51 M-28",
      "Apache 2.0",
      license("Apache 2.0"),
      "M-28 reject: 'Apache 2.0' is invalid for 'license-expression'.",
    ],
    ["M-28", "what people write", license("BSD"), "M-28 reject: 'BSD' is invalid for 'license-expression'."],
    ["M-28", "what may be on a later list", license("MIT OR Foo-9.9"), "M-28 dated: 'MIT OR Foo-9.9' is invalid for"],
    ["M-28", "an exception that is none", license("MIT WITH MIT"), "M-28 dated: 'MIT WITH MIT' is invalid for"],
    ["M-28", "a plus behind LicenseRef-", license("LicenseRef-x+"), "M-28 server-error: "],
    [
      "M-c52 M-29",
      "both licences",
      { ...license("MIT"), license: "MIT" },
      "M-29 reject: License is deprecated when License-Expression is present. Only License-Expression should be present.",
    ],
    ["M-c53 M-29", "an empty licence", { ...license("MIT"), license: "" }, ACCEPT],
    [
      "M-c53 M-29",
      "a classifier",
      { ...license("MIT"), classifiers: "License :: OSI Approved :: MIT License" },
      ACCEPT,
    ],
    [
      "M-c54 M-30",
      "..",
      file("../LICENSE"),
      "M-30 reject: '../LICENSE' is invalid for 'license-file', parent directory indicators are not allowed.",
    ],
    ["M-c54 M-30", "*", file("LICEN*"), "M-30 reject: 'LICEN*' is invalid for 'license-file', paths must be resolved."],
    [
      "M-c54 M-30",
      "/",
      file("/LICENSE"),
      "M-30 reject: '/LICENSE' is invalid for 'license-file', paths must be relative.",
    ],
    [
      "M-c54 M-30",
      "a backslash",
      file("a\\b"),
      "M-30 reject: 'a\\\\b' is invalid for 'license-file', paths must use '/' delimiter.",
    ],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });

  it("M-28, M-30: say what to write instead", () => {
    expect(violations(license("GPLv3"))[0]?.remedy).toContain("GPL-3.0-or-later");
    expect(violations(file("a\\b"))[0]?.remedy).toContain('"a/b"');
    expect(violations(license("constructor"))[0]).toMatchObject({
      dated: true,
      remedy: expect.stringMatching(/^Use identifiers/),
    });
  });
});
