import { describe, expect, it } from "@jest/globals";
import { ACCEPT, type FieldChanges, judged, type MetadataCase } from "./metadata-form.ts";

const dynamic = (...values: string[]): FieldChanges => ({ metadata_version: "2.2", dynamic: values });
const imported = (value: string): FieldChanges => ({ metadata_version: "2.5", import_name: value });

describe("dynamic fields and import names", () => {
  it.each<MetadataCase>([
    ["M-c48 M-27", "keywords, author", dynamic("keywords", "author", "Home-Page", "Requires"), ACCEPT],
    ["M-c49 M-27", "Invalid", dynamic("Invalid"), "M-27 reject: 'invalid' is not a valid dynamic field."],
    [
      "M-27",
      "unknown with newer metadata",
      { metadata_version: "2.9", dynamic: "Invalid" },
      "M-27 dated: 'invalid' is not",
    ],
    ["M-27", "Dynamic", dynamic("Dynamic"), "M-27 reject: Dynamic field 'dynamic' is not a valid dynamic field."],
    ["M-26", "Name", dynamic("Name"), "M-26 reject: 'name' is not allowed as a dynamic field."],
    ["M-26", "Metadata-Version", dynamic("METADATA-VERSION"), "M-26 reject: 'metadata-version' is not allowed"],
    ["M-c55 M-31", "a name", imported("widget"), ACCEPT],
    ["M-31", "a private name", imported("widget ; private"), ACCEPT],
    [
      "M-31",
      "a keyword",
      imported("a.class"),
      "M-31 reject: 'a.class' is invalid for 'import-name'; 'class' is a keyword.",
    ],
    [
      "M-31",
      "no identifier",
      imported("a-b"),
      "M-31 reject: 'a-b' is invalid for 'import-name'; 'a-b' is not a valid identifier.",
    ],
    [
      "M-31",
      "another option",
      imported("a; public"),
      "M-31 reject: 'a; public' is invalid for 'import-name'; the only",
    ],
    [
      "M-31",
      "a namespace",
      { metadata_version: "2.5", import_namespace: "1" },
      "M-31 reject: '1' is invalid for 'import-namespace';",
    ],
  ])("%s: %s", (_id, _input, fields, expected) => {
    const found = judged(fields).filter((each) => !each.startsWith("M-01 dated"));
    expect(found).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });
});
