import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import { Pool } from "../../src/pool.ts";
import { random } from "../builders/noise.ts";
import { expectStored, withRelease } from "./fault-table.ts";
import { errors, type Scenario } from "./harness.ts";

const KILLS = 20;
const WHEELS = 19;
/** The index is asked for its list, the audience and the token, gets 20 files, burns the token and is asked for its list. */
const REQUESTS = WHEELS + 6;
const SIDE_BY_SIDE = 4;
/** Another one each time; `KILL_SEED` repeats a run. */
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** Once the index has seen so many requests, and so many milliseconds later. */
async function moment(scenario: Scenario, requests: number, ms: number, over: AbortSignal): Promise<void> {
  while (scenario.requests().length < requests && !over.aborted) {
    await sleep(1);
  }
  await sleep(ms);
}

/** Kills a run of a release of 20 files, runs it again, and returns how many files the index held in between. */
async function killAndRerun(requests: number, ms: number): Promise<number> {
  let held = 0;
  await withRelease(WHEELS, async (scenario, release) => {
    const over = new AbortController();
    await scenario.run({
      started: (kill) => void moment(scenario, requests, ms, over.signal).then(() => kill("SIGKILL")),
    });
    over.abort();
    held = scenario.stored().length;
    const again = await scenario.run();
    expect({ requests, ms, errors: errors(again), exitCode: again.exitCode }).toEqual({
      requests,
      ms,
      errors: [],
      exitCode: 0,
    });
    expectStored(scenario, release);
  });
  return held;
}

describe("a release of 20 files whose process is killed", () => {
  it(`at ${KILLS} random moments is completed by running the same step again, each time (seed ${SEED})`, async () => {
    const next = random(SEED);
    const moments = Array.from(
      { length: KILLS },
      () => [1 + Math.floor(next() * REQUESTS), Math.floor(next() * 25)] as const,
    );
    const pool = new Pool(SIDE_BY_SIDE);
    const held = await Promise.all(moments.map(([requests, ms]) => pool.run(() => killAndRerun(requests, ms))));
    // The moments are spread over the whole run, or this would show nothing.
    expect(held.filter((files) => files > 0 && files <= WHEELS).length).toBeGreaterThan(KILLS / 4);
  }, 300_000);
});
