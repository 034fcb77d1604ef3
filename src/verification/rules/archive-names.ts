import type { Violation } from "../violation.ts";
import { listed, taken } from "./archive-judgement.ts";

/** True for a name that leads out of the folder an archive is unpacked into. */
export function leadsOutside(name: string): boolean {
  return name.startsWith("/") || /^[a-zA-Z]:/.test(name) || name.split(/[/\\]/).includes("..");
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
  const distinct = new Set(names);
  const groups = Map.groupBy(distinct, (name) => name.normalize("NFC").toLowerCase());
  return [...groups.values()].filter(({ length }) => length > 1).flat();
}
