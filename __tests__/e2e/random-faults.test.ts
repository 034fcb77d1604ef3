import { describe, expect, it } from "@jest/globals";
import type { Fault, FaultMatch } from "../../emulator/faults.ts";
import { Pool } from "../../src/pool.ts";
import { type BuiltArchive, buildSdist, buildWheel } from "../builders/archives.ts";
import { random } from "../builders/noise.ts";
import { expectBurned, expectStored, page, UPLOAD } from "./fault-table.ts";
import { errors, REPOSITORY, Scenario } from "./harness.ts";

const RELEASES = 12;
const SIDE_BY_SIDE = 3;
/** Another one each time; `FAULTS_SEED` repeats a run. */
const SEED = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);

const FAULTS: readonly Fault[] = [
  page(503),
  page(502),
  page(200),
  { kind: "answer", status: 400, body: "No." },
  { kind: "answer", status: 403, body: "Invalid API Token: token is expired" },
  { kind: "answer", status: 429 },
  { kind: "lost-answer" },
  { kind: "cut-body" },
  { kind: "reset", when: "during-body" },
  { kind: "reset", when: "after-body" },
];
/** Where something goes wrong, uploads most often; not where tokens are made and burned, since a lost one stays alive. */
const PLACES: readonly FaultMatch[] = [UPLOAD, UPLOAD, UPLOAD, { path: "/_/oidc/audience" }, { path: /^\/simple\// }];

interface Said {
  readonly filename: string;
  readonly status: string;
}

/** What the run says of each file is so, and it is green exactly when all of them are there. */
function expectTrue(scenario: Scenario, result: Awaited<ReturnType<Scenario["run"]>>, before: readonly string[]): void {
  const said: Said[] = JSON.parse(result.outputs.get("distributions") ?? "[]");
  const stored = new Set(scenario.stored());
  const there = (status: string) => status === "uploaded" || status === "already-present";
  const wrong = said.filter(({ filename, status }) =>
    there(status) ? !stored.has(filename) : status !== "unknown" && stored.has(filename) && !before.includes(filename),
  );
  expect(wrong).toEqual([]);
  expect(result.exitCode === 0).toBe(said.every(({ status }) => there(status)));
  expect(errors(result)).toHaveLength(result.exitCode === 0 ? 0 : 1);
  expect(result.outputs.get("uploaded")).toBe(String(said.filter(({ status }) => status === "uploaded").length));
  expectBurned(scenario);
}

/** Publishes a release of two projects, run again until it is complete, and returns how many runs failed. */
async function publishThroughFaults(next: () => number): Promise<number> {
  let failed = 0;
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value;
  const scenario = await Scenario.start();
  try {
    const release: readonly BuiltArchive[] = ["aa", "bb"].flatMap((name) => [
      ...[1, 2, 3].map((build) => buildWheel({ name, build: String(build) })),
      buildSdist({ name }),
    ]);
    scenario.put(...release);
    for (const project of ["aa", "bb"]) {
      scenario.index.addPublisher({ project, ...REPOSITORY });
    }
    const inputs = { "max-parallel": one(["1", "3", "8"]), "wait-for-index": "0" };
    for (let faults = 0; faults < 3; faults += 1) {
      const on = { ...one(PLACES), nth: 1 + Math.floor(next() * 5) };
      scenario.index.faults.add({ on, fault: one(FAULTS), times: one([1, 2, 3]) });
    }
    for (let run = 0; run < 4 && scenario.stored().length < release.length; run += 1) {
      if (run === 3) {
        scenario.index.faults.clear();
      }
      const before = scenario.stored();
      const result = await scenario.run({ inputs, environment: { PUBLISH_HTTP_RETRIES: "1" } });
      expectTrue(scenario, result, before);
      failed += result.exitCode === 0 ? 0 : 1;
    }
    expectStored(scenario, release);
    return failed;
  } finally {
    await scenario.close();
  }
}

describe("faults at random places", () => {
  it(`leave what the run says true, and running it again completes the release (seed ${SEED})`, async () => {
    const next = random(SEED);
    const pool = new Pool(SIDE_BY_SIDE);
    const seeds = Array.from({ length: RELEASES }, () => Math.floor(next() * 1_000_000));
    const failed = await Promise.all(seeds.map((seed) => pool.run(() => publishThroughFaults(random(seed)))));
    // Some faults are survived and some end the run, or this would show nothing.
    expect(failed.filter((runs) => runs > 0).length).toBeGreaterThan(0);
  }, 300_000);
});
