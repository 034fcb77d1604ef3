import { describe, expect, it } from "@jest/globals";
import { type CoreMetadata, METADATA_FIELDS, parseCoreMetadata } from "../../src/standards/core-metadata.ts";

const HEAD = "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n";
const REQUIRED = { metadata_version: ["2.1"], name: ["demo"], version: ["1.0"] };

function parse(text: string): CoreMetadata {
  return parseCoreMetadata(new TextEncoder().encode(text));
}

function fieldsOf(text: string): Record<string, readonly string[]> {
  return Object.fromEntries(parse(text).fields);
}

function head(metadataVersion: string): string {
  return HEAD.replace("2.1", metadataVersion);
}

const EVERY_FIELD = `Metadata-Version: 2.5
Name: demo
Version: 1.0
Dynamic: Summary
Platform: linux
Platform: win
Supported-Platform: i386
Summary: sum
Description-Content-Type: text/markdown; charset=UTF-8
Keywords: a,b
Home-page: https://home.example
Download-URL: https://download.example
Author: A
Author-email: a@author.example
Maintainer: M
Maintainer-email: m@maintainer.example
License: L
License-Expression: MIT
License-File: LICENSE
License-File: NOTICE
Classifier: Programming Language :: Python
Requires-Dist: foo (>=1)
Requires-Dist: bar; extra == 'x'
Requires-Python: >=3.8
Requires-External: C
Project-URL: X, https://x.example
Provides-Extra: x
Import-Name: demo
Import-Name: demo._x; private
Import-Namespace: ns
Provides-Dist: pd
Obsoletes-Dist: od
Requires: r
Provides: p
Obsoletes: o

Text
`;

describe("parseCoreMetadata: fields", () => {
  it("knows every field of the specification under its form name", () => {
    expect(fieldsOf(EVERY_FIELD)).toEqual({
      metadata_version: ["2.5"],
      name: ["demo"],
      version: ["1.0"],
      dynamic: ["Summary"],
      platform: ["linux", "win"],
      supported_platform: ["i386"],
      summary: ["sum"],
      description: ["Text\n"],
      description_content_type: ["text/markdown; charset=UTF-8"],
      keywords: ["a, b"],
      home_page: ["https://home.example"],
      download_url: ["https://download.example"],
      author: ["A"],
      author_email: ["a@author.example"],
      maintainer: ["M"],
      maintainer_email: ["m@maintainer.example"],
      license: ["L"],
      license_expression: ["MIT"],
      license_file: ["LICENSE", "NOTICE"],
      classifiers: ["Programming Language :: Python"],
      requires_dist: ["foo (>=1)", "bar; extra == 'x'"],
      requires_python: [">=3.8"],
      requires_external: ["C"],
      project_urls: ["X, https://x.example"],
      provides_extra: ["x"],
      import_name: ["demo", "demo._x; private"],
      import_namespace: ["ns"],
      provides_dist: ["pd"],
      obsoletes_dist: ["od"],
      requires: ["r"],
      provides: ["p"],
      obsoletes: ["o"],
    });
    expect(Object.keys(fieldsOf(EVERY_FIELD))).toEqual(METADATA_FIELDS.map(({ field }) => field));
    expect(parse(EVERY_FIELD).warnings).toEqual([]);
  });

  it.each(["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"])("reads metadata version %s", (version) => {
    expect(parse(`${head(version)}Summary: s\n`)).toMatchObject({
      metadataVersion: version,
      name: "demo",
      version: "1.0",
      warnings: [],
    });
  });

  // What twine 7.0.0 with packaging 26.3 sends for the same file.
  it.each<[string, string, Record<string, string[]>]>([
    ["nothing but what is required", HEAD, {}],
    ["no line end at the end", HEAD.slice(0, -1), {}],
    [
      "CRLF",
      `${HEAD}Summary: x\n\nBody\nmore\n`.replaceAll("\n", "\r\n"),
      { summary: ["x"], description: ["Body\r\nmore\r\n"] },
    ],
    ["CR", `${HEAD}Summary: x\n\nBody\nmore`.replaceAll("\n", "\r"), { summary: ["x"], description: ["Body\rmore"] }],
    ["no space or a tab after the colon", `${HEAD}Summary:x\nAuthor:\ty\n`, { summary: ["x"], author: ["y"] }],
    ["white space at the end of a value", `${HEAD}Author:   A  \t \n`, { author: ["A  \t "] }],
    ["colons in a value", `${HEAD}Summary: a: b: c\n`, { summary: ["a: b: c"] }],
    [
      "a description header with eight spaces",
      `${HEAD}Description: first\n        second\n        \n        third\nSummary: s\n`,
      { description: ["first\n        second\n        \n        third"], summary: ["s"] },
    ],
    [
      "a description header with bars",
      `${HEAD}Description: first\n       |second\n       |\n       |third\nSummary: s\n`,
      { description: ["first\n       |second\n       |\n       |third"], summary: ["s"] },
    ],
    ["a folded licence with mixed line ends", `${HEAD}License: a\n b\r\n\tc\n`, { license: ["a\n b\r\n\tc"] }],
    ["a folded author", `${HEAD}Author: A,\n  B\n`, { author: ["A,\n  B"] }],
    ["keywords with commas", `${HEAD}Keywords: a,b , c,\n d,,e\n`, { keywords: ["a, b, c, d, , e"] }],
    ["keywords without commas", `${HEAD}Keywords: a b c\n`, { keywords: ["a b c"] }],
    [
      "project URLs",
      `${HEAD}Project-URL: A, https://a\nProject-URL: B ,https://b,c\nProject-URL:C,https://c\nProject-URL: none\n`,
      { project_urls: ["A, https://a", "B, https://b,c", "C, https://c", "none, "] },
    ],
    [
      "values outside of ASCII",
      `${HEAD}Author: Jörg 日本 😀\nLicense: größe\n  ünter\n\nBödy 日本 😀\n`,
      { author: ["Jörg 日本 😀"], license: ["größe\n  ünter"], description: ["Bödy 日本 😀\n"] },
    ],
    ["encoded words", `${HEAD}Author: =?utf-8?q?J=C3=B6rg?=\n`, { author: ["=?utf-8?q?J=C3=B6rg?="] }],
    ["a byte order mark in the body", `${HEAD}\n\ufeffbody`, { description: ["\ufeffbody"] }],
    ["a mail separator in the body", `${HEAD}\nFrom x\n>From y\n`, { description: ["From x\n>From y\n"] }],
    ["License-File before 2.4", `${HEAD}License-File: LICENSE\nLicense-File: NOTICE\n`, {}],
    ["a continuation before the first header", `  odd\n${HEAD}Summary: s\n`, { summary: ["s"] }],
  ])("sends the same as twine for %s", (_, text, expected) => {
    expect(fieldsOf(text)).toEqual({ ...REQUIRED, ...expected });
    expect(parse(text).warnings).toEqual([]);
  });

  it.each([
    ["my_project", "my-project"],
    ["a__b--c", "a-b-c"],
    ["My.Project", "My.Project"],
    ["zope.interface", "zope.interface"],
  ])("writes the name %s into the form as twine does: %s", (name, sent) => {
    const metadata = parse(HEAD.replace("demo", name));
    expect(metadata.name).toBe(name);
    expect(metadata.fields.get("name")).toEqual([sent]);
  });

  it("reads header names in any case", () => {
    const text =
      "metadata-version: 2.1\nNAME: demo\nvErSiOn: 1.0\nHOME-PAGE: https://x\nclassifier: A\nCLASSIFIER: B\n";
    expect(fieldsOf(text)).toEqual({ ...REQUIRED, home_page: ["https://x"], classifiers: ["A", "B"] });
  });

  it("keeps the version as it is spelt, without white space around it", () => {
    expect(parse("Metadata-Version: 2.1 \nName: demo \nVersion: v1.0-RC1 \n")).toMatchObject({
      metadataVersion: "2.1",
      name: "demo",
      version: "v1.0-RC1",
    });
  });
});

describe("parseCoreMetadata: absent values", () => {
  // twine sends these as they are; the index drops them (H-10, H-12).
  it.each([
    ["empty values", `${HEAD}Summary: \nHome-page:\nClassifier: A\nClassifier: \n`, { classifiers: ["A"] }],
    ["the word UNKNOWN", `${HEAD}Summary: UNKNOWN\nPlatform: UNKNOWN\nAuthor:  UNKNOWN \n`, {}],
    ["a description of UNKNOWN", `${HEAD}\nUNKNOWN\n\n\n`, {}],
    ["an empty description header above a body", `${HEAD}Description: \n\nbody\n`, { description: ["body\n"] }],
    ["an empty Import-Name", `${head("2.5")}Import-Name: \n`, { metadata_version: ["2.5"] }],
  ])("does not send %s", (_, text, expected) => {
    expect(fieldsOf(text)).toEqual({ ...REQUIRED, ...expected });
    expect(parse(text).warnings).toEqual([]);
  });
});
