import type { Violation } from "../violation.ts";
import { listed, REBUILD, refused, taken, unhandled } from "./archive-judgement.ts";
import type { MemberFacts } from "./archive-members.ts";
import { type EncryptionTool, encryptedCode } from "./code-scan.ts";

/** When the index reads a member, if it does: step 20, or 23 of the order of evaluation. */
export type ReadBy = "archive-stage" | "content-stage" | "nobody";

type Problem = "misplaced" | "damaged" | "encrypted" | EncryptionTool;

/** What is wrong with members taken one by one: W-07, W-30, and the part of W-02 that shows in reading. */
export function memberViolations(members: readonly MemberFacts[], readBy: ReadBy): Violation[] {
  const found = new Map<Problem, string[]>();
  for (const facts of members) {
    const problem = problemOf(facts);
    if (problem !== undefined) {
      const names = found.get(problem) ?? [];
      names.push(facts.entry.name);
      found.set(problem, names);
    }
  }
  return [...found].map(([problem, names]) => violationOf(problem, names, readBy));
}

function problemOf({ reading, tool }: MemberFacts): Problem | undefined {
  switch (reading.state) {
    case "elsewhere":
    case "overlapping":
      return "misplaced";
    case "damaged":
      return "damaged";
    case "encrypted":
      return "encrypted";
    case "other-method":
      // W-04 has said so.
      return undefined;
    case "intact":
      return tool;
  }
}

const TOLD = {
  misplaced: (names: string) => `The zip archive does not have these members where its directory says: ${names}.`,
  damaged: (names: string) =>
    `Damaged, since data and checksum do not agree: ${names}. No installer can unpack the wheel.`,
  encrypted: (names: string) => `Encrypted, so that no installer can read them: ${names}.`,
};

function violationOf(problem: Problem, names: readonly string[], readBy: ReadBy): Violation {
  if (problem === "PyArmor" || problem === "SourceDefender") {
    return encryptedCode("W-07", problem, names);
  }
  const wording = { message: TOLD[problem](listed(names)), remedy: REBUILD };
  const rule = problem === "misplaced" ? "W-02" : "W-30";
  if (readBy === "nobody") {
    return taken(rule, wording);
  }
  const refuses = readBy === "archive-stage" && problem !== "encrypted";
  return refuses ? refused(rule, "any", "None", wording) : unhandled(rule, "any", wording);
}

/** What directory and data say differently without Python minding: W-15, W-31. */
export function disagreements(members: readonly MemberFacts[]): Violation[] {
  const intact = members.filter(({ reading }) => reading.state === "intact");
  const names = (test: (facts: MemberFacts) => boolean): string[] => intact.filter(test).map(({ entry }) => entry.name);
  const length = names(({ reading }) => reading.length !== "as-stated");
  const method = names(({ entry, reading }) => reading.local?.method !== entry.method);
  // With a data descriptor (W-10) the checksum in front of the data is not filled in.
  const crc = names(({ entry, reading: { local } }) => (local?.flags ?? 0) % 16 < 8 && local?.crc !== entry.crc);
  const told: [string[], string, string][] = [
    [length, "W-15", "Longer or shorter than the archive says"],
    [
      method,
      "W-31",
      "Compressed by one method according to the directory, by another according to the header in front",
    ],
    [crc, "W-31", "With one checksum in the directory, another in the header in front"],
  ];
  return told
    .filter(([members]) => members.length > 0)
    .map(([members, rule, what]) =>
      taken(rule, {
        message: `${what}: ${listed(members)}. Installers may refuse the wheel.`,
        remedy: REBUILD,
      }),
    );
}
