import { describe, expect, it } from "@jest/globals";
import { judgeDescription } from "../../../src/verification/description/judge-description.ts";

const MIB = 1024 * 1024;
/** Linear takes a second or two on a busy machine; by the square it is minutes. */
const SOON_MS = 3000;

/** A line near docutils' limit, so many times that the text has a mebibyte. */
function lines(unit: string, tail = ""): string {
  const line = `${unit.repeat(Math.floor(9000 / unit.length))}${tail}\n`;
  return line.repeat(Math.floor(MIB / line.length));
}

const spaced = `x${" ".repeat(9000)}b\n`.repeat(90);

describe("a description made to overflow the stack or to take for ever", () => {
  it.each([
    ["references without end", lines("a_ "), "fails"],
    [
      "substitutions that use many",
      `.. |a| replace:: ${"|b| ".repeat(200_000).replace(/(?:\|b\| ){2000}/g, "$&\n   ")}\n.. |b| replace:: c\n\n|a|\n`,
      "renders",
    ],
    ["a class of many blocks", `.. class:: a\n\n${"  b\n\n".repeat(200_000)}`, "renders"],
    ["an address behind many spaces", `\`a\n${spaced}x${" ".repeat(9000)}<${"é\n".repeat(40_000)}>>\`_\n`, "fails"],
    ["an option of many spaces", `.. image:: a\n   :scale: 1${" %".repeat(4500)}x\n`, "fails"],
    ["almost borders of a table", `== ==\n${`${"=".repeat(9990)}x\n`.repeat(100)}`, "fails"],
    [
      "a table of short rows under many columns",
      `${"= ".repeat(4999)}=\n${"a\n".repeat(300_000)}${"= ".repeat(4999)}=\n`,
      "undecided",
    ],
    ["more than can be followed", "a\n".repeat(MIB), "undecided"],
  ])("in reStructuredText, by %s", (_what, text, verdict) => {
    const started = performance.now();
    expect(judgeDescription(text, "text/x-rst").verdict).toBe(verdict);
    expect(performance.now() - started).toBeLessThan(SOON_MS);
  });

  it.each([
    ["one long line", "a".repeat(15 * MIB), "renders"],
    ["a definition without end", `[a]: ${"é".repeat(7 * MIB)}`, "undecided"],
    ["a title without end", `[a]: b "${"c".repeat(15 * MIB)}"`, "undecided"],
    ["white space", " \n".repeat(7 * MIB), "fails"],
  ])("in Markdown, by %s", (_what, text, verdict) => {
    expect(judgeDescription(text, "text/markdown").verdict).toBe(verdict);
  });
});
