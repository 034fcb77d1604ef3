import { execFile } from "node:child_process";
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const CHECKOUT = join(import.meta.dirname, "..", "..");
const HERE = import.meta.dirname;
const runFile = promisify(execFile);

/** Whose repository it is, as `owner/name`, and the distributions lying in its `packages` folder. */
export interface ReleaseRepositoryOptions {
  readonly folder: string;
  readonly repository: string;
  /** Folder with the distributions to publish. */
  readonly distributions: string;
}

/**
 * Makes a git repository such as a maintainer would have who keeps a copy of the action in the root: the action as it
 * is committed in this checkout (`action.yml` and its bundle `dist/`, nothing else), the workflows and the composite
 * actions beside this file, and distributions. They lie in `packages/`, since `dist/` is the bundle here.
 *
 * `origin` names GitHub, from which act takes owner and repository; it is never contacted.
 */
export async function makeReleaseRepository(options: ReleaseRepositoryOptions): Promise<void> {
  const { folder } = options;
  await mkdir(join(folder, ".github"), { recursive: true });
  await cp(join(CHECKOUT, "action.yml"), join(folder, "action.yml"));
  await cp(join(CHECKOUT, "dist"), join(folder, "dist"), { recursive: true });
  await cp(join(HERE, "workflows"), join(folder, ".github", "workflows"), { recursive: true });
  await cp(join(HERE, "actions"), join(folder, ".github", "actions"), { recursive: true });
  await cp(options.distributions, join(folder, "packages"), { recursive: true });
  await git(folder, "init", "--quiet", "--initial-branch=main");
  await git(folder, "remote", "add", "origin", `https://github.com/${options.repository}.git`);
  await git(folder, "add", "--all", "--force");
  await git(
    folder,
    "-c",
    "user.name=Maintainer",
    "-c",
    "user.email=maintainer@example.org",
    "-c",
    "commit.gpgsign=false",
    "commit",
    "--quiet",
    "--message=Release",
  );
}

async function git(folder: string, ...words: readonly string[]): Promise<void> {
  await runFile("git", ["-C", folder, ...words]);
}
