import { pythonTrim } from "../standards/python-text.ts";

/** Bytes of a header, and the unit in which content is padded. */
export const TAR_BLOCK_BYTES = 512;

/** One header block of a tar archive, as Python's tarfile reads it. */
export interface TarHeader {
  readonly name: string;
  readonly linkName: string;
  /** Type flag; `0` for files of either old kind, `5` for a directory that is only marked by its final slash. */
  readonly type: string;
  readonly size: number;
}

const NUMBERS: readonly (readonly [start: number, end: number])[] = [
  [100, 108],
  [108, 116],
  [116, 124],
  [124, 136],
  [136, 148],
  [329, 337],
  [337, 345],
];
const SIZE = 3;
/** Types without content, whatever size they state: links, devices, directories, pipes. */
export const WITHOUT_CONTENT = ["1", "2", "3", "4", "5", "6"];
const LONG_NAME_TYPES = ["L", "K", "S"];

/** `end`: a block of zeros, the end mark; undefined when it is no header. */
export function readTarHeader(block: Buffer): TarHeader | "end" | undefined {
  if (block.every((byte) => byte === 0)) {
    return "end";
  }
  const stated = readNumber(block.subarray(148, 156));
  const numbers = NUMBERS.map(([start, end]) => readNumber(block.subarray(start, end)));
  if (stated === undefined || !checksums(block).includes(stated) || numbers.includes(undefined)) {
    return undefined;
  }
  const size = numbers[SIZE] ?? 0;
  const flag = block[156] === 0 ? "0" : String.fromCharCode(block[156] ?? 0);
  const plainName = readText(block.subarray(0, 100));
  const type = block[156] === 0 && plainName.endsWith("/") ? "5" : flag;
  // Python 3.14 goes no way back; other negative numbers are those of files from before 1970.
  if (size < 0 && !WITHOUT_CONTENT.includes(type)) {
    return undefined;
  }
  const prefix = readText(block.subarray(345, 500));
  const name = type === "5" ? plainName.replace(/\/+$/, "") : plainName;
  return {
    name: prefix === "" || LONG_NAME_TYPES.includes(type) ? name : `${prefix}/${name}`,
    linkName: readText(block.subarray(157, 257)),
    type,
    size,
  };
}

/** Whether tools that ask for nothing but the checksum, and read that more freely, take the block for a header. */
export function isHeaderForSome(block: Buffer): boolean {
  const stated = /^[ \t\0]*([0-7]+)/.exec(block.toString("latin1", 148, 156))?.[1];
  return stated !== undefined && checksums(block).includes(Number.parseInt(stated, 8));
}

/** The sum of all bytes with the checksum itself as spaces, and the same with signed bytes, which old tools wrote. */
function checksums(block: Buffer): readonly [number, number] {
  let unsigned = 8 * 0x20;
  let high = 0;
  for (let at = 0; at < TAR_BLOCK_BYTES; at += 1) {
    const byte = at >= 148 && at < 156 ? 0 : (block[at] ?? 0);
    unsigned += byte;
    high += byte >= 0x80 ? 1 : 0;
  }
  return [unsigned, unsigned - 256 * high];
}

/** A number as Python's `tarfile.nti` reads it: octal, or binary behind a marking byte; undefined when it is neither. */
function readNumber(bytes: Buffer): number | undefined {
  const [first] = bytes;
  if (first === 0x80 || first === 0xff) {
    const value = BigInt(`0x${bytes.toString("hex", 1)}`);
    return Number(first === 0x80 ? value : value - (1n << BigInt(8 * (bytes.length - 1))));
  }
  // Bytes outside of ASCII are no white space here, whatever they are in Unicode.
  const text = pythonTrim(
    bytes
      .toString("latin1")
      .replace(/\0.*$/s, "")
      .replace(/[\x80-\xff]/g, "?"),
  );
  const octal = /^([+-]?)(?:0[oO]_?)?([0-7]+(?:_[0-7]+)*)$/.exec(text === "" ? "0" : text);
  return octal === null ? undefined : Number(`${octal[1]}1`) * Number.parseInt((octal[2] ?? "").replaceAll("_", ""), 8);
}

/** Longest number that Python's int() reads. */
const MOST_DIGITS = 4300;

/** The number in a pax record as Python's int() reads it, or 0; undefined for digits outside of ASCII, which it reads too. */
export function readPaxNumber(value: string): number | undefined {
  const text = pythonTrim(value);
  if (/[^\P{Nd}0-9]/u.test(text)) {
    return undefined;
  }
  const isNumber = text.length <= MOST_DIGITS && /^[+-]?[0-9]+(?:_[0-9]+)*$/.test(text);
  return isNumber ? Number(text.replaceAll("_", "")) : 0;
}

/** Text up to the first NUL. */
export function readText(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.toString("utf8", 0, end < 0 ? bytes.length : end);
}

/** Records of a pax extended header, padding included; undefined when they are malformed. */
export function readPaxRecords(data: Buffer): ReadonlyMap<string, string> | undefined {
  const records = new Map<string, string>();
  for (let at = 0; at < data.length && data[at] !== 0; ) {
    const digits = /^[0-9]{1,20} /.exec(data.toString("latin1", at, at + 21))?.[0];
    const length = Number.parseInt(digits ?? "0", 10);
    const last = at + length - 1;
    if (digits === undefined || length < 5 || last >= data.length || data[last] !== 0x0a) {
      return undefined;
    }
    const record = data.toString("utf8", at + digits.length, last);
    const equals = record.indexOf("=");
    if (equals < 1) {
      return undefined;
    }
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at += length;
  }
  return records;
}

/** Bytes between the end of the content and the next block. */
export function paddingOf(size: number): number {
  return (TAR_BLOCK_BYTES - (size % TAR_BLOCK_BYTES)) % TAR_BLOCK_BYTES;
}

/** Of headers that say something of the member behind them. */
export const EXTENSION_TYPES = ["x", "X", "g", "L", "K"];
