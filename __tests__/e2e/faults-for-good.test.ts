import { describe, expect, it } from "@jest/globals";
import type { Fault, FaultMatch } from "../../emulator/faults.ts";
import type { ActionResult } from "../../emulator/runner/run-action.ts";
import { AUDIENCE, expectBurned, expectStored, IMPATIENT, MINT, page, UPLOAD, withRelease } from "./fault-table.ts";
import { failure } from "./harness.ts";

/** Requests hit: as many as there can be. */
const FOR_GOOD = 999;
/** Seconds within which a run has ended whose attempts wait three seconds at the most, on a machine that is busy. */
const BOUND = 50;

/** File names and statuses of the output `distributions`. */
function statuses(result: ActionResult): Record<string, string> {
  const files: { filename: string; status: string }[] = JSON.parse(result.outputs.get("distributions") ?? "[]");
  return Object.fromEntries(files.map(({ filename, status }) => [filename, status]));
}

interface Row {
  readonly fault: Fault;
  readonly code: string;
  readonly status: "unknown" | "not-attempted" | "refused";
  readonly times?: number;
  /** The index has stored the file: only one that cannot be read leaves its fate open. */
  readonly stored?: true;
}

/** What stays wrong from the second upload on; the first file has been stored. */
const UPLOADS: readonly (readonly [what: string, row: Row])[] = [
  ["500 with a page", { fault: page(500), code: "index-unreachable", status: "unknown" }],
  ["502 with a page", { fault: page(502), code: "index-unreachable", status: "unknown" }],
  ["503 with a page", { fault: page(503), code: "index-unreachable", status: "unknown" }],
  ["504 with a page", { fault: page(504), code: "index-unreachable", status: "unknown" }],
  ["429 without Retry-After", { fault: page(429), code: "upload-refused", status: "refused" }],
  [
    "429 with a Retry-After of an hour",
    { fault: page(429, { "retry-after": "3600" }), code: "upload-refused", status: "refused", times: 1 },
  ],
  [
    "a reset before the body",
    { fault: { kind: "reset", when: "before-body" }, code: "index-answer-invalid", status: "unknown" },
  ],
  [
    "a reset after the body",
    { fault: { kind: "reset", when: "after-body" }, code: "index-answer-invalid", status: "unknown" },
  ],
  [
    "an answer of a byte a second",
    {
      fault: { kind: "slow-answer", bytesPerSecond: 1 },
      code: "index-answer-invalid",
      status: "unknown",
      stored: true,
    },
  ],
  [
    "an answer cut in its JSON",
    { fault: { kind: "cut-body" }, code: "index-answer-invalid", status: "unknown", stored: true },
  ],
];

describe("for good, from the second upload on", () => {
  it.concurrent.each(UPLOADS)(
    "%s: bounded, exit code 1, all reported, the token burned; running again finishes the release",
    async (_what, { fault, code, status, times = FOR_GOOD, stored }) => {
      await withRelease(1, async (scenario, [wheel, sdist]) => {
        const name = { wheel: wheel?.filename ?? "", sdist: sdist?.filename ?? "" };
        scenario.index.faults.add({ on: { ...UPLOAD, nth: 2 }, fault, times });
        if (stored === true) {
          scenario.index.faults.add({ on: { path: /^\/simple\// }, fault: page(503), times: FOR_GOOD });
        }
        const started = Date.now();
        const result = await scenario.run({ environment: { ...IMPATIENT, PUBLISH_HTTP_RETRIES: "1" } });
        expect((Date.now() - started) / 1000).toBeLessThan(BOUND);
        const text = failure(result, code);
        expect(text).toContain(`${name.wheel}: uploaded`);
        expect(text).toContain(`${name.sdist}: ${status.replace("-", " ")}`);
        expect(statuses(result)).toEqual({ [name.wheel]: "uploaded", [name.sdist]: status });
        expectBurned(scenario);

        scenario.index.faults.clear();
        expect((await scenario.run()).exitCode).toBe(0);
        expectStored(
          scenario,
          [wheel, sdist].filter((file) => file !== undefined),
        );
      });
    },
  );
});

describe("an answer that is lost for good, from the second upload on, when the index lists what it has", () => {
  it.concurrent.each(UPLOADS.filter(([, { stored }]) => stored === true))(
    "%s: what is listed with the right hash is uploaded, exit code 0",
    async (_what, { fault }) => {
      await withRelease(1, async (scenario, release) => {
        scenario.index.faults.add({ on: { ...UPLOAD, nth: 2 }, fault, times: FOR_GOOD });
        const result = await scenario.run({ environment: { ...IMPATIENT, PUBLISH_HTTP_RETRIES: "1" } });
        expect(result.exitCode).toBe(0);
        expect(Object.values(statuses(result))).toEqual(["uploaded", "uploaded"]);
        expectBurned(scenario);
        expectStored(scenario, release);
      });
    },
  );
});

describe("an index that never answers an upload", () => {
  it.concurrent("is given up, the file reported as unknown; running again finishes the release", async () => {
    await withRelease(1, async (scenario, release) => {
      const inputs = { password: scenario.index.addApiToken() };
      scenario.index.faults.add({ on: { ...UPLOAD, nth: 2 }, fault: { kind: "stall" }, times: FOR_GOOD });
      const environment = { PUBLISH_HTTP_TIMEOUT: "1", PUBLISH_HTTP_RETRIES: "1" };
      const text = failure(await scenario.run({ inputs, environment }), "index-answer-invalid");
      expect(text).toMatch(/whl: uploaded\n.*tar\.gz: unknown/);
      scenario.index.faults.clear();
      expect((await scenario.run({ inputs })).exitCode).toBe(0);
      expectStored(scenario, release);
    });
  });
});

/** What stays wrong from the first request on: nothing is uploaded, and the run says so. */
const BEFORE: readonly (readonly [
  what: string,
  server: "index" | "github",
  on: FaultMatch,
  fault: Fault,
  code: string,
])[] = [
  ["the whole index with 503", "index", {}, page(503), "index-unreachable"],
  [
    "the whole index resetting every connection",
    "index",
    {},
    { kind: "reset", when: "before-body" },
    "index-unreachable",
  ],
  ["the whole index silent", "index", {}, { kind: "stall" }, "index-unreachable"],
  ["the audience with 500", "index", AUDIENCE, page(500), "index-unreachable"],
  [
    "the audience at a byte a second",
    "index",
    AUDIENCE,
    { kind: "slow-answer", bytesPerSecond: 1 },
    "index-answer-invalid",
  ],
  ["the exchange with 429", "index", MINT, page(429), "index-unreachable"],
  ["the exchange reset", "index", MINT, { kind: "reset", when: "after-body" }, "index-unreachable"],
  ["GitHub with 500", "github", {}, page(500), "identity-token-unavailable"],
  ["GitHub silent", "github", {}, { kind: "stall" }, "identity-token-unavailable"],
  ["GitHub refusing with 403", "github", {}, page(403), "identity-token-unavailable"],
];

describe("for good, from the start on", () => {
  it.concurrent.each(BEFORE)("%s: bounded, exit code 1, nothing uploaded", async (_what, server, on, fault, code) => {
    await withRelease(1, async (scenario) => {
      scenario.world[server].faults.add({ on, fault, times: FOR_GOOD });
      const started = Date.now();
      const result = await scenario.run({ environment: IMPATIENT });
      expect((Date.now() - started) / 1000).toBeLessThan(BOUND);
      expect(failure(result, code)).toContain("Nothing was uploaded.");
      expect(Object.values(statuses(result))).toEqual(["not-attempted", "not-attempted"]);
      expectStored(scenario, []);
    });
  });

  it.concurrent("the whole index with 503 is given up after six attempts and some 16 seconds", async () => {
    await withRelease(1, async (scenario) => {
      scenario.index.faults.add({ on: {}, fault: page(503), times: FOR_GOOD });
      const started = Date.now();
      failure(await scenario.run(), "index-unreachable");
      // Both are asked side by side; what the index holds is not needed to know that no token is to be had.
      expect(scenario.requests().filter((request) => request === "GET /_/oidc/audience")).toHaveLength(6);
      expect(scenario.requests().filter((request) => request.startsWith("GET /simple/"))).toHaveLength(6);
      expect((Date.now() - started) / 1000).toBeGreaterThan(11);
      expect((Date.now() - started) / 1000).toBeLessThan(40);
    });
  });
});

describe("a token that runs out and cannot be renewed", () => {
  it.concurrent.each([
    ["since the publisher is gone", "trusted-publisher-refused"],
    ["since the exchange fails for good", "index-unreachable"],
  ])("%s ends the run with what is on the index", async (_what, code) => {
    await withRelease(
      14,
      async (scenario, release) => {
        const result = await scenario.run({
          inputs: { "max-parallel": "2" },
          environment: IMPATIENT,
          started: () =>
            void scenario.requested("/legacy/").then(() => {
              if (code === "index-unreachable") {
                scenario.index.faults.add({ on: MINT, fault: page(503), times: FOR_GOOD });
              } else {
                scenario.index.state.publishers.splice(0);
              }
            }),
        });
        const text = failure(result, code);
        expect(text).toContain("The minted token ran out, and another one was not to be had.");
        const uploaded = scenario.stored();
        expect(uploaded.length).toBeGreaterThan(0);
        expect(uploaded.length).toBeLessThan(release.length);
        expect(result.outputs.get("uploaded")).toBe(String(uploaded.length));
        expectStored(
          scenario,
          release.filter(({ filename }) => uploaded.includes(filename)),
        );
        expectBurned(scenario);
      },
      { tokenLifetimeSeconds: 4, processingMs: 900 },
    );
  });
});
