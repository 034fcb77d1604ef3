import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { buildSdist, buildWheel } from "../__tests__/builders/archives.ts";
import { DISTRIBUTIONS_FOLDER } from "../fixtures/catalogue.ts";
import { readDistributions } from "../src/distribution/read-distributions.ts";
import { verifyRelease } from "../src/verification/verify-release.ts";
import { hostileText } from "./hostile-text.ts";
import { mutate, mutation } from "./mutations.ts";
import { fuzzProperty } from "./property.ts";
import { assertInert, assertKnown } from "./surfaces.ts";

interface Archive {
  readonly filename: string;
  readonly content: Buffer;
}

/** Bytes the process may grow by one archive: what a run may take in all is 160 MB. */
const GROWTH_BYTES = 100_000_000;

const FIXTURES: readonly Archive[] = readdirSync(DISTRIBUTIONS_FOLDER)
  .sort()
  .map((filename) => ({ filename, content: readFileSync(join(DISTRIBUTIONS_FOLDER, filename)) }));

const NAME = "sample-project";

/** Real distributions, changed in a few places. */
const mutatedFixture = fc
  .tuple(fc.constantFrom(...FIXTURES), mutation)
  .map(([{ filename, content }, changes]) => ({ filename, content: mutate(content, changes) }));

const memberPath = fc.oneof(
  hostileText,
  fc.constantFrom(`${NAME}/__init__.py`, "a/../../b", "/abs", "a//b", "CON", "x".repeat(5000)),
);
const members = fc.dictionary(memberPath, fc.string({ maxLength: 40 }), { maxKeys: 4 });
const headerName = fc.oneof(
  fc.constantFrom(
    "Summary",
    "Author",
    "Author-Email",
    "License-Expression",
    "License-File",
    "Classifier",
    "Requires-Dist",
  ),
  fc.constantFrom("Project-URL", "Home-page", "Keywords", "Requires-Python", "Provides-Extra", "Dynamic", "Platform"),
  fc.constantFrom("Description-Content-Type", "Import-Name", "Metadata-Version", "Name", "Version", "X-Unknown"),
);
const headers = fc.array(fc.tuple(headerName, hostileText), { maxLength: 6 });
const metadataVersion = fc.constantFrom("1.0", "2.1", "2.2", "2.4", "2.5", "9.9", "");

/** Distributions that are well made around hostile content. */
const builtArchive = fc
  .record({ wheel: fc.boolean(), files: members, headers, metadataVersion, description: hostileText })
  .map(({ wheel, ...options }): Archive => (wheel ? buildWheel(options) : buildSdist(options)));

/** Distributions whose whole core metadata is hostile. */
const hostileMetadata = fc
  .record({
    wheel: fc.boolean(),
    metadata: fc.oneof(
      hostileText,
      headers.map((all) => all.map((one) => one.join(": ")).join("\n")),
    ),
  })
  .map(({ wheel, metadata }): Archive => (wheel ? buildWheel({ metadata }) : buildSdist({ metadata })));

let folder: string | undefined;

/** Reads and judges an archive as a run does, and shows what a run would show. */
async function publishable({ filename, content }: Archive): Promise<void> {
  folder ??= temporaryFolder();
  const path = join(folder, filename);
  const before = process.resourceUsage().maxRSS;
  writeFileSync(path, content);
  try {
    const candidate = { path, filename, size: content.length, modifiedMs: statSync(path).mtimeMs };
    const { distributions, findings } = await readDistributions([candidate]);
    if (distributions.length + findings.filter(({ severity }) => severity === "error").length !== 1) {
      throw new Error("neither read nor refused");
    }
    await judge(distributions, findings);
  } finally {
    rmSync(path);
  }
  if (readdirSync(folder).length > 0) {
    throw new Error(`left behind: ${readdirSync(folder).join(", ")}`);
  }
  const grown = (process.resourceUsage().maxRSS - before) * 1024;
  if (grown > GROWTH_BYTES) {
    throw new Error(`${content.length} bytes made the process grow by ${grown}`);
  }
}

async function judge(
  distributions: Parameters<typeof verifyRelease>[0]["distributions"],
  findings: Parameters<typeof verifyRelease>[0]["findings"],
): Promise<void> {
  const results = distributions.map((distribution) => ({
    distribution,
    status: "not-attempted" as const,
    attested: false,
    attempts: 0,
    seconds: 0,
  }));
  try {
    const release = await verifyRelease({ distributions, findings, strictness: "pypi" });
    assertInert(
      undefined,
      release.warnings.map(({ message, remedy }) => `${message} ${remedy}`),
      results,
    );
  } catch (error) {
    assertKnown(error);
    assertInert(
      error,
      findings.map(({ message }) => message),
      results,
    );
  }
}

function temporaryFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "fuzz-"));
  process.once("exit", () => rmSync(made, { recursive: true, force: true }));
  return made;
}

export const archives = [
  fuzzProperty("real archives, mutated", 10_000, mutatedFixture, publishable),
  fuzzProperty("archives with hostile names and metadata", 4_000, builtArchive, publishable),
  fuzzProperty("hostile core metadata", 4_000, hostileMetadata, publishable),
];
