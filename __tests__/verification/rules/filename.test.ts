import { describe, expect, it } from "@jest/globals";
import { filenameViolations } from "../../../src/verification/rules/filename.ts";

type Filetype = "sdist" | "bdist_wheel";

function typeOf(filename: string): Filetype {
  return filename.endsWith(".whl") ? "bdist_wheel" : "sdist";
}

/** Rule, effect and text of everything found. */
function judged(filename: string, name = "pkg", version = "1.0", filetype = typeOf(filename)): string[] {
  return filenameViolations({ filename, filetype, name, version }).map(
    ({ rule, effect, dated, text = "" }) => `${rule} ${dated === true ? "dated" : effect}: ${text}`,
  );
}

describe("characters and extension", () => {
  it.each([...Array.from({ length: 32 }, (_, code) => code), 127])("F-c01 F-01: refuses a name with U+%i", (code) => {
    expect(judged(`pkg-1.0${String.fromCharCode(code)}.tar.gz`)[0]).toContain(
      "F-01 reject: Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127)",
    );
  });

  it.each(["/pkg-1.0.tar.gz", "a\\pkg-1.0.tar.gz"])("F-c02 F-02: refuses %s", (filename) => {
    expect(judged(filename)).toEqual(["F-02 reject: Cannot upload a file with '/' or '\\' in the name."]);
  });

  it.each(["pkg-1.0.tar.bz2", "pkg-1.0.tar.wat", ".tar.gz"])("F-c03 F-03: refuses %s", (filename) => {
    expect(judged(filename)).toEqual(["F-03 reject: Invalid file extension: Use .tar.gz, .whl or .zip extension."]);
  });

  it.each<readonly [id: string, filename: string, filetype: Filetype, text: string]>([
    ["F-c04", "pkg-1.0-py3-none-any.whl", "sdist", ".whl is invalid for filetype sdist."],
    ["F-c04", "pkg-1.0.tar.gz", "bdist_wheel", ".tar.gz is invalid for filetype bdist_wheel."],
    ["F-c05", "pkg-1.0.zip", "bdist_wheel", ".zip is invalid for filetype bdist_wheel."],
    ["F-04", "pkg-1.0.TAR.GZ", "sdist", ".TAR.GZ is invalid for filetype sdist."],
  ])("%s F-04: refuses %s as %s", (_id, filename, filetype, text) => {
    expect(judged(filename, "pkg", "1.0", filetype)).toEqual([
      `F-04 reject: Invalid file extension: Extension ${text}`,
    ]);
  });

  it("reports all that is wrong with the characters at once", () => {
    const rules = judged("a/\u0001.exe").map((each) => each.slice(0, 4));
    expect(rules).toEqual(["F-01", "F-02", "F-03"]);
  });
});

describe("long names (F-18)", () => {
  it.each([
    [246, []],
    [247, ["F-18 reject: Filename is too long: 'pkg-1.0-1111"]],
    [255, ["F-18 reject: Filename is too long: 'pkg-1.0-1111"]],
    [256, ["F-18 server-error: "]],
  ])("F-c30: a wheel name of %i bytes", (length, expected) => {
    const build = "1".repeat(length - "pkg-1.0--py3-none-any.whl".length);
    expect(judged(`pkg-1.0-${build}-py3-none-any.whl`)).toEqual(expected.map((text) => expect.stringContaining(text)));
  });

  it("lets source archives have 255 bytes", () => {
    const name = "x".repeat(255 - "-1.0.tar.gz".length);
    expect(judged(`${name}-1.0.tar.gz`, name)).toEqual([]);
    expect(judged(`${name}x-1.0.tar.gz`, `${name}x`)).toEqual(["F-18 server-error: "]);
  });
});
