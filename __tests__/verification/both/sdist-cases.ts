import { gzipSync } from "node:zlib";
import { buildTar, buildTarGz, paxHeader, type TarMember } from "../../builders/tar.ts";
import { buildZip } from "../../builders/zip.ts";
import { bzip2, xz } from "../../emulator/compressed-samples.ts";
import { ACCEPT, type Case, fileCases, sdist, sdistCases } from "./case.ts";

const INVALID = "Invalid distribution file.";
const INFO: TarMember = { name: "pkg-1.0/PKG-INFO", data: "Metadata-Version: 2.1\nName: pkg\nVersion: 1.0\n" };
const MODULE: TarMember = { name: "pkg-1.0/pkg.py", data: "x = 1\n" };
const withZip = Buffer.concat([buildTarGz([INFO, MODULE]), buildZip([{ name: "a" }])]);
const licensed = (...present: readonly string[]) =>
  sdist({
    metadataVersion: "2.4",
    headers: ["LICENSE.MIT", "LICENSE.APACHE"].map((name) => ["License-File", name] as const),
    files: Object.fromEntries(present.map((name) => [name, "text"])),
  });
const asZip = (...names: readonly string[]) =>
  sdist({ filename: "pkg-1.0.zip" }) && [
    { ...sdist({ filename: "pkg-1.0.zip" }), content: buildZip(names.map((name) => ({ name, data: "x" }))) },
  ];

export const SDIST_CASES: readonly Case[] = [
  ...sdistCases(
    ["S-c01", "plain text", Buffer.from("not an archive\n".repeat(100)), `${INVALID} File is not a tarfile`, "S-02"],
    [
      "S-c02",
      "the beginning of a gzip header",
      gzipSync("x").subarray(0, 10),
      `${INVALID} File is not a tarfile`,
      "S-02",
    ],
    ["S-c03", "an uncompressed tar, cut", buildTar([INFO, MODULE]).subarray(0, -10), `${INVALID} None`, "S-03"],
    ["S-c04", "bzip2", bzip2, `${INVALID} None`, "S-03"],
    ["S-c04", "xz", xz, `${INVALID} None`, "S-03"],
    [
      "S-c05",
      "no PKG-INFO",
      { root: "package", files: { "PKG-INFO": null } },
      `${INVALID} PKG-INFO not found at package/PKG-INFO`,
      "S-06",
    ],
    ["S-c06", "one directory with PKG-INFO", {}, ACCEPT],
    [
      "S-c07",
      "a second top directory",
      { extraMembers: [{ name: "other/x" }] },
      `${INVALID} Incorrect number of top-level directories in sdist`,
      "S-05",
    ],
    ["S-c08", "another top directory", { root: "foo" }, ACCEPT],
    [
      "S-c11",
      "a GNU sparse member",
      buildTarGz([INFO, { ...MODULE, type: "S" }]),
      `${INVALID} tar archive not accepted: Sparse members`,
      "S-04",
    ],
    [
      "S-c11",
      "a pax sparse member",
      buildTarGz([INFO, paxHeader({ "GNU.sparse.major": "1" }), MODULE]),
      `${INVALID} tar archive not accepted: Sparse members`,
      "S-04",
    ],
    ["S-c12", "a zip behind", withZip, `${INVALID} File is both a zip and a tar file`, "S-01"],
    [
      "S-c14",
      "PyArmor",
      { files: { "a.py": "__pyarmor_enter__()" } },
      `${INVALID} PyArmor-encrypted content is not allowed.`,
      "S-07",
    ],
    ["S-c17", "absolute and relative names", { extraMembers: [{ name: "/etc/x" }] }, "500", "S-10"],
    ["S-c18", "the first 50 bytes", sdist().content.subarray(0, 50), "500", "S-03"],
  ),
  ...fileCases(
    [
      "S-c09",
      "a zip with two top directories",
      asZip("a/PKG-INFO", "b/x"),
      `${INVALID} Incorrect number of top-level`,
      "foreign",
    ],
    [
      "S-c10",
      "a zip without PKG-INFO",
      asZip("package/x", "package/y"),
      `${INVALID} PKG-INFO not found at package/PKG-INFO`,
      "foreign",
    ],
    [
      "S-c13",
      "the bytes of S-c12 as .zip",
      [{ ...sdist({ filename: "pkg-1.0.zip" }), content: withZip }],
      `${INVALID} File is both a zip and a tar file`,
      "foreign",
    ],
    [
      "F-c11",
      "a sound .zip",
      asZip("p/PKG-INFO", "p/y"),
      "Filename 'pkg-1.0.zip' is invalid, should be 'pkg-1.0.tar.gz'.",
      "foreign",
    ],
    ["S-c15", "both licence files", [licensed("LICENSE.MIT", "LICENSE.APACHE")], ACCEPT],
    [
      "S-c16",
      "a licence file that is not there",
      [licensed("LICENSE.MIT")],
      "License-File LICENSE.APACHE does not exist in distribution file pkg-1.0.tar.gz at pkg-1.0/LICENSE.APACHE",
      "S-08",
    ],
  ),
];
