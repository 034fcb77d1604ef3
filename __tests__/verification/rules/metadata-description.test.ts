import { describe, expect, it } from "@jest/globals";
import { ACCEPT, judged, type MetadataCase } from "./metadata-form.ts";

const type = (value: string) => ({ description_content_type: value });

describe("summary and content type", () => {
  it.each<MetadataCase>([
    [
      "M-c12 M-07",
      "513 characters",
      { summary: "x".repeat(513) },
      "M-07 reject: 'summary' field must be 512 characters or less.",
    ],
    ["M-c12 M-07", "511 characters", { summary: "x".repeat(511) }, ACCEPT],
    ["M-07", "512 code points", { summary: "😀".repeat(512) }, ACCEPT],
    ["M-c13 M-06", "a line feed", { summary: "A\nB" }, "M-06 reject: 'summary' must be a single line."],
    ["M-c14 M-06", "a final line feed", { summary: "A\n" }, "M-06 reject: 'summary' must be a single line."],
    ["M-c14 M-06", "a carriage return", { summary: "A\rB" }, ACCEPT],
    ["M-c15 M-08", "text/html", type("text/html"), "M-08 reject: 'description-content-type' must be one of ["],
    ["M-c15 M-08", "markdown", type("markdown"), "M-08 reject: 'description-content-type' must be one of ["],
    ["M-13 M-08", "two types", type("text/markdown, text/plain"), ACCEPT],
    ["M-c17 M-09", "UTF-8", type("text/markdown; charset=UTF-8"), ACCEPT],
    [
      "M-09",
      "utf-8",
      type("text/markdown; charset=utf-8"),
      "M-09 dated: 'description-content-type' can only specify the UTF-8 charset, not 'utf-8'.",
    ],
    [
      "M-09",
      "latin-1",
      type("text/markdown; charset=latin-1"),
      "M-09 reject: 'description-content-type' can only specify",
    ],
    ["M-c18 M-10", "CommonMark", type("text/markdown; variant=CommonMark"), ACCEPT],
    [
      "M-c18 M-10",
      "commonmark",
      type("text/markdown; variant=commonmark"),
      "M-10 reject: valid Markdown variants for 'description-content-type' are ['GFM', 'CommonMark'], not 'commonmark'.",
    ],
    ["M-c19 M-10", "variant of reStructuredText", type("text/x-rst; variant=whatever"), ACCEPT],
    ["M-c19 M-10", "Foo", type("text/markdown; variant=Foo"), "M-10 reject: valid Markdown variants"],
    ["M-c63 M-08", "a line feed inside", type("text/mark\ndown"), "M-08 server-error: "],
    ["M-c63 M-08", "a line feed at the end", type("text/markdown\n"), ACCEPT],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });
});
