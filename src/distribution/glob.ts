import { create } from "@actions/glob";
import { PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import { isGone, isThere } from "./gone.ts";

/** One pattern of a search; later ones have the last word. */
export interface Glob {
  /** Absolute, in the syntax of @actions/glob: `*`, `?`, `[…]` and `**`; hidden names match as well. */
  readonly pattern: string;
  readonly negate: boolean;
}

export interface GlobResult {
  /** Files and folders, each once; links are followed. */
  readonly paths: readonly string[];
  /** Names by which nothing can be opened, though they match: links that lead nowhere, names that are no UTF-8. */
  readonly lost: readonly string[];
}

const OPTIONS = { implicitDescendants: false, matchDirectories: true };

/**
 * What the patterns match, by the rules of GitHub's own actions.
 *
 * @throws PublishError `no-distributions` for a line break, and the file system's error for a folder that cannot be read.
 */
export async function glob(globs: readonly Glob[]): Promise<GlobResult> {
  const lines = globs.map(({ pattern, negate }) => {
    refuseLineBreak(pattern);
    return negate ? `!${pattern}` : pattern;
  });
  const patterns = lines.join("\n");
  const paths = await (await create(patterns, OPTIONS)).glob();
  return { paths, lost: await lostBy(patterns, new Set(paths)) };
}

/** The library takes one pattern a line: what follows a line break would be a pattern of its own. */
function refuseLineBreak(pattern: string): void {
  if (/[\r\n]/.test(pattern)) {
    throw new PublishError("no-distributions", `The name of the folder ${quote(pattern, 255)} holds a line break.`, {
      remedy: "Find out which step made that folder, and remove it.",
    });
  }
}

/** The library passes over what leads nowhere; looked at as they are, links match by their names. */
async function lostBy(patterns: string, found: ReadonlySet<string>): Promise<string[]> {
  const lost: string[] = [];
  try {
    const asTheyAre = await create(patterns, { ...OPTIONS, followSymbolicLinks: false });
    for await (const path of asTheyAre.globGenerator()) {
      if (!(found.has(path) || (await isThere(path)))) {
        lost.push(path);
      }
    }
  } catch (error) {
    // A name that is no UTF-8: what stands for it is the name of nothing.
    if (!(isGone(error) && error instanceof Error && "path" in error)) {
      throw error;
    }
    lost.push(String(error.path));
  }
  return lost;
}
