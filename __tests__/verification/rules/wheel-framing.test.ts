import { describe, expect, it } from "@jest/globals";
import { bufferSource } from "../../../src/archive/byte-source.ts";
import { findZipDirectory, readZipDirectory } from "../../../src/archive/zip-directory.ts";
import { walkZip } from "../../../src/archive/zip-walk.ts";
import type { WheelOptions } from "../../builders/archives.ts";
import { buildZip, type ZipMember } from "../../builders/zip.ts";
import { extra, FRAMING, INVALID, judgedWheel, verdict, wheelBytes, zip64 } from "./judged.ts";

const text: ZipMember = { name: "plain.txt", data: "text" };
const member = (change: Partial<ZipMember>): WheelOptions => ({ extraMembers: [{ ...text, ...change }] });
const MARKER = 0xffffffff;
const ACCEPT = "accept";

describe("the framing of a wheel (W-08)", () => {
  const cases: readonly (readonly [string, WheelOptions, string])[] = [
    ["W-c11: a directory entry", { extraMembers: [{ name: "pkg/", method: 0 }] }, ACCEPT],
    ["W-c12: an archive comment", { zip: { comment: "hello" } }, ACCEPT],
    ["W-c13: a data descriptor (W-10)", member({ dataDescriptor: true }), "W-10 ZIP contains a data descriptor."],
    [
      "W-c14: a streaming writer (W-10)",
      { spoil: (each) => ({ ...each, dataDescriptor: true }) },
      "W-10 ZIP contains a data descriptor.",
    ],
    ["W-c15: a name twice (W-12)", { extraMembers: [text, text] }, "W-12 Duplicate filename in local headers."],
    ["W-c16: listed twice (W-12)", member({ listedTwice: true }), "W-12 Duplicate filename in central directory."],
    ["W-c17: not listed (W-13)", member({ localOnly: true }), "W-13 Filename not in central directory."],
    ["W-c18: listed only (W-14)", member({ centralOnly: true }), "W-14 Missing filename in local headers."],
    ["W-c19: XXXX in front (W-09)", { zip: { prefix: Buffer.from("XXXX") } }, "W-09 Unknown record signature."],
    ["W-c20: a shebang (W-09)", { zip: { prefix: Buffer.from("#!/bin/sh\n") } }, "W-09 Unknown record signature."],
    ["W-c21: bytes behind (W-11)", { zip: { trailing: Buffer.from("    ") } }, "W-11 Trailing data."],
    ["W-c24: counts too high (W-22)", { zip: { entryCounts: [9, 9] } }, "W-22 Mismatched central directory records."],
    ["W-c24: counts of 0 (W-22)", { zip: { entryCounts: [0, 0] } }, "W-22 Mismatched central directory records."],
    ["W-c25: two different counts (W-22)", { zip: { entryCounts: [3, 4] } }, "W-22 Malformed zip file."],
    ["W-23: a ZIP64 end record", { zip: { zip64End: { extensibleBytes: 0 } } }, ACCEPT],
    [
      "W-c26: extensible data in it (W-23)",
      { zip: { zip64End: { extensibleBytes: 20 } } },
      "W-23 ZIP64 extensible data not allowed.",
    ],
    ["W-c27: three bytes of extra field (W-16)", member({ localExtra: Buffer.alloc(3) }), "W-16 Malformed zip file."],
    [
      "W-c28: ZIP64 of 8 bytes for a deflated member (W-17)",
      member({ localExtra: zip64(4), localCompressedSize: MARKER }),
      "W-17 Malformed zip file.",
    ],
    [
      "W-c29: ZIP64 of 8 bytes for a stored member (W-17)",
      member({ method: 0, localExtra: zip64(4), localCompressedSize: MARKER }),
      ACCEPT,
    ],
    ["W-17: ZIP64 of 12 bytes", member({ localExtra: extra(1, Buffer.alloc(12)) }), "W-17 Malformed zip file."],
    [
      "W-17: an empty ZIP64 field and a marked size",
      member({ localExtra: zip64(), localCompressedSize: MARKER }),
      "W-17 Malformed zip file.",
    ],
    ["W-c30: ZIP64 that says 0 (W-15)", member({ localExtra: zip64(4, 0) }), "W-15 Mis-matched data size."],
    [
      "W-c32: two Unicode paths (W-18)",
      member({ localExtra: Buffer.concat([extra(0x7075, Buffer.alloc(3)), extra(0x7075, Buffer.alloc(3))]) }),
      "W-18 Invalid duplicate extra in local file.",
    ],
    ["W-c34: U+007F in a name (W-19)", member({ name: "a\u007f" }), "W-19 Invalid character in filename."],
    [
      "W-c35: a name that is not UTF-8 (W-20)",
      member({ name: Buffer.from([0x82]), flags: 0 }),
      "W-20 Filename not unicode.",
    ],
    [
      "W-c36: a Unicode path that is not UTF-8 (W-20)",
      member({ localExtra: extra(0x7075, Buffer.from([1, 0, 0, 0, 0, 0xf7])) }),
      "W-20 Filename not valid UTF-8.",
    ],
    [
      "W-c37: a short Unicode path before another field (W-20)",
      member({ localExtra: Buffer.concat([extra(0x7075, Buffer.alloc(3)), extra(0x5455, Buffer.alloc(5))]) }),
      ACCEPT,
    ],
    ["W-c38: a member comment (W-21)", member({ comment: "x" }), "W-21 Comment in central directory."],
    ["W-c39: two compressed sizes (W-15)", member({ localCompressedSize: 1 }), "W-15 Mis-matched data size."],
    ["W-13: a name without its UTF-8 flag", member({ name: "é", flags: 0 }), "W-13 Filename not in central directory."],
    ["W-20: a name with its UTF-8 flag", member({ name: "é.txt" }), ACCEPT],
  ];
  it.each(cases)("%s", async (_case, options, expected) => {
    const [rule, ...reason] = expected.split(" ");
    expect(verdict(await judgedWheel(options))).toBe(
      expected === ACCEPT ? ACCEPT : `${rule} ${FRAMING} ${reason.join(" ")}`,
    );
  });

  it("W-c31: a ZIP64 field of the directory too short for both sizes (W-02)", async () => {
    const bytes = wheelBytes(member({ centralExtra: zip64(4) }));
    const at = bytes.lastIndexOf("plain.txt") - 46;
    bytes.writeUInt32LE(MARKER, at + 20);
    bytes.writeUInt32LE(MARKER, at + 24);
    expect(verdict(await judgedWheel(bytes))).toBe(`W-02 ${INVALID} None`);
  });

  it("W-c33: a Unicode path that runs past the directory's field (W-02)", async () => {
    const judgement = await judgedWheel(member({ centralExtra: extra(0x7075, Buffer.alloc(5), 9) }));
    expect(verdict(judgement)).toBe(`W-02 ${INVALID} None`);
  });

  it("W-02: a directory whose second header is none", async () => {
    const bytes = wheelBytes();
    const first = bytes.indexOf("PK\u0001\u0002", 0, "latin1");
    bytes.write("XX", bytes.indexOf("PK\u0001\u0002", first + 4, "latin1"));
    expect(verdict(await judgedWheel(bytes))).toBe(`W-02 ${INVALID} None`);
  });

  it("W-c40: a local name longer than the rest of the file (W-23)", async () => {
    const bytes = buildZip([text]);
    bytes.writeUInt16LE(0xffff, 26);
    expect(await reasons(bytes)).toEqual(["W-23 Malformed zip file"]);
    const wheel = wheelBytes();
    wheel.writeUInt16LE(0xffff, wheel.indexOf("pkg/__init__.py") - 4);
    expect(verdict(await judgedWheel(wheel))).toBe(`W-02 ${INVALID} None`);
  });

  it.each([
    [
      "stored and deflated",
      [
        { ...text, method: 0 },
        { name: "dir/b", data: "x" },
        { name: "dir/", method: 0 },
      ],
    ],
    ["empty", []],
  ])("W-c11: the walk passes an archive that is %s", async (_case, members) => {
    expect(await reasons(buildZip(members))).toEqual([]);
  });
});

async function reasons(bytes: Buffer): Promise<string[]> {
  const source = bufferSource(bytes);
  const place = await findZipDirectory(source);
  const faults = await walkZip(source, { place, entries: await readZipDirectory(source, place) });
  return faults.map(({ rule, reason }) => `${rule} ${reason}`);
}
