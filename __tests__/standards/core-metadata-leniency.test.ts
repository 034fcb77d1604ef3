import { describe, expect, it } from "@jest/globals";
import { codeOf } from "../../src/errors.ts";
import { type CoreMetadata, parseCoreMetadata } from "../../src/standards/core-metadata.ts";

const HEAD = "Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n";
const LATIN1_AUTHOR = Buffer.from(`${HEAD}Author: J\xf6rg \x80\n`, "latin1");

function parse(input: string | Uint8Array): CoreMetadata {
  return parseCoreMetadata(typeof input === "string" ? new TextEncoder().encode(input) : input);
}

function head(metadataVersion: string): string {
  return HEAD.replace("2.1", metadataVersion);
}

describe("parseCoreMetadata: odd but published with a warning", () => {
  it.each<[string, string | Uint8Array, Record<string, string[]>, string]>([
    ["unknown headers", `${HEAD}Foo-Bar: x\nfoo: y\nSummary: s\n`, { summary: ["s"] }, 'not sent: "Foo-Bar", "foo".'],
    ["a folded summary", `${HEAD}Summary: one\n\t two\n  three\n`, { summary: ["one two three"] }, "Summary is folded"],
    [
      "a folded requirement",
      `${HEAD}Requires-Dist: foo\n  >=1\n`,
      { requires_dist: ["foo >=1"] },
      "Requires-Dist is folded",
    ],
    ["Latin-1", LATIN1_AUTHOR, { author: ["Jörg \u0080"] }, "Author is not UTF-8; it was read as Latin-1."],
    [
      "a header twice with one value",
      `${HEAD}Summary: a\nSummary: a\n`,
      { summary: ["a"] },
      "Summary stands there 2 times",
    ],
    [
      "a missing blank line",
      `${HEAD}Some text\nName: x\n`,
      { description: ["Some text\nName: x\n"] },
      "Line 4 of the core metadata",
    ],
    [
      "a space before the colon",
      `${HEAD}Summary : x\n`,
      { description: ["Summary : x\n"] },
      "Line 4 of the core metadata",
    ],
    ["a description of white space", `${HEAD}\n \n`, {}, "white space only"],
  ])("%s", (_, input, expected, warning) => {
    const { fields, warnings } = parse(input);
    const { metadata_version, name, version, ...rest } = Object.fromEntries(fields);
    expect([metadata_version?.length, name, version]).toEqual([1, ["demo"], ["1.0"]]);
    expect(rest).toEqual(expected);
    expect(warnings).toEqual([expect.stringContaining(warning)]);
  });

  it.each(["2.6", "2.10", "2.0"])("Metadata-Version %s is left to the verification (M-01)", (version) => {
    const { fields, warnings } = parse(`${head(version)}Summary: s\n`);
    expect(fields.get("summary")).toEqual(["s"]);
    expect(warnings).toEqual([]);
  });

  it("sends one Project-URL for two equal ones", () => {
    const { fields, warnings } = parse(`${HEAD}Project-URL: A, https://a\nProject-URL: A,https://a\n`);
    expect(fields.get("project_urls")).toEqual(["A, https://a"]);
    expect(warnings).toEqual([]);
  });

  it("sends one description for the same text in header and body", () => {
    expect(parse(`${HEAD}Description: text\n\ntext\n`).fields.get("description")).toEqual(["text"]);
  });

  it("names few of many unknown headers", () => {
    const headers = Array.from({ length: 50 }, (_, index) => `X-${index}: y\n`).join("");
    expect(parse(HEAD + headers).warnings).toEqual([expect.stringMatching(/"X-4" and 45 more\.$/)]);
  });
});

it("takes texts of licences however long they are, as the index does (M-33)", () => {
  const license = `MIT\n${"        word\n".repeat(100_000)}        end`;
  expect(parse(`${HEAD}License: ${license}\n`)).toMatchObject({ warnings: [] });
  expect(parse(`${HEAD}License: ${license}\n`).fields.get("license")).toEqual([license]);
});

describe("parseCoreMetadata: refused", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["no Metadata-Version", "Name: demo\nVersion: 1.0\n", "Metadata-Version is missing"],
    ["no Name", "Metadata-Version: 2.1\nVersion: 1.0\n", "Name is missing"],
    ["no Version", "Metadata-Version: 2.1\nName: demo\n", "Version is missing"],
    ["the name UNKNOWN", HEAD.replace("demo", "UNKNOWN"), "Name is missing, empty or UNKNOWN"],
    ["an invalid name", HEAD.replace("demo", "-demo"), 'Name "-demo" is no project name'],
    ["a name outside of ASCII", HEAD.replace("demo", "dümo"), 'Name "dümo" is no project name'],
    ["an invalid version", HEAD.replace("1.0", "one"), 'Version "one" is no version of PEP 440'],
    ["two names", `${HEAD}Name: other\n`, 'Name stands there 2 times with different values ("demo", "other")'],
    ["two summaries", `${HEAD}Summary: a\nSummary: b\n`, "Summary stands there 2 times"],
    ["two descriptions", `${HEAD}Description: a\n\nb\n`, "two descriptions"],
    ["a newer major version", head("3.0"), "Metadata-Version 3.0 is newer than this action can read"],
    ["a version that never was", head("1.3"), "Metadata-Version 1.3 does not exist"],
    ["a version without minor", head("2"), 'Metadata-Version "2" is not of the form'],
    ["a byte order mark", `\ufeff${HEAD}`, "byte order mark"],
    ["UTF-16", Buffer.from(`\ufeff${HEAD}`, "utf16le"), "UTF-16"],
    ["a body that is not UTF-8", Buffer.from(`${HEAD}\nJ\xf6rg`, "latin1"), "The description is not UTF-8"],
    ["a NUL in a header", `${HEAD}Summary: a\0b\n`, "Summary holds a NUL character"],
    ["a NUL in the body", `${HEAD}\na\0b\n`, "The description holds a NUL character"],
    ["nothing at all", "", "Metadata-Version is missing"],
    ["no headers", "Just some text.\n", "Metadata-Version is missing"],
    ["a byte order mark in the name", HEAD.replace("demo", "\ufeffdemo"), "is no project name (M-03)"],
    ["a version of 15 MB", HEAD.replace("1.0", `1${".0".repeat(7_500_000)}`), "Version has 15000001 characters"],
    ["an address of 2 MB", `${HEAD}Home-page: https://${"a".repeat(2_000_000)}\n`, "Home-page has 2000008 characters"],
    ["a name longer than that of a file", HEAD.replace("demo", `a${"-".repeat(300)}b`), "Name has 302 characters"],
    ["too many headers", HEAD + "X: y\n".repeat(20_001), "more than 20000 headers"],
  ])("%s", (_, input, problem) => {
    expect(() => parse(input)).toThrow(
      expect.objectContaining({
        code: "distribution-invalid",
        message: expect.stringContaining(problem),
        remedy: expect.stringMatching(/.{20,}/),
      }),
    );
  });

  it("names all faults in one error", () => {
    expect(() => parse("Metadata-Version: x\nName: -\nSummary: a\nSummary: b\n")).toThrow(
      /^Summary .*; Metadata-Version "x" .*; Name "-" .*; Version is missing/,
    );
  });

  it("quotes and cuts what it cites", () => {
    const name = `::error::${"x".repeat(200)}`;
    expect(() => parse(HEAD.replace("demo", `${name}\u001b`))).toThrow(
      /^Name "::error::x{111}…" is no project name \(M-03\)\.$/,
    );
  });

  it("reads hostile input of 16 MB in reasonable time", () => {
    const size = 16 * 1024 * 1024;
    const inputs = [
      " ".repeat(size),
      `Summary: ${" ".repeat(size)}\n x`,
      `${"a".repeat(size)}`,
      `License: x${"\n ".repeat(size / 2)}`,
    ];
    const start = performance.now();
    const outcomes = inputs.map((input) => {
      try {
        return parse(`${HEAD}${input}`).name;
      } catch (error) {
        return codeOf(error);
      }
    });
    // The first continues the version.
    expect(outcomes).toEqual(["distribution-invalid", "demo", "demo", "demo"]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
