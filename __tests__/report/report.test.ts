import { describe, expect, it } from "@jest/globals";
import type { Finding } from "../../src/distribution/finding.ts";
import type { UploadResult } from "../../src/package-index/upload-result.ts";
import { annotations, warningTexts } from "../../src/report/annotations.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { closingLine, tally } from "../../src/report/report.ts";
import { report, result } from "./records.ts";

describe("a report", () => {
  it("tells of each distribution where it is and whether it is attested, as far as that is known", () => {
    const digests = { sha256: "5a", blake2b256: "b2", size: 7 };
    const results = [
      result("a-1.0.tar.gz", "uploaded", { digests, url: "https://files.example/a-1.0.tar.gz", attested: true }),
      result("b-1.0.tar.gz", "already-present"),
    ];
    const outputs = outputsOf(report({ results }));
    expect(JSON.parse(outputs.get("distributions") ?? "")).toMatchObject([
      {
        status: "uploaded",
        sha256: "5a",
        blake2b_256: "b2",
        url: "https://files.example/a-1.0.tar.gz",
        attested: true,
      },
      { status: "already-present", attested: false },
    ]);
    expect(outputs.get("already-present")).toBe("1");
    expect(outputs.get("version")).toBe("1.0");
  });

  it("names the page of each release of which something is on the index", () => {
    const made = report({
      results: [result("a-1.0.tar.gz", "uploaded"), result("a-2.0.tar.gz", "not-attempted", { version: "2.0" })],
    });
    expect(made.releases.map(({ page }) => page)).toEqual(["https://pypi.org/project/a/1.0/", undefined]);
    expect(made.version).toBeUndefined();
    expect([...outputsOf(made)].slice(1)).toEqual([
      ["uploaded", "1"],
      ["already-present", "0"],
      ["project-url", "https://pypi.org/project/a/1.0/"],
      ["project-urls", "https://pypi.org/project/a/1.0/"],
    ]);
  });

  it("has one release for all spellings of its project and its version", () => {
    const made = report({
      results: [
        result("a-1.0.whl", "uploaded", { project: "A.b" }),
        result("a-1.0.0.tar.gz", "uploaded", { project: "a-b", version: "1.0.0" }),
      ],
    });
    expect(made.releases.map(({ project, version }) => `${project} ${version}`)).toEqual(["A.b 1.0"]);
    expect(made.version).toBe("1.0");
  });

  it("ends the log with what happened, and of a dry run with what was not checked", () => {
    expect(closingLine(report({ results: [result("x", "uploaded")] }))).toBe("Done in 2.0 s: 1 uploaded.");
    const dryRun = { found: ["It is taken."], unchecked: ["whether a", "what b"] };
    expect(closingLine(report({ results: [result("x", "would-upload")], dryRun }))).toBe(
      "Dry run done in 2.0 s, nothing was uploaded: 1 would be uploaded.\nIt is taken.\nNot checked: whether a; what b.",
    );
  });

  it("counts what happened", () => {
    expect(tally([result("x", "uploaded"), result("y", "uploaded"), result("z", "not-attempted")])).toBe(
      "2 uploaded, 1 not attempted",
    );
  });

  it("describes an error of no known kind with its causes", () => {
    const { failure } = report({ failure: { error: new Error("outer", { cause: new Error("inner") }) } });
    expect(failure).toMatchObject({ code: "internal-error", message: expect.stringContaining("outer: inner") });
  });

  it("says in the annotation what is on the index, and that nothing is where nothing is", () => {
    const failure = { code: "x", message: "It failed.", remedy: "Do this." };
    const text = (...results: UploadResult[]) => annotations(failure, results).map((annotation) => annotation.text);
    expect(text(result("a", "not-attempted"))).toEqual(["It failed.\nDo this.\nNothing was uploaded."]);
    expect(text(result("a", "uploaded"), result("b", "refused"), result("c", "not-attempted"))).toEqual([
      "It failed.\nDo this.\nState of the release: 1 uploaded, 1 refused, 1 not attempted.\n  a: uploaded\n  b: refused",
    ]);
    const many = Array.from({ length: 60 }, (_, n) => result(`m${n}`, n % 2 === 0 ? "uploaded" : "already-present"));
    expect(text(...many, result("b", "refused"))).toEqual([
      "It failed.\nDo this.\nState of the release: 30 uploaded, 30 already present, 1 refused.\n  b: refused",
    ]);
  });

  const finding = (filename: string, rule = "F-07", message = `${filename}: wrong.`) =>
    ({ filename, rule, severity: "error", message, remedy: "Mend it." }) as const;

  it("has one annotation for each distribution at fault, and no more than ten", () => {
    const failure = (findings: Finding[]) => ({ code: "distribution-invalid", message: "all", findings });
    const two = annotations(failure([finding("a"), finding("b"), finding("a", "M-05", "a: worse.")]), []);
    expect(two.map(({ text }) => text)).toEqual([
      "a: wrong. (F-07)\nMend it.\na: worse. (M-05)\nMend it.",
      "b: wrong. (F-07)\nMend it.",
    ]);
    const [, last] = annotations(failure([finding("a"), finding("b")]), [result("c", "already-present")]);
    expect(last?.text).toBe(
      "b: wrong. (F-07)\nMend it.\nState of the release: 1 already present.\n  c: already present",
    );
    const many = annotations(failure(Array.from({ length: 30 }, (_, n) => finding(`f${n}`))), []);
    expect(many).toHaveLength(10);
    const crafted = annotations(failure([...Array(100_000).fill(finding("a")), finding("b")]), []);
    expect(crafted[0]?.text.length).toBeLessThan(1000);
    expect(crafted[0]?.text).toMatch(/\nand 99980 more$/);
    expect(many[9]?.text).toMatch(/^21 more at fault: f9, f10, /);
  });

  it("says the same warning about many files once", () => {
    const files = ["a", "b", "c", "d", "e", "f", "g", "h"].map((name) => finding(`${name}.whl`));
    expect(warningTexts([...files, finding("x.whl", "W-26", "x.whl: other.")])).toEqual([
      "a.whl: wrong. (F-07) Mend it. The same in b.whl, c.whl, d.whl, e.whl, f.whl and 2 more.",
      "x.whl: other. (W-26) Mend it.",
    ]);
  });
});
