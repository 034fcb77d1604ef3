import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { type Discovery, discoverDistributions } from "../../src/distribution/discover.ts";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { useWorkspace } from "./workspace.ts";

const workspace = useWorkspace();
const wheel = buildWheel();
const sdist = buildSdist();

async function discover(packagesDir: string): Promise<Discovery> {
  return discoverDistributions({ packagesDir, workspace: workspace().path });
}

async function found(packagesDir: string): Promise<string[]> {
  return (await discover(packagesDir)).candidates.map(({ filename }) => filename);
}

describe("discoverDistributions", () => {
  it("finds the distributions of a folder, sorted, with path and size", async () => {
    await workspace().putArchives("dist", sdist, wheel);
    const { candidates, foreign, warnings } = await discover("dist");
    expect(candidates).toEqual([
      {
        path: join(workspace().path, "dist", wheel.filename),
        filename: wheel.filename,
        size: wheel.content.length,
        modifiedMs: expect.any(Number),
      },
      {
        path: join(workspace().path, "dist", sdist.filename),
        filename: sdist.filename,
        size: sdist.content.length,
        modifiedMs: expect.any(Number),
      },
    ]);
    expect([foreign, warnings]).toEqual([[], []]);
  });

  it.each([
    ["a slash at the end", "dist/"],
    ["a leading ./", "./dist"],
    ["a way around", "other/../dist"],
    ["blank lines and comments", "\n# the build\n\n  dist  \n"],
    ["Windows line ends", "# x\r\ndist\r\n"],
    ["a glob for files", "dist/*.whl\ndist/*.tar.gz"],
    ["a glob for the folder", "d?st"],
    ["a glob for everything below", "**"],
    ["a set of characters", "[d]ist/*"],
    ["the files themselves", `dist/${wheel.filename}\ndist/${sdist.filename}`],
    ["the same path twice", "dist\ndist/\ndist/*.whl"],
    ["backslashes", ".\\dist\\"],
    ["backslashes in a glob", "dist\\*.whl\ndist\\*.tar.gz"],
    ["an exclusion that takes nothing away", "dist\n!dist/*.zip"],
    ["an exclusion taken back", "dist\n!dist/*.whl\ndist/*-any.whl"],
    ["two exclamation marks", "!!dist"],
  ])("understands %s", async (_, packagesDir) => {
    await workspace().put({ "other/": "" });
    await workspace().putArchives("dist", wheel, sdist);
    expect(await found(packagesDir)).toEqual([wheel.filename, sdist.filename]);
  });

  it("understands absolute paths and globs", async () => {
    await workspace().putArchives("dist", wheel, sdist);
    expect(await found(join(workspace().path, "dist"))).toHaveLength(2);
    expect(await found(join(workspace().path, "*", "*.whl"))).toEqual([wheel.filename]);
  });

  it("takes wildcards in the name of an existing folder literally", async () => {
    await workspace().putArchives("dist[1]", wheel);
    await workspace().putArchives("dist1", sdist);
    expect(await found("dist[1]")).toEqual([wheel.filename]);
  });

  it("collects several folders of a monorepo", async () => {
    const other = buildWheel({ name: "other" });
    await workspace().putArchives("packages/a/dist", wheel);
    await workspace().putArchives("packages/b/dist", other);
    const both = [other.filename, wheel.filename];
    expect(await found("packages/a/dist\npackages/b/dist")).toEqual(both);
    expect(await found("packages/*/dist")).toEqual(both);
    expect(await found("packages/**/*.whl")).toEqual(both);
    expect(await found("packages/*/dist\n!packages/b")).toEqual([wheel.filename]);
  });

  it("leaves out what a line with ! names", async () => {
    await workspace().putArchives("dist", wheel, sdist);
    expect(await found("dist\n!dist/*.tar.gz")).toEqual([wheel.filename]);
  });

  it("follows symbolic links to files and folders", async () => {
    await workspace().putArchives("real", wheel, sdist);
    await workspace().put({ "dist/": "" });
    await symlink(join(workspace().path, "real", wheel.filename), join(workspace().path, "dist", wheel.filename));
    await symlink(join(workspace().path, "real"), join(workspace().path, "linked"));
    expect(await found("dist")).toEqual([wheel.filename]);
    expect(await found("linked")).toEqual([wheel.filename, sdist.filename]);
    expect(await found("dist\nreal/*.whl")).toEqual([wheel.filename]);
  });

  it("names foreign files once and leaves them alone", async () => {
    await workspace().putArchives("dist", wheel);
    await workspace().put({
      "dist/SHA256SUMS": "x",
      "dist/.gitignore": "*",
      [`dist/${wheel.filename}.publish.attestation`]: "{}",
      [`dist/${wheel.filename}.asc`]: "x",
      "dist/docs/index.html": "x",
    });
    const { candidates, foreign, warnings } = await discover("dist\ndist/*");
    expect(candidates).toHaveLength(1);
    expect(Object.fromEntries(foreign.map(({ path, reason }) => [path, reason]))).toEqual({
      "dist/SHA256SUMS": "neither a wheel (.whl) nor a source distribution (.tar.gz)",
      "dist/.gitignore": "a hidden file",
      [`dist/${wheel.filename}.publish.attestation`]: "an attestation, not a distribution",
      [`dist/${wheel.filename}.asc`]: "a signature, which indexes no longer take",
      "dist/docs/index.html": "neither a wheel (.whl) nor a source distribution (.tar.gz)",
    });
    expect(foreign).toHaveLength(5);
    expect(warnings).toEqual([]);
  });

  it("lists a folder without distributions as foreign", async () => {
    await workspace().putArchives("dist", wheel);
    await workspace().put({ "dist/docs/index.html": "x" });
    expect((await discover("dist")).foreign).toEqual([{ path: "dist/docs", reason: "a folder" }]);
  });

  it.each(["pkg-1.0.zip", "pkg-1.0-py3.8.egg", "pkg-1.0.tar.bz2", "pkg-1.0.tgz", "pkg-1.0-py3-none-any.WHL"])(
    "warns that %s is not published",
    async (filename) => {
      await workspace().putArchives("dist", wheel);
      await workspace().put({ [`dist/${filename}`]: "x" });
      const { foreign, warnings } = await discover("dist");
      expect(foreign).toHaveLength(1);
      expect(warnings).toEqual([expect.stringContaining(`"dist/${filename}" is not published: indexes take`)]);
    },
  );

  it("takes a file that lies in two folders once", async () => {
    await workspace().putArchives("a", wheel);
    await workspace().putArchives("b", wheel, sdist);
    expect(await found("a\nb")).toEqual([wheel.filename, sdist.filename]);
  });

  it("warns of a glob that matches nothing", async () => {
    await workspace().putArchives("dist", wheel);
    expect((await discover("dist\nbuild/*.whl")).warnings).toEqual([
      '"build/*.whl", a line of packages-dir, matches nothing.',
    ]);
  });

  it("does not follow links that lead back", async () => {
    await workspace().putArchives("dist/deep", wheel);
    await symlink(workspace().path, join(workspace().path, "dist", "deep", "back"));
    expect(await found("**/*.whl")).toEqual([wheel.filename]);
  });
});
