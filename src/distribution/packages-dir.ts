import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, resolve, sep } from "node:path";
import { PublishError } from "../errors.ts";
import { quote } from "../quote.ts";

/** One line of `packages-dir`. */
export interface SearchLine {
  /** As it was written, without `!`. */
  readonly text: string;
  readonly excludes: boolean;
  /** Absolute pattern in the syntax of @actions/glob. */
  readonly pattern: string;
  /** Absolute path, when the line is a plain path and no glob. */
  readonly literal: string | undefined;
}

/**
 * Takes `packages-dir` apart: one directory, file or glob a line; blank lines
 * and lines that begin with `#` say nothing, `!` excludes. Relative ones belong
 * to the workspace. Both slashes separate, on every platform, since one
 * workflow runs on all of them; a path that exists is taken as it stands.
 *
 * @throws PublishError `no-distributions` when nothing is left or a line cannot be used.
 */
export async function parsePackagesDir(packagesDir: string, workspace: string): Promise<SearchLine[]> {
  const lines = packagesDir
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  const parsed = await Promise.all(lines.map((line) => parseLine(line, workspace)));
  if (!parsed.some(({ excludes }) => !excludes)) {
    throw new PublishError("no-distributions", "The input packages-dir names no directory.", {
      remedy: "Set packages-dir to the directory that holds the distributions, for example dist.",
    });
  }
  return parsed;
}

async function parseLine(line: string, workspace: string): Promise<SearchLine> {
  const marks = /^(?:!\s*)*/.exec(line)?.[0] ?? "";
  const text = line.slice(marks.length);
  const excludes = marks.replace(/[^!]/g, "").length % 2 === 1;
  if (text === "") {
    throw unusable(line, "names nothing");
  }
  const path = outsideOfContainer(expandHome(text), workspace);
  const asWritten = resolve(workspace, path);
  // Not the resolved path: it has lost a `*/..`, which names nothing.
  if (await exists(isAbsolute(path) ? path : `${workspace}${sep}${path}`)) {
    return literalLine(text, excludes, asWritten);
  }
  const slashed = path.replaceAll("\\", "/");
  if (!/[*?[]/.test(slashed)) {
    return literalLine(text, excludes, resolve(workspace, slashed));
  }
  return { text, excludes, pattern: absolutePattern(line, slashed, workspace), literal: undefined };
}

function literalLine(text: string, excludes: boolean, literal: string): SearchLine {
  return { text, excludes, pattern: escapeGlob(literal), literal };
}

/** Resolves what comes before the first wildcard; the rest goes to the glob library as it is. */
function absolutePattern(line: string, path: string, workspace: string): string {
  const segments = path.split("/");
  const firstWildcard = segments.findIndex((segment) => /[*?[]/.test(segment));
  const rest = segments.slice(firstWildcard);
  if (rest.some((segment) => segment === ".." || segment === ".")) {
    throw unusable(line, "has . or .. behind a wildcard");
  }
  // "" before the first slash of an absolute path, and before a wildcard in the first segment of a relative one.
  const before = firstWildcard === 0 ? "." : `${segments.slice(0, firstWildcard).join("/")}/`;
  const root = resolve(workspace, before);
  return [escapeGlob(root).replace(/[\\/]$/, ""), ...rest].join(sep);
}

/** A path as a pattern that matches nothing else. */
export function escapeGlob(path: string): string {
  const escaped = path.replace(/[[?*]/g, "[$&]");
  return sep === "\\" ? escaped : escaped.replaceAll("\\", "\\\\");
}

function expandHome(path: string): string {
  return /^~(?:[\\/]|$)/.test(path) ? `${homedir()}${path.slice(1)}` : path;
}

/** Where Docker actions see the workspace: workflows that were written for one may say it so. */
function outsideOfContainer(path: string, workspace: string): string {
  return path.replace(/^\/github\/workspace(?=\/|$)/, () => workspace);
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

function unusable(line: string, problem: string): PublishError {
  return new PublishError("no-distributions", `The line ${quote(line)} of the input packages-dir ${problem}.`, {
    remedy: "Give one directory or glob a line, relative to the workspace.",
  });
}
