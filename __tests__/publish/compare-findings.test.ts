import { describe, expect, it } from "@jest/globals";
import type { Distribution } from "../../src/distribution/distribution.ts";
import type { IndexedFile } from "../../src/package-index/project-page.ts";
import { parseTarget } from "../../src/package-index/target.ts";
import { conflict, newProjectFindings, projectFindings } from "../../src/publish/compare-findings.ts";

const NOW = Date.parse("2026-05-15T00:00:00Z");
const DAY_MS = 86_400_000;
const parsed = parseTarget("https://upload.pypi.org/legacy/");
if ("fault" in parsed) {
  throw new Error(parsed.fault);
}
const target = parsed;

function distribution(filename: string, version = "1.0", size = 1, name = "a"): Distribution {
  const metadata = { metadataVersion: "2.1", name, version, fields: new Map(), warnings: [] };
  const file = { path: `/${filename}`, filename, size, modifiedMs: 0, metadata };
  return filename.endsWith(".whl") ? { kind: "wheel", pythonTag: "py3", ...file } : { kind: "sdist", ...file };
}

function indexed(filename: string, more: Partial<IndexedFile> = {}): IndexedFile {
  const nothing = { url: undefined, sha256: undefined, size: undefined, uploadedAtMs: undefined };
  return { filename, ...nothing, yanked: false, hasProvenance: false, ...more };
}

interface Page {
  readonly status?: string;
  readonly statusReason?: string;
  readonly files?: readonly IndexedFile[];
}

function found(
  absent: readonly Distribution[],
  { status = "active", statusReason, files = [] }: Page,
  rulesOfPypi = true,
) {
  const page = { status, statusReason, files: new Map(files.map((file) => [file.filename, file])) };
  const findings = projectFindings(absent, { page, target, rulesOfPypi, now: NOW });
  return findings.map(({ rule, severity, filename }) => `${severity} ${rule ?? ""} ${filename}`);
}

const wheel = distribution("a-1.0-py3-none-any.whl");
const sdist = distribution("a-1.0.tar.gz");

describe("what the state of a project means for files that are new to it", () => {
  it.each([
    ["active", [], []],
    ["something-new", [], []],
    ["archived", ["error P-13 a-1.0-py3-none-any.whl"], ["warning P-13 a-1.0-py3-none-any.whl"]],
    ["quarantined", ["error P-14 a-1.0-py3-none-any.whl"], ["warning P-14 a-1.0-py3-none-any.whl"]],
    ["deprecated", ["warning  a-1.0-py3-none-any.whl"], ["warning  a-1.0-py3-none-any.whl"]],
  ])("%s on PyPI and elsewhere", (status, onPypi, elsewhere) => {
    expect(found([wheel], { status })).toEqual(onPypi);
    expect(found([wheel], { status }, false)).toEqual(elsewhere);
    expect(found([], { status })).toEqual([]);
  });

  it("shows the reason for a status on one line", () => {
    const page = { status: "archived", statusReason: "moved\n::error::to b", files: new Map() };
    const [finding] = projectFindings([wheel], { page, target, rulesOfPypi: true, now: NOW });
    expect(finding?.message).toContain('"moved\\n::error::to b"');
  });
});

describe("a release", () => {
  const old = (filename: string, days: number) => indexed(filename, { uploadedAtMs: NOW - days * DAY_MS });

  it("closes 14 days after the oldest of its files (P-22), however its version is spelt (P-24)", () => {
    const closed = ["error P-22 a-1.0-py3-none-any.whl"];
    expect(found([wheel], { files: [old("a-1.0.0.tar.gz", 15), old("a-1.0-cp39-cp39-win32.whl", 1)] })).toEqual(closed);
    expect(found([wheel], { files: [old("a-1.0.tar.gz", 14)] })).toEqual([]);
    expect(found([wheel], { files: [old("a-0.9.tar.gz", 900)] })).toEqual([]);
    expect(found([wheel], { files: [old("a-1.0.tar.gz", 15)] }, false)).toEqual([]);
    expect(found([wheel], { files: [indexed("a-1.0.tar.gz")] })).toEqual([]);
  });

  it("has one sdist (P-23)", () => {
    const files = [indexed("a-1.0.0.tar.gz")];
    expect(found([wheel, sdist], { files })).toEqual(["error P-23 a-1.0.tar.gz"]);
    expect(found([sdist], { files: [indexed("a-1.0.zip")] })).toEqual(["error P-23 a-1.0.tar.gz"]);
    expect(found([sdist], { files: [indexed("a-2.0.tar.gz")] })).toEqual([]);
  });

  it("that is yanked takes files of no use (P-27)", () => {
    const yanked = indexed("a-1.0-cp39-cp39-win32.whl", { yanked: true });
    expect(found([wheel], { files: [yanked] })).toEqual(["warning P-27 a-1.0-py3-none-any.whl"]);
    expect(found([wheel], { files: [yanked, indexed("a-1.0-cp310-cp310-win32.whl")] })).toEqual([]);
  });
});

describe("a project", () => {
  it("that would be larger than the usual limit is a warning (P-17)", () => {
    const GIB = 1024 ** 3;
    const files = [indexed("a-0.1.tar.gz", { size: 10 * GIB - 5 })];
    expect(found([distribution("a-1.0.tar.gz", "1.0", 6)], { files })).toEqual(["warning P-17 a-1.0.tar.gz"]);
    expect(found([distribution("a-1.0.tar.gz", "1.0", 5)], { files })).toEqual([]);
  });

  it("that is new cannot be called like a module of the standard library (P-07)", () => {
    const named = (name: string) => newProjectFindings([distribution("x-1.0.tar.gz", "1.0", 1, name)], target);
    expect(named("json")).toMatchObject([{ rule: "P-07", severity: "warning" }]);
    expect(named("a-name-of-its-own")).toEqual([]);
  });
});

describe("a conflict", () => {
  it("shows both hashes and what to do", () => {
    const { message, remedy } = conflict("a-1.0.tar.gz", { local: "aa", indexed: "bb" }, target);
    expect(message).toBe('"a-1.0.tar.gz" is on PyPI with other content: SHA-256 there bb, here aa.');
    expect(remedy).toContain("new version");
    expect(remedy).toContain("`skip-existing: true`");
  });
});
