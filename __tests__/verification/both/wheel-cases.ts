import type { WheelOptions } from "../../builders/archives.ts";
import type { ZipMember } from "../../builders/zip.ts";
import { extra, spoil, wheelBytes, zip64 } from "../rules/judged.ts";
import { ACCEPT, type Case, type Row, wheelCases } from "./case.ts";

const WHEEL = "pkg-1.0-py3-none-any.whl";
const INVALID = "Invalid distribution file.";
const FRAMING = `${INVALID} ZIP archive not accepted:`;
const NOT_ZIP = `${INVALID} File is not a zipfile`;
const MARKER = 0xffffffff;
const text: ZipMember = { name: "plain.txt", data: "text" };
const member = (change: Partial<ZipMember>): WheelOptions => ({ extraMembers: [{ ...text, ...change }] });
const scripts = (name: string): WheelOptions => ({
  files: { "{distInfo}/entry_points.txt": `[console_scripts]\n${name} = a:b\n` },
});
const badScripts = `Wheel '${WHEEL}' has invalid entry points defined in the entry_points.txt file`;

/** Both sizes of the last member marked in the directory, with one ZIP64 value for them. */
function shortZip64(): Buffer {
  const bytes = wheelBytes(member({ centralExtra: zip64(4) }));
  const at = bytes.lastIndexOf("plain.txt") - 46;
  bytes.writeUInt32LE(MARKER, at + 20);
  bytes.writeUInt32LE(MARKER, at + 24);
  return bytes;
}

function nameBeyondTheEnd(): Buffer {
  const bytes = wheelBytes();
  bytes.writeUInt16LE(0xffff, bytes.indexOf("pkg/__init__.py") - 4);
  return bytes;
}

const FRAMING_CASES = wheelCases(
  ["W-c11", "a directory entry", { extraMembers: [{ name: "pkg/", method: 0 }] }, ACCEPT],
  ["W-c12", "an archive comment", { zip: { comment: "hello" } }, ACCEPT],
  ["W-c13", "a data descriptor", member({ dataDescriptor: true }), `${FRAMING} ZIP contains a data descriptor`, "W-10"],
  [
    "W-c14",
    "a streaming writer",
    { spoil: (each) => ({ ...each, dataDescriptor: true }) },
    `${FRAMING} ZIP contains a data descriptor`,
    "W-10",
  ],
  ["W-c15", "a name twice", { extraMembers: [text, text] }, `${FRAMING} Duplicate filename in local headers`, "W-12"],
  [
    "W-c16",
    "listed twice",
    member({ listedTwice: true }),
    `${FRAMING} Duplicate filename in central directory`,
    "W-12",
  ],
  ["W-c17", "not listed", member({ localOnly: true }), `${FRAMING} Filename not in central directory`, "W-13"],
  ["W-c18", "listed only", member({ centralOnly: true }), `${FRAMING} Missing filename in local headers`, "W-14"],
  ["W-c19", "XXXX in front", { zip: { prefix: Buffer.from("XXXX") } }, `${FRAMING} Unknown record signature`, "W-09"],
  [
    "W-c20",
    "a shebang",
    { zip: { prefix: Buffer.from("#!/bin/sh\n") } },
    `${FRAMING} Unknown record signature`,
    "W-09",
  ],
  ["W-c21", "spaces behind", { zip: { trailing: Buffer.from("    ") } }, `${FRAMING} Trailing data`, "W-11"],
  ["W-c22", "two end records", { zip: { trailing: Buffer.from(wheelBytes().subarray(-22)) } }, NOT_ZIP, "W-01"],
  ["W-c23", "a directory size too small", { zip: { directorySizeError: -1 } }, NOT_ZIP, "W-01"],
  ["W-c23", "a directory size too large", { zip: { directorySizeError: 1 } }, NOT_ZIP, "W-01"],
  [
    "W-c24",
    "counts too high",
    { zip: { entryCounts: [9, 9] } },
    `${FRAMING} Mismatched central directory records`,
    "W-22",
  ],
  ["W-c24", "counts of 0", { zip: { entryCounts: [0, 0] } }, `${FRAMING} Mismatched central directory records`, "W-22"],
  ["W-c25", "two counts", { zip: { entryCounts: [3, 4] } }, `${FRAMING} Malformed zip file`, "W-22"],
  [
    "W-c26",
    "extensible data",
    { zip: { zip64End: { extensibleBytes: 20 } } },
    `${FRAMING} ZIP64 extensible data not allowed`,
    "W-23",
  ],
  [
    "W-c27",
    "three bytes of extra field",
    member({ localExtra: Buffer.alloc(3) }),
    `${FRAMING} Malformed zip file`,
    "W-16",
  ],
  [
    "W-c28",
    "ZIP64 of 8 bytes, deflated",
    member({ localExtra: zip64(4), localCompressedSize: MARKER }),
    `${FRAMING} Malformed zip file`,
    "W-17",
  ],
  [
    "W-c29",
    "ZIP64 of 8 bytes, stored",
    member({ method: 0, localExtra: zip64(4), localCompressedSize: MARKER }),
    ACCEPT,
  ],
  ["W-c30", "ZIP64 that says 0", member({ localExtra: zip64(4, 0) }), `${FRAMING} Mis-matched data size`, "W-15"],
  ["W-c31", "ZIP64 too short", shortZip64(), `${INVALID} None`, "W-02"],
  [
    "W-c32",
    "two Unicode paths",
    member({ localExtra: Buffer.concat([extra(0x7075, Buffer.alloc(3)), extra(0x7075, Buffer.alloc(3))]) }),
    `${FRAMING} Invalid duplicate extra in local file`,
    "W-18",
  ],
  [
    "W-c33",
    "a Unicode path that runs past the field",
    member({ centralExtra: extra(0x7075, Buffer.alloc(5), 9) }),
    `${INVALID} None`,
    "W-02",
  ],
  ["W-c34", "U+007F in a name", member({ name: "a\u007f" }), `${FRAMING} Invalid character in filename`, "W-19"],
  [
    "W-c35",
    "a name that is not UTF-8",
    member({ name: Buffer.from([0x82]), flags: 0 }),
    `${FRAMING} Filename not unicode`,
    "W-20",
  ],
  [
    "W-c36",
    "a Unicode path that is not UTF-8",
    member({ localExtra: extra(0x7075, Buffer.from([1, 0, 0, 0, 0, 0xf7])) }),
    `${FRAMING} Filename not valid UTF-8`,
    "W-20",
  ],
  [
    "W-c37",
    "a short Unicode path",
    member({ localExtra: Buffer.concat([extra(0x7075, Buffer.alloc(3)), extra(0x5455, Buffer.alloc(5))]) }),
    ACCEPT,
  ],
  ["W-c38", "a member comment", member({ comment: "x" }), `${FRAMING} Comment in central directory`, "W-21"],
  ["W-c39", "two compressed sizes", member({ localCompressedSize: 1 }), `${FRAMING} Mis-matched data size`, "W-15"],
  ["W-c40", "a name longer than the rest", nameBeyondTheEnd(), `${INVALID} None`, "W-02"],
);

const CONTENT_CASES = wheelCases(
  ["W-c01", "plain text", Buffer.from("not an archive\n".repeat(100)), NOT_ZIP, "W-01"],
  ["W-c02", "14 bytes", Buffer.from("Hello, world!\n"), NOT_ZIP, "W-01"],
  ["W-c02", "one byte", Buffer.from("x"), NOT_ZIP, "W-01"],
  ["W-c03", "stored and deflated", spoil("METADATA", { method: 0 }), ACCEPT],
  [
    "W-c04",
    "bzip2",
    spoil("METADATA", { method: 12 }),
    `${INVALID} File does not use a supported compression type`,
    "W-04",
  ],
  [
    "W-c05",
    "65 MiB of one character",
    { files: { "pkg/x": Buffer.alloc(65 * 1024 * 1024, "x") } },
    `${INVALID} File exceeds compression ratio of 50`,
    "W-03",
  ],
  [
    "W-c06",
    "no WHEEL",
    { files: { "{distInfo}/WHEEL": null } },
    `${INVALID} WHEEL not found at pkg-1.0.dist-info/WHEEL`,
    "W-06",
  ],
  ["W-c07", "WHEEL", {}, ACCEPT],
  [
    "W-c08",
    "PyArmor",
    { files: { "pkg/a.py": "__pyarmor_bcc__" } },
    `${INVALID} PyArmor-encrypted content is not allowed.`,
    "W-07",
  ],
  [
    "W-c10",
    "marks that do not count",
    { files: { "a.json": "__pyarmor_bcc__", "a.pye": "---BEGIN PYE FILE---", "b.pye": "---END PYE FILE---" } },
    ACCEPT,
  ],
  [
    "W-c41",
    "no RECORD",
    { files: { "{distInfo}/RECORD": null } },
    `Wheel '${WHEEL}' does not contain the required RECORD file: `,
    "W-24",
  ],
  ["W-c42", "a file RECORD does not list", { extraMembers: [{ name: "x.txt", data: "x" }] }, ACCEPT],
  ["W-c43", "directory entries", { extraMembers: [{ name: "pkg/", method: 0 }] }, ACCEPT],
  [
    "W-c44",
    "backslashes in RECORD",
    {
      record:
        "pkg\\__init__.py,,\npkg-1.0.dist-info\\METADATA,,\npkg-1.0.dist-info\\WHEEL,,\npkg-1.0.dist-info\\RECORD,,\n",
    },
    ACCEPT,
  ],
  ["W-c45", "a signature", { extraMembers: [{ name: "pkg-1.0.dist-info/RECORD.jws", data: "{}" }] }, ACCEPT],
  ["W-c46", "an empty line in RECORD", { record: "a,,\n\nb,,\n" }, "500", "W-27"],
  ...["foo", "foo.bar", "foo_bar", "foo-bar", "foo123", "123foo", "_", ".foo"].map(
    (name): Row<WheelOptions> => ["W-c47", `script ${name}`, scripts(name), ACCEPT],
  ),
  ...["foo bar", "foo/bar", "foo:bar", "/foo", "' '"].map(
    (name): Row<WheelOptions> => ["W-c48", `script ${name}`, scripts(name), badScripts, "W-28"],
  ),
  [
    "W-c49",
    "scripts not in UTF-8",
    { files: { "{distInfo}/entry_points.txt": Buffer.from([0xff, 0xfe, 0xfd]) } },
    badScripts,
    "W-28",
  ],
  [
    "W-c50",
    "no equals sign",
    { files: { "{distInfo}/entry_points.txt": "[console_scripts]\nfoo:main\n" } },
    badScripts,
    "W-28",
  ],
  ["W-c51", "odd names elsewhere", { files: { "{distInfo}/entry_points.txt": "[other]\nfoo bar = a:b\n" } }, ACCEPT],
  [
    "W-c52",
    "no METADATA",
    { files: { "{distInfo}/METADATA": null } },
    `Wheel '${WHEEL}' does not contain the required METADATA file: `,
    "W-29",
  ],
  [
    "W-c53",
    "licence files",
    { metadataVersion: "2.4", headers: [["License-File", "LICENSE"]], files: { "{distInfo}/licenses/LICENSE": "MIT" } },
    ACCEPT,
  ],
  [
    "W-c54",
    "a licence file that is not there",
    { metadataVersion: "2.4", headers: [["License-File", "LICENSE"]] },
    `License-File LICENSE does not exist in distribution file ${WHEEL} at`,
    "W-25",
  ],
  ["W-c55", "a wrong checksum of a module", spoil("__init__.py", { crc: 1 }), `${INVALID} None`, "W-30"],
  ["W-c56", "absolute and escaping names", { files: { "/etc/x": "", "../x": "" } }, ACCEPT],
);

export const WHEEL_CASES: readonly Case[] = [...CONTENT_CASES, ...FRAMING_CASES];
