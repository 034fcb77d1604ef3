import { gzipSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import { readSdistPkgInfo } from "../../src/archive/tar-gz.ts";
import { buildTar, buildTarGz, paxHeader, type TarMember } from "../builders/tar.ts";
import { buildZip } from "../builders/zip.ts";
import { useArchiveFiles } from "./archive-file.ts";

const place = useArchiveFiles();
const TEXT = "Metadata-Version: 2.4\n";
const TOP: TarMember = { name: "pkg-1.0/", type: "5" };
const PKG_INFO: TarMember = { name: "pkg-1.0/PKG-INFO", data: TEXT };

async function read(members: readonly TarMember[]): ReturnType<typeof readSdistPkgInfo> {
  return readSdistPkgInfo(await place("pkg-1.0.tar.gz", buildTarGz(members)));
}

describe("readSdistPkgInfo", () => {
  it.each<[string, TarMember[]]>([
    ["behind its folder", [TOP, PKG_INFO]],
    ["without an entry for the folder", [{ name: "pkg-1.0/setup.py", data: "x" }, PKG_INFO]],
    ["behind a member with a long name", [{ name: `pkg-1.0/${"long/".repeat(40)}x.py`, data: "x" }, PKG_INFO]],
    ["behind a name outside of ASCII", [{ name: "pkg-1.0/größe.py", data: "x" }, PKG_INFO]],
    ["behind a large member", [{ name: "pkg-1.0/data.bin", data: Buffer.alloc(5_000_000, 7) }, PKG_INFO]],
    ["behind links", [{ name: "pkg-1.0/link", type: "2", linkName: "/etc/passwd" }, PKG_INFO]],
    ["in front of deeper ones", [PKG_INFO, { name: "pkg-1.0/pkg.egg-info/PKG-INFO", data: "other" }]],
    ["behind deeper ones", [{ name: "pkg-1.0/pkg.egg-info/PKG-INFO", data: "other" }, PKG_INFO]],
    ["behind empty members", [...Array.from({ length: 3000 }, (_, index) => ({ name: `pkg-1.0/${index}` })), PKG_INFO]],
    ["behind a folder that declares a size", [{ ...TOP, declaredSize: 4096 }, PKG_INFO]],
  ])("finds PKG-INFO %s", async (_, members) => {
    const { topDirectory, pkgInfo } = await read(members);
    expect(topDirectory).toBe("pkg-1.0");
    expect(pkgInfo.toString()).toBe(TEXT);
  });

  it("stops reading when it has PKG-INFO", async () => {
    const bytes = buildTarGz([TOP, PKG_INFO, { name: "pkg-1.0/noise", data: noise(3_000_000) }]);
    const path = await place("cut.tar.gz", bytes.subarray(0, bytes.length - 1_000_000));
    expect((await readSdistPkgInfo(path)).pkgInfo.toString()).toBe(TEXT);
  });
});

describe("readSdistPkgInfo: no source distribution", () => {
  it.each<[string, TarMember[], string]>([
    ["empty", [], "is an empty archive"],
    ["without PKG-INFO", [TOP, { name: "pkg-1.0/setup.py", data: "x" }], 'has no "pkg-1.0/PKG-INFO"'],
    ["with PKG-INFO too deep", [TOP, { name: "pkg-1.0/a/PKG-INFO", data: TEXT }], 'has no "pkg-1.0/PKG-INFO"'],
    ["with PKG-INFO in another case", [TOP, { name: "pkg-1.0/pkg-info", data: TEXT }], 'has no "pkg-1.0/PKG-INFO"'],
    ["with PKG-INFO at the root", [{ name: "PKG-INFO", data: TEXT }], '"PKG-INFO" outside of a top directory'],
    ["with two top directories", [TOP, { name: "other/x", data: "x" }, PKG_INFO], "more than one top directory"],
    ["with names that begin with ./", [{ name: "./pkg-1.0/PKG-INFO", data: TEXT }], "does not begin with a directory"],
    ["with absolute names", [{ name: "/pkg-1.0/PKG-INFO", data: TEXT }], "does not begin with a directory"],
    ["with names that lead out", [{ name: "../PKG-INFO", data: TEXT }], "does not begin with a directory"],
    [
      "with a link for PKG-INFO",
      [TOP, { ...PKG_INFO, type: "2", linkName: "/etc/passwd", data: "" }],
      "no regular file",
    ],
    ["with an empty PKG-INFO", [TOP, { ...PKG_INFO, data: "" }], "has an empty PKG-INFO"],
    ["with a huge PKG-INFO", [TOP, { ...PKG_INFO, declaredSize: 17 * 1024 * 1024 }], "of more than 16777216 bytes"],
    [
      "with a PKG-INFO that a global header calls small",
      [{ ...paxHeader({ size: "10" }), type: "g" }, TOP, { ...PKG_INFO, declaredSize: 17 * 1024 * 1024 }],
      "of more than 16777216 bytes",
    ],
  ])("refuses an archive %s", async (_, members, problem) => {
    await expect(read(members)).rejects.toMatchObject({
      code: "distribution-invalid",
      filename: "pkg-1.0.tar.gz",
      message: expect.stringContaining(problem),
      remedy: expect.stringContaining("Build the source distribution again"),
    });
  });

  it.each([
    ["plain tar", buildTar([TOP, PKG_INFO]), "is not gzip-compressed"],
    ["a zip archive", buildZip([{ name: "pkg-1.0/PKG-INFO", data: TEXT }]), "is a zip archive"],
    ["text", Buffer.from("text"), "is not gzip-compressed"],
    ["one byte", Buffer.from([0x1f]), "is not gzip-compressed"],
    ["compressed text", gzipSync("text, not tar"), "is not a tar archive"],
    ["compressed noise", gzipSync(noise(100_000)), "is not a tar archive"],
    [
      "a tar archive cut in a member",
      gzipSync(buildTar([TOP, { name: "pkg-1.0/x", data: noise(5000) }]).subarray(0, 3000)),
      "the tar archive ends too early",
    ],
    [
      "a cut gzip stream",
      buildTarGz([TOP, { name: "pkg-1.0/x", data: noise(5000) }]).subarray(0, 3000),
      "the compressed data end too early",
    ],
    ["a gzip header alone", gzipSync("").subarray(0, 10), "the compressed data end too early"],
  ])("refuses %s", async (_, bytes, problem) => {
    const path = await place("pkg-1.0.tar.gz", bytes);
    await expect(readSdistPkgInfo(path)).rejects.toMatchObject({
      code: "distribution-invalid",
      filename: "pkg-1.0.tar.gz",
      message: expect.stringContaining(problem),
    });
  });

  it("gives up on an archive that inflates beyond the cap", async () => {
    const header = buildTar([{ name: "pkg-1.0/zeros", declaredSize: 8 * 1024 ** 3 - 1 }]).subarray(0, 512);
    const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const path = await place("bomb.tar.gz", Buffer.concat([gzipSync(header), ...new Array<Buffer>(65).fill(zeros)]));
    await expect(readSdistPkgInfo(path)).rejects.toThrow("inflates to more than 4294967296 bytes");
  }, 60_000);

  it("gives up on an archive of too many members", async () => {
    const members = Array.from({ length: 1000 }, (_, index) => ({ name: `pkg-1.0/${index}` }));
    const block = gzipSync(buildTar(members).subarray(0, -1024));
    const path = await place("members.tar.gz", Buffer.concat(new Array<Buffer>(201).fill(block)));
    await expect(readSdistPkgInfo(path)).rejects.toThrow("has more than 200000 members");
  }, 60_000);
});

/** Bytes that do not compress, the same in every run. */
function noise(length: number): Buffer {
  let state = 1;
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state >>> 24;
    }),
  );
}
