import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readInput, readWorkflowContext } from "../../src/runner/workflow-context.ts";

let folder = "";
let before: NodeJS.ProcessEnv;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "context-"));
  before = { ...process.env };
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  process.env = before;
});

function withEvent(payload: string): boolean {
  const path = join(folder, "event.json");
  writeFileSync(path, payload);
  process.env.GITHUB_EVENT_PATH = path;
  return readWorkflowContext().fromFork;
}

const pullRequest = (head: string | null, base: string) =>
  JSON.stringify({
    pull_request: { head: { repo: head && { full_name: head } }, base: { repo: { full_name: base } } },
  });

describe("the workflow context", () => {
  it.each([
    ["a pull request from a fork", pullRequest("someone/r", "o/r"), true],
    ["one whose fork has been deleted", pullRequest(null, "o/r"), true],
    ["one from the same repository", pullRequest("o/r", "o/r"), false],
    ["a push", JSON.stringify({ ref: "refs/heads/main" }), false],
    ["a payload that cannot be read", "{", false],
  ])("tells of %s whether it is from a fork", (_what, payload, expected) => {
    expect(withEvent(payload)).toBe(expected);
  });

  it("knows an identity token endpoint only when address and token are there", () => {
    delete process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN;
    process.env.ACTIONS_ID_TOKEN_REQUEST_URL = "https://x.example";
    expect(readWorkflowContext().identityTokenUrl).toBeUndefined();
    process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN = "t";
    expect(readWorkflowContext().identityTokenUrl?.href).toBe("https://x.example/");
  });

  it("reads an input under the runner's name for it, unset apart from empty", () => {
    process.env["INPUT_PACKAGES-DIR"] = "out";
    process.env.INPUT_USER = "";
    delete process.env.INPUT_PASSWORD;
    expect([readInput("packages-dir"), readInput("user"), readInput("password")]).toEqual(["out", "", undefined]);
  });
});
