import { expect } from "@jest/globals";
import type { ProgramResult } from "../emulator/runner/process.ts";
import type { ActionResult } from "../emulator/runner/run-action.ts";
import type { Login } from "./clients.ts";

/** Exit code 0; what it wrote is shown when not. */
export function expectSuccess({ exitCode, stdout, stderr }: ProgramResult): void {
  expect(exitCode === 0 ? "success" : `exit code ${exitCode}\n${stdout}${stderr}`).toBe("success");
}

/** Exit code 1, and one error annotation that is words, not markup, and says what the pattern asks for. */
export function expectReadableFailure(result: ActionResult, wanted: RegExp): void {
  const annotations = result.stdout.split("\n").filter((line) => line.startsWith("::error"));
  expect({ exitCode: result.exitCode, annotations }).toEqual({
    exitCode: 1,
    annotations: [expect.stringMatching(wanted)],
  });
  expect(annotations[0]).not.toMatch(/<\/?\w+>|&#\d+;|\[object/);
}

/** No output holds the password, plain or in a Basic credential; what asks the runner to mask it may. */
export function expectSecretUnseen(result: ActionResult, login: Login): void {
  const log = `${result.stdout}\n${result.stderr}`.replaceAll(/^::add-mask::.*$/gm, "");
  const written = [result.summary, ...result.outputs.values(), ...result.state.values(), ...result.exported.values()];
  const everything = [log, ...written].join("\n");
  expect(everything).not.toContain(login.password);
  expect(everything).not.toContain(Buffer.from(`${login.user}:${login.password}`).toString("base64"));
}
