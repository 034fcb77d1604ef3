import { METADATA_FIELDS } from "../../../src/standards/core-metadata.ts";
import {
  type BuiltArchive,
  buildSdist,
  buildWheel,
  type SdistOptions,
  type WheelOptions,
} from "../../builders/archives.ts";
import type { FieldChanges } from "../../builders/upload-form.ts";

/** One case of the catalogue of cases, as files on a disk. */
export interface Case {
  /** `W-c13`, or the rule for a case of our own. */
  readonly id: string;
  readonly what: string;
  /** Uploaded in this order; the index's answer to the last one counts. */
  readonly archives: readonly BuiltArchive[];
  /** The form to send for a file whose metadata our reader refuses, when it differs from the usual one. */
  readonly fields?: FieldChanges;
  /** `accept`, `500`, or the beginning of the index's text. */
  readonly index: string;
  /** The rule that our verification names; absent when it has nothing to say. */
  readonly rule?: string;
}

export const ACCEPT = "accept";

export type Row<Input> = readonly [id: string, what: string, input: Input, index: string, rule?: string];

function asCase(
  [id, what, , index, rule]: Row<unknown>,
  archives: readonly BuiltArchive[],
  fields: FieldChanges = {},
): Case {
  return { id, what, archives, fields, index, ...(rule !== undefined && { rule }) };
}

export const wheel = (options: WheelOptions = {}): BuiltArchive =>
  buildWheel({ name: "pkg", version: "1.0", ...options });
export const sdist = (options: SdistOptions = {}): BuiltArchive =>
  buildSdist({ name: "pkg", version: "1.0", ...options });

/** Wheels by builder options, or by their bytes. */
export function wheelCases(...rows: readonly Row<WheelOptions | Buffer>[]): Case[] {
  return rows.map((row) => {
    const [, , input] = row;
    return asCase(row, [Buffer.isBuffer(input) ? { ...wheel(), content: input } : wheel(input)]);
  });
}

/** Source archives by builder options, or by their bytes. */
export function sdistCases(...rows: readonly Row<SdistOptions | Buffer>[]): Case[] {
  return rows.map((row) => {
    const [, , input] = row;
    return asCase(row, [Buffer.isBuffer(input) ? { ...sdist(), content: input } : sdist(input)]);
  });
}

/** Files made elsewhere. */
export function fileCases(...rows: readonly Row<readonly BuiltArchive[]>[]): Case[] {
  return rows.map((row) => asCase(row, row[2]));
}

/** A valid wheel whose METADATA, and form, hold these fields. */
export function metadataCases(...rows: readonly Row<FieldChanges>[]): Case[] {
  return rows.map((row) => asCase(row, [wheel({ metadata: metadataText(row[2]) })], row[2]));
}

function metadataText(changes: FieldChanges): string {
  const fields: FieldChanges = { metadata_version: "2.1", name: "pkg", version: "1.0", ...changes };
  const lines = METADATA_FIELDS.filter(({ field }) => field !== "description").flatMap(({ header, field }) => {
    const value = fields[field] ?? [];
    const values = typeof value === "string" ? [value] : value;
    return values.map((each) => `${header}: ${each.replaceAll("\n", "\n        ")}\n`);
  });
  return `${lines.join("")}\n${fields.description ?? ""}`;
}
