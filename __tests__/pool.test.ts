import { describe, expect, it } from "@jest/globals";
import { Pool } from "../src/pool.ts";

describe("a pool", () => {
  it("starts tasks in order, no more at once than it has places, and hands on the place of one that fails", async () => {
    const pool = new Pool(2);
    const started: number[] = [];
    const tasks = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
    const runs = tasks.map(({ promise }, index) =>
      pool.run(() => {
        started.push(index);
        return promise;
      }),
    );
    const failed = expect(runs[1]).rejects.toThrow("no");
    expect(started).toEqual([0, 1]);
    tasks[1]?.reject(new Error("no"));
    await failed;
    expect(started).toEqual([0, 1, 2]);
    tasks[0]?.resolve();
    await runs[0];
    expect(started).toEqual([0, 1, 2, 3]);
    tasks[2]?.resolve();
    tasks[3]?.resolve();
    await Promise.all([runs[2], runs[3]]);
    expect(await pool.run(async () => "free again")).toBe("free again");
  });
});
