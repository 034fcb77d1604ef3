import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { requireProgram, runProgram } from "../../emulator/runner/process.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const IDENTITY = { GIT_AUTHOR_NAME: "Maintainer", GIT_COMMITTER_NAME: "Maintainer" };
const EMAIL = { GIT_AUTHOR_EMAIL: "maintainer@example.org", GIT_COMMITTER_EMAIL: "maintainer@example.org" };
const BUILD_TIMEOUT_MS = 420_000;

let folder: string;
let clones: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "clones-"));
  clones = [join(folder, "one"), join(folder, "another place", "with ünïcode")];
  for (const clone of clones) {
    await requireProgram("git", ["clone", "--quiet", "--no-hardlinks", ROOT, clone]);
    // What is checked out here may be a branch, or a commit without one.
    await git(clone, "checkout", "--quiet", "-B", "main");
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it(
  "two clones in different folders, each with its own installation, build the dist/ that is committed",
  async () => {
    const committed = await hashes(join(clones[0] ?? "", "dist"));
    await Promise.all(clones.map((clone) => npm(clone, "run", "--silent", "package")));
    expect(Object.keys(committed)).toContain("index.js");
    for (const clone of clones) {
      expect(await hashes(join(clone, "dist"))).toEqual(committed);
    }
  },
  BUILD_TIMEOUT_MS,
);

it(
  "one command makes a release whose tag, version, changelog and dist/ agree",
  async () => {
    const clone = clones[1] ?? "";
    await npm(clone, "run", "--silent", "release", "--", "9.8.7");
    expect(await git(clone, "status", "--porcelain")).toBe("");
    expect(await git(clone, "rev-parse", "v9.8.7^{commit}")).toBe(await git(clone, "rev-parse", "HEAD"));
    expect(await readFile(join(clone, "dist", "index.js"), "utf8")).toContain('"9.8.7"');
    const notes = join(folder, "notes.md");
    await requireProgram(process.execPath, ["scripts/release/verify-tag.ts", "v9.8.7", notes], { cwd: clone });
    expect(await readFile(notes, "utf8")).toContain("pypa/gh-action-pypi-publish");
    expect(await readFile(join(clone, "CHANGELOG.md"), "utf8")).toMatch(
      /## Unreleased\n\n## 9\.8\.7 - \d{4}-\d\d-\d\d\n/,
    );
  },
  BUILD_TIMEOUT_MS,
);

it("refuses a release without a change, and a tag that is not what it says", async () => {
  const clone = clones[1] ?? "";
  const release = (version: string) =>
    runProgram(process.execPath, ["scripts/release/release.ts", version], { cwd: clone });
  expect((await release("9.8.7")).stderr).toContain("v9.8.7 has been released");
  expect((await release("9.8.8")).stderr).toContain("nothing under Unreleased");
  expect((await release("0.0.1")).stderr).toContain("0.0.1 is older than 9.8.7");
  await git(clone, "tag", "v9.9.9");
  const verify = (tag: string) =>
    runProgram(process.execPath, ["scripts/release/verify-tag.ts", tag, join(folder, "no-notes.md")], { cwd: clone });
  expect((await verify("v9.9.9")).stderr).toMatch(/src\/version.ts is of 9\.8\.7; CHANGELOG\.md says nothing of it/);
  await git(clone, "checkout", "--quiet", "-b", "elsewhere");
  await writeFile(join(clone, "more.txt"), "more");
  await git(clone, "add", "more.txt");
  await git(clone, "commit", "--quiet", "--message", "More");
  await git(clone, "tag", "--force", "v9.8.7");
  expect((await verify("v9.8.7")).stderr).toContain("its commit is not on main");
});

async function hashes(dist: string): Promise<Record<string, string>> {
  const names = (await readdir(dist)).sort();
  const contents = await Promise.all(names.map((name) => readFile(join(dist, name))));
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      createHash("sha256")
        .update(contents[index] ?? "")
        .digest("hex"),
    ]),
  );
}

async function git(clone: string, ...words: readonly string[]): Promise<string> {
  const environment = { ...process.env, ...IDENTITY, ...EMAIL, GIT_CONFIG_GLOBAL: join(folder, "no-git-config") };
  return (await requireProgram("git", words, { cwd: clone, environment })).stdout.trim();
}

async function npm(clone: string, ...words: readonly string[]): Promise<void> {
  // Of an npm that runs this suite, the clone's own would take the prefix and the options.
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const environment = { ...Object.fromEntries(own), ...IDENTITY, ...EMAIL };
  await requireProgram("npm", words, { cwd: clone, environment, timeoutSeconds: 400 });
}
