import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "@jest/globals";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { useWorkspace } from "./workspace.ts";

const workspace = useWorkspace();
const wheel = buildWheel();
const sdist = buildSdist();
const NOBODY = 65_534;

/** What a process may read that is not root, for whom every folder is open: found files and warnings, or the error. */
async function discovered(packagesDir: string): Promise<unknown> {
  const source = new URL("../../src/distribution/discover.ts", import.meta.url);
  const options = JSON.stringify({ packagesDir, workspace: workspace().path });
  const program = `
    const { discoverDistributions } = await import(${JSON.stringify(source.href)});
    // What is loaded when it is needed is loaded now: the project itself may be out of reach later.
    await discoverDistributions({ packagesDir: "*/x", workspace: import.meta.dirname ?? "/" }).catch(() => undefined);
    if (process.getuid() === 0) {
      process.setgid(${NOBODY});
      process.setuid(${NOBODY});
    }
    const answer = await discoverDistributions(${options}).then(
      ({ candidates, warnings }) => ({ found: candidates.map(({ filename }) => filename), warnings }),
      ({ message, remedy }) => ({ message, remedy }),
    );
    console.log(JSON.stringify(answer));
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, problem] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  if (out === "") {
    throw new Error(problem);
  }
  // The glob library says in lines of its own what it does.
  return JSON.parse(out.trimEnd().split("\n").at(-1) ?? "");
}

/** {@link discovered} with a folder that has this mode meanwhile. */
async function discoveredBeside(folder: string, mode: number, packagesDir: string): Promise<unknown> {
  const { path } = workspace();
  await mkdir(join(path, folder), { recursive: true });
  await chmod(path, 0o755);
  await chmod(join(path, folder), mode);
  try {
    return await discovered(packagesDir);
  } finally {
    await chmod(join(path, folder), 0o755);
  }
}

// Windows knows no such modes.
const onUnix = process.platform === "win32" ? describe.skip : describe;

onUnix("discoverDistributions: a folder that cannot be read", () => {
  it("is of no interest where nothing in it can match", async () => {
    await workspace().putArchives("dist", wheel, sdist);
    expect(await discoveredBeside("dist/private", 0o000, "dist/*.whl\ndist/*.tar.gz")).toMatchObject({ warnings: [] });
    expect(await discoveredBeside("dist/private", 0o000, "dist")).toMatchObject({
      found: [wheel.filename, sdist.filename],
      warnings: [],
    });
  });

  it.each([
    ["by itself", "dist\nprivate", 0o000],
    ["by the beginning of a pattern", "dist\nprivate/*.whl", 0o000],
    ["by itself, with names that can be listed and no more", "dist\nprivate", 0o444],
    ["by a wildcard", "*/*", 0o000],
    ["by a wildcard for all levels", "**/*.whl\n**/*.tar.gz", 0o000],
    ["by a wildcard, with names that can be listed and no more", "*/*", 0o444],
  ])("ends the run when it is named %s", async (_case, packagesDir, mode) => {
    await workspace().putArchives("dist", wheel);
    await workspace().putArchives("private", sdist);
    expect(await discoveredBeside("private", mode, packagesDir)).toEqual({
      message: expect.stringMatching(/^The folders named by packages-dir cannot be searched: .*EACCES.*private/),
      remedy: expect.stringMatching(/^Make it readable .* or name the folder of the distributions without a wildcard/),
    });
  });

  it("does not keep a file in it from being named", async () => {
    await workspace().putArchives("private", sdist);
    expect(await discoveredBeside("private", 0o111, `private/${sdist.filename}`)).toEqual({
      found: [sdist.filename],
      warnings: [],
    });
  });
});
