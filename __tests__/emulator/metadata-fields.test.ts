import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import type { FieldChanges } from "../builders/upload-form.ts";
import { NO_ISSUER, sdist, upload, verdict } from "./uploader.ts";

let index: EmulatedIndex;
let next = 0;

beforeAll(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0, newProjectsPerHour: 1000 });
});

afterAll(() => index.close());

const SPEC = "See https://packaging.python.org/specifications/core-metadata for more information.";

/** Uploads a source archive of a fresh project with these changes to its form. */
async function judge(fields: FieldChanges): Promise<string> {
  next += 1;
  return verdict(await upload(index, sdist({ name: `metadata-${next}` }), { fields }));
}

type Case = readonly [id: string, input: string, fields: FieldChanges, expected: string];

const OK = "200 OK";

describe("versions and required fields", () => {
  const cases: readonly Case[] = [
    ["M-c01 M-01", "no metadata version", { metadata_version: null }, "400 None is not a valid metadata version. See"],
    ["M-c02 M-01", "-1", { metadata_version: "-1" }, `400 '-1' is not a valid metadata version. ${SPEC}`],
    ["M-01", "2.0", { metadata_version: "2.0" }, "400 '2.0' is not a valid metadata version."],
    ["H-c25 H-19", "nonsense besides", { metadata_version: null, md5_digest: "x" }, "400 None is not a valid metadata"],
    ["M-c07 M-03", "name foo-", { name: "foo-" }, "400 'foo-' is an invalid value for Name. Error: Start and end with"],
    ["M-03", "no name", { name: null }, "400 None is an invalid value for Name. Error: This field is required."],
    ["M-c08 M-04", "empty version", { version: "" }, `400 'version' is a required field. ${SPEC}`],
    ["M-c09 M-04", "version dog", { version: "dog" }, `400 'dog' is invalid for 'version'. ${SPEC}`],
    ["M-c10 M-04", "version v1.0 for a file 1.0", { version: "v1.0" }, OK],
    [
      "M-c11 M-05",
      "1.0+local",
      { version: "1.0+local" },
      "400 The use of local versions in '1.0+local' is not allowed.",
    ],
  ];
  it.each(cases)("%s: %s", async (_id, _input, fields, expected) => {
    expect(await judge(fields)).toContain(expected);
  });

  it.each(["1.0", "1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"])("M-c03 M-01: %s passes", async (version) => {
    expect(await judge({ metadata_version: version })).toBe(OK);
  });

  it("M-04: stores the normalised version", async () => {
    await judge({ version: "v1.0" });
    expect(index.state.project(`metadata-${next}`)?.releases[0]?.version).toBe("1.0");
  });
});

describe("fields newer than the declared version (M-02)", () => {
  const cases: readonly Case[] = [
    ["M-c04", "2.1 with content type", { description_content_type: "text/markdown" }, OK],
    ["M-c04", "2.4 with license", { metadata_version: "2.4", license_expression: "MIT" }, OK],
    ["M-c04 M-c55 M-31", "2.5", { metadata_version: "2.5", import_name: "widget", import_namespace: "gadget" }, OK],
    [
      "M-c05",
      "license_expression with 2.3",
      { metadata_version: "2.3", license_expression: "MIT" },
      "400 license-expression introduced in metadata version 2.4, not 2.3.",
    ],
    [
      "M-c06",
      "license_file with 2.1",
      { license_file: "LICENSE" },
      "400 license-file introduced in metadata version 2.4, not 2.1.",
    ],
    [
      "",
      "old fields are never too old",
      { metadata_version: "1.0", download_url: "https://example.com/", requires: "x" },
      OK,
    ],
  ];
  it.each(cases)("%s: %s", async (_id, _input, fields, expected) => {
    expect(await judge(fields)).toContain(expected);
  });
});

describe("summary and description", () => {
  const markdown = (value: string): FieldChanges => ({ description_content_type: value });
  const cases: readonly Case[] = [
    [
      "M-c12 M-07",
      "513 characters",
      { summary: "x".repeat(513) },
      "400 'summary' field must be 512 characters or less.",
    ],
    ["M-c12 M-07", "512 code points", { summary: "😀".repeat(512) }, OK],
    ["M-c13 M-06", "a line feed", { summary: "A\nB" }, "400 'summary' must be a single line."],
    ["M-c14 M-06", "a final line feed", { summary: "A\n" }, "400 'summary' must be a single line."],
    ["M-c14 M-06", "a carriage return", { summary: "A\rB" }, OK],
    ["M-c15 M-08", "text/html", markdown("text/html"), "400 'description-content-type' must be one of ["],
    ["M-c15 M-08", "markdown", markdown("markdown"), "not 'markdown'."],
    ["M-c16 M-08", "empty", markdown(""), OK],
    ["M-c17 M-09", "UTF-8", markdown("text/markdown; charset=UTF-8"), OK],
    ["M-09", "utf-8", markdown("text/markdown; charset=utf-8"), "can only specify the UTF-8 charset, not 'utf-8'."],
    ["M-c18 M-10", "CommonMark", markdown("text/markdown; variant=CommonMark"), OK],
    ["M-c18 M-10", "commonmark", markdown("text/markdown; variant=commonmark"), "400 valid Markdown variants for"],
    ["M-c19 M-10", "variant of rst", markdown("text/x-rst; variant=whatever"), OK],
    ["M-c19 M-10", "Foo", markdown("text/markdown; variant=Foo"), "not 'Foo'."],
    ["M-c63 M-08", "line feed inside", markdown("text/mark\ndown"), "500 "],
    ["M-c63 M-08", "line feed at the end", markdown("text/markdown\n"), OK],
    [
      "M-c23 M-12",
      "white space as Markdown",
      { description: " \n ", ...markdown("text/markdown") },
      "400 The description failed to render for 'text/markdown'. See https://pypi.org/help/#description-content-type",
    ],
    [
      "M-12",
      "link definitions only",
      { description: "[a]: https://b", ...markdown("text/markdown") },
      "failed to render",
    ],
    ["M-c24 M-13", "white space as plain text", { description: " ", ...markdown("text/plain") }, OK],
    [
      "M-11",
      "white space without type",
      { description: " " },
      "400 The description failed to render in the default format",
    ],
  ];
  it.each(cases)("%s: %s", async (_id, _input, fields, expected) => {
    expect(await judge(fields)).toContain(expected);
  });
});

describe("addresses", () => {
  const cases: readonly Case[] = [
    ["M-c25 M-14", "good", { author_email: "test@pypi.org", maintainer_email: "test@pypi.org" }, OK],
    ["M-c26 M-14", "Foo <test>", { author_email: "Foo <test>" }, "400 'test' is not a valid email address: "],
    ["M-c26 M-14", "maintainer", { maintainer_email: "Foo <test>" }, "400 'test' is not a valid email address: "],
    ["M-c27 M-14", "Foo <>", { author_email: "Foo <>" }, OK],
    ["M-c28 M-14", "John Doe", { author_email: "John Doe" }, "400 'John' is not a valid email address: "],
    ["M-c28 M-14", "a@localhost", { author_email: "a@localhost" }, "400 'a@localhost' is not a valid email address: "],
    ["M-c28 M-14", "a@foo.test", { author_email: "a@foo.test" }, "400 'a@foo.test' is not a valid email address: "],
    ["M-14", "two addresses are not judged", { author_email: "a@b, c" }, OK],
    ["M-c33 M-17", "https", { home_page: "https://example.com/" }, OK],
    ["M-c33 M-17", "irc", { home_page: "irc://example.com/" }, "400 'irc://example.com/' is not a valid url. See"],
    ["M-c34 M-17", "http:", { home_page: "http:" }, OK],
    ["M-c34 M-17", "a space", { download_url: "https://exa mple.com" }, OK],
    ["M-c34 M-17", "a port of letters", { home_page: "https://e.com:abc" }, OK],
    ["M-17", "port 65536", { download_url: "https://e.com:65536" }, "400 'https://e.com:65536' is not a valid url."],
    ["M-17", "brackets in the path", { home_page: "https://e.com/[a]" }, "is not a valid url."],
    ["M-c35 M-18", "label and URL", { project_urls: "Foo, https://example.com/" }, OK],
    ["M-c36 M-18", "a comma", { project_urls: "," }, `400 Must have a label. ${SPEC}`],
    ["M-c36 M-18", "an empty value among others", { project_urls: ["", "a, https://b"] }, "400 Must have a label."],
    ["M-18", "a long label", { project_urls: `${"x".repeat(33)}, https://b` }, "must be 32 characters or less."],
    ["M-c37 M-19", "IRC,", { project_urls: "IRC," }, "400 Must have a URL."],
    ["M-c38 M-19", "irc", { project_urls: "IRC, irc://example.com/" }, "400 'irc://example.com/' is not a valid url."],
    ["M-c38 M-19", "no comma", { project_urls: "Foo" }, "400 Must have a URL."],
    [
      "M-c39 M-20",
      "a label twice",
      { project_urls: ["one, https://a", "one, https://b"] },
      "400 'project_urls' has invalid data.",
    ],
  ];
  it.each(cases)("%s: %s", async (_id, _input, fields, expected) => {
    expect(await judge(fields)).toContain(expected);
  });
});

describe("classifiers", () => {
  const ukrainian = "Natural Language :: Ukranian";
  const messenger = "Topic :: Communications :: Chat :: AOL Instant Messenger";
  const cases: readonly Case[] = [
    ["M-c29 M-15", "a known one", { classifiers: "Topic :: Utilities" }, OK],
    [
      "M-c30 M-15",
      "an unknown one",
      { classifiers: "Invalid :: Classifier" },
      `400 'Invalid :: Classifier' is not a valid classifier. ${SPEC}`,
    ],
    [
      "M-15",
      "one that may be newer than the list",
      { classifiers: "Programming Language :: Python :: 3.99" },
      "400 'Programming Language :: Python :: 3.99' is not a valid classifier.",
    ],
    [
      "M-c31 M-16",
      "a replaced one",
      { classifiers: ukrainian },
      `400 The classifier '${ukrainian}' has been deprecated, use one of ['Natural Language :: Ukrainian'] instead. See`,
    ],
    [
      "M-c32 M-16",
      "an old one",
      { classifiers: messenger },
      `400 The classifier '${messenger}' has been deprecated. See`,
    ],
  ];
  it.each(cases)("%s: %s", async (_id, _input, fields, expected) => {
    expect(await judge(fields)).toContain(expected);
  });
});
