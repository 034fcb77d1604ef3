import { gzipSync } from "node:zlib";

/** One member of a tar archive. */
export interface TarMember {
  readonly name: string;
  readonly data?: string | Buffer;
  /** Type flag: `0` file (default), `5` directory, `2` symbolic link, `1` hard link, `S` GNU sparse, `x` pax header. */
  readonly type?: string;
  readonly linkName?: string;
  readonly mode?: number;
  /** Size to declare; the data is written as it is. */
  readonly declaredSize?: number;
}

const BLOCK = 512;

/** Writes an uncompressed ustar archive in memory; names over 100 bytes get a pax header. */
export function buildTar(members: readonly TarMember[]): Buffer {
  const parts = members.flatMap((member) => {
    const long = Buffer.byteLength(member.name) > 100 || !isAscii(member.name);
    return long ? [...blocks(paxHeader({ path: member.name })), ...blocks(member)] : blocks(member);
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

/** {@link buildTar}, compressed, with a fixed time stamp so that equal input gives equal bytes. */
export function buildTarGz(members: readonly TarMember[]): Buffer {
  return gzipSync(buildTar(members));
}

/** A pax extended header for the member that follows it. */
export function paxHeader(records: Readonly<Record<string, string>>): TarMember {
  const data = Object.entries(records)
    .map(([key, value]) => paxRecord(key, value))
    .join("");
  return { name: "PaxHeader/next", type: "x", data };
}

function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (String(length).length + rest !== length) {
    length += 1;
  }
  return `${length} ${key}=${value}\n`;
}

function isAscii(text: string): boolean {
  return Buffer.byteLength(text) === text.length;
}

function blocks(member: TarMember): Buffer[] {
  const data = Buffer.from(member.data ?? "");
  const padding = Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK);
  return [header(member, data.length), data, padding];
}

function header(member: TarMember, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(Buffer.from(member.name).subarray(0, 100).toString("latin1"), 0, 100, "latin1");
  writeOctal(block, member.mode ?? (member.type === "5" ? 0o755 : 0o644), 100, 8);
  writeOctal(block, 0, 108, 8);
  writeOctal(block, 0, 116, 8);
  writeOctal(block, member.declaredSize ?? size, 124, 12);
  writeOctal(block, 1_735_689_600, 136, 12);
  block.write("        ", 148, "latin1");
  block.write(member.type ?? "0", 156, 1, "latin1");
  block.write(member.linkName ?? "", 157, 100, "latin1");
  block.write("ustar\u000000", 257, "latin1");
  const checksum = block.reduce((sum, byte) => sum + byte, 0);
  block.write(`${checksum.toString(8).padStart(6, "0")}\u0000 `, 148, "latin1");
  return block;
}

function writeOctal(block: Buffer, value: number, offset: number, length: number): void {
  block.write(`${value.toString(8).padStart(length - 1, "0")}\u0000`, offset, length, "latin1");
}

/** Writes a field of the header that begins there, and its checksum anew. */
export function writeField(bytes: Buffer, header: number, at: number, field: Buffer): void {
  field.copy(bytes, header + at);
  const sum = bytes
    .subarray(header, header + 512)
    .reduce((all, byte, place) => all + (place >= 148 && place < 156 ? 0x20 : byte), 0);
  bytes.write(`${sum.toString(8).padStart(6, "0")}\u0000 `, header + 148, "latin1");
}
