import { describe, expect, it } from "@jest/globals";
import type { Distribution } from "../../src/distribution/distribution.ts";
import type { Finding } from "../../src/distribution/finding.ts";
import { PublishError } from "../../src/errors.ts";
import { parseTarget } from "../../src/package-index/target.ts";
import type { UploadResult, UploadStatus } from "../../src/package-index/upload-result.ts";
import { annotations, warningTexts } from "../../src/report/annotations.ts";
import { outputsOf } from "../../src/report/outputs.ts";
import { makeReport, tally } from "../../src/report/report.ts";
import { summaryMarkdown } from "../../src/report/summary.ts";

const target = parseTarget("https://upload.pypi.org/legacy/");
if ("fault" in target) {
  throw new Error(target.fault);
}

function result(filename: string, status: UploadStatus, version = "1.0"): UploadResult {
  const metadata = { metadataVersion: "2.4", name: "a", version, fields: new Map(), warnings: [] };
  const distribution: Distribution = {
    kind: "sdist",
    path: `/${filename}`,
    filename,
    size: 7,
    modifiedMs: 0,
    metadata,
  };
  return { distribution, status, attempts: 1, seconds: 0.5 };
}

describe("a report", () => {
  it("names the page of each release of which something is on the index", () => {
    const report = makeReport(
      [result("a-1.0.tar.gz", "uploaded"), result("a-2.0.tar.gz", "not-attempted", "2.0")],
      target,
    );
    expect(report.releasePages).toEqual(["https://pypi.org/project/a/1.0/"]);
    expect(report.version).toBeUndefined();
    expect([...outputsOf(report).keys()]).toEqual(["distributions", "uploaded", "project-url", "project-urls"]);
  });

  it("counts what happened", () => {
    expect(tally([result("x", "uploaded"), result("y", "uploaded"), result("z", "not-attempted")])).toBe(
      "2 uploaded, 1 not attempted",
    );
  });

  it("describes an error of no known kind with its causes", () => {
    const { failure } = makeReport([], target, new Error("outer", { cause: new Error("inner") }));
    expect(failure).toMatchObject({ code: "internal-error", message: expect.stringContaining("outer: inner") });
  });

  it("says in the annotation what is on the index, once something is", () => {
    const failure = { code: "x", message: "It failed.", remedy: "Do this." };
    const text = (...results: UploadResult[]) => annotations(failure, results).map((annotation) => annotation.text);
    expect(text(result("a", "not-attempted"))).toEqual(["It failed.\nDo this."]);
    expect(text(result("a", "uploaded"), result("b", "refused"), result("c", "not-attempted"))).toEqual([
      "It failed.\nDo this.\nState of the release: 1 uploaded, 1 refused, 1 not attempted.\n  a: uploaded\n  b: refused",
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
    const many = annotations(failure(Array.from({ length: 30 }, (_, n) => finding(`f${n}`))), []);
    expect(many).toHaveLength(10);
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

describe("the job summary", () => {
  it("shows file names and messages as inert text", () => {
    const hostile = "a|<img src=x onerror=alert(1)>`[l](javascript:1)_*b*_.tar.gz";
    const error = new PublishError("upload-refused", "said: ```\n# heading\n<script>", { remedy: "````\nx" });
    const markdown = summaryMarkdown(makeReport([result(hostile, "refused")], target, error));
    expect(markdown).not.toContain("<img");
    const [, row = ""] = /^(\| a.*)$/m.exec(markdown) ?? [];
    expect(row).not.toMatch(/[<>`*[\]()]/);
    expect(row.match(/\|/g)).toHaveLength(5);
    expect(markdown).toContain("````text\nsaid: ```\n# heading\n<script>\n````");
    expect(markdown).toContain("`````text\n````\nx\n`````");
  });
});
