import { describe, expect, it } from "@jest/globals";
import type { WheelOptions } from "../../builders/archives.ts";
import { cautions, judgedWheel, spoil, verdict, WHEEL } from "./judged.ts";

const noRecord = `W-24 Wheel '${WHEEL}' does not contain the required RECORD file: pkg-1.0.dist-info/RECORD`;
const badEntryPoints = `W-28 Wheel '${WHEEL}' has invalid entry points defined in the entry_points.txt file`;
const entryPoints = (text: string | Buffer): WheelOptions => ({ files: { "{distInfo}/entry_points.txt": text } });
const scripts = (names: readonly string[]): WheelOptions =>
  entryPoints(`[console_scripts]\n${names.map((name) => `${name} = a:b\n`).join("")}`);

describe("what has to be in a wheel", () => {
  const cases: readonly (readonly [string, WheelOptions, string])[] = [
    ["W-c41: no RECORD (W-24)", { files: { "{distInfo}/RECORD": null } }, noRecord],
    ["W-24: RECORD not in UTF-8", { files: { "{distInfo}/RECORD": Buffer.from([0xff]) } }, noRecord],
    ["W-30: a damaged RECORD", spoil("RECORD", { crc: 1 }), "W-30 500"],
    ["W-c46: an empty line in RECORD (W-27)", { record: "a,,\n\nb,,\n" }, "W-27 500"],
    [
      "W-c47: good names (W-28)",
      scripts(["foo", "foo.bar", "foo_bar", "foo-bar", "foo123", "123foo", "_", ".foo", "größe"]),
      "accept",
    ],
    ["W-c48: a space (W-28)", scripts(["foo bar"]), badEntryPoints],
    ["W-c48: a slash (W-28)", scripts(["foo/bar"]), badEntryPoints],
    ["W-c48: a colon (W-28)", scripts(["foo:bar"]), badEntryPoints],
    ["W-c48: a slash in front (W-28)", scripts(["/foo"]), badEntryPoints],
    ["W-c48: a space in quotes (W-28)", scripts(["' '"]), badEntryPoints],
    ["W-c49: not UTF-8 (W-28)", entryPoints(Buffer.from([0xff, 0xfe, 0xfd])), badEntryPoints],
    ["W-c50: no equals sign (W-28)", entryPoints("[console_scripts]\nfoo:main\n"), badEntryPoints],
    ["W-c51: odd names elsewhere (W-28)", entryPoints("# a\n[other]\nfoo bar = a:b\n  more\n"), "accept"],
    [
      "W-c51: an example with extras (W-28)",
      entryPoints("[console_scripts]\nfoo = pkg:main\n; note\nbar = pkg:other [gui]\n\n[gui_scripts]\nbaz=pkg:gui\n"),
      "accept",
    ],
    ["W-c51: no entry_points.txt (W-28)", {}, "accept"],
    ["W-30: a damaged entry_points.txt", { ...spoil("points.txt", { crc: 1 }), ...entryPoints("[a]\n") }, "W-30 500"],
    [
      "W-c52: no METADATA (W-29)",
      { files: { "{distInfo}/METADATA": null } },
      `W-29 Wheel '${WHEEL}' does not contain the required METADATA file: pkg-1.0.dist-info/METADATA`,
    ],
  ];
  it.each(cases)("%s", async (_case, options, expected) => {
    expect(verdict(await judgedWheel(options))).toBe(expected);
  });

  it("W-c53: licence files below dist-info/licenses (W-25)", async () => {
    const files = { "{distInfo}/licenses/LICENSE": "MIT", "{distInfo}/licenses/a/NOTICE": "x" };
    const judgement = await judgedWheel({ files }, { licenseFiles: ["LICENSE", "a/NOTICE"] });
    expect(judgement).toEqual({ archive: [], content: [] });
  });

  it("W-c54: a licence file that is not there, before RECORD is looked at (W-25)", async () => {
    const judgement = await judgedWheel({ files: { "{distInfo}/RECORD": null } }, { licenseFiles: ["LICENSE"] });
    expect(verdict(judgement)).toBe(
      `W-25 License-File LICENSE does not exist in distribution file ${WHEEL} at pkg-1.0.dist-info/licenses/LICENSE`,
    );
    expect(judgement.content.map(({ rule }) => rule)).toEqual(["W-25", "W-24"]);
  });

  it("W-30: a damaged licence file", async () => {
    const options = { ...spoil("LICENSE", { crc: 1 }), files: { "{distInfo}/licenses/LICENSE": "MIT" } };
    expect(verdict(await judgedWheel(options, { licenseFiles: ["LICENSE"] }))).toBe("W-30 500");
    expect(verdict(await judgedWheel(options))).toBe("accept");
  });
});

describe("RECORD against the members (W-26)", () => {
  const record = "pkg-1.0.dist-info/RECORD,,\n";
  const cases: readonly (readonly [string, WheelOptions, string[]])[] = [
    [
      "W-c42: a file it does not list",
      { extraMembers: [{ name: "x.txt", data: "x" }] },
      ['mail RECORD does not list: "x.txt"'],
    ],
    [
      "W-26: a file that is not there",
      { record: `gone.py,,\n${record}` },
      ["mail RECORD does not list", 'mail RECORD lists what the wheel does not hold: "gone.py"'],
    ],
    [
      "W-26: not listing itself",
      { files: { "{distInfo}/RECORD": "pkg/__init__.py,,\n" } },
      [
        '"pkg-1.0.dist-info/METADATA", "pkg-1.0.dist-info/WHEEL", "pkg-1.0.dist-info/RECORD"',
        "accept RECORD has no hash of",
      ],
    ],
    ["W-c43: directory entries", { extraMembers: [{ name: "pkg/", method: 0 }] }, []],
    ["W-c45: a signature", { extraMembers: [{ name: "pkg-1.0.dist-info/RECORD.jws", data: "{}" }] }, []],
  ];
  it.each(cases)("%s", async (_case, options, expected) => {
    const judgement = await judgedWheel(options);
    expect(verdict(judgement)).toBe("accept");
    expect(cautions(judgement)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });

  it("W-c44: backslashes as separators (W-26)", async () => {
    const lines = [
      "pkg\\__init__.py",
      "pkg-1.0.dist-info\\METADATA",
      "pkg-1.0.dist-info\\WHEEL",
      "pkg-1.0.dist-info\\RECORD",
    ];
    const judgement = await judgedWheel({ record: lines.map((line) => `${line},,\n`).join("") });
    expect(cautions(judgement)).toEqual([expect.stringContaining("W-26 accept RECORD has no hash of")]);
  });

  it.each([
    ["another hash", "a.so,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,1\n"],
    ["another size", "a.so,,2\n"],
    ["another SHA-512", "a.so,sha512=eA,1\n"],
  ])("W-26: %s", async (_case, line) => {
    const judgement = await judgedWheel({ files: { "a.so": "x" }, record: `${line}${record}` });
    expect(cautions(judgement)).toContainEqual(
      'W-26 accept RECORD has another hash or size than the member; installers that verify RECORD refuse it: "a.so".',
    );
  });
});
