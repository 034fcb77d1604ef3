import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";

const ROOT = join(import.meta.dirname, "..", "..");
const model = readFileSync(join(ROOT, "docs", "threat-model.md"), "utf8");
/** The first argument of `it(`, `describe(` and of what `it.each(…)` gives. */
const TITLE = /(?:\b(?:it|describe)(?:\.\w+)*|\))\(\s*(["'`])((?:(?!\1).)+)\1/g;
const references = Array.from(model.matchAll(/`([\w/.-]+\.test\.ts) > ([^`]+)`/g), ([, file = "", words = ""]) => ({
  file,
  words,
}));

it("every defence of the threat model names a test that exists", () => {
  expect(references.length).toBeGreaterThan(25);
  const missing = references.filter(({ file, words }) => {
    const path = join(ROOT, file);
    const titles = existsSync(path)
      ? Array.from(readFileSync(path, "utf8").matchAll(TITLE), ([, , text = ""]) => text)
      : [];
    return !titles.some((title) => title.includes(words));
  });
  expect(missing).toEqual([]);
});

it("every row of a table of attacks has a proof", () => {
  const rows = model.split("\n").filter((line) => /^\| [A-Z]/.test(line) && line.split("|").length === 5);
  expect(rows.length).toBeGreaterThan(18);
  expect(rows.filter((row) => !/`[\w/.-]+\.test\.ts > /.test(row))).toEqual([]);
});
