import { expect } from "@jest/globals";
import type { Fault } from "../../emulator/faults.ts";
import type { SigstoreOptions } from "../../emulator/sigstore/sigstore-server.ts";
import { loadSigstore } from "../../emulator/world.ts";
import { errors, REPOSITORY, Scenario, warnings } from "./harness.ts";

await loadSigstore();

type Body = (scenario: Scenario, inputs: Record<string, string>) => Promise<void>;

/**
 * A world of its own with a release to publish, and the inputs that have it attested by the emulated Sigstore. Tests that
 * wait for pauses between attempts run side by side in such.
 */
export async function inScenario(body: Body, sigstore: SigstoreOptions = {}): Promise<void> {
  const scenario = await Scenario.start({ sigstore });
  try {
    scenario.putRelease();
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    await body(scenario, { "sigstore-config": await scenario.world.sigstore.clientTrustConfigPath() });
  } finally {
    await scenario.close();
  }
}

export const CERTIFICATE = { path: "/api/v2/signingCert" };
export const ENTRIES = { method: "POST", path: "/api/v1/log/entries" };
export const ENTRY = { method: "GET", path: /^\/api\/v1\/log\/entries\// };

/** An answer of Fulcio or Rekor with a status and nothing else of use. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return {
    kind: "answer",
    status: code,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ code, message: "come back later" }),
  };
}

/** Not a byte was sent to the upload API, and what was minted is given back. */
export function expectNothingUploaded(scenario: Scenario): void {
  expect(scenario.stored()).toEqual([]);
  expect(scenario.requests().filter((request) => request.includes("/legacy/"))).toEqual([]);
  expect(scenario.index.state.mintedTokens.every(({ burnedAt }) => burnedAt !== undefined)).toBe(true);
}

/** Everything is published with an attestation, and nothing is said to be odd. */
export function expectAttested(scenario: Scenario, result: Awaited<ReturnType<Scenario["run"]>>): void {
  expect([...errors(result), ...warnings(result)]).toEqual([]);
  expect(result.exitCode).toBe(0);
  expect(scenario.index.state.files.map(({ attestations }) => attestations.length)).toEqual([1, 1]);
}
