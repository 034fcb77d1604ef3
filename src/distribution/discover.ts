import { basename, relative, sep } from "node:path";
import { type ErrorCode, PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import type { Candidate } from "./candidate.ts";
import { fileKind } from "./file-kind.ts";
import { type MisplacedFolder, misplacedFolders } from "./misplaced.ts";
import { explainNothingFound } from "./nothing-found.ts";
import { parsePackagesDir } from "./packages-dir.ts";
import { uniqueByName } from "./same-name.ts";
import { type FoundFile, type SearchResult, searchDistributions } from "./search.ts";

export interface DiscoverOptions {
  /** Directories, files and globs, one a line. */
  readonly packagesDir: string;
  /** Absolute path to which relative lines belong. */
  readonly workspace: string;
}

export interface ForeignFile {
  /** Relative to the workspace where it lies inside of it. */
  readonly path: string;
  readonly reason: string;
}

export interface Discovery {
  /** Sorted by file name; no file name occurs twice. */
  readonly candidates: readonly Candidate[];
  /** What lies beside them and is left alone. */
  readonly foreign: readonly ForeignFile[];
  /** One sentence each. */
  readonly warnings: readonly string[];
}

/** One reason to stop, gathered so that all are reported together. */
export interface DiscoveryFault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
}

/**
 * Finds the distributions to publish. Reads names only, no content, except of files that have the same name.
 *
 * @throws PublishError `no-distributions`, `distribution-misplaced` or
 * `distribution-invalid` with everything that is wrong.
 */
export async function discoverDistributions({ packagesDir, workspace }: DiscoverOptions): Promise<Discovery> {
  const lines = await parsePackagesDir(packagesDir, workspace);
  const result = await searchDistributions(lines);
  const place = (path: string): string => shownPath(path, workspace);
  const sorted = sortFiles(result.files, place);
  const misplaced = await misplacedFolders(result.folders);
  const unique = await uniqueByName(sorted.candidates, place);
  const faults = [...misplacedFaults(misplaced, place), ...sorted.faults, ...unique.faults];
  if (unique.candidates.length === 0 && faults.length === 0) {
    throw await explainNothingFound({ lines, result, foreign: sorted.foreign, workspace });
  }
  const missing = result.unmatched.filter(({ literal }) => literal !== undefined);
  faults.push(...missing.map(({ text }) => missingFault(text)));
  if (faults.length > 0) {
    throw discoveryError(faults);
  }
  const known = new Set(misplaced.map(({ path }) => path));
  const folders = result.folders
    .filter((path) => !known.has(path))
    .map((path) => ({ path: place(path), reason: "a folder" }));
  return {
    candidates: unique.candidates,
    foreign: [...sorted.foreign, ...folders],
    warnings: [...sorted.warnings, ...unmatchedWarnings(result)],
  };
}

const CONTROL = /\p{Cc}/u;

interface SortedFiles {
  readonly candidates: Candidate[];
  readonly foreign: ForeignFile[];
  readonly warnings: string[];
  readonly faults: DiscoveryFault[];
}

function sortFiles(files: readonly FoundFile[], place: (path: string) => string): SortedFiles {
  const sorted: SortedFiles = { candidates: [], foreign: [], warnings: [], faults: [] };
  for (const { path, size, modifiedMs, regular } of files) {
    const filename = basename(path);
    const kind = fileKind(filename);
    if (kind.kind === "distribution" && CONTROL.test(filename)) {
      // Whatever is verified: no index takes it (F-01), and with line ends it would write lines of its own into log and summary.
      sorted.faults.push({
        code: "distribution-invalid",
        message: `The name of ${quote(place(path), 255)} holds a control character.`,
        remedy: "Build the file again with a current build back end instead of renaming it.",
      });
    } else if (kind.kind === "distribution" && regular) {
      sorted.candidates.push({ path, filename, size, modifiedMs });
    } else if (kind.kind === "distribution") {
      sorted.faults.push({
        code: "distribution-invalid",
        message: `${quote(place(path), 255)} is no regular file, a symbolic link that leads nowhere, or has a name that is no UTF-8.`,
        remedy: "Put the file itself there, or remove the link.",
      });
    } else {
      sorted.foreign.push({ path: place(path), reason: kind.reason });
      if (kind.suspicious) {
        sorted.warnings.push(`${quote(place(path), 255)} is not published: ${kind.reason}.`);
      }
    }
  }
  return sorted;
}

function misplacedFaults(folders: readonly MisplacedFolder[], place: (path: string) => string): DiscoveryFault[] {
  return folders.map(({ path, distributions }) => {
    const [first] = distributions;
    const content = first === undefined ? "and holds no distribution" : `with ${quote(first, 255)} inside`;
    const named = first === undefined ? "is named like a distribution" : "is a folder";
    return {
      code: "distribution-misplaced",
      message: `${quote(place(path), 255)} ${named} ${content}.`,
      remedy:
        "Give actions/download-artifact `merge-multiple: true`, so that all artifacts land in one folder, or name the folders in packages-dir, one a line.",
    };
  });
}

function missingFault(text: string): DiscoveryFault {
  return {
    code: "no-distributions",
    message: `${quote(text)}, named by packages-dir, does not exist.`,
    remedy: "Correct or remove that line of packages-dir, or have the step before put the distributions there.",
  };
}

function unmatchedWarnings({ unmatched }: SearchResult): string[] {
  return unmatched.map(({ text }) => `${quote(text)}, a line of packages-dir, matches nothing.`);
}

function discoveryError(faults: readonly DiscoveryFault[]): PublishError {
  const code = faults.find((fault) => fault.code === "distribution-misplaced")?.code ?? faults[0]?.code;
  const remedy = [...new Set(faults.map((fault) => fault.remedy))].join(" ");
  return new PublishError(code ?? "no-distributions", faults.map(({ message }) => message).join(" "), { remedy });
}

/** Relative to the workspace for what lies inside of it, with forward slashes on every platform. */
function shownPath(path: string, workspace: string): string {
  const inside = relative(workspace, path);
  const shown = inside === "" ? "." : inside.startsWith("..") ? path : inside;
  return shown.replaceAll(sep, "/");
}
