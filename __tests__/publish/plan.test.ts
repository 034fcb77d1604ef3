import { describe, expect, it } from "@jest/globals";
import type { Distribution } from "../../src/distribution/distribution.ts";
import { planReleases } from "../../src/publish/plan.ts";

function distribution(filename: string, name = "a", version = "1.0"): Distribution {
  const metadata = { metadataVersion: "2.1", name, version, fields: new Map(), warnings: [] };
  const file = { path: `/${filename}`, filename, size: 1, modifiedMs: 0, metadata };
  return filename.endsWith(".whl") ? { kind: "wheel", pythonTag: "py3", ...file } : { kind: "sdist", ...file };
}

const steps = (...distributions: Distribution[]) =>
  planReleases(distributions).map((plan) => plan.steps.map((step) => step.map(({ filename }) => filename)));

describe("the plan of a release", () => {
  it("sends one wheel alone, the other wheels together, the sdist last", () => {
    expect(steps(...["a.whl", "b.whl", "c.whl", "s.tar.gz"].map((name) => distribution(name)))).toEqual([
      [["a.whl"], ["b.whl", "c.whl"], ["s.tar.gz"]],
    ]);
  });

  it("has no empty steps", () => {
    expect(steps(distribution("s.tar.gz"))).toEqual([[["s.tar.gz"]]]);
    expect(steps(distribution("a.whl"))).toEqual([[["a.whl"]]]);
  });

  it("is one for each project and version, however they are spelt (P-24)", () => {
    expect(
      steps(
        distribution("a.whl", "My_Pkg", "1.0"),
        distribution("b.whl", "my-pkg", "1.0.0"),
        distribution("c.whl", "my-pkg", "2.0"),
        distribution("d.whl", "other"),
      ),
    ).toEqual([[["a.whl"], ["b.whl"]], [["c.whl"]], [["d.whl"]]]);
  });
});
