import { describe, expect, it } from "@jest/globals";
import { parseFileCommands } from "../../../emulator/runner/file-commands.ts";

describe("a file of runner commands", () => {
  it("holds values of one line and of several, the last of a name winning", () => {
    const content = "version=1.0=rc\nnotes<<END\nfirst\n\nversion=no\nEND\nempty=\nversion=2.0\n";
    expect([...parseFileCommands(content)]).toEqual([
      ["version", "2.0"],
      ["notes", "first\n\nversion=no"],
      ["empty", ""],
    ]);
  });

  it("may have an equals sign before the two angle brackets of a value, and the other way round", () => {
    expect([...parseFileCommands("a=b<<c\nd<<e=f\ng\ne=f\n")]).toEqual([
      ["a", "b<<c"],
      ["d", "g"],
    ]);
  });

  it.each(["no command", "=value", "notes<<END\nnever ends", "notes<<\n"])("is refused when it says %j", (content) => {
    expect(() => parseFileCommands(content)).toThrow(/not a file command|never comes/);
  });
});
