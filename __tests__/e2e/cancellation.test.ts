import { randomBytes } from "node:crypto";
import { afterEach, describe, expect, it } from "@jest/globals";
import { buildSdist, buildWheel } from "../builders/archives.ts";
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

describe("a run that takes longer than it may", () => {
  it("ends, burns the token, and says what is on the index and how to give it more time", async () => {
    scenario = await Scenario.start();
    const [wheel, sdist] = scenario.putRelease();
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    scenario.index.faults.add({ on: { path: "/legacy/", nth: 2 }, fault: { kind: "stall" } });
    const text = failure(await scenario.run({ environment: { PUBLISH_TIMEOUT: "8" } }), "deadline-exceeded");
    expect(text).toContain("had not ended after 8 s");
    expect(text).toContain("PUBLISH_TIMEOUT");
    expect(text).toContain(`${wheel.filename}: uploaded`);
    expect(text).toContain(`${sdist.filename}: unknown`);
    expect(scenario.index.state.mintedTokens.map(({ burnedAt }) => burnedAt !== undefined)).toEqual([true]);
  });

  it.each([
    ["PUBLISH_TIMEOUT", "0"],
    ["PUBLISH_HTTP_TIMEOUT", "soon"],
    ["PUBLISH_HTTP_RETRIES", "99"],
  ])("is not begun with %s: %s", async (name, value) => {
    scenario = await Scenario.start();
    scenario.putRelease();
    const text = failure(await scenario.run({ environment: { [name]: value } }), "input-invalid");
    expect(text).toContain(`${name} is "${value}"`);
    expect(scenario.requests()).toEqual([]);
  });
});

describe("an upload that takes long", () => {
  it("says how far it is, and one that does not says nothing", async () => {
    scenario = await Scenario.start({ link: { bitsPerSecond: 32_000_000 } });
    const [wheel, sdist] = [
      buildWheel({ files: { "sample_project/data.bin": randomBytes(60_000_000) } }),
      buildSdist(),
    ];
    scenario.put(wheel, sdist);
    const result = await scenario.run({ inputs: { password: scenario.index.addApiToken() } });
    expect(result.exitCode).toBe(0);
    const lines = result.stdout.split("\n").filter((line) => line.includes(": ") && line.includes(" % of "));
    expect(lines).toEqual([
      expect.stringMatching(`^${wheel.filename}: \\d+ % of 60.\\d MB sent, .* MB/s, about .* s left$`),
    ]);
  });
});
