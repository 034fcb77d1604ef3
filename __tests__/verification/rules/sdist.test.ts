import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { noise } from "../../builders/noise.ts";
import { buildTar, buildTarGz, paxHeader, type TarMember } from "../../builders/tar.ts";
import { buildZip } from "../../builders/zip.ts";
import { bzip2, xz } from "../../emulator/compressed-samples.ts";
import { cautions, INVALID, judgedSdist, SDIST, sdistBytes, verdict } from "./judged.ts";

const NOT_TAR = `S-02 ${INVALID} File is not a tarfile`;
const DAMAGED = `S-03 ${INVALID} None`;
const TOP = `S-05 ${INVALID} Incorrect number of top-level directories in sdist`;
const INFO = { name: "pkg-1.0/PKG-INFO", data: "Name: pkg\n" };
const MODULE = { name: "pkg-1.0/pkg.py", data: "x = 1\n" };
const LARGE = { name: "pkg-1.0/noise", data: noise(600_000) };

function changed(bytes: Buffer, at: number): Buffer {
  const result = Buffer.from(bytes);
  const place = at < 0 ? result.length + at : at;
  result[place] = (result[place] ?? 0) ^ 0xff;
  return result;
}

describe("a source archive, compressed", () => {
  it.each([
    ["S-c01: plain text (S-02)", Buffer.from("not an archive\n".repeat(100)), NOT_TAR],
    ["S-02: nothing", Buffer.alloc(0), NOT_TAR],
    ["S-c02: the beginning of a gzip header (S-02)", gzipSync("x").subarray(0, 10), NOT_TAR],
    ["S-03: a whole gzip stream of fewer than 512 bytes (S-02)", gzipSync("x".repeat(100)), NOT_TAR],
    ["S-02: compressed noise", gzipSync(noise(100_000)), NOT_TAR],
    ["S-c03: an uncompressed tar, cut (S-03)", buildTar([INFO, MODULE]).subarray(0, -10), DAMAGED],
    ["S-c04: bzip2 (S-03)", bzip2, DAMAGED],
    ["S-c04: xz (S-03)", xz, DAMAGED],
    ["S-c18: the first 50 bytes (S-03)", sdistBytes().subarray(0, 50), "S-03 500"],
    ["S-03: cut off later", buildTarGz([INFO, LARGE]).subarray(0, 300_000), DAMAGED],
    ["S-03: a broken deflate stream", Buffer.from(buildTarGz([INFO, LARGE])).fill(0xff, 400_000, 410_000), DAMAGED],
    ["S-03: a tar cut inside a member", gzipSync(buildTar([INFO, LARGE]).subarray(0, 5000)), DAMAGED],
    [
      "S-03: a wrong checksum in front of the end",
      Buffer.concat([changed(gzipSync(buildTar([INFO]).subarray(0, 1024)), -5), gzipSync(buildTar([MODULE]))]),
      DAMAGED,
    ],
    [
      "S-03: several gzip streams",
      Buffer.concat([
        gzipSync(buildTar([INFO]).subarray(0, 700)),
        gzipSync(Buffer.concat([buildTar([INFO]).subarray(700, 1024), buildTar([MODULE])])),
      ]),
      "accept",
    ],
    [
      "S-c11: a GNU sparse member (S-04)",
      buildTarGz([INFO, { ...MODULE, type: "S" }]),
      `S-04 ${INVALID} tar archive not accepted: Sparse members are not allowed.`,
    ],
    ["S-c11: a pax sparse member (S-04)", buildTarGz([INFO, paxHeader({ "GNU.sparse.major": "1" }), MODULE]), "S-04"],
    [
      "S-c12: a zip behind (S-01)",
      Buffer.concat([buildTarGz([INFO, MODULE]), buildZip([{ name: "a" }])]),
      `S-01 ${INVALID} File is both a zip and a tar file`,
    ],
  ])("%s", async (_case, bytes, expected) => {
    expect(verdict(await judgedSdist(bytes))).toContain(expected);
  });

  it("S-c13: the same bytes as .zip (W-05)", async () => {
    const both = Buffer.concat([buildTarGz([INFO, MODULE]), buildZip([{ name: "a", data: "b" }])]);
    expect(verdict(await judgedSdist(both, { filename: "pkg-1.0.zip" }))).toBe(
      `W-05 ${INVALID} File is both a zip and a tar file`,
    );
  });
});

describe("the members of a source archive", () => {
  const cases: readonly (readonly [string, TarMember[], string])[] = [
    ["S-c06: one directory with PKG-INFO (S-06)", [INFO, MODULE], "accept"],
    [
      "S-c05: no PKG-INFO (S-06)",
      [{ name: "package/", type: "5" }, { name: "package/module.py" }],
      `S-06 ${INVALID} PKG-INFO not found at package/PKG-INFO`,
    ],
    [
      "S-06: PKG-INFO in another case",
      [{ name: "p/pkg-info" }, { name: "p/a" }],
      `S-06 ${INVALID} PKG-INFO not found at p/PKG-INFO`,
    ],
    ["S-06: only one member", [INFO], `S-06 ${INVALID} PKG-INFO not found at pkg-1.0/PKG-INFO/PKG-INFO`],
    [
      "S-06: names with ./",
      [{ name: "./p/PKG-INFO" }, { name: "./p/a" }],
      `S-06 ${INVALID} PKG-INFO not found at p/PKG-INFO`,
    ],
    ["S-06: everything one directory deeper", [{ name: "p/q/PKG-INFO" }, { name: "p/q/a" }], "accept"],
    ["S-c07: a second top directory (S-05)", [INFO, MODULE, { name: "other/x" }], TOP],
    ["S-05: a file at the root", [INFO, MODULE, { name: "README" }], TOP],
    ["S-05: an entry for . itself", [{ name: "./", type: "5" }, INFO, MODULE], TOP],
    ["S-05: backslashes", [{ name: "p\\PKG-INFO" }, { name: "p\\a" }], TOP],
    ["S-05: no members", [], TOP],
    ["S-c08: another top directory (S-09)", [{ name: "foo/PKG-INFO" }, { name: "foo/a" }], "accept"],
    ["S-09: absolute names only", [{ name: "/p/PKG-INFO" }, { name: "/p/a" }], "accept"],
    ["S-c17: absolute and relative names (S-10)", [INFO, MODULE, { name: "/etc/x" }], "S-10 500"],
    [
      "S-c14: PyArmor (S-07)",
      [INFO, { ...MODULE, data: "__pyarmor_enter__()" }],
      `S-07 ${INVALID} PyArmor-encrypted content is not allowed.`,
    ],
    [
      "S-07: the mark in another kind of file",
      [INFO, { name: "pkg-1.0/a.txt", data: "__pyarmor_enter__()" }],
      "accept",
    ],
    ["S-06: a long name", [INFO, { name: `pkg-1.0/${"x".repeat(150)}/é.txt`, data: "x" }], "accept"],
  ];
  it.each(cases)("%s", async (_case, members, expected) => {
    expect(verdict(await judgedSdist(buildTarGz(members)))).toBe(expected);
  });

  it("S-c15, S-c16: must hold every licence file named (S-08)", async () => {
    const licenseFiles = ["LICENSE.MIT", "LICENSE.APACHE"];
    const members = [INFO, { name: "pkg-1.0/LICENSE.MIT" }, { name: "pkg-1.0/LICENSE.APACHE" }];
    expect(verdict(await judgedSdist(buildTarGz(members.slice(0, 2)), { licenseFiles }))).toBe(
      `S-08 License-File LICENSE.APACHE does not exist in distribution file ${SDIST} at pkg-1.0/LICENSE.APACHE`,
    );
    expect(verdict(await judgedSdist(buildTarGz(members), { licenseFiles }))).toBe("accept");
  });

  it("says everything at once, in the index's order", async () => {
    const members = [INFO, { ...MODULE, type: "S" }, { name: "pkg-1.0/a.py", data: "__pyarmor_bcc__" }, { name: "x" }];
    const { archive } = await judgedSdist(buildTarGz(members));
    expect(archive.map(({ rule }) => rule)).toEqual(["S-04", "S-05", "S-07"]);
  });

  it("finds nothing wrong with a sound archive", async () => {
    expect(await judgedSdist(sdistBytes())).toEqual({ archive: [], content: [] });
  });

  it.each([
    ["S-c09: two top directories (S-05)", ["a/PKG-INFO", "b/x"], TOP],
    ["S-c10: no PKG-INFO (S-06)", ["package/x", "package/y"], `S-06 ${INVALID} PKG-INFO not found at package/PKG-INFO`],
    ["F-08: nothing else wrong", ["p/PKG-INFO", "p/y"], "accept"],
  ])("as .zip: %s", async (_case, names, expected) => {
    const bytes = buildZip(names.map((name) => ({ name, data: "x" })));
    expect(verdict(await judgedSdist(bytes, { filename: "pkg-1.0.zip" }))).toBe(expected);
  });
});

describe("what a careful client says about a source archive that the index takes (S-03, S-09)", () => {
  const good = buildTarGz([INFO, MODULE]);
  const link = (linkName: string, type = "2"): Buffer =>
    buildTarGz([INFO, MODULE, { name: "pkg-1.0/a/link", type, linkName }]);
  it.each([
    [
      "S-c08: another top directory (S-09)",
      buildTarGz([{ name: "foo/PKG-INFO" }, { name: "foo/a" }]),
      "S-09 accept The top directory is",
    ],
    ["S-09: a symbolic link to the outside", link("../../../etc/passwd"), "S-09 accept Links to the outside"],
    ["S-09: an absolute link", link("/etc/passwd"), "S-09 accept Links to the outside"],
    ["S-09: a hard link to the outside", link("../x", "1"), "S-09 accept Links to the outside"],
    ["S-09: a device node", buildTarGz([INFO, MODULE, { name: "pkg-1.0/tty", type: "3" }]), "S-09 accept Device nodes"],
    ["S-09: a member twice", buildTarGz([INFO, MODULE, MODULE]), "S-09 accept There twice"],
    ["S-09: a name with ..", buildTarGz([INFO, MODULE, { name: "pkg-1.0/../x" }]), "S-09 accept Names that lead out"],
    ["S-03: a wrong checksum at the end", changed(good, -8), "S-03 accept The checksum"],
    ["S-03: a wrong length at the end", changed(good, -1), "S-03 accept The checksum"],
    ["S-03: trailing data", Buffer.concat([good, Buffer.from("more")]), "S-03 accept Something follows"],
    ["S-03: a cut trailer", good.subarray(0, -3), "S-03 accept The file ends before"],
    [
      "S-03: garbage for a member",
      gzipSync(Buffer.concat([buildTar([INFO, MODULE]).subarray(0, -1024), noise(1024)])),
      "S-03 accept The tar archive ends in",
    ],
  ])("%s", async (_case, bytes, expected) => {
    const judgement = await judgedSdist(bytes);
    expect(verdict(judgement)).toBe("accept");
    expect(cautions(judgement)).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    ["a link inside", link("../pkg.py")],
    ["a hard link inside", link("pkg-1.0/pkg.py", "1")],
    ["zeros behind", Buffer.concat([good, Buffer.alloc(2000)])],
    ["a directory twice", buildTarGz([{ name: "pkg-1.0/", type: "5" }, INFO, { name: "pkg-1.0/", type: "5" }])],
  ])("nothing about %s", async (_case, bytes) => {
    expect(await judgedSdist(bytes)).toEqual({ archive: [], content: [] });
  });
});
