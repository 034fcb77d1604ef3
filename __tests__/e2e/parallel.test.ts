import { afterEach, describe, expect, it } from "@jest/globals";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { errors, failure, REPOSITORY, Scenario } from "./harness.ts";

let scenario: Scenario;
afterEach(() => scenario.close());

const wheels = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    buildWheel({ tag: `cp3${10 + n}-none-any`, files: { "sample_project/n.py": `n = ${n}\n` } }),
  );

async function release(count: number): Promise<void> {
  scenario = await Scenario.start({ index: { processingMs: 150 } });
  scenario.put(...wheels(count), buildSdist());
  scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
}

/** The uploads in the order in which they began, with the number of others under way at that time. */
function uploads(): { filename: string; others: number }[] {
  const all = scenario.index.requests.filter(({ path }) => path === "/legacy/");
  return all
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map((upload) => ({
      filename: upload.content?.filename ?? "",
      others: all.filter(
        (each) => each !== upload && each.startedAt <= upload.startedAt && (each.endedAt ?? 0) > upload.startedAt,
      ).length,
    }));
}

describe("a release of many files", () => {
  it("goes side by side: one wheel alone, the others together, the sdist alone at the end", async () => {
    await release(12);
    const result = await scenario.run();
    expect(errors(result)).toEqual([]);
    const sent = uploads();
    expect(sent).toHaveLength(13);
    expect(sent[0]).toMatchObject({ others: 0 });
    expect(sent[1]).toMatchObject({ others: 0 });
    expect(Math.max(...sent.map(({ others }) => others))).toBe(7);
    expect(sent[12]).toEqual({ filename: "sample_project-1.0.0.tar.gz", others: 0 });
    expect(scenario.index.requests.every(({ status }) => (status ?? 0) < 300)).toBe(true);
  });

  it.each([
    ["1", 0],
    ["3", 2],
  ])("goes no more than max-parallel %s at once", async (maxParallel, others) => {
    await release(6);
    expect((await scenario.run({ inputs: { "max-parallel": maxParallel } })).exitCode).toBe(0);
    expect(Math.max(...uploads().map((upload) => upload.others))).toBe(others);
  });

  it("starts nothing after a refusal, lets end what is under way, and reports each file", async () => {
    await release(12);
    scenario.index.faults.add({
      on: { path: "/legacy/", nth: 3 },
      fault: { kind: "answer", status: 400, body: "No.", headers: { "content-type": "text/plain" } },
    });
    const result = await scenario.run({ inputs: { "max-parallel": "4" } });
    failure(result, "upload-refused");
    expect(uploads().length).toBeLessThanOrEqual(5);
    const statuses = JSON.parse(result.outputs.get("distributions") ?? "[]").map(
      ({ status }: { status: string }) => status,
    );
    expect(statuses.filter((status: string) => status === "refused")).toHaveLength(1);
    expect(statuses.filter((status: string) => status === "uploaded")).toHaveLength(scenario.stored().length);
    expect(statuses.filter((status: string) => status === "not-attempted")).toHaveLength(13 - uploads().length);
  });

  it("refuses a wheel that is rewritten while the one before it is uploaded", async () => {
    await release(3);
    const [, second] = wheels(3);
    const run = scenario.run({ inputs: { "max-parallel": "1" } });
    await scenario.requested("/legacy/");
    scenario.write(`dist/${second?.filename}`, Buffer.alloc(second?.content.length ?? 0, "x"));
    const result = await run;
    const text = failure(result, "distribution-invalid");
    expect(text).toContain(second?.filename);
    expect(text).toContain("was changed after it was checked");
    expect(scenario.stored()).toEqual([wheels(1)[0]?.filename]);
    expect(result.outputs.get("uploaded")).toBe("1");
  });

  it.each(["0", "-1", "many", "1.5", "1000"])("is refused with max-parallel %s", async (maxParallel) => {
    await release(1);
    expect(failure(await scenario.run({ inputs: { "max-parallel": maxParallel } }), "input-invalid")).toContain(
      "from 1 to 64",
    );
  });
});

describe("releases of several projects", () => {
  const projects = ["aa", "bb", "cc", "dd"];
  const whole = projects.flatMap((name) => [`${name}-1.0.0-py3-none-any.whl`, `${name}-1.0.0.tar.gz`]);

  async function several(): Promise<void> {
    scenario = await Scenario.start({ index: { processingMs: 150 } });
    scenario.put(...projects.flatMap((name) => [buildWheel({ name }), buildSdist({ name })]));
    for (const project of projects) {
      scenario.index.addPublisher({ project, ...REPOSITORY });
    }
  }

  it("are published one after the other with max-parallel 1, so that a refusal leaves one of them incomplete", async () => {
    await several();
    scenario.index.faults.add({
      on: { path: "/legacy/", nth: 4 },
      fault: { kind: "answer", status: 400, body: "No." },
    });
    failure(await scenario.run({ inputs: { "max-parallel": "1" } }), "upload-refused");
    expect(uploads()).toHaveLength(4);
    expect(scenario.stored()).toEqual(whole.slice(0, 3));
    expect((await scenario.run({ inputs: { "max-parallel": "1" } })).exitCode).toBe(0);
    expect(scenario.stored()).toEqual(whole);
  });

  it("go side by side", async () => {
    await several();
    expect((await scenario.run({ inputs: { "max-parallel": "3" } })).exitCode).toBe(0);
    expect(Math.max(...uploads().map(({ others }) => others))).toBe(2);
    expect(scenario.stored().toSorted()).toEqual(whole);
  });
});

describe("a release of many projects with a wrong password", () => {
  it("shows it to the index once, since several failures lock accounts out", async () => {
    scenario = await Scenario.start({ index: { userPassword: { user: "alice", password: "right" } } });
    scenario.put(...["first", "second", "third"].map((name) => buildWheel({ name })));
    const inputs = { user: "alice", password: "wrong" };
    failure(await scenario.run({ inputs }), "credential-refused");
    expect(scenario.requests()).toEqual(["POST /legacy/"]);
    const result = await scenario.run({ inputs: { ...inputs, password: "right" } });
    expect(result.exitCode).toBe(0);
    expect(scenario.stored()).toHaveLength(3);
  });
});
