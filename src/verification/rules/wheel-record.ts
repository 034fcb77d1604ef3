import type { Violation } from "../violation.ts";
import { listed, taken } from "./archive-judgement.ts";
import type { MemberFacts } from "./archive-members.ts";
import type { RecordLine, RecordReading } from "./record.ts";

/** Hashes RECORD may use and Node can compute; others are not compared. */
const ALGORITHMS = ["sha256", "sha384", "sha512"];
const REBUILD = "Build the wheel again, or let `wheel unpack` and `wheel pack` write RECORD anew.";

/** RECORD by path, with the hash to compute of each member. */
export class RecordIndex {
  readonly #lines: ReadonlyMap<string, RecordLine>;

  constructor(record: RecordReading | undefined) {
    this.#lines = new Map((record?.lines ?? []).map((line) => [line.path, line]));
  }

  algorithmOf(name: string): string | undefined {
    const algorithm = this.#lines.get(name)?.hash?.algorithm;
    return algorithm !== undefined && ALGORITHMS.includes(algorithm) ? algorithm : undefined;
  }

  /** RECORD against names, sizes and hashes of the members (W-26). */
  violations(distInfo: string, members: readonly MemberFacts[]): Violation[] {
    const files = members.filter(({ entry }) => !entry.name.endsWith("/"));
    const signatures = [`${distInfo}/RECORD.jws`, `${distInfo}/RECORD.p7s`];
    const names = new Set(files.map(({ entry }) => entry.name).filter((name) => !signatures.includes(name)));
    const unlisted = [...names].filter((name) => !this.#lines.has(name));
    const absent = [...this.#lines.keys()].filter((path) => !names.has(path));
    return [
      ...mailed("RECORD does not list", unlisted),
      ...mailed("RECORD lists what the wheel does not hold", absent),
      ...this.#contentViolations(distInfo, files),
    ];
  }

  #contentViolations(distInfo: string, files: readonly MemberFacts[]): Violation[] {
    const wrong: string[] = [];
    const unhashed: string[] = [];
    for (const { entry, reading, digest } of files) {
      const line = this.#lines.get(entry.name);
      if (line === undefined || entry.name === `${distInfo}/RECORD`) {
        continue;
      }
      if (line.hash === undefined) {
        unhashed.push(entry.name);
      }
      const otherHash = digest !== undefined && line.hash?.digest.replace(/(?<!=)=+$/, "") !== digest;
      const otherSize = line.size !== undefined && reading.state === "intact" && line.size !== entry.size;
      if (otherHash || otherSize) {
        wrong.push(entry.name);
      }
    }
    return [
      ...cautioned("RECORD has another hash or size than the member; installers that verify RECORD refuse it", wrong),
      ...cautioned("RECORD has no hash of", unhashed),
    ];
  }
}

function mailed(what: string, names: readonly string[]): Violation[] {
  const message = `${what}: ${listed(names)}. PyPI mails about this and means to refuse it one day.`;
  return names.length === 0 ? [] : [{ rule: "W-26", effect: "mail", scope: "any", message, remedy: REBUILD }];
}

function cautioned(what: string, names: readonly string[]): Violation[] {
  return names.length === 0 ? [] : [taken("W-26", { message: `${what}: ${listed(names)}.`, remedy: REBUILD })];
}
