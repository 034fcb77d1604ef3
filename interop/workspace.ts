import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DISTRIBUTIONS_FOLDER, distributionPath } from "../fixtures/catalogue.ts";

/** A workspace of a job whose `dist` folder holds fixtures. */
export interface Workspace {
  readonly folder: string;
  /** Absolute paths of the files in `dist`. */
  readonly paths: readonly string[];
  remove(): Promise<void>;
}

/** A workspace with the named fixtures, or with all of them. */
export async function makeWorkspace(filenames?: readonly string[]): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "workspace-"));
  const dist = join(folder, "dist");
  await mkdir(dist);
  const paths: string[] = [];
  for (const filename of filenames ?? (await readdir(DISTRIBUTIONS_FOLDER)).sort()) {
    const path = join(dist, basename(filename));
    await copyFile(distributionPath(filename), path);
    paths.push(path);
  }
  return { folder, paths, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Gives a wheel other bytes without breaking it: an archive comment of one character, which the index accepts
 * (rule W-08). The end record of the fixtures is the last 22 bytes, its comment length the last two.
 */
export async function alterWheel(path: string): Promise<void> {
  const content = await readFile(path);
  content.writeUInt16LE(1, content.length - 2);
  await writeFile(path, Buffer.concat([content, Buffer.from("x")]));
}
