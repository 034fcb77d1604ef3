import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import type { WheelOptions } from "../builders/archives.ts";
import { buildZip, type ZipMember } from "../builders/zip.ts";
import { NO_ISSUER, sdist, upload, verdict, wheel } from "./uploader.ts";

let index: EmulatedIndex;

beforeEach(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0 });
});

afterEach(() => index.close());

const OK = "200 OK";
const INVALID = "400 Invalid distribution file.";
const MALFORMED = `${INVALID} ZIP archive not accepted: Malformed zip file. See `;

function extra(id: number, data: Buffer, length = data.length): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt16LE(id, 0);
  header.writeUInt16LE(length, 2);
  return Buffer.concat([header, data]);
}

const zip64 = (...values: readonly number[]) =>
  extra(1, Buffer.concat(values.map((value) => Buffer.from(new BigUint64Array([BigInt(value)]).buffer))));

describe("extra fields", () => {
  const text = { name: "plain.txt", data: "text" };
  const cases: readonly (readonly [string, ZipMember, string])[] = [
    [
      "W-c28: ZIP64 of 8 bytes for a deflated member (W-17)",
      { ...text, localExtra: zip64(4), localCompressedSize: 0xffffffff },
      MALFORMED,
    ],
    [
      "W-c29: ZIP64 of 8 bytes for a stored member (W-17)",
      { ...text, method: 0, localExtra: zip64(4), localCompressedSize: 0xffffffff },
      OK,
    ],
    ["W-17: ZIP64 of 12 bytes", { ...text, localExtra: extra(1, Buffer.alloc(12)) }, MALFORMED],
    [
      "W-c30: ZIP64 of 16 bytes that says 0 (W-17, W-15)",
      { ...text, localExtra: zip64(4, 0) },
      `${INVALID} ZIP archive not accepted: Mis-matched data size. See `,
    ],
    [
      "W-c33: a Unicode path that runs past the directory's field (W-02)",
      { ...text, centralExtra: extra(0x7075, Buffer.alloc(5), 9) },
      `${INVALID} None`,
    ],
    [
      "W-c37: a short Unicode path before another field (W-20)",
      { ...text, localExtra: Buffer.concat([extra(0x7075, Buffer.alloc(3)), extra(0x5455, Buffer.alloc(5))]) },
      OK,
    ],
  ];
  it.each(cases)("%s", async (_case, member, expected) => {
    expect(verdict(await upload(index, wheel({ extraMembers: [member] })))).toContain(expected);
  });
});

describe("two end records", () => {
  it("W-c22: are no archive (W-01, W-02)", async () => {
    const end = Buffer.from(wheel().content.subarray(-22));
    expect(verdict(await upload(index, wheel({ zip: { trailing: end } })))).toMatch(
      /^400 Invalid distribution file\. (File is not a zipfile|None)$/,
    );
  });
});

describe("what RECORD may leave out or spell otherwise (W-26)", () => {
  const cases: readonly (readonly [string, WheelOptions])[] = [
    ["W-c43: directory entries", { extraMembers: [{ name: "pkg/", method: 0 }] }],
    ["W-c44: backslashes", { record: "pkg\\__init__.py,,\npkg-1.0.dist-info\\RECORD,,\n" }],
    ["W-c45: a signature", { extraMembers: [{ name: "pkg-1.0.dist-info/RECORD.jws", data: "{}" }] }],
  ];
  it.each(cases)("%s", async (_case, options) => {
    expect(verdict(await upload(index, wheel(options)))).toBe(OK);
  });
});

describe("a source archive that is a zip (F-08)", () => {
  it.each([
    [
      "S-c09: two top directories (S-05)",
      ["a/PKG-INFO", "b/x"],
      `${INVALID} Incorrect number of top-level directories in sdist`,
    ],
    ["S-c10: no PKG-INFO (S-06)", ["package/x", "package/y"], `${INVALID} PKG-INFO not found at package/PKG-INFO`],
  ])("%s", async (_case, names, expected) => {
    const content = buildZip(names.map((name) => ({ name, data: "x" })));
    const sha256 = createHash("sha256").update(content).digest("hex");
    expect(verdict(await upload(index, { ...sdist(), filename: "pkg-1.0.zip", content, sha256 }))).toBe(expected);
  });
});
