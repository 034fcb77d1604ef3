import { readdir, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import type { ForeignFile } from "./discover.ts";
import { distributionsBelow } from "./misplaced.ts";
import type { SearchLine } from "./packages-dir.ts";
import type { SearchResult } from "./search.ts";

interface Situation {
  readonly lines: readonly SearchLine[];
  readonly result: SearchResult;
  readonly foreign: readonly ForeignFile[];
  readonly workspace: string;
}

const ENTRIES_SHOWN = 10;
const LEVELS_SEARCHED = 3;
const ENTRIES_LOOKED_AT = 2000;

const DOWNLOAD =
  "Build into that folder, or let a step before this one download the distributions: actions/download-artifact with the artifact's `name` and `path: dist`.";

/** The error for "nothing to publish": where was looked, what is there instead, and what may have been meant. */
export async function explainNothingFound(situation: Situation): Promise<PublishError> {
  const { lines, result, foreign, workspace } = situation;
  const included = lines.filter(({ excludes }) => !excludes);
  const sentences = await Promise.all(included.map((line) => explainLine(line, result)));
  if (foreign.length > 0) {
    sentences.push(`Left alone: ${listed(foreign.map(({ path }) => path))}.`);
  }
  if (lines.length > included.length) {
    sentences.push("Lines that begin with ! take files away.");
  }
  const elsewhere = await foldersWithDistributions(workspace);
  const remedy =
    elsewhere.length === 0
      ? DOWNLOAD
      : `There are distributions in ${listed(elsewhere)}; set packages-dir to the folder that is meant. ${DOWNLOAD}`;
  return new PublishError("no-distributions", `There is no distribution to publish. ${sentences.join(" ")}`, {
    remedy,
  });
}

async function explainLine(line: SearchLine, { unmatched }: SearchResult): Promise<string> {
  const { text, literal } = line;
  if (literal === undefined) {
    return unmatched.includes(line) ? `${quote(text)} matches nothing.` : `${quote(text)} matches no wheel or sdist.`;
  }
  if (!unmatched.includes(line)) {
    const entries = (await stat(literal)).isDirectory() ? await readdir(literal) : undefined;
    if (entries?.length === 0) {
      return `${quote(text)} (${shown(literal)}) is an empty folder.`;
    }
    return `${quote(text)} (${shown(literal)}) ${entries === undefined ? "is" : "holds"} no wheel (.whl) and no source distribution (.tar.gz).`;
  }
  const parent = await existingParent(literal);
  const entries = await readdir(parent).catch(() => []);
  const content = entries.length === 0 ? "which is empty" : `which holds ${listed(entries.sort())}`;
  return `${quote(text)} (${shown(literal)}) does not exist; the nearest folder that does is ${shown(parent)}, ${content}.`;
}

async function existingParent(path: string): Promise<string> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const isFolder = await stat(folder).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (isFolder || folder === dirname(folder)) {
      return folder;
    }
  }
}

/** Folders of the workspace, few levels down, that hold distributions: `.` for the workspace itself. */
async function foldersWithDistributions(workspace: string): Promise<string[]> {
  const files = await distributionsBelow(workspace, LEVELS_SEARCHED, { left: ENTRIES_LOOKED_AT });
  const folders = files.map((file) => relative(workspace, dirname(join(workspace, file))).replaceAll(sep, "/"));
  return [...new Set(folders.map((folder) => (folder === "" ? "." : folder)))];
}

/** A path without quotes, when it needs none. */
function shown(path: string): string {
  const quoted = quote(path, 255);
  return quoted === `"${path}"` ? path : quoted;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, ENTRIES_SHOWN).map((name) => quote(name, 100));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
