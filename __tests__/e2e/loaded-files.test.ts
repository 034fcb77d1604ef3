import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, it } from "@jest/globals";
import { REPOSITORY, Scenario } from "./harness.ts";

let scenario: Scenario;
afterEach(() => scenario.close());

/** Writes down the name of every file that is loaded as code (https://nodejs.org/api/module.html#moduleregisterhooksoptions). */
const HOOK = `
import { appendFileSync } from "node:fs";
import { registerHooks } from "node:module";
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LOADED_FILES, url + "\\n");
    return next(url, context);
  },
});
`;

async function loaded(inputs: Readonly<Record<string, string>>): Promise<string[]> {
  scenario = await Scenario.start();
  scenario.putRelease();
  scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
  scenario.write("hook.mjs", HOOK);
  scenario.write("loaded.txt", "");
  const result = await scenario.run({
    inputs: { "sigstore-config": await scenario.world.sigstore.clientTrustConfigPath(), ...inputs },
    environment: {
      NODE_OPTIONS: `--import=${pathToFileURL(join(scenario.workspace, "hook.mjs"))}`,
      LOADED_FILES: join(scenario.workspace, "loaded.txt"),
    },
  });
  expect(result.exitCode).toBe(0);
  return readFileSync(join(scenario.workspace, "loaded.txt"), "utf8").split("\n");
}

/** Whether the file is one of the bundle that holds code for Sigstore. */
function isForSigstore(url: string): boolean {
  return url.includes("/dist/") && /fulcio|@sigstore/.test(readFileSync(new URL(url), "utf8"));
}

it("a run with attestations loads Sigstore's part of the bundle, and one without does not", async () => {
  const attesting = await loaded({});
  await scenario.close();
  const without = await loaded({ attestations: "false" });
  const difference = attesting.filter((url) => isForSigstore(url)).map((url) => basename(url));
  expect(difference).not.toEqual([]);
  expect(without.some((url) => url.endsWith("/dist/index.js"))).toBe(true);
  expect(without.filter(isForSigstore)).toEqual([]);
}, 120_000);
