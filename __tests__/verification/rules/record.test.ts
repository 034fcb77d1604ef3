import { describe, expect, it } from "@jest/globals";
import { readRecord } from "../../../src/verification/rules/record.ts";

describe("readRecord", () => {
  it.each<[string, string, string[], boolean]>([
    ["plain lines", "a,sha256=x,1\nb,,\n", ["a", "b"], false],
    ["no line end at the end", "a,,\nb,,", ["a", "b"], false],
    ["Windows line ends", "a,,\r\nb,,\r\n", ["a", "b"], false],
    ["paths in quotes", '"a, ""b"" c.py",,\n"line\nend",,\n', ['a, "b" c.py', "line\nend"], false],
    ["backslashes", "a\\b.py,,\n", ["a/b.py"], false],
    ["an empty line", "a,,\n\nb,,\n", ["a", "b"], true],
    ["two line ends at the end", "a,,\n\n", ["a"], true],
    ["nothing", "", [], false],
    ["a quote that never ends", '"a,,\nb', ["a,,\nb"], false],
    ["one column", "a\nb\n", ["a", "b"], false],
  ])("reads %s", (_case, text, paths, blankLine) => {
    const record = readRecord(Buffer.from(text));
    expect(record?.lines.map(({ path }) => path)).toEqual(paths);
    expect(record?.blankLine).toBe(blankLine);
  });

  it("reads hash and size", () => {
    expect(readRecord(Buffer.from("a,sha256=ab_-=,12\nb,md5,x\n"))?.lines).toEqual([
      { path: "a", hash: { algorithm: "sha256", digest: "ab_-=" }, size: 12 },
      { path: "b", hash: undefined, size: undefined },
    ]);
  });

  it("is undefined for what is not UTF-8", () => {
    expect(readRecord(Buffer.from([0x61, 0xff]))).toBeUndefined();
  });

  it("reads megabytes in one field", () => {
    const path = `"${"x".repeat(8 * 1024 * 1024)}"`;
    expect(readRecord(Buffer.from(`${path},,\n`))?.lines[0]?.path).toHaveLength(8 * 1024 * 1024);
  });
});
