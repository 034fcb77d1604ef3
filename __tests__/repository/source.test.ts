import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";

const SOURCE = join(import.meta.dirname, "..", "..", "src");
const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));

/** Lines of the source that match, as `file: line`. */
function lines(pattern: RegExp): string[] {
  return files.flatMap((name) =>
    readFileSync(join(SOURCE, name), "utf8")
      .split("\n")
      .filter((line) => pattern.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
}

it.each([
  ["starts a process or a shell", /child_process|node:cluster|\bexecFile|\bspawn\w*\(/],
  ["makes code out of text", /\beval\(|new Function\b|node:vm\b|import\((?!["'])/],
  ["changes what other processes see of it", /process\.title\s*=/],
  ["trusts any certificate", /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/],
  ["listens", /\bcreateServer\(|\.listen\(/],
])("nothing in src/ %s", (_what, pattern) => {
  expect(files.length).toBeGreaterThan(80);
  expect(lines(pattern)).toEqual([]);
});

it("only src/runner/ and the start of the program read the environment", () => {
  expect(lines(/process\.env/).filter((line) => !/^runner[\\/]/.test(line))).toEqual([]);
});
