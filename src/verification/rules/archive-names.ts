import type { ZipEntry } from "../../archive/zip-entry.ts";
import type { Violation } from "../violation.ts";
import { ambiguous, listed, taken } from "./archive-judgement.ts";

const PARENT = /(?:^|[/\\])\.\.(?:[/\\]|$)/;
/** Without any of these a name is its own path. */
const DETOUR = /\\|\/\/|(?:^|\/)\.\.?(?:\/|$)/;

/** True for a name that leads out of the folder an archive is unpacked into. */
export function leadsOutside(name: string): boolean {
  return name.startsWith("/") || /^[a-zA-Z]:/.test(name) || PARENT.test(name);
}

/**
 * The path that a name stands for once it is unpacked, whatever the system: the same for `a/b`, `./a//b` and `a\\b`;
 * it begins with `..` where it leads out. In linear time, which node's `normalize` does not keep.
 */
export function unpackedPath(name: string): string {
  if (!DETOUR.test(name)) {
    return name.endsWith("/") ? name.slice(0, -1) : name;
  }
  const parts: string[] = [];
  for (const part of name.split(/[/\\]+/)) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") {
      parts.pop();
    } else if (part !== "." && part !== "") {
      parts.push(part);
    }
  }
  return parts.join("/");
}

/** Members of a wheel whose names tools read differently, so that one may stand for another (W-31). */
export function ambiguousNames(entries: readonly ZipEntry[]): Violation[] {
  const renamed = entries.filter(({ name, ownName }) => name !== ownName).map(({ ownName }) => ownName);
  const shared = sharing(new Set(entries.map(({ name }) => name)), unpackedPath);
  const told: [readonly string[], string, string][] = [
    [
      renamed,
      "Members that some tools know by another name (NUL in it, or a Unicode path that differs)",
      "Remove that.",
    ],
    [shared, "Several names of members stand for one path, so that one replaces the other", "Keep one of them."],
  ];
  return told
    .filter(([members]) => members.length > 0)
    .map(([members, what, remedy]) => ambiguous("W-31", { message: `${what}: ${listed(members)}.`, remedy }));
}

/** What the index does not look at in the names of a wheel's members, but tools that unpack do (W-31). */
export function nameViolations(names: readonly string[]): Violation[] {
  const outside = names.filter(leadsOutside);
  const backslashes = names.filter((name) => name.includes("\\"));
  const told: [readonly string[], string, string][] = [
    [
      outside,
      "Names of members that lead out of the wheel; installers refuse them",
      "Put every file below the top of the wheel, under a relative name.",
    ],
    [backslashes, "Names of members with a backslash, which not all systems read alike", "Write names with slashes."],
    [
      sameButForCase(names),
      "Names of members that differ only in case or in the form of accents; on some systems one replaces the other",
      "Rename one of each.",
    ],
  ];
  return told
    .filter(([members]) => members.length > 0)
    .map(([members, what, remedy]) => taken("W-31", { message: `${what}: ${listed(members)}.`, remedy }));
}

function sameButForCase(names: readonly string[]): string[] {
  return sharing(new Set(names), (name) => name.normalize("NFC").toLowerCase());
}

/** The names that share their key with another one; little is held for the others. */
function sharing(names: ReadonlySet<string>, keyOf: (name: string) => string): string[] {
  const first = new Map<string, string>();
  const found = new Set<string>();
  for (const name of names) {
    const key = keyOf(name);
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, name);
    } else {
      found.add(other).add(name);
    }
  }
  return [...found];
}
