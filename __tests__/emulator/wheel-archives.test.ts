import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import type { BuiltArchive, WheelOptions } from "../builders/archives.ts";
import type { ZipMember } from "../builders/zip.ts";
import { NO_ISSUER, sdist, upload, verdict, wheel } from "./uploader.ts";

let index: EmulatedIndex;

beforeEach(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0 });
});

afterEach(() => index.close());

const OK = "200 OK";
const FAILURE = "500 Internal Server Error";
const INVALID = "400 Invalid distribution file.";
const FRAMING = `${INVALID} ZIP archive not accepted:`;

async function judge(options: WheelOptions | BuiltArchive, fields = {}): Promise<string> {
  return verdict(await upload(index, "content" in options ? options : wheel(options), { fields }));
}

/** Changes the member whose name ends so. */
function spoil(ending: string, change: Partial<ZipMember>): WheelOptions {
  return { spoil: (member) => (String(member.name).endsWith(ending) ? { ...member, ...change } : member) };
}

describe("what the archive is", () => {
  it.each(["not an archive\n".repeat(100), "Hello, world!\n", "x", ""])(
    "W-c01, W-c02: refuses %j (W-01)",
    async (text) => {
      const content = Buffer.from(text);
      const fields = { sha256_digest: null, md5_digest: await md5(content) };
      expect(await judge({ ...wheel(), content }, fields)).toBe(`${INVALID} File is not a zipfile`);
    },
  );

  it("refuses a source archive called a wheel (W-01)", async () => {
    const { content, sha256 } = sdist();
    expect(await judge({ ...wheel(), content, sha256 })).toBe(`${INVALID} File is not a zipfile`);
  });

  const cases: readonly (readonly [string, WheelOptions, string])[] = [
    ["W-c03: stored and deflated members (W-04)", spoil("METADATA", { method: 0 }), OK],
    [
      "W-c04: bzip2 (W-04)",
      spoil("METADATA", { method: 12 }),
      `${INVALID} File does not use a supported compression type`,
    ],
    [
      "W-c05: 65 MiB of one character (W-03)",
      { files: { "pkg/data.txt": Buffer.alloc(65 * 1024 * 1024, "x") } },
      `${INVALID} File exceeds compression ratio of 50`,
    ],
    [
      "W-c06: no WHEEL (W-06)",
      { files: { "{distInfo}/WHEEL": null } },
      `${INVALID} WHEEL not found at pkg-1.0.dist-info/WHEEL`,
    ],
    ["W-06: an equivalent folder", { distInfo: "pkg-1.0.0" }, `${INVALID} WHEEL not found at pkg-1.0.dist-info/WHEEL`],
    [
      "W-c08: PyArmor (W-07)",
      { files: { "pkg/a.py": "__pyarmor_bcc__" } },
      `${INVALID} PyArmor-encrypted content is not allowed. See `,
    ],
    [
      "W-c08: SourceDefender (W-07)",
      { files: { "pkg/a.pye": "---BEGIN PYE FILE---\n---END PYE FILE---" } },
      `${INVALID} SourceDefender-encrypted content is not allowed. See `,
    ],
    [
      "W-c10: marks that do not count (W-07)",
      { files: { "a.json": "__pyarmor_bcc__", "a.pye": "---BEGIN PYE FILE---", "b.pye": "---END PYE FILE---" } },
      OK,
    ],
    ["W-c56: absolute and escaping names (W-31)", { files: { "/etc/x": "", "../x": "" } }, OK],
    ["W-c55: a wrong checksum of a module (W-30)", spoil("__init__.py", { crc: 1 }), `${INVALID} None`],
    ["W-30: a wrong checksum of WHEEL", spoil("WHEEL", { crc: 1 }), `${INVALID} None`],
    ["W-30: a wrong checksum of METADATA", spoil("METADATA", { crc: 1 }), FAILURE],
    ["W-30: a wrong checksum nobody looks at", { ...spoil("data.txt", { crc: 1 }), files: { "data.txt": "x" } }, OK],
  ];
  it.each(cases)("%s", async (_case, options, expected) => {
    expect(await judge(options)).toContain(expected);
  });
});

describe("the framing (W-08)", () => {
  const extra = (id: number, data: Buffer): Buffer => {
    const header = Buffer.alloc(4);
    header.writeUInt16LE(id, 0);
    header.writeUInt16LE(data.length, 2);
    return Buffer.concat([header, data]);
  };
  const plain = { name: "plain.txt", data: "text" };
  const cases: readonly (readonly [string, WheelOptions, string])[] = [
    ["W-c11: a directory entry", { extraMembers: [{ name: "pkg/", method: 0 }] }, OK],
    ["W-c12: an archive comment", { zip: { comment: "hello" } }, OK],
    [
      "W-c13, W-c14: a data descriptor (W-10)",
      { extraMembers: [{ ...plain, dataDescriptor: true }] },
      "ZIP contains a data descriptor. See",
    ],
    ["W-c15: a name twice (W-12)", { extraMembers: [plain, plain] }, "Duplicate filename in local headers"],
    [
      "W-c16: listed twice (W-12)",
      { extraMembers: [{ ...plain, listedTwice: true }] },
      "Duplicate filename in central directory",
    ],
    [
      "W-c17: not listed (W-13)",
      { extraMembers: [{ ...plain, localOnly: true }] },
      "Filename not in central directory",
    ],
    [
      "W-c18: listed only (W-14)",
      { extraMembers: [{ ...plain, centralOnly: true }] },
      "Missing filename in local headers",
    ],
    ["W-c19, W-c20: bytes before (W-09)", { zip: { prefix: Buffer.from("#!/x") } }, "Unknown record signature"],
    ["W-c21: bytes behind (W-11)", { zip: { trailing: Buffer.from("    ") } }, "Trailing data"],
    ["W-c24: entry counts (W-22)", { zip: { entryCounts: [9, 9] } }, "Mismatched central directory records"],
    ["W-c25: two different counts (W-22)", { zip: { entryCounts: [3, 4] } }, "Malformed zip file"],
    [
      "W-c27: three bytes of extra field (W-16)",
      { extraMembers: [{ ...plain, localExtra: Buffer.alloc(3) }] },
      "Malformed zip file",
    ],
    [
      "W-17: ZIP64 of 8 bytes for a deflated member",
      { extraMembers: [{ ...plain, localExtra: extra(1, Buffer.alloc(8)) }] },
      "Malformed zip file",
    ],
    [
      "W-c32: two Unicode paths (W-18)",
      {
        extraMembers: [
          { ...plain, localExtra: Buffer.concat([extra(0x7075, Buffer.alloc(3)), extra(0x7075, Buffer.alloc(3))]) },
        ],
      },
      "Invalid duplicate extra in local file",
    ],
    ["W-c34: U+007F in a name (W-19)", { extraMembers: [{ name: "a\u007f" }] }, "Invalid character in filename"],
    [
      "W-c35: a name that is not UTF-8 (W-20)",
      { extraMembers: [{ name: Buffer.from([0x82]), flags: 0 }] },
      "Filename not unicode",
    ],
    [
      "W-c36: a Unicode path that is not UTF-8 (W-20)",
      { extraMembers: [{ ...plain, localExtra: extra(0x7075, Buffer.from([1, 0, 0, 0, 0, 0xf7])) }] },
      "Filename not valid UTF-8",
    ],
    ["W-c38: a member comment (W-21)", { extraMembers: [{ ...plain, comment: "x" }] }, "Comment in central directory"],
    ["W-c39: two sizes (W-15)", { extraMembers: [{ ...plain, localCompressedSize: 1 }] }, "Mis-matched data size"],
    [
      "W-13: a name without its UTF-8 flag",
      { extraMembers: [{ name: "é", flags: 0 }] },
      "Filename not in central directory",
    ],
    ["W-20: a name with its UTF-8 flag", { extraMembers: [{ name: "é.txt" }] }, OK],
  ];
  it.each(cases)("%s", async (_case, options, expected) => {
    const text = await judge(options);
    expect(text).toContain(expected);
    expect(text === OK || text.startsWith(FRAMING)).toBe(true);
  });

  it.each([-1, 1])("W-c23: refuses a directory size that is off by %i (W-01)", async (directorySizeError) => {
    expect(await judge({ zip: { directorySizeError } })).toBe(`${INVALID} File is not a zipfile`);
  });
});

describe("what has to be in a wheel", () => {
  const noRecord =
    "400 Wheel 'pkg-1.0-py3-none-any.whl' does not contain the required RECORD file: pkg-1.0.dist-info/RECORD";
  const entryPoints = (text: string | Buffer): WheelOptions => ({ files: { "{distInfo}/entry_points.txt": text } });
  const badEntryPoints =
    "400 Wheel 'pkg-1.0-py3-none-any.whl' has invalid entry points defined in the entry_points.txt file";
  const scripts = (names: readonly string[]): WheelOptions =>
    entryPoints(`[console_scripts]\n${names.map((name) => `${name} = a:b\n`).join("")}`);
  const cases: readonly (readonly [string, WheelOptions, string])[] = [
    ["W-c41: no RECORD (W-24)", { files: { "{distInfo}/RECORD": null } }, noRecord],
    ["W-24: RECORD not in UTF-8", { files: { "{distInfo}/RECORD": Buffer.from([0xff]) } }, noRecord],
    ["W-c42: a file RECORD does not list (W-26)", { extraMembers: [{ name: "surprise.txt", data: "x" }] }, OK],
    ["W-c46: an empty line in RECORD (W-27)", { record: "a,,\n\nb,,\n" }, FAILURE],
    [
      "W-c47: good names (W-28)",
      scripts(["foo", "foo.bar", "foo_bar", "foo-bar", "foo123", "123foo", "_", ".foo"]),
      OK,
    ],
    ["W-c48: a space (W-28)", scripts(["foo bar"]), badEntryPoints],
    ["W-c48: a slash (W-28)", scripts(["foo/bar"]), badEntryPoints],
    ["W-c49: not UTF-8 (W-28)", entryPoints(Buffer.from([0xff, 0xfe, 0xfd])), badEntryPoints],
    ["W-c50: no equals sign (W-28)", entryPoints("[console_scripts]\nfoo:main\n"), badEntryPoints],
    ["W-28: no section", entryPoints("foo = a:b\n"), badEntryPoints],
    ["W-28: a key twice", scripts(["foo", "foo"]), badEntryPoints],
    ["W-28: a section twice", entryPoints("[a]\nb=c\n[a]\nd=e\n"), badEntryPoints],
    ["W-c51: odd names elsewhere (W-28)", entryPoints("# a\n[other]\nfoo bar = a:b\n  more\n"), OK],
    [
      "W-c52: no METADATA (W-29)",
      { files: { "{distInfo}/METADATA": null } },
      "400 Wheel 'pkg-1.0-py3-none-any.whl' does not contain the required METADATA file: pkg-1.0.dist-info/METADATA",
    ],
  ];
  it.each(cases)("%s", async (_case, options, expected) => {
    expect(await judge(options)).toBe(expected);
  });

  it("W-c53, W-c54: every licence file named, before RECORD is looked at (W-25)", async () => {
    const fields = { metadata_version: "2.4", license_file: "LICENSE" };
    expect(await judge({ files: { "{distInfo}/RECORD": null } }, fields)).toBe(
      "400 License-File LICENSE does not exist in distribution file pkg-1.0-py3-none-any.whl at pkg-1.0.dist-info/licenses/LICENSE",
    );
    expect(await judge({ files: { "{distInfo}/licenses/LICENSE": "MIT" } }, fields)).toBe(OK);
  });
});

async function md5(content: Buffer): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("md5").update(content).digest("hex");
}
