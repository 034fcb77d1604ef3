import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { glob } from "../../src/distribution/glob.ts";
import { useWorkspace } from "./workspace.ts";

const workspace = useWorkspace();

/** Paths below the workspace that the lines match, with slashes. */
async function found(...lines: readonly string[]): Promise<string[]> {
  const root = workspace().path;
  const globs = lines.map((line) => ({
    pattern: join(root, line.replace("!", "")),
    negate: line.startsWith("!"),
  }));
  const { paths } = await glob(globs);
  return paths.map((path) => path.slice(root.length + 1).replaceAll(sep, "/")).sort();
}

describe("glob", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["what one star stands for", ["*"], [".hidden", "a", "b.whl", "link"]],
    ["two levels", ["*/*"], ["a/a", "a/b.whl", "link/a", "link/b.whl"]],
    ["any level", ["**/*.whl"], ["a/a/c.whl", "a/b.whl", "b.whl", "link/a/c.whl", "link/b.whl"]],
    ["everything, the folder too", ["a/**"], ["a", "a/a", "a/a/c.whl", "a/b.whl"]],
    ["folders alone", ["*/"], ["a", "link"]],
    ["a set of characters", ["[ab]*"], ["a", "b.whl"]],
    ["one character", ["?"], ["a"]],
    ["no braces", ["{a,b.whl}"], []],
    ["what is not taken away", ["*", "!a", "!*.whl"], [".hidden", "link"]],
    ["what is taken away and given back", ["*", "!*", "a"], ["a"]],
  ])("matches %s", async (_case, lines, expected) => {
    const { path } = workspace();
    await mkdir(join(path, "a", "a"), { recursive: true });
    for (const name of ["b.whl", "a/b.whl", "a/a/c.whl", ".hidden"]) {
      await writeFile(join(path, name), "");
    }
    await symlink(join(path, "a"), join(path, "link"), "junction");
    expect(await found(...lines)).toEqual(expected);
  });
});
