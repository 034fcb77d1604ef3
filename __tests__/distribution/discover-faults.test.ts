import { symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { discoverDistributions } from "../../src/distribution/discover.ts";
import { PublishError } from "../../src/errors.ts";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { useWorkspace } from "./workspace.ts";

const workspace = useWorkspace();
const wheel = buildWheel();
const sdist = buildSdist();

async function fault(packagesDir: string): Promise<{ code: string; message: string; remedy: string }> {
  const result = await discoverDistributions({ packagesDir, workspace: workspace().path }).catch(
    (error: unknown) => error,
  );
  if (!(result instanceof PublishError)) {
    throw new Error("there was no fault");
  }
  return { code: result.code, message: result.message, remedy: result.remedy ?? "" };
}

describe("discoverDistributions: nothing to publish", () => {
  it("names the folder that is missing and what is there instead", async () => {
    await workspace().put({ "build/lib/x.py": "", "README.md": "" });
    const { code, message, remedy } = await fault("dist");
    expect(code).toBe("no-distributions");
    expect(message).toContain(`"dist" (${join(workspace().path, "dist")}) does not exist`);
    expect(message).toContain('which holds "README.md", "build"');
    expect(remedy).toContain("actions/download-artifact");
  });

  it.each([
    ["one level down", "backend/dist"],
    ["beside", "build"],
    ["at the top", "."],
  ])("points to distributions that lie %s", async (_, folder) => {
    await workspace().putArchives(folder, wheel);
    expect((await fault("dist")).remedy).toContain(`There are distributions in "${folder}"`);
  });

  it("does not take any .tar.gz for a distribution", async () => {
    await workspace().put({ "docs/site.tar.gz": "x" });
    expect((await fault("dist")).remedy).not.toContain("There are distributions");
  });

  it.each([
    ["an empty folder", { "dist/": "" }, "is an empty folder"],
    [
      "foreign files alone",
      { "dist/SHA256SUMS": "x", "dist/.keep": "" },
      'Left alone: "dist/.keep", "dist/SHA256SUMS"',
    ],
    ["a file that is none", { dist: "x" }, "is no wheel (.whl)"],
    ["a file in the way", { "dist/x": "", dist2: "" }, "holds no wheel (.whl)"],
  ])("says what there is: %s", async (_, files: Record<string, string>, text) => {
    await workspace().put(files);
    const { code, message } = await fault("dist");
    expect(code).toBe("no-distributions");
    expect(message).toContain(text);
  });

  it.each([
    ["nothing", "", "names no directory"],
    ["comments only", "# dist\n\n", "names no directory"],
    ["exclusions only", "!dist", "names no directory"],
    ["an exclamation mark alone", "dist\n!", 'The line "!" of the input packages-dir names nothing'],
    [".. behind a wildcard", "*/../dist", "has . or .. behind a wildcard"],
    ["a glob that matches nothing", "dist/*.whl", '"dist/*.whl" matches nothing'],
    ["exclusions that take all", "dist\n!dist/*", "Lines that begin with ! take files away"],
  ])("refuses a packages-dir with %s", async (_, packagesDir, text) => {
    await workspace().put({ "dist/pkg-1.0.tar.bz2": "x" });
    const { code, message, remedy } = await fault(packagesDir);
    expect(code).toBe("no-distributions");
    expect(message).toContain(text);
    expect(remedy).not.toBe("");
  });

  it("refuses a missing folder beside a filled one", async () => {
    await workspace().putArchives("a/dist", wheel);
    const { code, message } = await fault("a/dist\nb/dist");
    expect(code).toBe("no-distributions");
    expect(message).toContain('"b/dist", named by packages-dir, does not exist');
  });
});

describe("discoverDistributions: misplaced", () => {
  it("gives the merge-multiple hint for artifacts in folders of their own", async () => {
    await workspace().putArchives("dist/wheels-linux", wheel);
    await workspace().putArchives("dist/sdist/dist", sdist);
    const { code, message, remedy } = await fault("dist");
    expect(code).toBe("distribution-misplaced");
    expect(message).toContain(`"dist/wheels-linux" is a folder with "${wheel.filename}" inside.`);
    expect(message).toContain(`"dist/sdist" is a folder with "dist/${sdist.filename}" inside.`);
    expect(remedy).toContain("merge-multiple: true");
  });

  it("stops also when there are distributions beside them", async () => {
    await workspace().putArchives("dist", sdist);
    await workspace().putArchives("dist/wheels", wheel);
    expect((await fault("dist")).code).toBe("distribution-misplaced");
  });

  it.each(["dist", "dist/*", `dist/${wheel.filename}`])(
    "refuses a folder named like a distribution in %s",
    async (line) => {
      await workspace().putArchives("dist", sdist);
      await workspace().putArchives(`dist/${wheel.filename}`, wheel);
      const { code, message, remedy } = await fault(line);
      expect(code).toBe("distribution-misplaced");
      expect(message).toContain(`"dist/${wheel.filename}" is a folder with "${wheel.filename}" inside.`);
      expect(remedy).toContain("merge-multiple: true");
    },
  );

  it("refuses an empty folder named like a distribution", async () => {
    await workspace().put({ "dist/pkg-1.0.tar.gz/": "" });
    expect((await fault("dist")).message).toContain('"dist/pkg-1.0.tar.gz" is named like a distribution');
  });
});

describe("discoverDistributions: files that cannot be meant", () => {
  it("refuses one file name with two contents", async () => {
    await workspace().putArchives("a", wheel, buildWheel({ name: "other" }));
    await workspace().putArchives(
      "b",
      buildWheel({ description: "changed" }),
      buildWheel({ name: "other", description: "x" }),
    );
    const { code, message } = await fault("a\nb");
    expect(code).toBe("distribution-invalid");
    expect(message).toContain(`"${wheel.filename}" is there twice with different content: "a/`);
    expect(message).toContain('"other-1.0.0-py3-none-any.whl" is there twice');
  });

  it("refuses a symbolic link that leads nowhere", async () => {
    await workspace().putArchives("dist", sdist);
    await symlink(join(workspace().path, "gone"), join(workspace().path, "dist", wheel.filename));
    const { code, message } = await fault("dist");
    expect(code).toBe("distribution-invalid");
    expect(message).toContain(`"dist/${wheel.filename}" is no regular file`);
  });

  it("does not mind one beside the files that are meant", async () => {
    await workspace().putArchives("dist", wheel);
    await symlink(join(workspace().path, "gone"), join(workspace().path, "dist", sdist.filename));
    for (const packagesDir of ["dist/*.whl", `dist/${wheel.filename}`, "dist\n!dist/*.tar.gz"]) {
      const { candidates } = await discoverDistributions({ packagesDir, workspace: workspace().path });
      expect(candidates.map(({ filename }) => filename)).toEqual([wheel.filename]);
    }
    for (const packagesDir of ["dist/*", "dist/*.tar.gz", "dist\n!dist/*.whl"]) {
      expect((await fault(packagesDir)).message).toContain(`"dist/${sdist.filename}" is no regular file`);
    }
  });

  it("reports all faults in one error", async () => {
    await workspace().putArchives("a", wheel);
    await workspace().putArchives("b", buildWheel({ description: "changed" }));
    await workspace().putArchives("a/inner", sdist);
    const { code, message } = await fault("a\nb\nc");
    expect(code).toBe("distribution-misplaced");
    expect(message).toMatch(/"a\/inner" is a folder.*is there twice.*"c", named by packages-dir, does not exist/);
  });
});

// Windows has no such names.
if (process.platform !== "win32") {
  describe("discoverDistributions: a folder whose name holds a line break", () => {
    it.each([
      ["name files elsewhere", (path: string) => `dist/x\n${path}/private/`],
      ["leave files out", (path: string) => `dist/x\n!${path}/dist/*/`],
    ])("cannot %s", async (_case, folder) => {
      await workspace().putArchives("dist", sdist);
      await workspace().putArchives("private", wheel);
      await workspace().put({ [folder(workspace().path)]: "" });
      const { code, message } = await fault("dist/**");
      expect(code).toBe("no-distributions");
      expect(message).toContain("line break");
    });
  });

  describe("discoverDistributions: a distribution with a name that none has", () => {
    it("such as one with a line end, which could pass for lines of the log, is refused", async () => {
      const filename = `sample_project-1.0.0-1\n${"0".repeat(64)}  other-py3-none-any.whl`;
      await workspace().putArchives("dist", { ...wheel, filename });
      const { code, message } = await fault("dist");
      expect(code).toBe("distribution-invalid");
      expect(message).toContain("holds a control character");
      expect(message).not.toContain("\n");
    });
  });
}

if (process.platform === "linux") {
  describe("discoverDistributions: a distribution whose name is no UTF-8", () => {
    it("is refused, not passed over", async () => {
      await workspace().putArchives("dist", wheel);
      const name = Buffer.from("pkg\xff-1.0-py3-none-any.whl", "latin1");
      await writeFile(Buffer.concat([Buffer.from(`${join(workspace().path, "dist")}/`), name]), "x");
      expect(await fault("dist")).toMatchObject({
        code: "distribution-invalid",
        message: expect.stringContaining("UTF-8"),
      });
    });
  });
}
