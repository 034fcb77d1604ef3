import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { requireProgram } from "../../emulator/runner/process.ts";
import { knownClassifiers } from "../../src/standards/classifiers.ts";
import { standardLibraryNames } from "../../src/standards/standard-library.ts";
import { askNode, askPython } from "../ask-python.ts";
import { pythonEnvironment } from "../environment.ts";
import { FIXED_SAMPLES } from "./fixed-samples.ts";
import { SAMPLERS, type Sample, samples } from "./samples.ts";
import { agree, isLeftOut, ourVerdict } from "./verdicts.ts";

const SEED = 20_260_821;
const PER_KIND = 300;
const MINUTES = 60_000;

let all: readonly Sample[];
let theirs: readonly string[];

beforeAll(async () => {
  all = [...FIXED_SAMPLES, ...samples(SEED, PER_KIND)];
  theirs = await judged();
}, 10 * MINUTES);

/** Verdicts in the order of `all`; address lists have a judge of their own. */
async function judged(): Promise<readonly string[]> {
  const [lists, others] = [true, false].map((wanted) => all.filter(({ kind }) => (kind === "address-list") === wanted));
  const texts = (lists ?? []).map(({ value }) => value);
  const [ofLists, ofOthers] = [
    await askNode(join(import.meta.dirname, "address-oracle.ts"), texts),
    await askPython(join(import.meta.dirname, "oracle.py"), others ?? []),
  ].map((verdicts) => verdicts.values());
  return all.map(({ kind }) => (kind === "address-list" ? ofLists : ofOthers)?.next().value ?? "");
}

describe("our reading of names, versions and metadata", () => {
  it.each(Object.keys(SAMPLERS))("agrees with the libraries that PyPI uses: %s", (kind) => {
    const compared = all
      .map((sample, index) => ({ sample, ours: ourVerdict(sample), theirs: theirs[index] ?? "" }))
      .filter(({ sample }) => sample.kind === kind);
    const judged = compared.filter(({ sample }) => !isLeftOut(sample));
    const taken = judged.filter(({ theirs: verdict }) => verdict.startsWith("valid")).length;
    expect(judged.length).toBeGreaterThan(compared.length * 0.9);
    process.stdout.write(`${kind}: ${judged.length} of ${compared.length} compared, ${taken} valid\n`);
    expect(judged.filter(({ sample, ours, theirs: verdict }) => !agree(sample, ours, verdict))).toEqual([]);
  });

  it("has compared at least a thousand texts, valid and invalid ones", () => {
    expect(theirs.length).toBe(all.length);
    expect(theirs.filter((verdict) => verdict.startsWith("valid")).length).toBeGreaterThan(1000);
    expect(theirs.filter((verdict) => verdict.startsWith("invalid")).length).toBeGreaterThan(1000);
  });

  it("has the lists of the libraries: classifiers and names of the standard library", async () => {
    const { program } = await pythonEnvironment();
    const script = [
      "import json, stdlib_list, trove_classifiers",
      "from packaging.utils import canonicalize_name",
      "names = {n for v in stdlib_list.short_versions for n in stdlib_list.stdlib_list(v)}",
      "print(json.dumps([sorted(trove_classifiers.all_classifiers), sorted({canonicalize_name(n.strip('-_.')) for n in names})]))",
    ].join("\n");
    const { stdout } = await requireProgram(program("python"), ["-c", script]);
    const [classifiers, modules]: readonly string[][] = JSON.parse(stdout);
    expect([...knownClassifiers()].sort()).toEqual(classifiers?.sort());
    expect((modules ?? []).filter((name) => !standardLibraryNames().has(name))).toEqual([]);
    expect(standardLibraryNames().size).toBeGreaterThan(2300);
  });
});
