import { afterEach, describe, expect, it } from "@jest/globals";
import { failure, REPOSITORY, Scenario } from "./harness.ts";

let scenario: Scenario;
afterEach(() => scenario.close());

describe("a run that the runner cancels", () => {
  it.each(["SIGINT", "SIGTERM"] as const)(
    "with %s during an upload burns the token and reports at once",
    async (signal) => {
      scenario = await Scenario.start();
      const [wheel] = scenario.putRelease();
      scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
      scenario.index.faults.add({ on: { path: "/legacy/" }, fault: { kind: "stall" } });

      const result = await scenario.run({
        started: (kill) => void scenario.requested("/legacy/").then(() => kill(signal)),
      });

      const text = failure(result, "cancelled");
      expect(text).toContain(`${wheel.filename}: unknown`);
      expect(scenario.requests().filter((request) => request.endsWith("/legacy/"))).toHaveLength(1);
      expect(scenario.index.state.mintedTokens.map(({ burnedAt }) => burnedAt !== undefined)).toEqual([true]);
      expect(result.summary).toContain("cancelled");
    },
  );

  it("while GitHub is asked for an identity token ends at once, too", async () => {
    scenario = await Scenario.start();
    scenario.putRelease();
    scenario.world.github.faults.add({ on: {}, fault: { kind: "stall" } });
    const result = await scenario.run({
      started: (kill) => void scenario.requested(/./, "github").then(() => kill("SIGINT")),
    });
    failure(result, "cancelled");
    expect(scenario.exchanges()).toEqual(["GET /_/oidc/audience"]);
  });
});
