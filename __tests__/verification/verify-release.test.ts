import { describe, expect, it } from "@jest/globals";
import type { Distribution } from "../../src/distribution/distribution.ts";
import type { Finding } from "../../src/distribution/finding.ts";
import { PublishError } from "../../src/errors.ts";
import { parseCoreMetadata } from "../../src/standards/core-metadata.ts";
import { verifyRelease } from "../../src/verification/verify-release.ts";
import { buildMetadata } from "../builders/archives.ts";

function distribution(filename: string, name = "sample", version = "1.0"): Distribution {
  const metadata = parseCoreMetadata(Buffer.from(buildMetadata({ name, version })));
  const file = { path: `/dist/${filename}`, filename, size: 1, modifiedMs: 0, metadata };
  return filename.endsWith(".whl") ? { ...file, kind: "wheel", pythonTag: "py3" } : { ...file, kind: "sdist" };
}

function finding(filename: string, severity: "error" | "warning"): Finding {
  return { filename, severity, message: `${filename} is odd.`, remedy: `Mend ${filename}.` };
}

function refusal(distributions: readonly Distribution[], findings: readonly Finding[] = []): PublishError {
  try {
    verifyRelease(distributions, findings);
  } catch (error) {
    if (error instanceof PublishError) {
      return error;
    }
  }
  throw new Error("the release was verified");
}

describe("verifyRelease", () => {
  it("puts per project the wheels first, by file name, then the source distribution", () => {
    const names = [
      "b-1.0.tar.gz",
      "a_a-1.0.tar.gz",
      "b-1.0-py3-none-any.whl",
      "a_a-1.0-cp312-cp312-win_amd64.whl",
      "a_a-1.0-cp311-cp311-win_amd64.whl",
    ];
    const { distributions, warnings } = verifyRelease(
      names.map((name) => distribution(name, name.split("-")[0])),
      [],
    );
    expect(distributions.map(({ filename }) => filename)).toEqual([
      "a_a-1.0-cp311-cp311-win_amd64.whl",
      "a_a-1.0-cp312-cp312-win_amd64.whl",
      "a_a-1.0.tar.gz",
      "b-1.0-py3-none-any.whl",
      "b-1.0.tar.gz",
    ]);
    expect(warnings).toEqual([]);
  });

  it("passes warnings on", () => {
    const warning = finding("a-1.0.tar.gz", "warning");
    expect(verifyRelease([distribution("a-1.0.tar.gz")], [warning]).warnings).toEqual([warning]);
  });

  it("takes several versions of one project", () => {
    const release = [distribution("a-1.0.tar.gz", "a", "1.0"), distribution("a-2.0.tar.gz", "a", "2.0")];
    expect(verifyRelease(release, []).distributions).toHaveLength(2);
  });

  it("throws one finding as it is", () => {
    expect(refusal([], [finding("a", "error")])).toMatchObject({
      code: "distribution-invalid",
      message: "a is odd.",
      remedy: "Mend a.",
      filename: "a",
    });
  });

  it("throws all errors of all files in one error, each with its remedy, and no warnings", () => {
    const findings = [finding("a", "error"), finding("b", "warning"), finding("c", "error"), finding("c", "error")];
    const { message, filename } = refusal([], findings);
    expect(message).toBe("3 faults in 2 distributions:\n- a is odd. Mend a.\n- c is odd. Mend c.\n- c is odd. Mend c.");
    expect(filename).toBeUndefined();
  });
});

describe("rules about a release", () => {
  it("refuses a second source distribution of one version, however it is spelt", () => {
    const release = [distribution("a-1.0.tar.gz", "a", "1.0"), distribution("a-1.0.0.tar.gz", "A", "v1.0.0")];
    expect(refusal(release)).toMatchObject({
      message: expect.stringContaining('"a-1.0.0.tar.gz" is a second source distribution'),
      filename: "a-1.0.0.tar.gz",
    });
  });

  it("warns of two spellings of the project name", () => {
    const release = [distribution("a_b-1.0-py3-none-any.whl", "a-b"), distribution("a_b-1.0.tar.gz", "A.b")];
    expect(verifyRelease(release, []).warnings).toEqual([
      expect.objectContaining({ rule: "P-18", severity: "warning", filename: "a_b-1.0.tar.gz" }),
    ]);
  });

  it("does not warn of spellings that are sent alike", () => {
    const release = [distribution("a_b-1.0-py3-none-any.whl", "a-b"), distribution("a_b-1.0.tar.gz", "a_b")];
    expect(verifyRelease(release, []).warnings).toEqual([]);
  });

  it("warns of two spellings of the version", () => {
    const release = [distribution("a-1.0-py3-none-any.whl", "a", "1.0"), distribution("a-1.0.0.tar.gz", "a", "1.0.0")];
    expect(verifyRelease(release, []).warnings).toEqual([
      expect.objectContaining({
        rule: "P-24",
        message: '"a-1.0.0.tar.gz" spells the version "1.0.0", "a-1.0-py3-none-any.whl" spells it "1.0".',
      }),
    ]);
  });
});
