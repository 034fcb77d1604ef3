import { afterEach, describe, expect, it } from "@jest/globals";
import { publishingSteps, type Step, snippets } from "../../scripts/docs/snippets.ts";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { errors, JOB, REPOSITORY, Scenario } from "./harness.ts";

let scenario: Scenario;
afterEach(() => scenario.close());

const STEPS = snippets().flatMap((snippet) =>
  publishingSteps(snippet).map((step) => ({ place: `${snippet.place}, ${snippet.heading}`, step })),
);

/** What GitHub puts in the place of expressions; inputs of composite actions have their defaults. */
function inputsOf({ with: given = {} }: Step): Record<string, string> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      String(value)
        .replaceAll(/\$\{\{ inputs\.user \}\}/g, "__token__")
        .replaceAll(/\$\{\{ inputs\.password \}\}/g, "")
        .replaceAll(/\$\{\{ (?:secrets|vars|steps)\.([\w.]+) \}\}/g, (_expression, what: string) => `the-${what}`),
    ]),
  );
}

describe.each(STEPS)("the step at $place", ({ step }) => {
  it("publishes a release, on an index that knows the credential it gives", async () => {
    const inputs = inputsOf(step);
    const { user = "__token__", password = "" } = inputs;
    scenario = await Scenario.start(password === "" ? {} : { index: { userPassword: { user, password } } });
    scenario.put(buildWheel(), buildSdist());
    scenario.write(`packages/one/dist/${buildWheel().filename}`, buildWheel().content);
    scenario.write("packages/internal/dist/notes.txt", "");
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });

    const result = await scenario.run({
      job: { ...JOB, environment: "pypi" },
      inputs: {
        ...inputs,
        ...(password !== "" && user === "__token__" && { password: scenario.index.addApiToken() }),
        "repository-url": scenario.index.uploadUrl,
        ...(inputs["check-url"] !== undefined && { "check-url": scenario.index.simpleUrl }),
      },
    });

    expect(errors(result)).toEqual([]);
    expect(result.exitCode).toBe(0);
    const expected = inputs["dry-run"] === "true" ? 0 : inputs["packages-dir"]?.includes("packages") ? 1 : 2;
    expect(scenario.stored()).toHaveLength(expected);
  });
});
