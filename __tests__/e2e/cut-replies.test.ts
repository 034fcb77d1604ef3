import { describe, expect, it } from "@jest/globals";
import { IMPATIENT } from "./fault-table.ts";
import { failure, REPOSITORY, Scenario } from "./harness.ts";

async function inScenario(test: (scenario: Scenario) => Promise<void>): Promise<void> {
  const scenario = await Scenario.start();
  try {
    await test(scenario);
  } finally {
    await scenario.close();
  }
}

/** An index that can be read says itself that it has the file, whatever became of its answer. */
function hideWhatIsStored(scenario: Scenario): void {
  scenario.index.faults.add({ on: { path: /^\/simple\// }, times: 99, fault: { kind: "reset", when: "after-body" } });
}

/** Seconds: three attempts, each of which may wait a second for the rest of an answer. */
const BOUND = 50;

describe("a reply cut in the middle of its body", () => {
  // Side by side, since each waits for real bounds.
  it.concurrent.each([
    ["GitHub, the connection closed", "github", /./, false, "identity-token-unavailable"],
    ["GitHub, the connection left open", "github", /./, true, "identity-token-unavailable"],
    ["the audience, the connection closed", "index", "/_/oidc/audience", false, "index-answer-invalid"],
    ["the audience, the connection left open", "index", "/_/oidc/audience", true, "index-answer-invalid"],
    ["mint-token, the connection closed", "index", "/_/oidc/mint-token", false, "index-answer-invalid"],
    ["mint-token, the connection left open", "index", "/_/oidc/mint-token", true, "index-answer-invalid"],
    ["the upload, the connection closed", "index", "/legacy/", false, "index-answer-invalid"],
    ["the upload, the connection left open", "index", "/legacy/", true, "index-answer-invalid"],
  ] as const)(
    "from %s: ends in exit code 1, in bounded time, with the token burned",
    (_what, server, path, stall, code) =>
      inScenario(async (scenario) => {
        const [wheel] = scenario.putRelease();
        scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
        scenario.world[server].faults.add({ on: { path }, times: 99, fault: { kind: "cut-body", stall } });
        if (path === "/legacy/") {
          hideWhatIsStored(scenario);
        }
        const started = Date.now();
        const result = await scenario.run({ environment: IMPATIENT });
        expect((Date.now() - started) / 1000).toBeLessThan(BOUND);
        const text = failure(result, code);
        if (path === "/legacy/") {
          expect(text).toContain("may or may not be stored");
          expect(text).toContain(`${wheel.filename}: unknown`);
          expect(scenario.index.state.mintedTokens.every(({ burnedAt }) => burnedAt !== undefined)).toBe(true);
        } else {
          expect(scenario.stored()).toEqual([]);
        }
      }),
    (BOUND + 5) * 1000,
  );

  it.concurrent.each([
    ["the audience", "/_/oidc/audience"],
    ["mint-token", "/_/oidc/mint-token"],
    ["the upload", "/legacy/"],
  ])("once, from %s, is survived", (_what, path) =>
    inScenario(async (scenario) => {
      const release = scenario.putRelease();
      scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
      scenario.index.faults.add({ on: { path }, fault: { kind: "cut-body" } });
      expect((await scenario.run()).exitCode).toBe(0);
      expect(scenario.stored()).toEqual(release.map(({ filename }) => filename));
      const tokens = scenario.world.github.issued.map(({ token }) => token);
      expect(new Set(tokens).size).toBe(path === "/_/oidc/mint-token" ? 2 : 1);
    }),
  );

  it.concurrent("for good, from the upload, leaves a release that running again finishes", () =>
    inScenario(async (scenario) => {
      const release = scenario.putRelease();
      scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
      scenario.index.faults.add({ on: { path: "/legacy/" }, times: 3, fault: { kind: "lost-answer" } });
      hideWhatIsStored(scenario);
      failure(await scenario.run({ environment: IMPATIENT }), "index-answer-invalid");
      scenario.index.faults.clear();
      expect((await scenario.run()).exitCode).toBe(0);
      expect(scenario.stored()).toEqual(release.map(({ filename }) => filename));
    }));
});
