import { readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { GLOBSTAR, Minimatch } from "minimatch";
import { isGone } from "./gone.ts";

/** One pattern of a search; later ones have the last word. */
export interface Glob {
  /** Absolute, in the syntax of @actions/glob: `*`, `?`, `[…]` and `**`; hidden names match as well. */
  readonly pattern: string;
  readonly negate: boolean;
  /** Folder in which the search begins. */
  readonly root: string;
}

/** A folder or file that could not be looked at. */
export interface Unreadable {
  readonly path: string;
  readonly error: unknown;
}

export interface GlobResult {
  /** Files and folders, each once. */
  readonly paths: readonly string[];
  /** Names by which nothing can be opened, though they match: links that lead nowhere, names that are no UTF-8. */
  readonly lost: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

/**
 * What the patterns match, links followed. Only folders below which something can match are read, and one that cannot be
 * read does not end the search. The rules are those of @actions/glob, which reads every folder that matches and fails
 * on the first that it may not read.
 */
export async function glob(globs: readonly Glob[]): Promise<GlobResult> {
  const search = new Search(globs.map((each) => new Pattern(each)));
  for (const root of new Set(globs.filter(({ negate }) => !negate).map((each) => each.root))) {
    await search.visit(root, []);
  }
  return {
    paths: [...search.paths],
    lost: [...search.lost],
    unreadable: Array.from(search.unreadable, ([path, error]) => ({ path, error })),
  };
}

class Pattern {
  readonly negate: boolean;
  readonly #foldersOnly: boolean;
  readonly #matcher: Minimatch;
  readonly #levels: number;
  readonly #endsInAll: boolean;

  constructor({ pattern, negate }: Glob) {
    this.negate = negate;
    this.#foldersOnly = pattern.endsWith(sep);
    const trimmed = this.#foldersOnly ? pattern.slice(0, -1) : pattern;
    this.#endsInAll = trimmed.endsWith(`${sep}**`);
    this.#matcher = new Minimatch(trimmed.replaceAll(sep, "/"), {
      dot: true,
      nobrace: true,
      nocase: sep === "\\",
      nocomment: true,
      noext: true,
      nonegate: true,
    });
    const parts = this.#matcher.set[0] ?? [];
    this.#levels = parts.includes(GLOBSTAR) ? Number.POSITIVE_INFINITY : parts.length;
  }

  matches(path: string, isFolder: boolean): boolean {
    return (isFolder || !this.#foldersOnly) && this.#matcher.match(this.#endsInAll ? `${path}${sep}` : path);
  }

  /** Whether something below the folder can match. */
  reaches(folder: string): boolean {
    const levels = folder.split(sep).length - (folder.endsWith(sep) ? 1 : 0);
    return !this.negate && levels < this.#levels && this.#matcher.match(folder, true);
  }
}

class Search {
  readonly paths = new Set<string>();
  readonly lost = new Set<string>();
  readonly unreadable = new Map<string, unknown>();
  readonly #patterns: readonly Pattern[];

  constructor(patterns: readonly Pattern[]) {
    this.#patterns = patterns;
  }

  /** @param parents real paths of the folders above, in which a link may lead back. */
  async visit(path: string, parents: readonly string[]): Promise<void> {
    const reaches = this.#patterns.some((pattern) => pattern.reaches(path));
    if (!reaches && !this.#matches(path, true) && !this.#matches(path, false)) {
      return;
    }
    try {
      const isFolder = (await stat(path)).isDirectory();
      const real = isFolder ? await realpath(path) : path;
      if (isFolder && parents.includes(real)) {
        return;
      }
      if (this.#matches(path, isFolder)) {
        this.paths.add(path);
      }
      if (isFolder && reaches) {
        for (const name of (await readdir(path)).sort()) {
          await this.visit(join(path, name), [...parents, real]);
        }
      }
    } catch (error) {
      if (!isGone(error)) {
        this.unreadable.set(path, error);
      } else if (parents.length > 0 && this.#matches(path, false)) {
        this.lost.add(path);
      }
    }
  }

  #matches(path: string, isFolder: boolean): boolean {
    return this.#patterns.reduce(
      (matched, pattern) => (pattern.matches(path, isFolder) ? !pattern.negate : matched),
      false,
    );
  }
}
