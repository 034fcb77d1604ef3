import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import type { FieldChanges } from "../builders/upload-form.ts";
import { NO_ISSUER, sdist, upload, verdict, wheel } from "./uploader.ts";

let index: EmulatedIndex;
let next = 0;

beforeAll(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0, newProjectsPerHour: 1000 });
});

afterAll(() => index.close());

async function judge(fields: FieldChanges): Promise<string> {
  next += 1;
  return verdict(await upload(index, sdist({ name: `metadata-${next}` }), { fields }));
}

type Case = readonly [id: string, input: string, fields: FieldChanges, expected: string];

const OK = "200 OK";
const requires = (value: string): FieldChanges => ({ requires_dist: value });
const python = (value: string): FieldChanges => ({ requires_python: value });
const license = (value: string): FieldChanges => ({ metadata_version: "2.4", license_expression: value });
const licenseFile = (value: string): FieldChanges => ({ metadata_version: "2.4", license_file: value });

describe("dependencies", () => {
  const cases: readonly Case[] = [
    [
      "M-c40 M-21 M-23",
      "foo>=1.0",
      { requires_dist: "foo>=1.0", provides_dist: "foo>=1.0", obsoletes_dist: "foo>=1.0" },
      OK,
    ],
    [
      "M-c42 M-22",
      "a direct reference",
      requires("foo @ https://example.com/foo-1.0.tar.gz"),
      "400 Can't have direct dependency: foo @ https://example.com/foo-1.0.tar.gz. See",
    ],
    [
      "M-22",
      "one in an extra",
      requires('foo @ git+https://e.com/x ; extra == "dev"'),
      "400 Can't have direct dependency",
    ],
    ["M-c43 M-21", "foo>=1.*", requires("foo>=1.*"), "400 'foo>=1.*' is invalid for 'requires-dist'."],
    ["M-c43 M-21", "foo=1", requires("foo=1"), "is invalid for 'requires-dist'."],
    ["M-c43 M-21", "an unquoted value", requires("foo; python_version >= 3"), "is invalid for 'requires-dist'."],
    ["M-21", "an unknown variable", requires("foo; color == 'red'"), "is invalid for 'requires-dist'."],
    ["M-21", "no comma", requires("foo>=1 <2"), "is invalid for 'requires-dist'."],
    ["M-21", "foo~=1", requires("foo~=1"), "is invalid for 'requires-dist'."],
    ["M-21", "white space after ===", requires("foo===any thing"), "is invalid for 'requires-dist'."],
    ["M-21", "a marker", requires("foo[a,b]>=1,<2; (python_version < '3.9' or os_name == 'nt') and extra == 'x'"), OK],
    ["M-c44 M-21", "brackets", requires("foo (>=1)"), OK],
    ["M-c44 M-21", "a trailing comma", requires("foo>=1,"), OK],
    ["M-c44 M-21", "a local version", requires("foo==1.0+local"), OK],
    ["M-c44 M-21", "foo===x", requires("foo===x"), OK],
    ["M-c45 M-24", ">=3.8", python(">=3.8"), OK],
    ["M-c45 M-24", ">=3.8,<4", python(">=3.8,<4"), OK],
    ["M-c45 M-24", "==3.*", python("==3.*"), OK],
    ["M-24", "3.8", python("3.8"), "400 '3.8' is invalid for 'requires-python'."],
    ["M-24", "^3.8", python("^3.8"), "is invalid for 'requires-python'."],
    ["M-24", "=>3", python("=>3"), "is invalid for 'requires-python'."],
    ["M-24", ">=3 <4", python(">=3 <4"), "is invalid for 'requires-python'."],
    ["M-24", ">=3.*", python(">=3.*"), "is invalid for 'requires-python'."],
    ["M-24", "~=3", python("~=3"), "is invalid for 'requires-python'."],
    ["M-c58 M-35", "{foo}", python("{foo}"), "500 "],
    ["M-35", "{{foo}}", python("{{foo}}"), "400 '{{foo}}' is invalid for 'requires-python'."],
  ];
  it.each(cases)("%s: %s", async (_id, _input, fields, expected) => {
    expect(await judge(fields)).toContain(expected);
  });
});

describe("extras, dynamic fields and licences", () => {
  const cases: readonly Case[] = [
    ["M-c46 M-25", "testing, plugin", { provides_extra: ["testing", "plugin"] }, OK],
    ["M-c47 M-25", "a b", { provides_extra: "a b" }, "400 'a b' is invalid for 'provides-extra'."],
    ["M-c47 M-25", "-a", { provides_extra: "-a" }, "400 '-a' is invalid for 'provides-extra'."],
    ["M-c48 M-27", "keywords, author", { metadata_version: "2.2", dynamic: ["keywords", "author", "Home-Page"] }, OK],
    [
      "M-c49 M-27",
      "Invalid",
      { metadata_version: "2.2", dynamic: "Invalid" },
      "400 'invalid' is not a valid dynamic field.",
    ],
    [
      "M-27",
      "Dynamic",
      { metadata_version: "2.2", dynamic: "Dynamic" },
      "400 Dynamic field 'dynamic' is not a valid dynamic field.",
    ],
    ["M-26", "Name", { metadata_version: "2.2", dynamic: "Name" }, "400 'name' is not allowed as a dynamic field."],
    ["M-c50 M-28", "MIT OR Apache-2.0", license("MIT OR Apache-2.0"), OK],
    ["M-c50 M-28", "mit", license("mit"), OK],
    ["M-c51 M-28", "MIT License", license("MIT License"), "400 'MIT License' is invalid for 'license-expression'."],
    ["M-c51 M-28", "Apache 2.0", license("Apache 2.0"), "400 'Apache 2.0' is invalid for 'license-expression'."],
    ["M-28", "a plus behind LicenseRef-", license("LicenseRef-x+"), "500 "],
    [
      "M-c52 M-29",
      "both licences",
      { ...license("MIT"), license: "MIT" },
      "400 License is deprecated when License-Expression is present. Only License-Expression should be present. See",
    ],
    ["M-c53 M-29", "an empty licence", { ...license("MIT"), license: "" }, OK],
    ["M-c53 M-29", "a classifier", { ...license("MIT"), classifiers: "License :: OSI Approved :: MIT License" }, OK],
    ["M-c54 M-30", "..", licenseFile("../LICENSE"), "parent directory indicators are not allowed. See"],
    ["M-c54 M-30", "*", licenseFile("LICEN*"), "paths must be resolved. See"],
    ["M-c54 M-30", "/", licenseFile("/LICENSE"), "paths must be relative. See"],
    [
      "M-c54 M-30",
      "a backslash",
      licenseFile("a\\b"),
      "400 'a\\\\b' is invalid for 'license-file', paths must use '/' delimiter.",
    ],
  ];
  it.each(cases)("%s: %s", async (_id, _input, fields, expected) => {
    expect(await judge(fields)).toContain(expected);
  });
});

describe("the stages", () => {
  const cases: readonly Case[] = [
    ["M-c56 M-32", "two summaries", { summary: ["a", "b"] }, "400 'summary' has invalid data. See"],
    ["M-c57 M-32", "two keywords", { keywords: ["a", "b"] }, "400 'keywords' has invalid data. See"],
    ["M-32", "two names", { name: ["pkg", "pkg"] }, "400 'name' has invalid data. See"],
    [
      "M-c61 M-34",
      "a later stage",
      { keywords: ["a", "b"], summary: "x".repeat(513) },
      "400 'keywords' has invalid data.",
    ],
    ["M-34", "stage 3 after 2", { home_page: "x", requires_python: "x" }, "is invalid for 'requires-python'."],
    [
      "H-19",
      "the first in the alphabet",
      { requires_python: "x", provides_extra: "-" },
      "is invalid for 'provides-extra'.",
    ],
    [
      "M-c60 M-33",
      "fields without rules",
      { requires: "!!!", requires_external: "!!!", platform: ["a", "b", "c"] },
      OK,
    ],
  ];
  it.each(cases)("%s: %s", async (_id, _input, fields, expected) => {
    expect(await judge(fields)).toContain(expected);
  });

  it("M-c59 M-37: keeps what the first file said about the release", async () => {
    expect(verdict(await upload(index, sdist(), { fields: { summary: "first" } }))).toBe(OK);
    expect(verdict(await upload(index, wheel(), { fields: { summary: "second" } }))).toBe(OK);
    const [release] = index.state.project("pkg")?.releases ?? [];
    expect(release?.fields.find(({ name }) => name === "summary")?.value).toBe("first");
    expect(release?.files.map(({ fields }) => fields.find(({ name }) => name === "summary")?.value)).toEqual([
      "first",
      "second",
    ]);
  });
});
