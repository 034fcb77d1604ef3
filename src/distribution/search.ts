import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describeError, PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import { isDistributionName } from "./file-kind.ts";
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
  const patterns: string[] = [];
  const unmatched: SearchLine[] = [];
  const searched = new Set<string>();
  try {
    for (const line of lines) {
      if (line.excludes) {
        patterns.push(`!${line.pattern}`, `!${line.pattern}/**`);
        continue;
      }
      const matches = await matchesOf(line);
      const folders = await foldersOf(matches);
      for (const folder of folders) {
        searched.add(folder);
      }
      patterns.push(line.pattern, ...folders.map((folder) => `${escapeGlob(folder)}/*`));
      if (matches.length === 0) {
        unmatched.push(line);
      }
    }
    const plain = lines.every(({ literal, excludes }) => literal !== undefined && !excludes);
    const paths = plain ? await plainPaths(lines, searched) : await glob(patterns);
    return { ...(await sortOut(paths, searched)), searched: [...searched], unmatched };
  } catch (error) {
    throw error instanceof PublishError ? error : unreadable(error);
  }
}

/** What one line matches by itself, folders too. */
async function matchesOf({ literal, pattern }: SearchLine): Promise<string[]> {
  if (literal === undefined) {
    return glob([pattern]);
  }
  return (await stat(literal).catch(() => undefined)) === undefined ? [] : [literal];
}

/**
 * What the patterns would match where nothing is a wildcard and nothing is excluded, as usual: the glob library takes
 * longer to load than the search takes.
 */
async function plainPaths(lines: readonly SearchLine[], folders: Iterable<string>): Promise<string[]> {
  const paths = lines.flatMap(({ literal }) => literal ?? []);
  for (const folder of folders) {
    for (const name of await readdir(folder)) {
      paths.push(join(folder, name));
    }
  }
  const there = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  return paths.filter((_, index) => there[index] !== undefined);
}

async function glob(patterns: readonly string[]): Promise<string[]> {
  const { create } = await import("@actions/glob");
  const globber = await create(patterns.join("\n"), { implicitDescendants: false, matchDirectories: true });
  return globber.glob();
}

/** Folders that a line stands for; one that is named like a distribution is never meant as a folder. */
async function foldersOf(paths: readonly string[]): Promise<string[]> {
  const folders: string[] = [];
  for (const path of paths) {
    if (!isDistributionName(basename(path)) && (await stat(path)).isDirectory()) {
      refuseLineBreak(path);
      folders.push(path);
    }
  }
  return folders;
}

/** The glob library takes one pattern a line: what follows a line break would be a pattern of its own. */
function refuseLineBreak(folder: string): void {
  if (/[\r\n]/.test(folder)) {
    throw new PublishError("no-distributions", `The name of the folder ${quote(folder, 255)} holds a line break.`, {
      remedy: "Find out which step made that folder, and remove it.",
    });
  }
}

async function sortOut(
  paths: readonly string[],
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
  const looked = new Set([...searched, ...files.map(({ path }) => dirname(path))]);
  return { files: [...files, ...(await unreachable(looked))], folders };
}

/**
 * The glob library passes over links that lead nowhere, and names that are no UTF-8, by which nothing can be opened; here
 * they may be distributions that did not arrive.
 */
async function unreachable(folders: Iterable<string>): Promise<FoundFile[]> {
  const broken: FoundFile[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const suspicious = entry.isSymbolicLink() || entry.name.includes("\ufffd");
      if (suspicious && (await stat(path).catch(() => undefined)) === undefined) {
        broken.push({ path, size: 0, modifiedMs: 0, regular: false });
      }
    }
  }
  return broken;
}

function unreadable(cause: unknown): PublishError {
  return new PublishError(
    "no-distributions",
    `The folders named by packages-dir cannot be searched: ${describeError(cause)}.`,
    {
      cause,
      remedy: "Make them readable for the user that runs the job.",
    },
  );
}
