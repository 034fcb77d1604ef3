import { cp, mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { requireProgram } from "../../emulator/runner/process.ts";

const HERE = import.meta.dirname;
const CHECKOUT = join(HERE, "..", "..");
const IDENTITY = [
  "-c",
  "user.name=Maintainer",
  "-c",
  "user.email=maintainer@example.org",
  "-c",
  "commit.gpgsign=false",
];

/** Whose repository it is, where to make it, and what lies in its `packages` folder. */
export interface ReleaseRepositoryOptions {
  readonly folder: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Paths of the distributions to publish. */
  readonly distributions: readonly string[];
  /** Where the action lies; its root by default. */
  readonly actionFolder?: string;
  /** Where the distributions lie; `packages` by default, since `dist` is the bundle of an action in the root. */
  readonly packagesFolder?: string;
  /** Further files, by their paths. */
  readonly files?: ReadonlyMap<string, string>;
}

/**
 * Makes a git repository with the action in its root as this checkout has it (`action.yml` and its bundle `dist/`,
 * nothing else), the workflows and the composite actions beside this file, and distributions. They lie in
 * `packages/`, since `dist/` is the bundle here.
 *
 * `origin` names GitHub, from which act takes owner and repository; it is never contacted.
 */
export async function makeReleaseRepository(options: ReleaseRepositoryOptions): Promise<void> {
  const { folder, actionFolder = ".", packagesFolder = "packages", files = new Map() } = options;
  const gitHub = join(folder, ".github");
  await mkdir(gitHub, { recursive: true });
  await cp(join(CHECKOUT, "action.yml"), join(folder, actionFolder, "action.yml"));
  await cp(join(CHECKOUT, "dist"), join(folder, actionFolder, "dist"), { recursive: true });
  await cp(join(HERE, "workflows"), join(gitHub, "workflows"), { recursive: true });
  await cp(join(HERE, "actions"), join(gitHub, "actions"), { recursive: true });
  for (const path of options.distributions) {
    await cp(path, join(folder, packagesFolder, basename(path)));
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await git(folder, ["init", "--quiet", "--initial-branch=main"]);
  await git(folder, ["remote", "add", "origin", `https://github.com/${options.repository}.git`]);
  // Whatever this machine ignores globally belongs to the release all the same.
  await git(folder, ["add", "--all", "--force"]);
  await git(folder, [...IDENTITY, "commit", "--quiet", "--message=Release"]);
}

async function git(folder: string, words: readonly string[]): Promise<void> {
  await requireProgram("git", ["-C", folder, ...words]);
}
