import { MAX_LISTING_BYTES, MAX_RECORD_BYTES } from "../../archive/limits.ts";
import { quote } from "../../quote.ts";
import type { Violation } from "../violation.ts";
import { memberViolations } from "./archive-damage.ts";
import { missingLicense, REBUILD, refusedContent, taken, unhandled } from "./archive-judgement.ts";
import { type MemberFacts, readWhole } from "./archive-members.ts";
import type { OpenedZip } from "./archive-zip.ts";
import { entryPointsFault } from "./entry-points.ts";
import type { RecordReading } from "./record.ts";

/** A wheel, its members read. */
export interface ReadWheel {
  readonly filename: string;
  readonly distInfo: string;
  readonly zip: OpenedZip;
  /** By name; of several of one name the last counts. */
  readonly members: ReadonlyMap<string, MemberFacts>;
  /** Undefined when there is none, or none in UTF-8, or none that is read. */
  readonly record: RecordReading | undefined;
}

/** Names of the members the index reads at this stage. */
export function readForContent(distInfo: string, licenseFiles: readonly string[]): string[] {
  return [
    ...licenseFiles.map((license) => `${distInfo}/licenses/${license}`),
    ...["RECORD", "entry_points.txt", "METADATA"].map((name) => `${distInfo}/${name}`),
  ];
}

/** W-25, W-24, W-27, W-28, W-29, in this order, the index's own, and the part of W-30 that comes with reading. */
export async function contentViolations(wheel: ReadWheel, licenseFiles: readonly string[]): Promise<Violation[]> {
  const { filename, distInfo, members } = wheel;
  const licenses = licenseFiles.flatMap((license) => {
    const path = `${distInfo}/licenses/${license}`;
    return presence(members.get(path), missingLicense("W-25", filename, license, path));
  });
  return [
    ...licenses,
    ...recordViolations(wheel),
    ...(await entryPointViolations(wheel)),
    ...presence(members.get(`${distInfo}/METADATA`), required(wheel, "W-29", "METADATA")),
  ];
}

function presence(facts: MemberFacts | undefined, missing: Violation): Violation[] {
  return facts === undefined ? [missing] : memberViolations([{ ...facts, tool: undefined }], "content-stage");
}

function required({ filename, distInfo }: ReadWheel, rule: string, name: string): Violation {
  const path = `${distInfo}/${name}`;
  return refusedContent(rule, "any", `Wheel '${filename}' does not contain the required ${name} file: ${path}`, {
    message: `The wheel has no ${quote(path)}, or none that can be read.`,
    remedy: REBUILD,
  });
}

/** W-24, W-27. */
function recordViolations(wheel: ReadWheel): Violation[] {
  const facts = wheel.members.get(`${wheel.distInfo}/RECORD`);
  const missing = required(wheel, "W-24", "RECORD");
  const damage = presence(facts, missing);
  if (damage.length > 0 || facts === undefined || facts.entry.size > MAX_RECORD_BYTES) {
    return damage;
  }
  if (wheel.record === undefined) {
    return [missing];
  }
  return wheel.record.blankLine
    ? [
        unhandled("W-27", "pypi", {
          message: "RECORD has an empty line, on which PyPI fails.",
          remedy: "Remove the empty line; `wheel unpack` and `wheel pack` write RECORD anew.",
        }),
      ]
    : [];
}

/** W-28. */
async function entryPointViolations({ filename, distInfo, members, zip }: ReadWheel): Promise<Violation[]> {
  const facts = members.get(`${distInfo}/entry_points.txt`);
  if (facts === undefined) {
    return [];
  }
  const bytes = await readWhole(zip, facts.entry, MAX_LISTING_BYTES);
  if (bytes === undefined) {
    const damage = presence(facts, required({ filename, distInfo, members, zip, record: undefined }, "W-28", ""));
    return damage.length > 0 ? damage : [unchecked("entry_points.txt")];
  }
  const fault = entryPointsFault(bytes);
  if (fault === undefined) {
    return [];
  }
  const text = `Wheel '${filename}' has invalid entry points defined in the entry_points.txt file`;
  return [
    refusedContent("W-28", fault.unreadable ? "any" : "pypi", text, {
      message: `entry_points.txt: ${fault.problem}.`,
      remedy: 'Correct the entry points of the project: "name = module:function" below [console_scripts].',
    }),
  ];
}

/** A member too large to be looked at. */
export function unchecked(what: string): Violation {
  return taken("W-31", {
    message: `${what} is larger than this action reads and was not checked.`,
    remedy: "Make it smaller.",
  });
}
