import { describe, expect, it } from "@jest/globals";
import { filenameViolations } from "../../../src/verification/rules/filename.ts";
import { wheelFilenameViolations } from "../../../src/verification/rules/filename-wheel.ts";

function judged(filename: string, name = "pkg", version = "1.0"): string[] {
  return filenameViolations({ filename, filetype: "bdist_wheel", name, version }).map(
    ({ rule, effect, dated, text = "" }) => `${rule} ${dated === true ? "dated" : effect}: ${text}`,
  );
}

describe("names of wheels", () => {
  const noParts = "F-09 reject: Invalid distribution file. Unable to parse name and version from wheel filename";
  it.each<readonly [id: string, filename: string, name: string, version: string, expected: readonly string[]]>([
    [
      "F-c08 F-15",
      "nope-1.0-py3-none-any.whl",
      "something_else",
      "1.0",
      ["F-15 reject: Start filename for 'something_else' with 'something_else'."],
    ],
    ["F-c08 F-15", "nope-1.0-py3-none-any.whl", "no", "1.0", ["F-15 reject: Start filename for 'no' with 'no'."]],
    ["F-c09 F-15", "no_way-1.0-py3-none-any.whl", "no", "1.0", ["F-15 reject: Start filename for 'no' with 'no'."]],
    [
      "F-c09 F-15",
      "foobar-1.0-py3-none-any.whl",
      "foo-.bar",
      "1.0",
      ["F-15 reject: Start filename for 'foo-.bar' with 'foo_bar'."],
    ],
    ["F-c14 F-16", "foo_bar-1.0.0-py3-none-any.whl", "foo-.bar", "1.0.0", []],
    ["F-c15 F-09", "foo-1.0.whl", "foo", "1.0", [noParts]],
    ["F-c16 F-09", "cheese.whl", "cheese", "1.0", [noParts]],
    [
      "F-10",
      "foo-1.0-py3.whl",
      "foo",
      "1.0",
      ["F-10 reject: Invalid wheel filename (wrong number of parts): 'foo-1.0-py3'"],
    ],
    [
      "F-11",
      "foo__bar-1.0-py3-none-any.whl",
      "foo-bar",
      "1.0",
      ["F-11 reject: Invalid project name: 'foo__bar-1.0-py3-none-any'"],
    ],
    [
      "F-c17 F-13",
      "foo-1.0-q-py3-none-any.whl",
      "foo",
      "1.0",
      ["F-13 reject: Invalid build number: q in 'foo-1.0-q-py3-none-any'"],
    ],
    [
      "F-c18 F-12",
      "foo-0.0.4test1-py3-none-any.whl",
      "foo",
      "0.0.4",
      ["F-12 reject: Invalid wheel filename (invalid version): 'foo-0.0.4test1-py3-none-any'"],
    ],
    [
      "F-c19 F-17",
      "wutang-6.6.6-py3-none-any.whl",
      "wutang",
      "1.2.3",
      ["F-17 reject: Version in filename should be '1.2.3' not '6.6.6'."],
    ],
    [
      "F-17",
      "pkg-1.0+local-py3-none-any.whl",
      "pkg",
      "1.0",
      ["F-17 reject: Version in filename should be '1.0' not '1.0+local'."],
    ],
    ["F-c20 F-17", "pkg-1-py3-none-any.whl", "pkg", "1.0.0", []],
    [
      "F-c21 F-16",
      "Some_Thing-1.0-py3-none-any.whl",
      "some_thing",
      "1.0",
      [
        "F-16 reject: Filename 'Some_Thing-1.0-py3-none-any.whl' should contain the normalized project name 'some_thing', not 'Some_Thing'.",
      ],
    ],
    ["F-c22 F-16", "flufl_enum-1.0.0-py3-none-any.whl", "flufl.enum", "1.0.0", []],
    ["F-c22 F-16", "foo_bar-1.0.0-py3-none-any.whl", "foo-bar", "1.0.0", []],
    ["F-c32 F-19", "pkg-1.0-xyz9-nope-any.whl", "pkg", "1.0", ["F-19 accept: ", "F-19 accept: "]],
    ["F-19", "pkg-1.0-cp313.pp310-abi3.cp313t.pypy310_pp73-any.whl", "pkg", "1.0", []],
    ["F-13", "pkg-1.0-1b-py2.py3-none-any.whl", "pkg", "1.0", []],
    [
      "F-12 F-16",
      "Pkg-dog-py3-none-any.whl",
      "pkg",
      "1.0",
      [
        "F-12 reject: Invalid wheel filename (invalid version): 'Pkg-dog-py3-none-any'",
        "F-16 reject: Filename 'Pkg-dog-py3-none-any.whl' should contain the normalized project name 'pkg', not 'Pkg'.",
      ],
    ],
  ])("%s: %s for project %s %s", (_id, filename, name, version, expected) => {
    expect(judged(filename, name, version)).toEqual(expected);
  });

  it("F-c15 F-10: names the parts when the archive is not looked at", () => {
    const [first] = wheelFilenameViolations({ filename: "foo-1.0.whl", name: "foo", version: "1.0" });
    expect([first?.rule, first?.text]).toEqual(["F-10", "Invalid wheel filename (wrong number of parts): 'foo-1.0'"]);
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
    "ios_15_4_arm64_iphonesimulator ios_15_4_x86_64_iphonesimulator WIN_AMD64",
    "macosx_10_6_intel.macosx_10_9_intel.macosx_10_9_x86_64.macosx_10_10_intel.macosx_10_10_x86_64",
  ].flatMap((line) => line.split(" "));
  it.each(accepted)("F-c23 to F-c28: takes %s", (platform) => {
    expect(judged(`pkg-1.0-cp313-cp313-${platform}.whl`)).toEqual([]);
  });

  it.each([
    ["linux_x86_64", "reject"],
    ["macosx_9_2_x86_64", "reject"],
    ["macosx_10_15_amd64", "reject"],
    ["macosx_27_0_arm64", "dated"],
    ["macosx_14_2_arm64", "reject"],
    ["manylinux_2_17_loongarch64", "dated"],
  ])("F-c29: names %s in a set (%s)", (platform, kind) => {
    const filename = `pkg-1.0-cp313-cp313-any.${platform}.whl`;
    expect(judged(filename)).toEqual([
      `F-14 ${kind}: Binary wheel '${filename}' has an unsupported platform tag '${platform}'.`,
    ]);
  });

  it.each([
    ["linux_x86_64", "auditwheel"],
    ["macosx_14_2_arm64", "MACOSX_DEPLOYMENT_TARGET=14.0"],
  ])("says what to do about %s", (platform, remedy) => {
    const filename = `pkg-1.0-cp313-cp313-${platform}.whl`;
    const [found] = filenameViolations({ filename, filetype: "bdist_wheel", name: "pkg", version: "1.0" });
    expect(found?.remedy).toContain(remedy);
  });
});
