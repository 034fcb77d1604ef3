import { describe, expect, it } from "@jest/globals";
import { advice, eventWarning } from "../../src/publish/advice.ts";
import { target } from "../builders/targets.ts";

const pypi = target("https://upload.pypi.org/legacy/");
const other = target("https://index.example/upload/");

describe("advice", () => {
  it.each([
    ["nothing for trusted publishing in a job of its own", pypi, false, true, false, []],
    ["trusted publishing instead of a token", pypi, true, false, false, [/Trusted publishing needs no secret/]],
    ["the end of a token beside trusted publishing", pypi, true, true, false, [/`id-token: write`.*delete the token/]],
    ["a job of its own for the build", pypi, false, true, true, [/Build in a job of its own/]],
    ["nothing for the password of another index", other, true, true, false, []],
  ] as const)("is %s", (_what, index, passwordGiven, identityTokens, publishesFromCheckout, expected) => {
    const found = advice({ target: index, passwordGiven, identityTokens, publishesFromCheckout });
    expect(found).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});

describe("the event that started the run", () => {
  it.each([
    ["push", false, false],
    ["release", false, false],
    ["workflow_run", false, false],
    ["workflow_run", true, true],
    ["pull_request_target", false, true],
    ["issue_comment", false, true],
  ])("%s, of a fork: %s, is warned about: %s", (eventName, fromFork, warned) => {
    expect(eventWarning({ eventName, fromFork }) !== undefined).toBe(warned);
  });
});
