import { describe, expect, it } from "@jest/globals";
import { renderMarkdown } from "../../scripts/summary/page.ts";
import { PublishError } from "../../src/errors.ts";
import { SUMMARY_BYTES, summaryMarkdown } from "../../src/report/summary.ts";
import { VerificationError } from "../../src/verification/verification-error.ts";
import { report, result } from "./records.ts";

const sha256 = "0123456789abcdef".repeat(4);
const digests = { sha256, blake2b256: sha256, size: 7 };

describe("the job summary of a release", () => {
  it("has a table with a row for each file, the whole hash on hover and in a list", () => {
    const results = [
      result("a-1.0-py3-none-any.whl", "uploaded", { digests, attested: true, size: 1_234_567, attempts: 2 }),
      result("a-1.0.tar.gz", "already-present", { digests, attempts: 0 }),
    ];
    const html = renderMarkdown(summaryMarkdown(report({ results, stages: [{ name: "check", seconds: 0.25 }] })));
    expect(html).toContain("✅ Published <code>a 1.0</code> to PyPI");
    expect(html).toContain('<a href="https://pypi.org/project/a/1.0/">a 1.0</a>');
    const rows = Array.from(html.matchAll(/<tr>([\s\S]*?)<\/tr>/g), ([, row = ""]) =>
      Array.from(row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g), ([, cell = ""]) =>
        cell.replaceAll(/<[^>]*>/g, "").replaceAll("\u00a0", " "),
      ),
    );
    expect(rows).toEqual([
      ["File", "Kind", "Size", "SHA-256", "Status", "Attested", "Time"],
      ["a-1.0-py3-none-any.whl", "sdist", "1.2 MB", "01234567…", "✅ uploaded", "yes", "0.5 s (2 attempts)"],
      ["a-1.0.tar.gz", "sdist", "7 B", "01234567…", "✅ already present", "no", ""],
    ]);
    expect(html).toContain(`<code title="${sha256}">`);
    expect(html).toContain(`${sha256}  a-1.0-py3-none-any.whl\n`);
    expect(html).toContain("check 0.3 s · 2.0 s in all");
  });

  it("has a table for each project", () => {
    const results = [
      result("a-1.0.tar.gz", "uploaded"),
      result("b-2.tar.gz", "uploaded", { project: "b", version: "2" }),
    ];
    const html = renderMarkdown(summaryMarkdown(report({ results })));
    expect(html.match(/<table>/g)).toHaveLength(2);
    expect(html).toContain("<h4><code>b 2</code></h4>");
  });

  it("is headed by the releases that are new, not by those that were there", () => {
    const results = [
      result("a-1.0.tar.gz", "already-present"),
      result("b-2.tar.gz", "uploaded", { project: "b", version: "2" }),
    ];
    expect(summaryMarkdown(report({ results }))).toContain("✅ Published `b 2` to PyPI");
  });

  it("has the command that installs what was published, once the index lists it", () => {
    const install = ["pip install 'a==1!1.0'"];
    const html = renderMarkdown(summaryMarkdown(report({ results: [result("a", "uploaded")], install })));
    expect(html).toMatch(/<pre><code[^>]*>pip install 'a==1!1\.0'\n<\/code><\/pre>/);
  });

  it("says warnings and advice once", () => {
    const markdown = summaryMarkdown(report({ warnings: ["Twice.", "Twice."], advice: ["Use `x: y`."] }));
    expect(markdown.match(/Twice/g)).toHaveLength(1);
    expect(markdown).toContain("- Use `x: y`.");
  });

  it("says a warning of several lines in one, in which no block opens", () => {
    const markdown = summaryMarkdown(report({ warnings: ["\n\n# heading\n  [click](https:evil.example)\n"] }));
    const html = renderMarkdown(markdown);
    expect(html).not.toMatch(/<h1>|<a |<pre>/);
    expect(html).toContain("heading");
  });

  it("folds a long table and shows what is out of order before it", () => {
    const many = Array.from({ length: 61 }, (_, n) => result(`a-1.0-${n}.whl`, n === 40 ? "refused" : "uploaded"));
    const failure = { error: new PublishError("upload-refused", "No.") };
    const html = renderMarkdown(summaryMarkdown(report({ results: many, failure })));
    const [before = "", folded = ""] = html.split("<summary>61 files</summary>");
    expect(before.match(/<tr>/g)).toHaveLength(2);
    expect(before).toContain("a-1.0-40.whl");
    expect(folded.match(/<tr>/g)).toHaveLength(62);
  });
});

describe("the job summary of a dry run", () => {
  it("says what would happen, and what was not checked", () => {
    const results = [result("a-1.0.tar.gz", "would-upload", { digests, attempts: 0, seconds: 0 })];
    const html = renderMarkdown(
      summaryMarkdown(report({ results, dryRun: { found: ["It is taken."], unchecked: ["whether it rains"] } })),
    );
    expect(html).toContain("🔎 Dry run: <code>a 1.0</code> would be published to PyPI");
    expect(html).toContain("1 file: 1 would be uploaded.");
    expect(html).toContain("<li>It is taken.</li>");
    expect(html).toContain("<strong>Not checked</strong>");
    expect(html).toContain("<li>whether it rains</li>");
  });

  it("says that the release would fail", () => {
    const failure = { error: new PublishError("file-name-used", "It is there.") };
    const results = [result("a-1.0.tar.gz", "not-attempted")];
    const markdown = summaryMarkdown(report({ results, failure, dryRun: { found: [], unchecked: [] } }));
    expect(markdown).toContain("❌ Dry run: publishing `a 1.0` to PyPI would fail");
  });
});

describe("the job summary of a failure", () => {
  it("says what is on the index, what happened and what to do, with links that lead to the index", () => {
    const results = [result("a", "uploaded"), result("b", "refused"), result("c", "not-attempted", { attempts: 0 })];
    const error = new PublishError("upload-forbidden", "It was refused.", {
      remedy: "Enter this:\n  Owner: x\nat https://pypi.org/manage/x/?a=b&c=d or https://evil.example/.",
    });
    const html = renderMarkdown(summaryMarkdown(report({ results, failure: { error } })));
    expect(html).toContain("❌ Partly published");
    expect(html).toContain("1 of 3 files are on the index: 1 uploaded, 1 refused, 1 not attempted.");
    expect(html).toContain("<code>upload-forbidden</code>");
    expect(html).toContain("It was refused.");
    expect(html).toContain("Owner: x\n</code></pre>");
    expect(html).toContain('<a href="https://pypi.org/manage/x/?a=b&amp;c=d">');
    expect(html).toContain("<code>https://evil.example/</code>.");
  });

  it.each([
    [["already-present", "refused"], "Partly published", "1 of 2 files are on the index"],
    [["unknown"], "Perhaps partly published", "0 of 1 file is on the index: 1 unknown."],
    [["refused", "not-attempted"], "Not published", "Nothing was stored by this run."],
  ] as const)("with %j is headed by what that comes to", (statuses, outcome, state) => {
    const results = statuses.map((status, n) => result(`a${n}`, status));
    const markdown = summaryMarkdown(
      report({ results, failure: { error: new PublishError("upload-refused", "No.") } }),
    );
    expect(markdown).toContain(`❌ ${outcome}: \`a 1.0\` to PyPI`);
    expect(markdown).toContain(state);
  });

  it("says a fault that many files share once", () => {
    const findings = Array.from({ length: 61 }, (_, n) => ({
      filename: `f${n}.whl`,
      rule: "M-05",
      severity: "error" as const,
      message: `"f${n}.whl": local version.`,
      remedy: "Build without it.",
    }));
    const markdown = summaryMarkdown(report({ failure: { error: new VerificationError(findings) } }));
    expect(markdown.match(/local version/g)).toHaveLength(1);
    expect(markdown.replaceAll(/\s+/g, " ")).toContain(
      "The same in f1.whl, f2.whl, f3.whl, f4.whl, f5.whl and 55 more.",
    );
  });
});

describe("a summary that would be too large", () => {
  it("is cut in its tables, and says so", () => {
    const results = Array.from({ length: 9000 }, (_, n) => result(`a-1.0-${n}.whl`, "uploaded", { digests }));
    const markdown = summaryMarkdown(report({ results }));
    expect(Buffer.byteLength(markdown)).toBeLessThan(SUMMARY_BYTES);
    const rows = markdown.match(/^\| `a-1.0-\d+.whl`/gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(3000);
    expect(markdown).toContain(`${9000 - rows} more files are not shown`);
  });

  it("is cut in its messages, and says so", () => {
    const error = new PublishError("upload-refused", "long `".repeat(1_000_000), { remedy: "<&> ".repeat(1_000_000) });
    const warnings = Array.from({ length: 3000 }, (_, n) => `${n} ${"\u200b|".repeat(500)}`);
    const markdown = summaryMarkdown(report({ failure: { error }, warnings }));
    expect(Buffer.byteLength(markdown)).toBeLessThan(SUMMARY_BYTES);
    expect(markdown).toContain("Cut here; the log has all of it.");
    expect(markdown).toMatch(/- 29\d\d more, which are in the log/);
  });
});
