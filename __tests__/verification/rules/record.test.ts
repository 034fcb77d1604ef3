import { describe, expect, it } from "@jest/globals";
import { readRecord } from "../../../src/verification/rules/record.ts";

describe("readRecord", () => {
  it.each<[string, string, string[], boolean]>([
    ["plain lines", "a,sha256=x,1\nb,,\n", ["a", "b"], false],
    ["no line end at the end", "a,,\nb,,", ["a", "b"], false],
    ["Windows line ends", "a,,\r\nb,,\r\n", ["a", "b"], false],
    ["paths in quotes", '"a, ""b"" c.py",,\n"line\nend",,\n', ['a, "b" c.py', "lineend"], false],
    ["line ends as Python knows them", "a,,\x1cb,,\x85c,,\u2028d,,\v", ["a", "b", "c", "d"], false],
    ["an empty line by a form feed", "a,,\n\f\n", ["a"], true],
    ["an empty line within quotes", '"a\n\nb",,\n', ["ab"], false],
    ["an empty field in quotes", 'a,,\n""\n', ["a", ""], false],
    ["quotes within and behind", 'a"b,,\n"a"b,,\n', ['a"b', "ab"], false],
    ["a comma at the end", "a,\n", ["a"], false],
    ["backslashes", "a\\b.py,,\n", ["a/b.py"], false],
    ["an empty line", "a,,\n\nb,,\n", ["a", "b"], true],
    ["two line ends at the end", "a,,\n\n", ["a"], true],
    ["nothing", "", [], false],
    ["a quote that never ends", '"a,,\nb', ["a,,b"], false],
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

  it.each([
    ["quotes", `"${"x".repeat(131_072)}",,\n`, 1],
    ["quotes, too long for Python's csv", `"${"x".repeat(131_073)}",,\n`, undefined],
    ["no quotes, too long for it", `${"x".repeat(131_073)},,\n`, undefined],
    ["quotes that never end", `"${"a,,\n".repeat(100_000)}`, undefined],
  ])("reads a long field in %s", (_case, text, lines) => {
    expect(readRecord(Buffer.from(text))?.lines.length).toBe(lines);
  });

  it("stops where there are more lines than a wheel has members", () => {
    const before = process.memoryUsage().heapUsed;
    const record = readRecord(Buffer.alloc(32 * 1024 * 1024, "a,,\n"));
    expect(record?.tooLong).toBe(true);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  });
});
