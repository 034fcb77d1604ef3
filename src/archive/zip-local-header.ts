import { decodeUtf8, STORED } from "./zip-entry.ts";

/** What the record walk finds wrong (W-09 to W-23), in the words of the index. */
export type FramingReason =
  | "Unknown record signature"
  | "ZIP contains a data descriptor"
  | "Trailing data"
  | "Duplicate filename in local headers"
  | "Duplicate filename in central directory"
  | "Filename not in central directory"
  | "Missing filename in local headers"
  | "Mis-matched data size"
  | "Mis-matched file size"
  | "Malformed zip file"
  | "Invalid duplicate extra in local file"
  | "Invalid character in filename"
  | "Filename not unicode"
  | "Filename not valid UTF-8"
  | "Comment in central directory"
  | "Mismatched central directory records"
  | "Mismatched central directory offset"
  | "Mismatched central directory size"
  | "ZIP64 extensible data not allowed";

/** A record that breaks a rule of the walk. */
export class FramingFault extends Error {
  override readonly name = "FramingFault";
  readonly rule: string;
  readonly reason: FramingReason;

  constructor(rule: string, reason: FramingReason) {
    super(reason);
    this.rule = rule;
    this.reason = reason;
  }
}

/** A local header by itself, valid as far as W-10 and W-16 to W-20 go. */
export interface LocalHeader {
  readonly name: string;
  /** The name as it is written, one character a byte. */
  readonly rawName: string;
  readonly compressedSize: number;
  readonly size: number;
}

interface Sizes {
  readonly compressedSize: number;
  readonly size: number;
}

export const LOCAL_HEADER_BYTES = 30;
const MARKER = 0xffffffff;
const ZIP64 = 0x0001;
const UNICODE_PATH = 0x7075;

/** Length of the whole header, whose first 30 bytes are given. */
export function localHeaderLength(fixed: Buffer): number {
  return LOCAL_HEADER_BYTES + fixed.readUInt16LE(26) + fixed.readUInt16LE(28);
}

/** Throws {@link FramingFault}. */
export function readLocalHeader(header: Buffer): LocalHeader {
  const nameEnd = LOCAL_HEADER_BYTES + header.readUInt16LE(26);
  const rawName = header.subarray(LOCAL_HEADER_BYTES, nameEnd);
  checkCharacters(rawName);
  const name = decodeName(rawName, "Filename not unicode");
  const stated = { compressedSize: header.readUInt32LE(18), size: header.readUInt32LE(22) };
  return {
    name,
    rawName: rawName.toString("latin1"),
    ...readLocalExtra(header.subarray(nameEnd), stated, header.readUInt16LE(8)),
  };
}

/** W-16 to W-20. */
function readLocalExtra(extra: Buffer, stated: Sizes, method: number): Sizes {
  let sizes = stated;
  const seen = new Set<number>();
  for (let at = 0; at < extra.length; ) {
    if (at + 4 > extra.length || at + 4 + extra.readUInt16LE(at + 2) > extra.length) {
      throw new FramingFault("W-16", "Malformed zip file");
    }
    const id = extra.readUInt16LE(at);
    const data = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    if ((id === ZIP64 || id === UNICODE_PATH) && seen.has(id)) {
      throw new FramingFault("W-18", "Invalid duplicate extra in local file");
    }
    seen.add(id);
    if (id === ZIP64) {
      sizes = readZip64Sizes(data, stated, method);
    } else if (id === UNICODE_PATH && data.length > 5) {
      const name = data.subarray(5);
      checkCharacters(name);
      decodeName(name, "Filename not valid UTF-8");
    }
    at += 4 + data.length;
  }
  return sizes;
}

/** W-17. */
function readZip64Sizes(data: Buffer, stated: Sizes, method: number): Sizes {
  const malformed = new FramingFault("W-17", "Malformed zip file");
  if (![0, 8, 16, 24, 28].includes(data.length)) {
    throw malformed;
  }
  if (data.length === 0) {
    if (stated.compressedSize === MARKER || stated.size === MARKER) {
      throw malformed;
    }
    return stated;
  }
  const first = Number(data.readBigUInt64LE(0));
  const size = stated.size === MARKER ? first : stated.size;
  if (data.length > 8) {
    return { compressedSize: Number(data.readBigUInt64LE(8)), size };
  }
  if (method !== STORED) {
    throw malformed;
  }
  // The one value stands for both sizes, marked or not.
  return { compressedSize: first, size };
}

/** W-19. */
export function checkCharacters(name: Buffer): void {
  if (name.some((byte) => byte < 0x20 || byte === 0x7f)) {
    throw new FramingFault("W-19", "Invalid character in filename");
  }
}

/** W-20. */
function decodeName(name: Buffer, reason: FramingReason): string {
  const text = decodeUtf8(name);
  if (text === undefined) {
    throw new FramingFault("W-20", reason);
  }
  return text;
}
