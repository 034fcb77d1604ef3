import { describe, expect, it } from "@jest/globals";
import { judgeDescription } from "../../../src/verification/description/judge-description.ts";

const MIB = 1024 * 1024;
/** What is gone through of reStructuredText. */
const MOST = MIB / 2;
/** Linear takes a second or two on a busy machine; by the square it is minutes. */
const SOON_MS = 3000;

/** A line near docutils' limit, so many times that the text is just gone through. */
function lines(unit: string, tail = ""): string {
  const line = `${unit.repeat(Math.floor(9000 / unit.length))}${tail}\n`;
  return line.repeat(Math.floor(MOST / line.length));
}

const spaced = `x${" ".repeat(9000)}b\n`.repeat(30);

describe("a description made to overflow the stack or to take for ever", () => {
  it.each([
    ["references without end", lines("a_ "), "fails"],
    [
      "substitutions that use many",
      `.. |a| replace:: ${"|b| ".repeat(90_000).replace(/(?:\|b\| ){2000}/g, "$&\n   ")}\n.. |b| replace:: c\n\n|a|\n`,
      "renders",
    ],
    ["a class of many blocks", `.. class:: a\n\n${"  b\n\n".repeat(100_000)}`, "renders"],
    ["an address behind many spaces", `\`a\n${spaced}x${" ".repeat(9000)}<${"é\n".repeat(30_000)}>>\`_\n`, "fails"],
    ["an option of many spaces", `.. image:: a\n   :scale: 1${" %".repeat(4500)}x\n`, "fails"],
    ["almost borders of a table", `== ==\n${`${"=".repeat(9990)}x\n`.repeat(50)}`, "fails"],
    [
      "a table of short rows under many columns",
      `${"= ".repeat(4999)}=\n${"a\n".repeat(240_000)}${"= ".repeat(4999)}=\n`,
      "undecided",
    ],
    ["more than can be followed", "a\n".repeat(MIB), "undecided"],
  ])("in reStructuredText, by %s", (_what, text, verdict) => {
    const started = performance.now();
    expect(judgeDescription(text, "text/x-rst").verdict).toBe(verdict);
    expect(performance.now() - started).toBeLessThan(SOON_MS);
  });

  it.each([
    ["line ends", `a${"\r".repeat(15 * MIB)}`, "renders"],
    ["one long line", "a".repeat(15 * MIB), "renders"],
    ["a definition without end", `[a]: ${"é".repeat(7 * MIB)}`, "undecided"],
    ["a title without end", `[a]: b "${"c".repeat(15 * MIB)}"`, "undecided"],
    ["white space", " \n".repeat(7 * MIB), "fails"],
  ])("in Markdown, by %s", (_what, text, verdict) => {
    const started = performance.now();
    expect(judgeDescription(text, "text/markdown").verdict).toBe(verdict);
    expect(performance.now() - started).toBeLessThan(SOON_MS);
  });
});
