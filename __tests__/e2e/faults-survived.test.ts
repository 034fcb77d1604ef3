import { describe, expect, it } from "@jest/globals";
import type { Fault, FaultMatch } from "../../emulator/faults.ts";
import { startLink } from "../../emulator/link.ts";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { AUDIENCE, expectBurned, expectStored, freePort, MINT, page, UPLOAD, withRelease } from "./fault-table.ts";
import { errors } from "./harness.ts";

interface Row {
  readonly server?: "index" | "github";
  readonly on: FaultMatch;
  readonly fault: Fault;
  readonly times?: number;
}

const first: FaultMatch = UPLOAD;
const second: FaultMatch = { ...UPLOAD, nth: 2 };

/** What goes wrong, and where; the outcome is the same for all: the release is complete, the run green. */
const SURVIVED: readonly (readonly [what: string, row: Row])[] = [
  ["a reset before the body of the first upload", { on: first, fault: { kind: "reset", when: "before-body" } }],
  ["a reset during the body of the second upload", { on: second, fault: { kind: "reset", when: "during-body" } }],
  ["a reset after the body of the second upload", { on: second, fault: { kind: "reset", when: "after-body" } }],
  ["the first file stored and the answer lost", { on: first, fault: { kind: "lost-answer" } }],
  ["the second file stored and the answer lost twice", { on: second, fault: { kind: "lost-answer" }, times: 2 }],
  ["500 with a page", { on: second, fault: page(500) }],
  ["502 with a page", { on: second, fault: page(502) }],
  ["503 with a page, for two files at once", { on: second, fault: page(503), times: 2 }],
  ["504 with a page", { on: first, fault: page(504) }],
  ["503 before the body has been read", { on: second, fault: { ...page(503), early: true } as Fault }],
  ["429 with Retry-After in seconds", { on: second, fault: page(429, { "retry-after": "1" }) }],
  ["429 without Retry-After", { on: second, fault: page(429) }],
  ["an answer of 20 bytes a second", { on: second, fault: { kind: "slow-answer", bytesPerSecond: 20 } }],
  ["an answer cut in its JSON", { on: second, fault: { kind: "cut-body" } }],
  ["the audience failing three times", { on: AUDIENCE, fault: page(503), times: 3 }],
  ["the audience cut in its JSON", { on: AUDIENCE, fault: { kind: "cut-body" } }],
  ["the exchange failing three times", { on: MINT, fault: page(502), times: 3 }],
  ["the exchange done and its answer lost", { on: MINT, fault: { kind: "lost-answer" } }],
  ["the exchange reset", { on: MINT, fault: { kind: "reset", when: "after-body" } }],
  ["GitHub failing three times", { server: "github", on: {}, fault: page(500), times: 3 }],
  ["GitHub resetting the connection", { server: "github", on: {}, fault: { kind: "reset", when: "before-body" } }],
  ["GitHub's answer cut in its JSON", { server: "github", on: {}, fault: { kind: "cut-body" } }],
];

describe("the release is complete, byte by byte, and the run green after", () => {
  it.concurrent.each(SURVIVED)("%s", async (_what, { server = "index", on, fault, times = 1 }) => {
    await withRelease(3, async (scenario, release) => {
      scenario.world[server].faults.add({ on, fault, times });
      const result = await scenario.run();
      expect({ errors: errors(result), exitCode: result.exitCode }).toEqual({ errors: [], exitCode: 0 });
      expect(scenario.world[server].faults.pending).toBe(0);
      expectStored(scenario, release);
      expect(result.outputs.get("uploaded")).toBe(String(release.length));
      // Each identity token is good for one exchange (index rule O-12).
      const exchanges = scenario.requests().filter((request) => request === "POST /_/oidc/mint-token").length;
      expect(scenario.world.github.issued.length).toBeGreaterThanOrEqual(exchanges);
    });
  });

  it.concurrent("a connection refused until the index is up", async () => {
    await withRelease(1, async (scenario, release) => {
      const port = await freePort();
      const up = { close: async () => {} };
      const password = scenario.index.addApiToken();
      const result = await scenario.run({
        inputs: { password, "repository-url": `http://127.0.0.1:${port}/legacy/` },
        started: () => {
          setTimeout(async () => {
            Object.assign(up, await startLink(Number(new URL(scenario.index.origin).port), {}, port));
            // Later than a busy machine needs to start the action, earlier than it gives up.
          }, 5000);
        },
      });
      await up.close();
      expect(errors(result)).toEqual([]);
      expect(result.stdout).toContain("connection refused; trying again");
      expectStored(scenario, release);
    });
  });

  it.concurrent("429 with Retry-After as a date", async () => {
    await withRelease(1, async (scenario, release) => {
      const date = new Date(Date.now() + 3000).toUTCString();
      scenario.index.faults.add({ on: UPLOAD, fault: page(429, { "retry-after": date }) });
      expect(errors(await scenario.run())).toEqual([]);
      const [refused, again] = scenario.index.requests.filter(({ path }) => path === "/legacy/");
      expect(refused?.status).toBe(429);
      expect((again?.startedAt ?? 0) - Date.parse(date)).toBeGreaterThan(-20);
      expectStored(scenario, release);
    });
  });

  it.concurrent("500 for the second of two runs that begin the same release at once (rule P-29)", async () => {
    await withRelease(
      0,
      async (scenario) => {
        const [wheel, sdist] = [buildWheel(), buildSdist()];
        scenario.write(`one/${wheel.filename}`, wheel.content);
        scenario.write(`other/${sdist.filename}`, sdist.content);
        const both = await Promise.all(
          ["one", "other"].map((folder) => scenario.run({ inputs: { "packages-dir": folder } })),
        );
        expect(both.map(errors)).toEqual([[], []]);
        expectStored(scenario, [wheel, sdist]);
        const statuses = scenario.index.requests.filter(({ path }) => path === "/legacy/").map(({ status }) => status);
        expect(statuses.toSorted()).toEqual([200, 200, 500]);
      },
      { processingMs: 2500 },
    );
  });
});

describe("a minted token", () => {
  it.concurrent("is renewed ahead of its end, once for all uploads under way, each burned after its last use", async () => {
    await withRelease(
      12,
      async (scenario, release) => {
        expect(errors(await scenario.run({ inputs: { "max-parallel": "3" } }))).toEqual([]);
        expectStored(scenario, release);
        const tokens = scenario.index.state.mintedTokens;
        expect(tokens.length).toBeGreaterThan(1);
        expect(tokens.length).toBeLessThan(6);
        expectBurned(scenario);
        for (const { usedFor, burnedAt = 0 } of tokens) {
          const last = Math.max(
            ...scenario.index.state.files
              .filter(({ filename }) => usedFor.includes(filename))
              .map(({ uploadedAt }) => uploadedAt),
          );
          expect(burnedAt).toBeGreaterThanOrEqual(last);
        }
        expect(tokens.flatMap(({ usedFor }) => usedFor)).toHaveLength(release.length);
        expect(scenario.index.requests.every(({ status }) => (status ?? 0) < 300)).toBe(true);
        expect(new Set(scenario.world.github.issued.map(({ token }) => token)).size).toBe(tokens.length);
      },
      { tokenLifetimeSeconds: 4, processingMs: 1000 },
    );
  });

  it.concurrent("that cannot be renewed ahead of its end is used as long as it is good", async () => {
    await withRelease(
      8,
      async (scenario, release) => {
        scenario.index.faults.add({ on: UPLOAD, fault: { kind: "stall", ms: 6500 } });
        const started = () => void scenario.requested("/legacy/").then(() => scenario.index.state.publishers.splice(0));
        const result = await scenario.run({ started });
        expect(errors(result)).toEqual([]);
        expectStored(scenario, release);
        const asked = scenario.index.requests.filter(({ path }) => path === "/_/oidc/mint-token");
        expect(asked.map(({ status }) => status)).toEqual([200, 422]);
        expectBurned(scenario);
      },
      { tokenLifetimeSeconds: 12 },
    );
  });

  it.concurrent("that ran out while the bytes were on their way is replaced once, after the 403", async () => {
    await withRelease(
      2,
      async (scenario, release) => {
        scenario.index.faults.add({ on: UPLOAD, fault: { kind: "stall", ms: 4500 } });
        const result = await scenario.run();
        expect(errors(result)).toEqual([]);
        expectStored(scenario, release);
        const uploads = scenario.index.requests.filter(({ path }) => path === "/legacy/").map(({ status }) => status);
        expect(uploads.toSorted()).toEqual([200, 200, 200, 403]);
        expect(scenario.index.state.mintedTokens).toHaveLength(2);
        expectBurned(scenario);
      },
      { tokenLifetimeSeconds: 4 },
    );
  });

  it.concurrent("that the index calls expired ahead of its time is replaced, and not shown again", async () => {
    await withRelease(3, async (scenario, release) => {
      const expired = { kind: "answer", status: 403, body: "Invalid API Token: token is expired" } as const;
      scenario.index.faults.add({ on: UPLOAD, fault: expired });
      expect(errors(await scenario.run())).toEqual([]);
      expectStored(scenario, release);
      expect(scenario.index.state.mintedTokens.map(({ usedFor }) => usedFor.length)).toEqual([0, release.length]);
      expectBurned(scenario);
    });
  });

  it.concurrent("is not judged by a clock of the runner that is wrong", async () => {
    const ahead = 3_600_000;
    await withRelease(
      3,
      async (scenario, release) => {
        expect(errors(await scenario.run())).toEqual([]);
        expectStored(scenario, release);
        expect(scenario.index.state.mintedTokens).toHaveLength(1);
      },
      { now: () => Date.now() - ahead },
    );
  });
});
