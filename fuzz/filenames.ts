import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { buildWheel } from "../__tests__/builders/archives.ts";
import { discoverDistributions } from "../src/distribution/discover.ts";
import { readDistributions } from "../src/distribution/read-distributions.ts";
import { verifyRelease } from "../src/verification/verify-release.ts";
import { hostileFilename } from "./hostile-text.ts";
import { fuzzProperty } from "./property.ts";
import { assertInert, assertKnown } from "./surfaces.ts";

const { content } = buildWheel();
const ending = fc.constantFrom(
  ".whl",
  "-1.0-py3-none-any.whl",
  ".tar.gz",
  "-1.0.tar.gz",
  ".zip",
  ".publish.attestation",
  "",
);
const filename = fc.tuple(hostileFilename, ending).map((parts) => parts.join(""));

/** A folder of files with such names, published as a run does it up to the first request. */
async function discoverable(names: readonly string[]): Promise<void> {
  const workspace = await mkdtemp(join(tmpdir(), "fuzz-"));
  try {
    await Promise.all(names.map((name) => writeFile(join(workspace, name), content)));
    await publishFrom(workspace);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

async function publishFrom(workspace: string): Promise<void> {
  try {
    const { candidates, foreign, warnings } = await discoverDistributions({ packagesDir: ".", workspace });
    assertInert(undefined, [...warnings, ...foreign.map(({ path, reason }) => `${path}: ${reason}`)]);
    const { distributions, findings } = await readDistributions(candidates);
    const results = distributions.map((distribution) => ({
      distribution,
      status: "uploaded" as const,
      attested: false,
      attempts: 1,
      seconds: 0,
    }));
    assertInert(
      undefined,
      candidates.map((candidate) => candidate.filename),
      results,
    );
    await verifyRelease({ distributions, findings, strictness: "pypi" });
  } catch (error) {
    assertKnown(error);
    assertInert(error, []);
  }
}

export const filenames = [
  fuzzProperty("file names", 2_000, fc.uniqueArray(filename, { minLength: 1, maxLength: 4 }), discoverable),
];
