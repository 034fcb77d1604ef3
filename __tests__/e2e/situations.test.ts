import { afterEach, describe, expect, it } from "@jest/globals";
import { renderMarkdown } from "../../scripts/summary/page.ts";
import { errors, failure, JOB, type Publishing, Scenario } from "./harness.ts";
import { INPUT_SITUATIONS } from "./situations/inputs.ts";
import { PUBLISHER_SITUATIONS } from "./situations/publishers.ts";
import { RELEASE_SITUATIONS } from "./situations/releases.ts";
import type { Situation } from "./situations/situation.ts";

const SITUATIONS = [...PUBLISHER_SITUATIONS, ...RELEASE_SITUATIONS, ...INPUT_SITUATIONS];

const open: Scenario[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((scenario) => scenario.close()));
});

async function arranged({ arrange }: Situation): Promise<{ scenario: Scenario; run: Publishing }> {
  const scenario = await Scenario.start();
  open.push(scenario);
  scenario.putRelease();
  return { scenario, run: { job: JOB, ...(await arrange(scenario)) } };
}

function dryRun(run: Publishing): Publishing {
  return { ...run, inputs: { ...run.inputs, "dry-run": "true" } };
}

/** What the summary shows, without the marks of Markdown and its line ends. */
function shown(summary: string): string {
  return squeezed(
    renderMarkdown(summary)
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&"),
  );
}

const squeezed = (text: string) => text.replaceAll(/[`\s]+/g, "");

function expectSaid(text: string, says: Situation["says"]): void {
  for (const words of says) {
    if (typeof words === "string") {
      expect(squeezed(text)).toContain(squeezed(words));
    } else {
      expect(text.replaceAll(/\s+/g, " ")).toMatch(words);
    }
  }
}

describe.each(SITUATIONS)("when $name", (situation) => {
  it("the release fails and says why, and doing what it says makes the next run green", async () => {
    const { scenario, run } = await arranged(situation);
    const failed = await scenario.run(run);
    const text = failure(failed, situation.code);
    expectSaid(text, situation.says);
    expectSaid(
      shown(failed.summary),
      situation.says.filter((words) => typeof words === "string" && !words.startsWith("State of")),
    );
    expect(shown(failed.summary)).toContain(situation.code);
    expect(scenario.stored()).toHaveLength(situation.stored ?? 0);
    const files: { status: string }[] = JSON.parse(failed.outputs.get("distributions") ?? "");
    expect(failed.outputs.get("uploaded")).toBe(String(files.filter(({ status }) => status === "uploaded").length));

    const next = situation.mend(scenario, { run, text }) ?? run;
    const mended = await scenario.run(next);
    expect(errors(mended)).toEqual([]);
    expect(mended.exitCode).toBe(0);
    expect(scenario.stored().length).toBeGreaterThan(situation.stored ?? 0);
    expect(scenario.index.state.mintedTokens.filter(({ burnedAt }) => burnedAt === undefined)).toEqual([]);
  });

  it("a dry run says the same as far as it can, and changes nothing on the index", async () => {
    const { scenario, run } = await arranged(situation);
    const before = { files: scenario.stored(), projects: projects(scenario) };
    const result = await scenario.run(dryRun(run));
    if (situation.dryRun === "same") {
      expectSaid(
        failure(result, situation.code),
        situation.says.filter((words) => !/status 4|Owner|State of/.test(String(words))),
      );
      expect(result.summary).toContain("Dry run");
    } else {
      expect(errors(result)).toEqual([]);
      expect(result.exitCode).toBe(0);
      expect(result.summary).toContain("**Not checked**");
    }
    expect({ files: scenario.stored(), projects: projects(scenario) }).toEqual(before);
    expect(scenario.requests()).not.toContain("POST /legacy/");
    expect(scenario.index.state.mintedTokens.filter(({ burnedAt }) => burnedAt === undefined)).toEqual([]);
    expect(scenario.world.sigstore.entries).toEqual([]);
  });
});

function projects(scenario: Scenario): string[] {
  return [...scenario.index.state.projects.keys()];
}
