import type { BuiltArchive } from "../../builders/archives.ts";
import { ACCEPT, type Case, fileCases, type Row, sdist, wheel } from "./case.ts";

const named = (filename: string, name: string, version = "1.0"): BuiltArchive[] => {
  const build = filename.endsWith(".whl") ? wheel : sdist;
  return [build({ filename, name, version })];
};
const tagged = (tag: string): BuiltArchive[] => [wheel({ tag: `cp313-cp313-${tag}` })];
/** No distribution for the action, which publishes nothing else. */
const FOREIGN = "foreign";

const PLATFORMS = [
  "any win32 win_amd64 win_ia64 manylinux1_i686 manylinux1_x86_64 manylinux2010_i686 manylinux2010_x86_64",
  "manylinux2014_ppc64 manylinux2014_ppc64le win_arm64 linux_armv6l linux_armv7l manylinux2014_s390x",
  "manylinux_2_5_i686 manylinux_2_12_x86_64 manylinux_2_17_aarch64 manylinux_2_39_riscv64 musllinux_1_1_x86_64",
  "macosx_10_5_ppc macosx_10_5_fat3 macosx_10_13_x86_64 macosx_11_0_x86_64 macosx_10_15_arm64 macosx_26_0_arm64",
  "macosx_15_0_universal2 macosx_10_6_intel.macosx_10_9_intel.macosx_10_9_x86_64.macosx_10_10_intel.macosx_10_10_x86_64",
  "ios_13_0_arm64_iphoneos ios_15_4_arm64_iphonesimulator ios_15_4_x86_64_iphonesimulator",
];
const PLATFORM_IDS = ["F-c23", "F-c24", "F-c25", "F-c26", "F-c27", "F-c28"];

const long = (bytes: number): BuiltArchive[] => [
  wheel({ build: "1".repeat(bytes - "pkg-1.0--py3-none-any.whl".length) }),
];
const START = "Start filename for";

export const FILENAME_CASES: readonly Case[] = fileCases(
  ...[1, 9, 27, 31, 127].map(
    (code): Row<readonly BuiltArchive[]> => [
      "F-c01",
      `U+${code}`,
      named(`pkg-1.0${String.fromCharCode(code)}.tar.gz`, "pkg"),
      "Cannot upload a file with non-printable characters",
      "F-01",
    ],
  ),
  [
    "F-c02",
    "a backslash",
    named("a\\pkg-1.0.tar.gz", "pkg"),
    "Cannot upload a file with '/' or '\\' in the name.",
    "F-02",
  ],
  ["F-c03", ".tar.bz2", named("pkg-1.0.tar.bz2", "pkg"), "Invalid file extension: Use .tar.gz, .whl or .zip", FOREIGN],
  ["F-c03", ".tar.wat", named("pkg-1.0.tar.wat", "pkg"), "Invalid file extension: Use .tar.gz, .whl or .zip", FOREIGN],
  [
    "F-c06",
    "no version",
    named("something.tar.gz", "something"),
    "Invalid source distribution filename: something.tar.gz",
    "F-05",
  ],
  ["F-c07", "another project", named("nope-1.0.tar.gz", "something_else"), `${START} 'something-else' with`, "F-06"],
  ["F-c07", "a beginning of the name", named("nope-1.0.tar.gz", "no"), `${START} 'no' with`, "F-06"],
  [
    "F-c08",
    "another project",
    named("nope-1.0-py3-none-any.whl", "something_else"),
    `${START} 'something-else' with`,
    "F-15",
  ],
  ["F-c08", "a beginning of the name", named("nope-1.0-py3-none-any.whl", "no"), `${START} 'no' with`, "F-15"],
  ["F-c09", "a longer name", named("no_way-1.0-py3-none-any.whl", "no"), `${START} 'no' with`, "F-15"],
  [
    "F-c09",
    "a separator missing",
    named("foobar-1.0-py3-none-any.whl", "foo-.bar"),
    `${START} 'foo-.bar' with`,
    "F-15",
  ],
  [
    "F-c10",
    "capitals",
    named("Some_Thing-1.0.tar.gz", "some_thing"),
    "Filename 'Some_Thing-1.0.tar.gz' is invalid, should be",
    "F-07",
  ],
  [
    "F-c10",
    "hyphens",
    named("some-thing-1.0.post9.tar.gz", "some_thing", "1.0.post9"),
    "Filename 'some-thing-1.0.post9.tar.gz' is invalid",
    "F-07",
  ],
  [
    "F-c12",
    "another version",
    named("wutang-6.6.6.tar.gz", "wutang", "1.2.3"),
    "Filename 'wutang-6.6.6.tar.gz' is invalid, should be 'wutang-1.2.3.tar.gz'.",
    "F-07",
  ],
  ["F-c13", "a dot in the name", named("flufl_enum-1.0.0.tar.gz", "flufl.enum", "1.0.0"), ACCEPT],
  ["F-c14", "a run of separators, sdist", named("foo_bar-1.0.0.tar.gz", "foo-.bar", "1.0.0"), ACCEPT],
  ["F-c14", "a run of separators, wheel", named("foo_bar-1.0.0-py3-none-any.whl", "foo-.bar", "1.0.0"), ACCEPT],
  [
    "F-c15",
    "two parts",
    named("foo-1.0.whl", "foo"),
    "Invalid distribution file. Unable to parse name and version",
    "F-09",
  ],
  [
    "F-c16",
    "one part",
    named("cheese.whl", "cheese"),
    "Invalid distribution file. Unable to parse name and version",
    "F-09",
  ],
  ["F-c17", "build tag q", named("foo-1.0-q-py3-none-any.whl", "foo"), "Invalid build number: q in", "F-13"],
  [
    "F-c18",
    "version 0.0.4test1",
    named("foo-0.0.4test1-py3-none-any.whl", "foo", "0.0.4"),
    "Invalid wheel filename (invalid version): ",
    "F-12",
  ],
  [
    "F-c19",
    "another version",
    named("wutang-6.6.6-py3-none-any.whl", "wutang", "1.2.3"),
    "Version in filename should be '1.2.3' not '6.6.6'.",
    "F-17",
  ],
  ["F-c20", "an equal version", named("pkg-1-py3-none-any.whl", "pkg", "1.0.0"), ACCEPT],
  [
    "F-c21",
    "capitals",
    named("Some_Thing-1.0-py3-none-any.whl", "some_thing"),
    "Filename 'Some_Thing-1.0-py3-none-any.whl' should contain the normalized project name",
    "F-16",
  ],
  ["F-c22", "a dot in the name", named("flufl_enum-1.0.0-py3-none-any.whl", "flufl.enum", "1.0.0"), ACCEPT],
  ["F-c22", "a hyphen in the name", named("foo_bar-1.0.0-py3-none-any.whl", "foo-bar", "1.0.0"), ACCEPT],
  ...PLATFORMS.flatMap((line, index) =>
    line.split(" ").map((tag): Row<readonly BuiltArchive[]> => [PLATFORM_IDS[index] ?? "", tag, tagged(tag), ACCEPT]),
  ),
  ...["linux_x86_64", "macosx_9_2_x86_64", "macosx_10_15_amd64"].map(
    (tag): Row<readonly BuiltArchive[]> => [
      "F-c29",
      tag,
      tagged(tag),
      `Binary wheel 'pkg-1.0-cp313-cp313-${tag}.whl' has an unsupported platform tag '${tag}'.`,
      "F-14",
    ],
  ),
  ["F-c30", "246 bytes", long(246), ACCEPT],
  ["F-c30", "247 bytes", long(247), "Filename is too long: ", "F-18"],
  ["F-c32", "tags nobody knows", [wheel({ tag: "xyz9-nope-any" })], ACCEPT],
);
