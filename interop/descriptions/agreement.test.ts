import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { RST_CASES } from "../../__tests__/verification/description/cases/rst-cases.ts";
import { judgeDescription } from "../../src/verification/description/judge-description.ts";
import { askPython } from "../ask-python.ts";
import { pythonEnvironment } from "../environment.ts";
import { CASES, type Description, damagedExcerpts, emptyMarkdown, realDescriptions } from "./samples.ts";

const SEED = 20_260_821;
const MINUTES = 60_000;

interface Judged extends Description {
  readonly ours: "renders" | "fails" | "undecided";
  readonly theirs: string;
}

let judged: readonly Judged[];

beforeAll(async () => {
  const real = await realDescriptions(await pythonEnvironment());
  const texts = real.filter(({ markdown }) => !markdown).map(({ text }) => text);
  const all = [...CASES, ...real, ...damagedExcerpts(SEED, 700, texts), ...emptyMarkdown(SEED, 100)];
  const theirs = await askPython(join(import.meta.dirname, "render.py"), all);
  judged = all.map((description, index) => ({
    ...description,
    ours: judgeDescription(description.text, description.markdown ? "text/markdown" : "text/x-rst").verdict,
    theirs: theirs[index] ?? "",
  }));
  process.stdout.write(confusion());
}, 10 * MINUTES);

/** One line for each origin and pair of verdicts. */
function confusion(): string {
  const counts = new Map<string, number>();
  for (const { origin, ours, theirs } of judged) {
    const line = `${origin}: we say ${ours}, readme_renderer ${theirs}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts]
    .sort()
    .map(([line, count]) => `${line}: ${count}\n`)
    .join("");
}

function pairs(ours: string, theirs: RegExp): readonly Judged[] {
  return judged.filter((description) => description.ours === ours && theirs.test(description.theirs));
}

describe("our judge of descriptions beside readme_renderer", () => {
  it("has judged at least three hundred texts of each verdict", () => {
    expect(pairs("renders", /renders/).length).toBeGreaterThan(300);
    expect(pairs("fails", /fails/).length).toBeGreaterThan(300);
  });

  it("refuses nothing that renders", () => {
    expect(pairs("fails", /renders/)).toEqual([]);
  });

  it("passes at most one in a hundred of those that do not render, and leaves as few undecided", () => {
    expect(pairs("renders", /fails|crashes/).length).toBeLessThanOrEqual(pairs("fails", /fails|crashes/).length / 100);
    const damaged = judged.filter(({ origin }) => origin === "damaged excerpt");
    expect(damaged.filter(({ ours }) => ours === "undecided").length).toBeLessThanOrEqual(damaged.length / 100);
  });

  it("decides every real description, and all of them render", () => {
    expect(
      judged.filter(({ origin, ours, theirs }) => origin === "real" && !(ours === "renders" && theirs === ours)),
    ).toEqual([]);
  });

  it("has the renderer's own verdict for every case that the unit tests know", () => {
    const known = RST_CASES.map(({ text, verdict }, index) => ({ text, verdict, theirs: judged[index]?.theirs }));
    expect(known.filter(({ verdict, theirs }) => verdict !== "undecided" && verdict !== theirs)).toEqual([]);
  });
});
