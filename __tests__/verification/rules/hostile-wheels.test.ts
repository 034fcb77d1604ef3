import { crc32 } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import type { WheelOptions } from "../../builders/archives.ts";
import type { ZipMember } from "../../builders/zip.ts";
import { cautions, extra, judgedWheel, spoil, stand, zip64 } from "./judged.ts";

// The answers are those of the index's own code under Python 3.14, which these archives were given to.
const text: ZipMember = { name: "pkg/data.txt", data: "text" };
const member = (change: Partial<ZipMember>): WheelOptions => ({ extraMembers: [{ ...text, ...change }] });
const module = (change: Partial<ZipMember>): WheelOptions => member({ name: "pkg/a.py", ...change });
const LARGE = "a = 1\n".repeat(1024 * 1024);
const PYARMOR = "__pyarmor_bcc__";
const TAGS = `Wheel-Version: 1.0\n${"Tag: a.b.c.d.e.f.g.h.i.j-a.b.c.d.e.f.g.h.i.j-a.b.c.d.e.f.g.h.i.j\n".repeat(15_000)}`;
const DEFENDER = ["---BEGIN PYE FILE---", "---END PYE FILE---"] as const;
const METADATA = "pkg-1.0.dist-info/METADATA";
const twin = (name: string): WheelOptions =>
  member({ name, data: "Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n" });

/** A Unicode path that belongs to the name. */
function unicodePath(path: string, name: string): Buffer {
  const data = Buffer.concat([Buffer.from([1, 0, 0, 0, 0]), Buffer.from(path)]);
  data.writeUInt32LE(crc32(name), 1);
  return extra(0x7075, data);
}

describe("a hostile wheel", () => {
  it.each<[string, WheelOptions, string]>([
    // Where the directory lies, by ZIP64 records (W-01).
    ["ZIP64 on disk 1, by its locator", { zip: { zip64End: { locatorDisks: [1, 1] } } }, "W-01 reject"],
    ["ZIP64 on two disks", { zip: { zip64End: { locatorDisks: [0, 2] } } }, "W-01 reject"],
    ["ZIP64 on no disk", { zip: { zip64End: { locatorDisks: [0, 0] } } }, "accept"],
    ["a ZIP64 record of disk 1", { zip: { zip64End: { disks: [1, 0] } } }, "W-01 reject"],
    ["a ZIP64 record that starts on disk 1", { zip: { zip64End: { disks: [0, 1] } } }, "W-01 reject"],
    ["a ZIP64 record and directory on disk 1", { zip: { zip64End: { disks: [1, 1] } } }, "accept"],
    ["a ZIP64 record elsewhere", { zip: { zip64End: { locatorError: -1 } } }, "W-01 reject"],
    ["a ZIP64 directory elsewhere", { zip: { zip64End: { offsetError: 1 } } }, "W-01 reject"],
    ["ZIP64 behind other bytes", { zip: { prefix: Buffer.from("#!"), zip64End: {} } }, "W-09 reject"],
    // Sizes (W-15).
    ["a ZIP64 size that nothing asks for", member({ method: 0, localExtra: zip64(5) }), "W-15 reject"],
    ["the same, right", member({ method: 0, localExtra: zip64(4) }), "accept"],
    // Names.
    ["a name that is not UTF-8, said to be", member({ name: Buffer.from([0x61, 0xff]) }), "W-02 reject"],
    [
      "a name that is not UTF-8 in the directory only",
      member({ name: Buffer.from([0x61, 0xff]), localName: "a\ufffd" }),
      "W-02 reject",
    ],
    ["a module that is UTF-8 in the directory only", module({ name: "pkg/é.py", localFlags: 0 }), "W-02 reject"],
    [
      "a Unicode path that is the name",
      member({ centralExtra: unicodePath("pkg/data.txt", "pkg/data.txt") }),
      "accept",
    ],
    ["a Unicode path of another name", member({ centralExtra: unicodePath("other", "x") }), "accept"],
    [
      "a Unicode path that is another name",
      member({ centralExtra: unicodePath("pkg/other.txt", "pkg/data.txt") }),
      "W-31 ambiguous",
    ],
    ["a NUL in a name", twin(`${METADATA}\0.txt`), "W-19 reject, W-31 ambiguous"],
    ["METADATA as ./", twin(`./${METADATA}`), "W-31 ambiguous"],
    ["METADATA by two slashes", twin(METADATA.replace("/", "//")), "W-31 ambiguous"],
    ["METADATA by ..", twin(`pkg/../${METADATA}`), "W-31 ambiguous"],
    ["METADATA by a backslash", twin(METADATA.replace("/", "\\")), "W-31 ambiguous"],
    ["METADATA as a folder, too", { extraMembers: [{ name: `${METADATA}/`, method: 0 }] }, "W-31 ambiguous"],
    ["folders twice, by one name", { extraMembers: [{ name: "pkg/", method: 0 }] }, "accept"],
    // Flags.
    ["a module encrypted by the directory", module({ flags: 1, localFlags: 0 }), "W-30 server-error"],
    ["a module encrypted by its header", module({ flags: 0, localFlags: 1 }), "accept"],
    ["a data descriptor in the directory only", member({ flags: 8, localFlags: 0 }), "accept"],
    ["a data descriptor in the header only", member({ flags: 0, localFlags: 8 }), "W-10 reject"],
    // Modules, which the index reads whatever their size, and searches up to 5 MiB (W-07, W-30).
    ["a large module, damaged", module({ data: LARGE, crc: 1 }), "W-30 reject"],
    ["a large module, encrypted", module({ data: LARGE, flags: 1 }), "W-30 server-error"],
    ["a large module of PyArmor", module({ data: LARGE + PYARMOR }), "accept"],
    ["a module of PyArmor, across two pieces", module({ data: `${"#".repeat(262_140)}${PYARMOR}\n` }), "W-07 reject"],
    ["a module of SourceDefender, far apart", module({ data: DEFENDER.join("\n".repeat(600_000)) }), "W-07 reject"],
    ["half a module of it", module({ data: DEFENDER[0] }), "accept"],
    ["a hidden file that is no module", module({ name: "pkg/.py", data: PYARMOR }), "accept"],
    ["a module by a detour", module({ name: "pkg/a.py/.", data: PYARMOR }), "W-07 reject"],
    ["a folder named like a module", module({ name: "pkg/a.py/", data: PYARMOR }), "accept"],
    // RECORD, which the index reads with splitlines() and csv (W-24, W-27).
    ["RECORD with a field too long for csv", { record: `${"a".repeat(131_073)},,\n` }, "W-24 reject"],
    ["RECORD with a quote that stays open", { record: `"${"a,,\n".repeat(50_000)}` }, "W-24 reject"],
    ["RECORD with an empty line by a form feed", { record: "a,,\n\f\n" }, "W-27 server-error"],
    ["RECORD with an empty field", { record: 'a,,\n""\n' }, "accept"],
    ["RECORD of eight million lines", { record: "a,,\n".repeat(8 * 1024 * 1024) }, "accept"],
    // Listings larger than is read.
    ["WHEEL of empty lines", spoil("WHEEL", { data: "\n".repeat(8 * 1024 * 1024) }), "accept"],
    ["WHEEL with millions of tags", spoil("WHEEL", { data: TAGS }), "accept"],
    ["entry points without end", { files: { "{distInfo}/entry_points.txt": "\n".repeat(8 * 1024 * 1024) } }, "accept"],
    ["names that lead up 20,000 times", { extraMembers: detours("/..") }, "W-31 ambiguous"],
    ["names of 60,000 backslashes", { extraMembers: detours("\\") }, "accept"],
  ])("%s", async (_case, options, expected) => {
    const before = performance.now();
    expect(stand(await judgedWheel(options))).toBe(expected);
    expect(performance.now() - before).toBeLessThan(10_000);
  });

  it("says what was not looked at", async () => {
    const wheel = await judgedWheel({ record: "a,,\n".repeat(300_000), ...spoil("WHEEL", { data: LARGE }) });
    expect(cautions(wheel)).toEqual([
      "W-31 accept RECORD is larger than this action reads and was not checked.",
      "W-31 accept WHEEL is larger than this action reads and was not checked.",
    ]);
    expect(cautions(await judgedWheel({ files: { "pkg/x": Buffer.alloc(65 * 1024 * 1024) } }))).toEqual([
      "W-31 accept The wheel is larger than this action reads and was not checked.",
    ]);
  });
});

/** Members with names as long as a zip archive can hold. */
function detours(step: string): ZipMember[] {
  return Array.from({ length: 10 }, (_, index) => ({ name: `pkg/${index}/${step.repeat(60_000 / step.length)}` }));
}
