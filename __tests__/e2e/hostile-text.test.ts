import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { renderMarkdown } from "../../scripts/summary/page.ts";
import { buildWheel } from "../builders/archives.ts";
import { failure, JOB, Scenario, warnings } from "./harness.ts";

let scenario: Scenario;
beforeEach(async () => {
  scenario = await Scenario.start();
});
afterEach(() => scenario.close());

const HOSTILE = "<img src=x onerror=alert(1)>\u202e\u200b`](https://evil.example)\u001b[2J ::error::x ##[error]x";
/** As much of it as a file can be called. */
const NAME = process.platform === "win32" ? "\u202e\u200b`](evil.example) ##[error]x" : HOSTILE.replaceAll("/", "");
const COMMANDS = ["add-mask", "error", "warning", "group", "endgroup"];

/** Neither the runner nor GitHub finds anything in it that is not the action's own, and nothing is hidden. */
function expectInert({ stdout, summary }: { readonly stdout: string; readonly summary: string }): void {
  const commands = Array.from(stdout.matchAll(/^\s*::([a-z-]+)/gm), ([, command]) => command);
  expect(commands.filter((command) => !COMMANDS.includes(command ?? ""))).toEqual([]);
  expect(stdout).not.toContain("##[");
  expect(renderMarkdown(summary)).not.toMatch(/<img|evil\.example"|<h1>/);
  expect(["\u001b", "\u200b", "\u202e"].filter((hidden) => `${stdout}${summary}`.includes(hidden))).toEqual([]);
}

it("claims that are made to be something else are shown as text", async () => {
  scenario.putRelease();
  const result = await scenario.run({ job: { ...JOB, environment: `${HOSTILE}\n\n# h\n::error::x`, ref: HOSTILE } });
  expect(failure(result, "trusted-publisher-refused")).toContain("Environment name: <img src=x");
  expectInert(result);
});

it("names of files, headers and projects are, too", async () => {
  scenario.put(
    buildWheel({
      name: "constructor",
      headers: [
        ["__proto__", "x"],
        ["Classifier", `Framework :: ${HOSTILE}`],
      ],
    }),
    { ...buildWheel(), filename: NAME },
    { ...buildWheel(), filename: "__proto__" },
  );
  const result = await scenario.run({ inputs: { "dry-run": "true" } });
  expect(result.exitCode).toBe(0);
  expect(warnings(result).join()).toContain('not sent: "__proto__"');
  expect(JSON.parse(result.outputs.get("distributions") ?? "")).toMatchObject([{ project: "constructor" }]);
  expectInert(result);
});

it.each(["[]", '{"pull_request":null}', '{"workflow_run":[]}', "[".repeat(200_000), "\ufeff{}", "\xff"])(
  "an event of another form than GitHub's changes nothing: %.30s",
  async (event) => {
    scenario.put(buildWheel());
    scenario.write("event.json", Buffer.from(event, "latin1"));
    const environment = { GITHUB_EVENT_PATH: `${scenario.workspace}/event.json` };
    const result = await scenario.run({ inputs: { "dry-run": "true" }, environment });
    expect(result.exitCode).toBe(0);
    expectInert(result);
  },
);
