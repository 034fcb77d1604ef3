import { bufferSource } from "../../../src/archive/byte-source.ts";
import type { ArchiveJudgement } from "../../../src/verification/rules/archive-judgement.ts";
import { judgeSdist } from "../../../src/verification/rules/sdist.ts";
import { judgeWheel } from "../../../src/verification/rules/wheel.ts";
import type { Violation } from "../../../src/verification/violation.ts";
import { buildSdist, buildWheel, type SdistOptions, type WheelOptions } from "../../builders/archives.ts";
import type { ZipMember } from "../../builders/zip.ts";

export const WHEEL = "pkg-1.0-py3-none-any.whl";
export const SDIST = "pkg-1.0.tar.gz";
export const INVALID = "Invalid distribution file.";
export const FRAMING = `${INVALID} ZIP archive not accepted:`;

/** `pkg-1.0-py3-none-any.whl`, changed by the options. */
export function wheelBytes(options: WheelOptions = {}): Buffer {
  return buildWheel({ name: "pkg", version: "1.0", ...options }).content;
}

/** `pkg-1.0.tar.gz`, changed by the options. */
export function sdistBytes(options: SdistOptions = {}): Buffer {
  return buildSdist({ name: "pkg", version: "1.0", ...options }).content;
}

export function judgedWheel(
  wheel: WheelOptions | Buffer = {},
  { filename = WHEEL, licenseFiles = [] as readonly string[] } = {},
): Promise<ArchiveJudgement> {
  const bytes = Buffer.isBuffer(wheel) ? wheel : wheelBytes(wheel);
  return judgeWheel({ source: bufferSource(bytes), filename, licenseFiles });
}

export function judgedSdist(
  bytes: Buffer,
  { filename = SDIST, licenseFiles = [] as readonly string[] } = {},
): Promise<ArchiveJudgement> {
  return judgeSdist({ source: bufferSource(bytes), filename, licenseFiles });
}

/** What the index answers: `rule text` of the first refusal, `rule 500`, or `accept`. */
export function verdict({ archive, content }: ArchiveJudgement): string {
  const first = [...archive, ...content].find(({ effect }) => effect === "reject" || effect === "server-error");
  return first === undefined ? "accept" : `${first.rule} ${first.effect === "reject" ? first.text : "500"}`;
}

/** What the index says nothing about: `rule effect message`. */
export function cautions({ archive, content }: ArchiveJudgement): string[] {
  return [...archive, ...content]
    .filter(({ effect }: Violation) => effect === "accept" || effect === "mail")
    .map(({ rule, effect, message }) => `${rule} ${effect} ${message}`);
}

/** Changes the member whose name ends so. */
export function spoil(ending: string, change: Partial<ZipMember>): WheelOptions {
  return { spoil: (member) => (String(member.name).endsWith(ending) ? { ...member, ...change } : member) };
}

/** An extra field of a zip header; `length` is what it says of itself. */
export function extra(id: number, data: Buffer, length = data.length): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16LE(id, 0);
  header.writeUInt16LE(length, 2);
  return Buffer.concat([header, data]);
}

export function zip64(...values: readonly number[]): Buffer {
  return extra(1, Buffer.concat(values.map((value) => Buffer.from(new BigUint64Array([BigInt(value)]).buffer))));
}

/** All that stands against publishing to PyPI, each rule once: `W-19 reject, W-31 ambiguous`, or `accept`. */
export function stand({ archive, content }: ArchiveJudgement): string {
  const against = [...archive, ...content].filter(({ effect }) => effect !== "accept" && effect !== "mail");
  return [...new Set(against.map(({ rule, effect }) => `${rule} ${effect}`))].sort().join(", ") || "accept";
}
