import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import { buildTar, buildTarGz, paxHeader } from "../builders/tar.ts";
import { buildZip } from "../builders/zip.ts";
import { bzip2, xz } from "./compressed-samples.ts";
import { NO_ISSUER, sdist, upload, verdict } from "./uploader.ts";

let index: EmulatedIndex;

beforeEach(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0 });
});

afterEach(() => index.close());

const OK = "200 OK";
const NOT_TAR = "400 Invalid distribution file. File is not a tarfile";
const DAMAGED = "400 Invalid distribution file. None";
const TOP = "400 Invalid distribution file. Incorrect number of top-level directories in sdist";
const BOTH = "400 Invalid distribution file. File is both a zip and a tar file";

const INFO = { name: "pkg-1.0/PKG-INFO", data: "Name: pkg\n" };
const MODULE = { name: "pkg-1.0/pkg.py", data: "x = 1\n" };

/** Uploads these bytes as a source archive. */
async function judge(content: Buffer, fields = {}, filename = "pkg-1.0.tar.gz"): Promise<string> {
  const sha256 = createHash("sha256").update(content).digest("hex");
  return verdict(await upload(index, { ...sdist(), filename, content, sha256 }, { fields }));
}

describe("the compressed archive", () => {
  it.each([
    ["S-c01: plain text (S-02)", Buffer.from("not an archive\n".repeat(100)), NOT_TAR],
    ["S-02: nothing", Buffer.alloc(0), NOT_TAR],
    ["S-c02: the beginning of a gzip header (S-02)", gzipSync("x").subarray(0, 10), NOT_TAR],
    ["S-03: a whole gzip stream of fewer than 512 bytes", gzipSync("x".repeat(100)), NOT_TAR],
    ["S-c03: an uncompressed tar, cut (S-03)", buildTar([INFO, MODULE]).subarray(0, -10), DAMAGED],
    ["S-c04: bzip2 (S-03)", bzip2, DAMAGED],
    ["S-c04: xz (S-03)", xz, DAMAGED],
    ["S-c18: the first 50 bytes (S-03)", sdist().content.subarray(0, 50), "500 Internal Server Error"],
  ])("%s", async (_case, content, expected) => {
    expect(await judge(content)).toBe(expected);
  });

  it("is refused when it is cut off later (S-03)", async () => {
    const noise = createHash("sha512").update("seed").digest("hex").repeat(1);
    const data = Array.from({ length: 400 }, (_, at) =>
      createHash("sha256").update(`${noise}${at}`).digest("hex"),
    ).join("");
    const whole = buildTarGz([INFO, { name: "pkg-1.0/noise", data }]);
    expect(await judge(whole.subarray(0, whole.length - 2000))).toBe(DAMAGED);
  });

  it("passes with trailing bytes and a wrong checksum behind the end of the tar data (S-03)", async () => {
    const content = Buffer.from(buildTarGz([INFO, MODULE]));
    content.writeUInt8(content.readUInt8(content.length - 8) ^ 0xff, content.length - 8);
    expect(await judge(content)).toBe(OK);
  });

  it("S-c11: must not have GNU sparse members (S-04)", async () => {
    const text = "400 Invalid distribution file. tar archive not accepted: Sparse members are not allowed. See ";
    expect(await judge(buildTarGz([INFO, { ...MODULE, type: "S" }]))).toContain(text);
    expect(await judge(buildTarGz([INFO, paxHeader({ "GNU.sparse.major": "1" }), MODULE]))).toContain(text);
  });

  it("S-c12, S-c13: must not be a zip as well (S-01)", async () => {
    const both = Buffer.concat([buildTarGz([INFO, MODULE]), buildZip([{ name: "a", data: "b" }])]);
    expect(await judge(both)).toBe(BOTH);
    expect(await judge(both, {}, "pkg-1.0.zip")).toBe(BOTH);
  });
});

describe("the members", () => {
  it.each([
    ["S-c06: one directory with PKG-INFO (S-06)", [INFO, MODULE], OK],
    [
      "S-c05: no PKG-INFO (S-06)",
      [{ name: "package/", type: "5" }, { name: "package/module.py" }],
      "400 Invalid distribution file. PKG-INFO not found at package/PKG-INFO",
    ],
    ["S-06: PKG-INFO in another case", [{ name: "p/pkg-info" }, { name: "p/a" }], "PKG-INFO not found at p/PKG-INFO"],
    ["S-06: only one member", [INFO], "PKG-INFO not found at pkg-1.0/PKG-INFO/PKG-INFO"],
    ["S-06: names with ./", [{ name: "./p/PKG-INFO" }, { name: "./p/a" }], "PKG-INFO not found at p/PKG-INFO"],
    ["S-c07: a second top directory (S-05)", [INFO, MODULE, { name: "other/x" }], TOP],
    ["S-05: a file at the root", [INFO, MODULE, { name: "README" }], TOP],
    ["S-05: an entry for . itself", [{ name: "./", type: "5" }, INFO, MODULE], TOP],
    ["S-05: no members", [], TOP],
    ["S-c08: another top directory than the name says (S-09)", [{ name: "foo/PKG-INFO" }, { name: "foo/a" }], OK],
    ["S-09: a link to the outside", [INFO, MODULE, { name: "pkg-1.0/l", type: "2", linkName: "/etc/passwd" }], OK],
    ["S-09: absolute names only", [{ name: "/p/PKG-INFO" }, { name: "/p/a" }], OK],
    ["S-c17: absolute and relative names (S-10)", [INFO, MODULE, { name: "/etc/x" }], "500 Internal Server Error"],
    [
      "S-c14: PyArmor (S-07)",
      [INFO, { ...MODULE, data: "__pyarmor_enter__()" }],
      "400 Invalid distribution file. PyArmor-encrypted content is not allowed. See ",
    ],
    ["S-07: the mark in another kind of file", [INFO, { name: "pkg-1.0/a.txt", data: "__pyarmor_enter__()" }], OK],
    ["a long name", [INFO, { name: `pkg-1.0/${"x".repeat(150)}/é.txt`, data: "x" }], OK],
  ])("%s", async (_case, members, expected) => {
    expect(await judge(buildTarGz(members))).toContain(expected);
  });

  it("S-c15, S-c16: must hold every licence file named (S-08)", async () => {
    const fields = { metadata_version: "2.4", license_file: ["LICENSE.MIT", "LICENSE.APACHE"] };
    const members = [INFO, { name: "pkg-1.0/LICENSE.MIT" }, { name: "pkg-1.0/LICENSE.APACHE" }];
    expect(await judge(buildTarGz(members.slice(0, 2)), fields)).toBe(
      "400 License-File LICENSE.APACHE does not exist in distribution file pkg-1.0.tar.gz at pkg-1.0/LICENSE.APACHE",
    );
    expect(await judge(buildTarGz(members), fields)).toBe(OK);
  });
});
