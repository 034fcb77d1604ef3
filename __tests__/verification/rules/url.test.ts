import { describe, expect, it } from "@jest/globals";
import { ACCEPT, judged, type MetadataCase } from "./metadata-form.ts";

describe("addresses of pages", () => {
  it.each<MetadataCase>([
    ["M-c33 M-17", "https", { home_page: "https://example.com/" }, ACCEPT],
    ["M-c33 M-17", "irc", { home_page: "irc://example.com/" }, "M-17 reject: 'irc://example.com/' is not a valid url."],
    ["M-c34 M-17", "http:", { home_page: "http:" }, ACCEPT],
    ["M-c34 M-17", "a space", { download_url: "https://exa mple.com" }, ACCEPT],
    ["M-c34 M-17", "a port of letters", { home_page: "https://e.com:abc" }, ACCEPT],
    [
      "M-17",
      "port 65536",
      { download_url: "https://e.com:65536" },
      "M-17 reject: 'https://e.com:65536' is not a valid url.",
    ],
    ["M-c35 M-18", "label and URL", { project_urls: "Foo, https://example.com/" }, ACCEPT],
    ["M-c36 M-18", "a comma", { project_urls: "," }, "M-18 reject: Must have a label."],
    [
      "M-c36 M-18",
      "an empty value among others",
      { project_urls: ["", "a, https://b"] },
      "M-18 reject: Must have a label.",
    ],
    ["M-18", "a long label", { project_urls: `${"é".repeat(33)}, https://b` }, "must be 32 characters or less."],
    ["M-18", "a label of 32 code points", { project_urls: `${"😀".repeat(32)}, https://b` }, ACCEPT],
    ["M-c37 M-19", "IRC,", { project_urls: "IRC," }, "M-19 reject: Must have a URL."],
    [
      "M-c38 M-19",
      "irc",
      { project_urls: "IRC, irc://example.com/" },
      "M-19 reject: 'irc://example.com/' is not a valid url.",
    ],
    ["M-c38 M-19", "no comma", { project_urls: "Foo" }, "M-19 reject: Must have a URL."],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });
});
