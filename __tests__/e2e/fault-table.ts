import { createServer } from "node:net";
import { expect } from "@jest/globals";
import type { Fault, FaultMatch } from "../../emulator/faults.ts";
import type { IndexOptions } from "../../emulator/index/options.ts";
import { type BuiltArchive, buildSdist, buildWheel } from "../builders/archives.ts";
import { REPOSITORY, Scenario } from "./harness.ts";

/** An environment in which attempts end and runs give up soon: 3 s without progress, three attempts. */
export const IMPATIENT = { PUBLISH_HTTP_TIMEOUT: "3", PUBLISH_HTTP_RETRIES: "2" };

export const UPLOAD: FaultMatch = { path: "/legacy/" };
export const AUDIENCE: FaultMatch = { path: "/_/oidc/audience" };
export const MINT: FaultMatch = { path: "/_/oidc/mint-token" };

/** An error page as a proxy or a load balancer before the index makes it. */
export function page(status: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return {
    kind: "answer",
    status,
    headers: { "content-type": "text/html", ...headers },
    body: `<html><head><title>${status}</title></head><body><h1>Backend is unhealthy</h1></body></html>`,
  };
}

/** A scenario with a release of so many wheels and an sdist, and a publisher for it. */
export async function releaseScenario(
  wheels: number,
  index: IndexOptions = {},
): Promise<{ scenario: Scenario; release: readonly BuiltArchive[] }> {
  const scenario = await Scenario.start({ index });
  const release = [
    ...Array.from({ length: wheels }, (_, n) =>
      buildWheel({ tag: `cp3${10 + n}-none-any`, files: { "sample_project/n.py": `n = ${n}\n` } }),
    ),
    buildSdist(),
  ];
  scenario.put(...release);
  scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
  return { scenario, release };
}

/** Runs a test in such a scenario and closes it, for tests that go side by side. */
export async function withRelease(
  wheels: number,
  test: (scenario: Scenario, release: readonly BuiltArchive[]) => Promise<void>,
  index: IndexOptions = {},
): Promise<void> {
  const { scenario, release } = await releaseScenario(wheels, index);
  try {
    await test(scenario, release);
  } finally {
    await scenario.close();
  }
}

/** The index holds exactly these files, each once and byte by byte. */
export function expectStored(scenario: Scenario, files: readonly BuiltArchive[]): void {
  const stored = scenario.index.state.files.map(({ filename, content }) => ({ filename, bytes: content.bytes() }));
  const expected = files.map(({ filename, content }) => ({ filename, bytes: content }));
  const sorted = (list: typeof stored) => list.toSorted((a, b) => (a.filename < b.filename ? -1 : 1));
  expect(sorted(stored).map(({ filename }) => filename)).toEqual(sorted(expected).map(({ filename }) => filename));
  for (const [at, { filename, bytes }] of sorted(stored).entries()) {
    expect({ filename, same: sorted(expected)[at]?.bytes.equals(bytes) }).toEqual({ filename, same: true });
  }
}

/** Every token of the run is dead, and none was shown to the index after its end. */
export function expectBurned(scenario: Scenario): void {
  const { mintedTokens } = scenario.index.state;
  expect(mintedTokens.map(({ burnedAt }) => burnedAt !== undefined)).toEqual(mintedTokens.map(() => true));
}

/** A port of 127.0.0.1 on which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address !== null ? address.port : 0;
}
