import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { splitSdistFilename } from "../standards/sdist-filename.ts";
import { isDistributionName } from "./file-kind.ts";

export interface MisplacedFolder {
  readonly path: string;
  /** Distributions inside, as paths below the folder; empty for a folder that is only named like one. */
  readonly distributions: readonly string[];
}

const LEVELS = 2;
const ENTRIES_LOOKED_AT = 2000;

/** Folders that are named like a distribution or hold distributions, one or two levels down. */
export async function misplacedFolders(folders: readonly string[]): Promise<MisplacedFolder[]> {
  const misplaced: MisplacedFolder[] = [];
  for (const path of folders) {
    const distributions = await distributionsBelow(path, LEVELS, { left: ENTRIES_LOOKED_AT });
    if (distributions.length > 0 || isDistributionName(basename(path))) {
      misplaced.push({ path, distributions });
    }
  }
  return misplaced;
}

/** Files named like distributions in a folder and, down to the given level, below it; what cannot be read counts as empty. */
export async function distributionsBelow(folder: string, levels: number, budget: { left: number }): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    budget.left -= 1;
    if (budget.left < 0) {
      break;
    }
    if (entry.isDirectory() && levels > 1 && !entry.name.startsWith(".") && entry.name !== "node_modules") {
      const below = await distributionsBelow(join(folder, entry.name), levels - 1, budget);
      found.push(...below.map((name) => join(entry.name, name)));
    } else if (entry.isFile() && namesDistribution(entry.name)) {
      found.push(entry.name);
    }
  }
  return found;
}

/** Stricter than the ending: a folder may well hold some other .tar.gz. */
function namesDistribution(name: string): boolean {
  return /^[^-]+-[^-]*[0-9][^-]*-(?:[^-]+-)?[^-]+-[^-]+-[^-]+\.whl$/.test(name) || splitSdistFilename(name).length > 0;
}
