import { readdir, stat } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { describeError, PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import { isDistributionName } from "./file-kind.ts";
import type { Glob, GlobResult } from "./glob.ts";
import { isThere } from "./gone.ts";
import { escapeGlob, type SearchLine } from "./packages-dir.ts";

export interface SearchResult {
  readonly files: readonly FoundFile[];
  /** Folders directly inside of the folders searched, which are not searched themselves. */
  readonly folders: readonly string[];
  /** Folders whose files were taken. */
  readonly searched: readonly string[];
  /** Lines that match neither file nor folder. */
  readonly unmatched: readonly SearchLine[];
}

export interface FoundFile {
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
  /** False for devices, pipes, sockets and symbolic links that lead nowhere. */
  readonly regular: boolean;
}

/**
 * Carries out `packages-dir`: what a line matches is taken, a folder stands for the files directly in it, and
 * exclusions count for everything named before them.
 *
 * @throws PublishError `no-distributions` when a folder cannot be read.
 */
export async function searchDistributions(lines: readonly SearchLine[]): Promise<SearchResult> {
  const globs: Glob[] = [];
  const unmatched: SearchLine[] = [];
  const searched = new Set<string>();
  try {
    for (const line of lines) {
      const { pattern, excludes } = line;
      if (excludes) {
        globs.push({ pattern, negate: true }, { pattern: `${pattern}${sep}**`, negate: true });
        continue;
      }
      const matches = await matchesOf(line);
      globs.push({ pattern, negate: false });
      for (const folder of await foldersOf(matches)) {
        searched.add(folder);
        globs.push({ pattern: `${escapeGlob(folder)}${sep}*`, negate: false });
      }
      if (matches.length === 0) {
        unmatched.push(line);
      }
    }
    const plain = lines.every(({ literal, excludes }) => literal !== undefined && !excludes);
    const found = plain ? await plainPaths(lines, searched) : await search(globs);
    return { ...(await sortOut(found, searched)), searched: [...searched], unmatched };
  } catch (error) {
    throw error instanceof PublishError ? error : unreadable(error);
  }
}

/** What one line matches by itself, folders too. */
async function matchesOf({ literal, pattern }: SearchLine): Promise<readonly string[]> {
  if (literal === undefined) {
    return (await search([{ pattern, negate: false }])).paths;
  }
  return (await isThere(literal)) ? [literal] : [];
}

/**
 * What the patterns would match where nothing is a wildcard and nothing is excluded, as usual: the glob library takes
 * longer to load than the search takes.
 */
async function plainPaths(lines: readonly SearchLine[], folders: Iterable<string>): Promise<GlobResult> {
  const literals = lines.flatMap(({ literal }) => literal ?? []);
  const paths = [...literals];
  for (const folder of folders) {
    for (const name of await readdir(folder)) {
      paths.push(join(folder, name));
    }
  }
  const there = await Promise.all(paths.map(isThere));
  const lost = paths.filter((_, index) => index >= literals.length && there[index] === false);
  return { paths: paths.filter((_, index) => there[index]), lost };
}

async function search(globs: readonly Glob[]): Promise<GlobResult> {
  const { glob } = await import("./glob.ts");
  return glob(globs);
}

/** Folders that a line stands for; one that is named like a distribution is never meant as a folder. */
async function foldersOf(paths: readonly string[]): Promise<string[]> {
  const folders: string[] = [];
  for (const path of paths) {
    if (!isDistributionName(basename(path)) && (await stat(path)).isDirectory()) {
      folders.push(path);
    }
  }
  return folders;
}

async function sortOut(
  { paths, lost }: GlobResult,
  searched: ReadonlySet<string>,
): Promise<Pick<SearchResult, "files" | "folders">> {
  const files: FoundFile[] = [];
  const folders: string[] = [];
  for (const path of new Set(paths)) {
    const stats = await stat(path);
    if (!stats.isDirectory()) {
      files.push({ path, size: stats.size, modifiedMs: stats.mtimeMs, regular: stats.isFile() });
    } else if (!searched.has(path)) {
      folders.push(path);
    }
  }
  // They may be distributions that did not arrive.
  files.push(...Array.from(lost, (path) => ({ path, size: 0, modifiedMs: 0, regular: false })));
  return { files, folders };
}

function unreadable(cause: unknown): PublishError {
  return new PublishError(
    "no-distributions",
    `The folders named by packages-dir cannot be searched: ${quote(describeError(cause), 300)}.`,
    {
      cause,
      remedy:
        "Make it readable for the user that runs the job, or name the folder of the distributions without a wildcard: folders in it are not looked into then.",
    },
  );
}
