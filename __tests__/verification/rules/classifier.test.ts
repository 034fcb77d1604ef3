import { describe, expect, it } from "@jest/globals";
import { ACCEPT, judged, type MetadataCase } from "./metadata-form.ts";

describe("classifiers", () => {
  const unknown = (value: string, kind = "reject"): string => `M-15 ${kind}: '${value}' is not a valid classifier.`;

  it.each<MetadataCase>([
    ["M-c29 M-15", "a known one, twice", { classifiers: ["Topic :: Utilities", "Topic :: Utilities"] }, ACCEPT],
    ["M-c30 M-15", "of no group", { classifiers: "Invalid :: Classifier" }, unknown("Invalid :: Classifier")],
    ["M-15", "private", { classifiers: "Private :: Do Not Upload" }, unknown("Private :: Do Not Upload")],
    ["M-15", "another case", { classifiers: "topic :: Utilities" }, unknown("topic :: Utilities")],
    ["M-15", "in a closed group", { classifiers: "License :: My Own" }, unknown("License :: My Own")],
    [
      "M-15",
      "maybe newer than the list",
      { classifiers: "Programming Language :: Python :: 3.99" },
      unknown("Programming Language :: Python :: 3.99", "dated"),
    ],
    [
      "M-c31 M-16",
      "replaced",
      { classifiers: "Natural Language :: Ukranian" },
      "M-16 reject: The classifier 'Natural Language :: Ukranian' has been deprecated, use one of ['Natural Language :: Ukrainian'] instead.",
    ],
    [
      "M-c32 M-16",
      "without replacement",
      { classifiers: "Topic :: Communications :: Chat :: AOL Instant Messenger" },
      "M-16 reject: The classifier 'Topic :: Communications :: Chat :: AOL Instant Messenger' has been deprecated.",
    ],
  ])("%s: %s", (_id, _input, fields, expected) => {
    expect(judged(fields)).toEqual(expected === ACCEPT ? [] : [expect.stringContaining(expected)]);
  });

  it("M-15, M-16: come in the index's order, unknown ones first", () => {
    expect(judged({ classifiers: ["Natural Language :: Ukranian", "Z :: B", "A :: B"] })).toEqual([
      unknown("A :: B"),
      unknown("Z :: B"),
      expect.stringContaining("M-16"),
    ]);
  });
});
