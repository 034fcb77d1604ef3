import { MAX_LISTING_BYTES, MAX_RECORD_BYTES } from "../../archive/limits.ts";
import type { ZipEntry } from "../../archive/zip-entry.ts";
import { quote } from "../../quote.ts";
import type { Violation } from "../violation.ts";
import { disagreements, memberViolations } from "./archive-damage.ts";
import { framingViolations } from "./archive-framing.ts";
import { type ArchiveJudgement, type ArchiveToJudge, listed, refused, taken } from "./archive-judgement.ts";
import { type MemberFacts, readMembers, readWhole } from "./archive-members.ts";
import { ambiguousNames, nameViolations } from "./archive-names.ts";
import { type OpenedZip, openZip } from "./archive-zip.ts";
import { isModule } from "./code-scan.ts";
import { wheelPartsViolations } from "./filename.ts";
import { type RecordReading, readRecord } from "./record.ts";
import { contentViolations, readForContent, unchecked } from "./wheel-content.ts";
import { wheelFileViolations } from "./wheel-file.ts";
import { RecordIndex } from "./wheel-record.ts";

/**
 * Judges a wheel by all rules of group W that its file can break, and F-09 and F-19. Every member is read once, in
 * constant memory.
 */
export async function judgeWheel(wheel: ArchiveToJudge): Promise<ArchiveJudgement> {
  const { zip, violations } = await openZip(wheel.source);
  if (zip === undefined) {
    return { archive: violations, content: [] };
  }
  const parts = wheelPartsViolations(wheel.filename);
  if (parts.length > 0) {
    return { archive: [...violations, ...parts, ...(await framingViolations(zip))], content: [] };
  }
  const [name = "", version = ""] = wheel.filename.split("-");
  const distInfo = `${name}-${version}.dist-info`;
  const { archive, content } = await judgeInside(wheel, zip, distInfo);
  return { archive: [...violations, ...archive], content };
}

async function judgeInside(wheel: ArchiveToJudge, zip: OpenedZip, distInfo: string): Promise<ArchiveJudgement> {
  const byName = new Map(zip.entries.map((entry) => [entry.name, entry]));
  const wheelEntry = byName.get(`${distInfo}/WHEEL`);
  const recordEntry = byName.get(`${distInfo}/RECORD`);
  const wheelFile = wheelEntry === undefined ? undefined : await readWhole(zip, wheelEntry, MAX_LISTING_BYTES);
  const recordFile = recordEntry === undefined ? undefined : await readWhole(zip, recordEntry, MAX_RECORD_BYTES);
  const record = recordFile === undefined ? undefined : readRecord(recordFile);
  const index = new RecordIndex(record);
  const members = await readMembers(zip, (name) => index.algorithmOf(name));
  const missing = wheelEntry === undefined ? [missingWheel(zip, distInfo)] : [];
  const framing = await framingViolations(zip);
  if (members === undefined) {
    return { archive: [...missing, ...framing], content: [unchecked("The wheel")] };
  }
  const stages = byStage(members, distInfo, wheel.licenseFiles);
  const content = { filename: wheel.filename, distInfo, zip, members: named(members), record };
  return {
    archive: [...missing, ...memberViolations(stages.archive, "archive-stage"), ...framing],
    content: [
      ...(await contentViolations(content, wheel.licenseFiles)),
      ...recordComparison(record, recordEntry, () => index.violations(distInfo, members)),
      ...(wheelFile === undefined ? [] : wheelFileViolations(wheel.filename, wheelFile)),
      ...((wheelEntry?.size ?? 0) > MAX_LISTING_BYTES ? [unchecked("WHEEL")] : []),
      ...foreignDistInfo(zip, distInfo),
      ...ambiguousNames(zip.entries),
      ...nameViolations(zip.entries.map(({ name }) => name)),
      ...memberViolations(stages.nobody, "nobody"),
      ...disagreements(members),
    ],
  };
}

function named(members: readonly MemberFacts[]): ReadonlyMap<string, MemberFacts> {
  return new Map(members.map((facts) => [facts.entry.name, facts]));
}

/** Members by the stage at which the index reads them: WHEEL and modules first, in this order. */
function byStage(members: readonly MemberFacts[], distInfo: string, licenseFiles: readonly string[]) {
  const later = new Set(readForContent(distInfo, licenseFiles));
  const wheelFile = `${distInfo}/WHEEL`;
  const isRead = ({ entry }: MemberFacts): boolean => isModule(entry.name);
  return {
    archive: [...members.filter(({ entry }) => entry.name === wheelFile).slice(-1), ...members.filter(isRead)],
    nobody: members.filter((facts) => !isRead(facts) && facts.entry.name !== wheelFile && !later.has(facts.entry.name)),
  };
}

function recordComparison(
  record: RecordReading | undefined,
  entry: ZipEntry | undefined,
  compare: () => Violation[],
): Violation[] {
  if (record?.tooLong ?? (entry?.size ?? 0) > MAX_RECORD_BYTES) {
    return [unchecked("RECORD")];
  }
  return record === undefined ? [] : compare();
}

/** W-06. */
function missingWheel(zip: OpenedZip, distInfo: string): Violation {
  const path = `${distInfo}/WHEEL`;
  const other = zip.entries.find(({ name }) => /^[^/]+\.dist-info\/WHEEL$/.test(name))?.name;
  const instead = other === undefined ? "" : `, but ${quote(other)}`;
  return refused("W-06", other === undefined ? "any" : "pypi", `WHEEL not found at ${path}`, {
    message: `The wheel has no ${quote(path)}${instead}.`,
    remedy: "Build the wheel again instead of renaming it: the folder has name and version of the file name.",
  });
}

/** W-31. */
function foreignDistInfo(zip: OpenedZip, distInfo: string): Violation[] {
  const folders = zip.entries.map(({ name }) => /^([^/]+\.dist-info)\//.exec(name)?.[1] ?? distInfo);
  const others = [...new Set(folders)].filter((folder) => folder !== distInfo);
  return others.length === 0
    ? []
    : [
        taken("W-31", {
          message: `Beside ${quote(distInfo)} the wheel holds ${listed(others)}. Installers refuse a second one.`,
          remedy: "Keep the metadata of other distributions out of the wheel.",
        }),
      ];
}
