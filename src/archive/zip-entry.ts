import { crc32 } from "node:zlib";

/** One header of a zip archive's central directory, read as Python's zipfile reads it. */
export interface ZipEntry {
  /** As new versions of Python give it: a Unicode path (0x7075) that fits takes the name's place, and a NUL ends it. */
  readonly name: string;
  /** Decoded as the flags say: UTF-8 with bit 11, else code page 437. */
  readonly ownName: string;
  /** As it is written, one character a byte. */
  readonly rawName: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Place of the local header in the file. */
  readonly offset: number;
  /** Version of the format needed, times ten. */
  readonly versionNeeded: number;
}

/** The archive cannot be read where it has to be (W-02, W-30). */
export class ZipUnreadable extends Error {
  override readonly name = "ZipUnreadable";
}

export const STORED = 0;
export const DEFLATED = 8;
export const UTF8_FLAG = 0x800;
/** Length of a central directory header without its variable parts. */
export const CENTRAL_HEADER_BYTES = 46;

const MARKER = 0xffffffff;
const BEHIND_NUL = /\0.*$/s;
const NOT_UTF8 = "a name of the directory is not UTF-8";

/** `header`: one whole central header; `shift`: bytes in front of the archive that its offsets do not count. Throws {@link ZipUnreadable}. */
export function readEntry(header: Buffer, shift: number): ZipEntry {
  const nameEnd = CENTRAL_HEADER_BYTES + header.readUInt16LE(28);
  const flags = header.readUInt16LE(8);
  const nameBytes = header.subarray(CENTRAL_HEADER_BYTES, nameEnd);
  const sizes = {
    size: header.readUInt32LE(24),
    compressedSize: header.readUInt32LE(20),
    offset: header.readUInt32LE(42),
  };
  const decoded = decodeName(nameBytes, flags);
  if (decoded === undefined) {
    throw new ZipUnreadable(NOT_UTF8);
  }
  const rawName = nameBytes.toString("latin1");
  // One string for both, as they mostly are.
  const ownName = decoded === rawName ? rawName : decoded;
  const extra = readExtra(header.subarray(nameEnd, nameEnd + header.readUInt16LE(30)), nameBytes, sizes);
  return {
    name: (extra.name ?? ownName).replace(BEHIND_NUL, ""),
    ownName,
    rawName,
    flags,
    method: header.readUInt16LE(10),
    crc: header.readUInt32LE(16),
    compressedSize: extra.compressedSize,
    size: extra.size,
    offset: extra.offset + shift,
    // The upper byte tells the system; Python takes the lower one.
    versionNeeded: header.readUInt8(6),
  };
}

interface Sizes {
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** Applies the ZIP64 and Unicode path fields; what is left behind the last whole field is passed over (W-02). */
function readExtra(extra: Buffer, rawName: Buffer, stated: Sizes): Sizes & { readonly name: string | undefined } {
  let sizes = stated;
  let name: string | undefined;
  for (let at = 0; at + 4 <= extra.length; ) {
    const id = extra.readUInt16LE(at);
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (end > extra.length) {
      throw new ZipUnreadable("an extra field of the directory runs past its end");
    }
    const data = extra.subarray(at + 4, end);
    if (id === 0x0001) {
      sizes = readZip64(data, sizes);
    } else if (id === 0x7075) {
      name = readUnicodePath(data, rawName) ?? name;
    }
    at = end;
  }
  return { ...sizes, name };
}

function readZip64(data: Buffer, stated: Sizes): Sizes {
  let at = 0;
  const next = (value: number): number => {
    if (value !== MARKER) {
      return value;
    }
    if (at + 8 > data.length) {
      throw new ZipUnreadable("a ZIP64 field of the directory is too short");
    }
    at += 8;
    return Number(data.readBigUInt64LE(at - 8));
  };
  return { size: next(stated.size), compressedSize: next(stated.compressedSize), offset: next(stated.offset) };
}

function readUnicodePath(data: Buffer, rawName: Buffer): string | undefined {
  if (data.length < 5) {
    throw new ZipUnreadable("a Unicode path of the directory is too short");
  }
  if (data.readUInt8(0) !== 1 || data.readUInt32LE(1) !== crc32(rawName) || data.length === 5) {
    return undefined;
  }
  const name = decodeUtf8(data.subarray(5));
  if (name === undefined) {
    throw new ZipUnreadable(NOT_UTF8);
  }
  return name;
}

const CODE_PAGE_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

/** A name as Python decodes it by the flags beside it; undefined when it says that it is UTF-8 and is not. */
export function decodeName(rawName: Buffer, flags: number): string | undefined {
  if ((flags & UTF8_FLAG) !== 0) {
    return decodeUtf8(rawName);
  }
  const text = rawName.toString("latin1");
  return text.replace(/[\u0080-\u00ff]/g, (character) => CODE_PAGE_437[character.charCodeAt(0) - 0x80] ?? character);
}

const UTF8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Text of a name; undefined when it is not UTF-8. */
export function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}
