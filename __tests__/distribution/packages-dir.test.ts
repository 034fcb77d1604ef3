import { homedir } from "node:os";
import { join, sep } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { escapeGlob, parsePackagesDir } from "../../src/distribution/packages-dir.ts";
import { useWorkspace } from "./workspace.ts";

const workspace = useWorkspace();

describe("parsePackagesDir", () => {
  it("makes every line absolute and tells plain paths from globs", async () => {
    const { path } = workspace();
    const plain = (text: string, ...folders: readonly string[]) => {
      const literal = join(path, ...folders);
      return { text, excludes: false, pattern: literal, literal };
    };
    const lines = await parsePackagesDir("dist\n# none\n\n !a\\b/*.whl \n!!c\n/x/*/y\n../up\n../*/z", path);
    expect(lines).toEqual([
      plain("dist", "dist"),
      {
        text: "a\\b/*.whl",
        excludes: true,
        pattern: join(path, "a", "b", "*.whl"),
        literal: undefined,
      },
      plain("c", "c"),
      { text: "/x/*/y", excludes: false, pattern: ["", "x", "*", "y"].join(sep), literal: undefined },
      plain("../up", "..", "up"),
      {
        text: "../*/z",
        excludes: false,
        pattern: join(path, "..", "*", "z"),
        literal: undefined,
      },
    ]);
  });

  it("knows the home folder", async () => {
    const [line] = await parsePackagesDir("~/no-such-folder", workspace().path);
    expect(line?.literal).toBe(join(homedir(), "no-such-folder"));
  });

  it("escapes wildcards in the path of the workspace", async () => {
    await workspace().put({ "a[b]*?/": "" });
    const [line] = await parsePackagesDir("dist/*", join(workspace().path, "a[b]*?"));
    expect(line?.pattern).toBe(`${escapeGlob(workspace().path)}${sep}a[[]b][*][?]${sep}dist${sep}*`);
  });
});
