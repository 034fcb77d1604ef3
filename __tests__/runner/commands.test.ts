import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import { afterEach, describe, expect, it } from "@jest/globals";
import * as commands from "../../src/runner/commands.ts";
import { catchOutput } from "./caught-output.ts";

// GitHub's own toolkit is the judge: what it writes for the runner, ours has to write too, byte for byte.
const written = catchOutput();
afterEach(() => {
  delete process.env.GITHUB_OUTPUT;
});

function bytes(act: () => void): string {
  written.length = 0;
  act();
  return written.join("");
}

const PAIRS: readonly (readonly [ours: (text: string) => void, theirs: (text: string) => void])[] = [
  [commands.info, core.info],
  [commands.debug, core.debug],
  [commands.warning, core.warning],
  [commands.setSecret, core.setSecret],
  [commands.startGroup, core.startGroup],
];
const TEXTS = ["plain", "", "100% %0A", "a\r\nb\nc", "a:b,c::d", "::error::x", "ä € 𝄞\u0000"];

describe("commands to the runner", () => {
  it.each(TEXTS)("are those of the toolkit for %j", (text) => {
    for (const [ours, theirs] of PAIRS) {
      expect(bytes(() => ours(text))).toBe(bytes(() => theirs(text)));
    }
    expect(bytes(() => commands.error(text, "a: 1,\n2%"))).toBe(bytes(() => core.error(text, { title: "a: 1,\n2%" })));
    expect(bytes(() => commands.endGroup())).toBe(bytes(() => core.endGroup()));
  });

  it.each(TEXTS)("set an output to %j as the toolkit does, in the file and without one", (text) => {
    const folder = mkdtempSync(join(tmpdir(), "commands-"));
    const [ours, theirs] = [commands.setOutput, core.setOutput].map((setOutput, index) => {
      const file = join(folder, String(index));
      writeFileSync(file, "before\n");
      process.env.GITHUB_OUTPUT = file;
      setOutput("name", text);
      return readFileSync(file, "utf8").replaceAll(/ghadelimiter_[0-9a-f-]{36}/g, "DELIMITER");
    });
    expect(ours).toBe(theirs);
    expect(ours).toContain("DELIMITER");
    delete process.env.GITHUB_OUTPUT;
    expect(bytes(() => commands.setOutput("a,b", text))).toBe(bytes(() => core.setOutput("a,b", text)));
  });
});
