import { describe, expect, it } from "@jest/globals";
import type { WheelOptions } from "../../builders/archives.ts";
import { buildZip } from "../../builders/zip.ts";
import { cautions, INVALID, judgedWheel, sdistBytes, spoil, verdict, wheelBytes } from "./judged.ts";

describe("a wheel as an archive", () => {
  it.each([
    ["W-c01: plain text (W-01)", Buffer.from("not an archive\n".repeat(100))],
    ["W-c02: 14 bytes (W-01)", Buffer.from("Hello, world!\n")],
    ["W-c02: one byte (W-01)", Buffer.from("x")],
    ["W-01: nothing", Buffer.alloc(0)],
    ["W-01: a source archive", sdistBytes()],
    ["W-c23: directory size one too small (W-01)", wheelBytes({ zip: { directorySizeError: -1 } })],
    ["W-c23: directory size one too large (W-01)", wheelBytes({ zip: { directorySizeError: 1 } })],
    ["W-c22: two end records (W-01)", wheelBytes({ zip: { trailing: Buffer.from(wheelBytes().subarray(-22)) } })],
  ])("%s is refused, and nothing else is said", async (_case, bytes) => {
    const judgement = await judgedWheel(bytes);
    expect(verdict(judgement)).toBe(`W-01 ${INVALID} File is not a zipfile`);
    expect([...judgement.archive, ...judgement.content]).toHaveLength(1);
    expect(judgement.archive[0]?.scope).toBe("any");
  });

  const cases: readonly (readonly [string, WheelOptions, string])[] = [
    ["W-c03: stored and deflated members (W-04)", spoil("METADATA", { method: 0 }), "accept"],
    [
      "W-c04: bzip2 (W-04)",
      spoil("METADATA", { method: 12 }),
      `W-04 ${INVALID} File does not use a supported compression type`,
    ],
    [
      "W-c05: 65 MiB of one character (W-03)",
      { files: { "pkg/data.txt": Buffer.alloc(65 * 1024 * 1024, "x") } },
      `W-03 ${INVALID} File exceeds compression ratio of 50`,
    ],
    [
      "W-03: a directory that claims 65 MiB",
      spoil("__init__.py", { declaredSize: 65 * 1024 * 1024 + 1 }),
      `W-03 ${INVALID} File exceeds compression ratio of 50`,
    ],
    [
      "W-c06: no WHEEL (W-06)",
      { files: { "{distInfo}/WHEEL": null } },
      `W-06 ${INVALID} WHEEL not found at pkg-1.0.dist-info/WHEEL`,
    ],
    ["W-06: an equivalent folder", { distInfo: "pkg-1.0.0" }, `W-06 ${INVALID} WHEEL not found at pkg-1.0.dist-info`],
    ["W-c07: WHEEL (W-06)", {}, "accept"],
    [
      "W-c08: PyArmor (W-07)",
      { files: { "pkg/a.py": "__pyarmor_bcc__" } },
      `W-07 ${INVALID} PyArmor-encrypted content is not allowed.`,
    ],
    [
      "W-c08: SourceDefender (W-07)",
      { files: { "pkg/a.PYE": "---BEGIN PYE FILE---\n---END PYE FILE---" } },
      `W-07 ${INVALID} SourceDefender-encrypted content is not allowed.`,
    ],
    ["W-07: a mark behind 5 MiB", { files: { "a.py": `${"x".repeat(5 * 1024 * 1024)}__pyarmor_bcc__` } }, "accept"],
    [
      "W-c10: marks that do not count (W-07)",
      { files: { "a.json": "__pyarmor_bcc__", "a.pye": "---BEGIN PYE FILE---", "b.pye": "---END PYE FILE---" } },
      "accept",
    ],
    ["W-c56: absolute and escaping names (W-31)", { files: { "/etc/x": "", "../x": "" } }, "accept"],
    ["W-c55: a wrong checksum of a module (W-30)", spoil("__init__.py", { crc: 1 }), `W-30 ${INVALID} None`],
    ["W-30: a wrong checksum of WHEEL", spoil("WHEEL", { crc: 1 }), `W-30 ${INVALID} None`],
    ["W-30: a wrong checksum of METADATA", spoil("METADATA", { crc: 1 }), "W-30 500"],
    ["W-30: a wrong checksum nobody looks at", { ...spoil(".txt", { crc: 1 }), files: { "d.txt": "x" } }, "accept"],
    ["W-30: an encrypted module", spoil("__init__.py", { flags: 1 }), "W-30 500"],
    ["W-02: a module by another name in front", { extraMembers: [{ name: "a.py", centralOnly: true }] }, "W-02"],
  ];
  it.each(cases)("%s", async (_case, options, expected) => {
    expect(verdict(await judgedWheel(options))).toContain(expected);
  });

  it("W-30: a zip version above 6.3 fails the index", async () => {
    const bytes = wheelBytes();
    bytes[bytes.indexOf(Buffer.from("PK\u0001\u0002", "latin1")) + 6] = 64;
    expect(verdict(await judgedWheel(bytes))).toBe("W-30 500");
  });

  it("F-09: a name without two hyphens", async () => {
    const judgement = await judgedWheel({}, { filename: "cheese.whl" });
    expect(verdict(judgement)).toBe(`F-09 ${INVALID} Unable to parse name and version from wheel filename`);
  });

  it("W-05: a zip behind a tar archive", async () => {
    const both = Buffer.concat([sdistBytes(), wheelBytes()]);
    expect(verdict(await judgedWheel(both))).toBe(`W-05 ${INVALID} File is both a zip and a tar file`);
  });

  it("finds nothing wrong with a sound wheel, nor with an archive comment", async () => {
    expect(await judgedWheel()).toEqual({ archive: [], content: [] });
    expect(await judgedWheel({ zip: { comment: "hello" } })).toEqual({ archive: [], content: [] });
  });

  it("says everything at once, in the index's order", async () => {
    const { archive, content } = await judgedWheel({
      files: {
        "{distInfo}/WHEEL": null,
        "{distInfo}/METADATA": null,
        "{distInfo}/entry_points.txt": "foo",
        "pkg/a.py": "__pyarmor_bcc__",
      },
      extraMembers: [
        { name: "b.txt", dataDescriptor: true },
        { name: "c.txt", comment: "x" },
      ],
      zip: { trailing: Buffer.from("x") },
    });
    expect(archive.map(({ rule }) => rule)).toEqual(["W-06", "W-07", "W-10", "W-21", "W-11"]);
    expect(content.map(({ rule, effect }) => `${rule} ${effect}`)).toEqual(["W-28 reject", "W-29 reject", "W-26 mail"]);
  });

  it("does not lose itself in members of which each is a fault", async () => {
    const members = Array.from({ length: 3000 }, (_, index) => ({ name: `${index}.txt`, dataDescriptor: true }));
    const { archive } = await judgedWheel({ extraMembers: members });
    expect(archive).toHaveLength(1);
    expect(archive[0]?.message).toContain('"0.txt", "1.txt", "2.txt" and 997 more');
  });
});

describe("what a careful client says about a wheel that the index takes", () => {
  const cases: readonly (readonly [string, WheelOptions, string[]])[] = [
    [
      "W-c56: names that lead out (W-31)",
      { files: { "/etc/x": "", "../x": "" } },
      ["W-31 accept Names of members that lead out"],
    ],
    [
      "W-31: a backslash",
      { files: { "a\\b": "" } },
      ["W-26 mail", "W-26 mail", "W-31 accept Names of members with a backslash"],
    ],
    [
      "W-31: names that differ in case",
      { files: { "a.txt": "", "A.txt": "" } },
      ["W-31 accept Names of members that differ only"],
    ],
    ["W-31: a second .dist-info", { files: { "other-1.dist-info/METADATA": "" } }, ["W-31 accept Beside"]],
    [
      "W-31: no version of the format",
      { files: { "{distInfo}/WHEEL": "Tag: py3-none-any\n" } },
      ["W-31 accept WHEEL does not state"],
    ],
    [
      "W-31: another version of the format",
      { files: { "{distInfo}/WHEEL": "Wheel-Version: 2.0\nTag: py3-none-any\n" } },
      ["W-31 accept WHEEL states"],
    ],
    [
      "F-19: other tags",
      { files: { "{distInfo}/WHEEL": "Wheel-Version: 1.0\nTag: py2-none-any\n" } },
      ["F-19 accept WHEEL states other tags"],
    ],
    [
      "F-19: another build",
      { files: { "{distInfo}/WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\nBuild: 7\n" } },
      ["F-19 accept WHEEL states the build"],
    ],
    [
      "W-30: damage where the index does not look",
      { ...spoil(".so", { crc: 1 }), files: { "a.so": "x" } },
      ["W-30 accept Damaged"],
    ],
    [
      "W-30: encryption where the index does not look",
      { ...spoil(".so", { flags: 1 }), files: { "a.so": "x" } },
      ["W-30 accept Encrypted"],
    ],
  ];
  it.each(cases)("%s", async (_case, options, expected) => {
    const judgement = await judgedWheel(options);
    expect(verdict(judgement)).toBe("accept");
    expect(cautions(judgement)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });

  it.each(["py2.py3-none-any", "cp311-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64"])(
    "takes the single tags of %s",
    async (tag) => {
      const tags =
        tag === "py2.py3-none-any"
          ? ["py2-none-any", "py3-none-any"]
          : ["cp311-abi3-manylinux_2_17_x86_64", "cp311-abi3-manylinux2014_x86_64"];
      const text = `Wheel-Version: 1.0\n${tags.map((each) => `Tag: ${each}\n`).join("")}`;
      const judgement = await judgedWheel(
        { tag, files: { "{distInfo}/WHEEL": text } },
        { filename: `pkg-1.0-${tag}.whl` },
      );
      expect(judgement).toEqual({ archive: [], content: [] });
    },
  );

  it("W-31: sees where directory and data disagree without Python minding", async () => {
    const bytes = wheelBytes({ files: { "a.bin": "text" } });
    const at = bytes.indexOf("a.bin") - 30;
    bytes.writeUInt32LE(7, at + 14);
    bytes.writeUInt16LE(0, at + 8);
    const judgement = await judgedWheel(bytes);
    expect(verdict(judgement)).toBe("accept");
    expect(cautions(judgement)).toEqual([
      expect.stringContaining("Compressed by one method according to the directory"),
      expect.stringContaining("With one checksum in the directory"),
    ]);
  });

  it("W-15: sees a member shorter than both headers say", async () => {
    const judgement = await judgedWheel({ ...spoil("a.bin", { declaredSize: 9 }), files: { "a.bin": "text" } });
    expect(verdict(judgement)).toBe("accept");
    expect(cautions(judgement)).toContainEqual(expect.stringContaining("W-15 accept Longer or shorter"));
  });

  it("W-31: gives up on a directory larger than it holds in memory, and says so", async () => {
    const members = Array.from({ length: 65_000 }, (_, index) => ({ name: `${index}${"x".repeat(600)}`, method: 0 }));
    const judgement = await judgedWheel(buildZip(members));
    expect(cautions(judgement)).toEqual([expect.stringContaining("W-31 accept The archive has more than")]);
  });
});
