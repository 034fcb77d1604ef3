import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import { parsed } from "./http-client.ts";
import { NO_ISSUER, sdist, upload, verdict, wheel } from "./uploader.ts";

let index: EmulatedIndex;

beforeEach(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0 });
});

afterEach(() => index.close());

const OK = "200 OK";

/** Uploads a source archive or wheel of this name for this project and version. */
async function judge(filename: string, name = "pkg", version = "1.0", fields = {}): Promise<string> {
  const build = filename.endsWith(".whl") ? wheel : sdist;
  return verdict(await upload(index, build({ filename, name, version }), { fields }));
}

describe("characters and extension", () => {
  const codes = [...Array.from({ length: 32 }, (_, code) => code), 127].filter((code) => code !== 10 && code !== 13);
  it.each(codes)("F-c01: refuses a name with U+%i (F-01)", async (code) => {
    expect(await judge(`pkg-1.0${String.fromCharCode(code)}.tar.gz`)).toContain(
      "400 Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127)",
    );
  });

  it.each(["/pkg-1.0.tar.gz", "a\\pkg-1.0.tar.gz"])("F-c02: refuses %s (F-02)", async (filename) => {
    expect(await judge(filename)).toBe("400 Cannot upload a file with '/' or '\\' in the name.");
  });

  it.each(["pkg-1.0.tar.bz2", "pkg-1.0.tar.wat", ".tar.gz"])("F-c03: refuses %s (F-03)", async (filename) => {
    expect(await judge(filename)).toContain("400 Invalid file extension: Use .tar.gz, .whl or .zip extension. See ");
  });

  it.each([
    [
      "F-c04",
      "pkg-1.0-py3-none-any.whl",
      { filetype: "sdist", pyversion: "source" },
      ".whl is invalid for filetype sdist.",
    ],
    [
      "F-c04",
      "pkg-1.0.tar.gz",
      { filetype: "bdist_wheel", pyversion: "py3" },
      ".tar.gz is invalid for filetype bdist_wheel.",
    ],
    [
      "F-c05",
      "pkg-1.0.zip",
      { filetype: "bdist_wheel", pyversion: "py3" },
      ".zip is invalid for filetype bdist_wheel.",
    ],
    ["", "pkg-1.0.TAR.GZ", {}, ".TAR.GZ is invalid for filetype sdist."],
  ])("%s: refuses %s for another file type (F-04)", async (_id, filename, fields, text) => {
    expect(await judge(filename, "pkg", "1.0", fields)).toContain(`400 Invalid file extension: Extension ${text} See `);
  });
});

describe("names of source archives", () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    [
      "F-c06 F-05",
      "something.tar.gz",
      "something",
      "1.0",
      "400 Invalid source distribution filename: something.tar.gz",
    ],
    ["F-05", "pkg-dog.tar.gz", "pkg", "1.0", "400 Invalid source distribution filename: pkg-dog.tar.gz"],
    [
      "F-c07 F-06",
      "nope-1.0.tar.gz",
      "something_else",
      "1.0",
      "400 Start filename for 'something_else' with 'something_else'.",
    ],
    ["F-c07 F-06", "nope-1.0.tar.gz", "no", "1.0", "400 Start filename for 'no' with 'no'."],
    [
      "F-c10 F-07",
      "Some_Thing-1.0.tar.gz",
      "some_thing",
      "1.0",
      "400 Filename 'Some_Thing-1.0.tar.gz' is invalid, should be 'some_thing-1.0.tar.gz'.",
    ],
    [
      "F-c10 F-07",
      "some-thing-1.0.post9.tar.gz",
      "some_thing",
      "1.0.post9",
      "is invalid, should be 'some_thing-1.0.post9.tar.gz'.",
    ],
    [
      "F-06 F-07",
      "name-1.0-1.tar.gz",
      "name",
      "1.0-1",
      "400 Filename 'name-1.0-1.tar.gz' is invalid, should be 'name-1.0.post1.tar.gz'.",
    ],
    [
      "F-c12 F-07",
      "wutang-6.6.6.tar.gz",
      "wutang",
      "1.2.3",
      "400 Filename 'wutang-6.6.6.tar.gz' is invalid, should be 'wutang-1.2.3.tar.gz'.",
    ],
    ["F-07", "wutang-1.0.0.tar.gz", "wutang", "1.0", "is invalid, should be 'wutang-1.0.tar.gz'."],
    ["F-c13 F-07", "flufl_enum-1.0.0.tar.gz", "flufl.enum", "1.0.0", OK],
    ["F-c14 F-07", "foo_bar-1.0.0.tar.gz", "foo-.bar", "1.0.0", OK],
  ];
  it.each(cases)("%s: %s for project %s %s", async (_id, filename, name, version, expected) => {
    expect(await judge(filename, name, version)).toContain(expected);
  });

  it("F-c11: a zip passes its archive checks and fails by its name (F-08)", async () => {
    const zip = wheel({
      filename: "some_thing-1.0.post9.zip",
      name: "some_thing",
      version: "1.0.post9",
      files: {
        "some_thing/__init__.py": null,
        "{distInfo}/METADATA": null,
        "{distInfo}/WHEEL": null,
        "{distInfo}/RECORD": null,
        "some_thing-1.0.post9/PKG-INFO": "Name: x",
        "some_thing-1.0.post9/setup.py": "",
      },
    });
    const fields = { filetype: "sdist", pyversion: "source" };
    expect(verdict(await upload(index, zip, { fields }))).toBe(
      "400 Filename 'some_thing-1.0.post9.zip' is invalid, should be 'some_thing-1.0.post9.tar.gz'.",
    );
  });
});

describe("names of wheels", () => {
  const cases: readonly (readonly [string, string, string, string, string])[] = [
    [
      "F-c08 F-15",
      "nope-1.0-py3-none-any.whl",
      "something_else",
      "1.0",
      "400 Start filename for 'something_else' with 'something_else'.",
    ],
    ["F-c08 F-15", "nope-1.0-py3-none-any.whl", "no", "1.0", "400 Start filename for 'no' with 'no'."],
    ["F-c09 F-15", "no_way-1.0-py3-none-any.whl", "no", "1.0", "400 Start filename for 'no' with 'no'."],
    [
      "F-c09 F-15",
      "foobar-1.0-py3-none-any.whl",
      "foo-.bar",
      "1.0",
      "400 Start filename for 'foo-.bar' with 'foo_bar'.",
    ],
    ["F-c14 F-16", "foo_bar-1.0.0-py3-none-any.whl", "foo-.bar", "1.0.0", OK],
    [
      "F-c15 F-09",
      "foo-1.0.whl",
      "foo",
      "1.0",
      "400 Invalid distribution file. Unable to parse name and version from wheel filename",
    ],
    [
      "F-c16 F-09",
      "cheese.whl",
      "cheese",
      "1.0",
      "400 Invalid distribution file. Unable to parse name and version from wheel filename",
    ],
    ["F-10", "foo-1.0-py3.whl", "foo", "1.0", "400 Invalid wheel filename (wrong number of parts): 'foo-1.0-py3'"],
    [
      "F-11",
      "foo__bar-1.0-py3-none-any.whl",
      "foo-bar",
      "1.0",
      "400 Invalid project name: 'foo__bar-1.0-py3-none-any'",
    ],
    [
      "F-c17 F-13",
      "foo-1.0-q-py3-none-any.whl",
      "foo",
      "1.0",
      "400 Invalid build number: q in 'foo-1.0-q-py3-none-any'",
    ],
    [
      "F-c18 F-12",
      "foo-0.0.4test1-py3-none-any.whl",
      "foo",
      "0.0.4",
      "400 Invalid wheel filename (invalid version): 'foo-0.0.4test1-py3-none-any'",
    ],
    [
      "F-c19 F-17",
      "wutang-6.6.6-py3-none-any.whl",
      "wutang",
      "1.2.3",
      "400 Version in filename should be '1.2.3' not '6.6.6'.",
    ],
    ["F-c20 F-17", "pkg-1-py3-none-any.whl", "pkg", "1.0.0", OK],
    [
      "F-c21 F-16",
      "Some_Thing-1.0-py3-none-any.whl",
      "some_thing",
      "1.0",
      "400 Filename 'Some_Thing-1.0-py3-none-any.whl' should contain the normalized project name 'some_thing', not 'Some_Thing'.",
    ],
    ["F-c22 F-16", "flufl_enum-1.0.0-py3-none-any.whl", "flufl.enum", "1.0.0", OK],
    ["F-c22 F-16", "foo_bar-1.0.0-py3-none-any.whl", "foo-bar", "1.0.0", OK],
    ["F-c32 F-19", "pkg-1.0-xyz9-nope-any.whl", "pkg", "1.0", OK],
    ["F-13", "pkg-1.0-1b-py3-none-any.whl", "pkg", "1.0", OK],
  ];
  it.each(cases)("%s: %s for project %s %s", async (_id, filename, name, version, expected) => {
    expect(await judge(filename, name, version)).toBe(expected);
  });

  it("F-c31: refuses identical bytes under another build tag (F-20)", async () => {
    const first = wheel({ build: "1" });
    expect(verdict(await upload(index, first))).toBe(OK);
    const second = { ...first, filename: "pkg-1.0-2-py3-none-any.whl" };
    expect(verdict(await upload(index, second))).toContain("400 File already exists ('pkg-1.0-2-py3-none-any.whl',");
  });

  it.each([
    [246, OK],
    [247, "400 Filename is too long: 'pkg-1.0-1111"],
    [255, "400 Filename is too long: 'pkg-1.0-1111"],
    [256, "500 Internal Server Error"],
  ])("F-c30: a wheel name of %i bytes gives %s (F-18)", async (length, expected) => {
    const build = "1".repeat(length - "pkg-1.0--py3-none-any.whl".length);
    expect(await judge(`pkg-1.0-${build}-py3-none-any.whl`)).toContain(expected);
  });
});

describe("platform tags (F-14)", () => {
  const accepted = [
    "any win32 win_amd64 win_ia64 manylinux1_i686 manylinux1_x86_64 manylinux2010_i686 manylinux2010_x86_64",
    "manylinux2014_i686 manylinux2014_x86_64 manylinux2014_aarch64 manylinux2014_armv7l manylinux2014_s390x",
    "manylinux2014_ppc64 manylinux2014_ppc64le win_arm64 linux_armv6l linux_armv7l",
    "manylinux_2_5_i686 manylinux_2_12_x86_64 manylinux_2_17_aarch64 manylinux_2_17_armv7l manylinux_2_39_riscv64",
    "musllinux_1_1_x86_64 macosx_10_5_ppc macosx_10_5_ppc64 macosx_10_5_i386 macosx_10_5_intel macosx_10_5_fat",
    "macosx_10_5_fat3 macosx_10_5_fat64 macosx_10_5_universal macosx_10_13_x86_64 macosx_11_0_x86_64",
    "macosx_10_15_arm64 macosx_26_0_arm64 macosx_15_0_universal2 ios_13_0_arm64_iphoneos",
    "ios_15_4_arm64_iphonesimulator ios_15_4_x86_64_iphonesimulator android_21_arm64_v8a pyemscripten_2025_0_wasm32",
    "macosx_10_6_intel.macosx_10_9_intel.macosx_10_9_x86_64.macosx_10_10_intel.macosx_10_10_x86_64",
  ].flatMap((line) => line.split(" "));
  it.each(accepted)("F-c23 to F-c28: takes %s", async (platform) => {
    expect(await judge(`pkg-1.0-cp313-cp313-${platform}.whl`)).toBe(OK);
  });

  const refused =
    "linux_x86_64 linux_aarch64 macosx_9_2_x86_64 macosx_10_15_amd64 macosx_27_0_arm64 macosx_14_2_arm64 macosx_16_0_arm64 manylinux_2_17_loongarch64 musllinux_1_1_ppc64 manylinux2010_aarch64 pyodide_2024_0_wasm32".split(
      " ",
    );
  it.each(refused)("F-c29: refuses %s", async (platform) => {
    const filename = `pkg-1.0-cp313-cp313-any.${platform}.whl`;
    const reply = await upload(index, wheel({ filename }));
    const text = `400 Binary wheel '${filename}' has an unsupported platform tag '${platform}'.`;
    expect([verdict(reply), parsed(reply).code]).toEqual([text, text]);
  });
});
