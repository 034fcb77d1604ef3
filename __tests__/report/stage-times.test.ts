import { expect, it } from "@jest/globals";
import { StageTimes } from "../../src/report/stage-times.ts";

it("times stages that fail and stages that overlap", async () => {
  let now = 1000;
  const times = new StageTimes({ now: () => now });
  const { promise, resolve } = Promise.withResolvers<void>();
  const outer = times.time("outer", () => promise);
  now += 500;
  const failed = times.time("inner", () => Promise.reject(new Error("no")));
  await expect(failed).rejects.toThrow("no");
  now += 500;
  resolve();
  await outer;
  now += 2000;
  expect(times.stages()).toEqual([
    { name: "outer", seconds: 1 },
    { name: "inner", seconds: 0 },
  ]);
  expect(times.seconds).toBe(3);
});
