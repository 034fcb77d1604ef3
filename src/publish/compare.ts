import { computeDigests, type Digests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import type { Finding } from "../distribution/finding.ts";
import type { IndexedFile } from "../package-index/project-page.ts";
import type { ProjectReading, SimpleApi } from "../package-index/simple-api.ts";
import type { IndexTarget } from "../package-index/target.ts";
import type { UploadResult } from "../package-index/upload-result.ts";
import { Pool } from "../pool.ts";
import type { Clock, Log } from "../ports.ts";
import { normalizeProjectName } from "../standards/project-name.ts";
import { VerificationError } from "../verification/verification-error.ts";
import type { VerifiedRelease } from "../verification/verify-release.ts";
import {
  conflict,
  type IndexFinding,
  newProjectFindings,
  passedOver,
  projectFindings,
  unattested,
} from "./compare-findings.ts";
import { printHashes } from "./hashes.ts";
import type { Ledger } from "./ledger.ts";

export interface Comparing {
  /** Undefined when it is not known where the index can be read. */
  readonly simpleApi: SimpleApi | undefined;
  readonly target: IndexTarget;
  /** Whether PyPI's rules about projects and releases hold. */
  readonly rulesOfPypi: boolean;
  readonly skipExisting: boolean;
  readonly printHash: boolean;
  readonly attestationsRequired: boolean;
  readonly ledger: Ledger;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

export interface Comparison {
  /** What is left to upload. */
  readonly release: VerifiedRelease;
  /** What a maintainer should know; nothing has to be changed for this run. */
  readonly warnings: readonly Finding[];
  /** Whether the index has each project, by normalised name; without those that could not be read. */
  readonly projects: ReadonlyMap<string, boolean>;
}

const FILES_AT_ONCE = 4;
const REMEDY = "Nothing was uploaded. Act on what is listed, then publish all distributions together.";

/**
 * Holds the release against what the index lists: what is there with the same SHA-256 is `already-present`; what is
 * there with another is an error, or `passed-over` with `skipExisting`; the rest is left to upload. Whether the index
 * takes new files in these projects and releases is found out here too (index rules P-13 to P-30). An index that
 * cannot be read decides for itself when it gets the uploads.
 *
 * @throws VerificationError with every reason why the release cannot be completed, before anything is uploaded.
 */
export async function compareWithIndex(release: VerifiedRelease, comparing: Comparing): Promise<Comparison> {
  const { simpleApi, target, log } = comparing;
  if (simpleApi === undefined) {
    log.info(
      `What ${target.name} holds already is not looked up: where to read it is not known. Give its Simple API as \`check-url\` to have contents compared.`,
    );
    return { release, warnings: [], projects: new Map() };
  }
  const projects = Map.groupBy(release.distributions, ({ metadata }) => normalizeProjectName(metadata.name));
  const pool = new Pool(FILES_AT_ONCE);
  const compared = await Promise.all(
    [...projects].map(([name, distributions]) =>
      compareProject(name, distributions, { ...comparing, simpleApi, pool }),
    ),
  );
  const findings = compared.flatMap((project) => project.findings);
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors[0] !== undefined) {
    throw new VerificationError(errors, errors[0].code, REMEDY);
  }
  const left = new Set(compared.flatMap((project) => project.left));
  const distributions = release.distributions.filter((distribution) => left.has(distribution));
  const known = compared.flatMap(({ name, exists }) => (exists === undefined ? [] : [[name, exists] as const]));
  return { release: { ...release, distributions }, warnings: findings, projects: new Map(known) };
}

interface Under extends Comparing {
  readonly simpleApi: SimpleApi;
  readonly pool: Pool;
}

interface ComparedProject {
  /** Normalised. */
  readonly name: string;
  /** Undefined when the index could not be read. */
  readonly exists: boolean | undefined;
  readonly left: readonly Distribution[];
  readonly findings: readonly IndexFinding[];
}

async function compareProject(
  name: string,
  distributions: readonly Distribution[],
  comparing: Under,
): Promise<ComparedProject> {
  const { simpleApi, rulesOfPypi, clock, target, signal } = comparing;
  const reading = await simpleApi.project(name);
  signal.throwIfAborted();
  if (reading.kind === "unreadable") {
    sayUnreadable(name, reading, comparing);
    return { name, exists: undefined, left: distributions, findings: [] };
  }
  if (reading.kind === "no-project") {
    const findings = rulesOfPypi ? newProjectFindings(distributions, target) : [];
    return { name, exists: false, left: distributions, findings };
  }
  const { files } = reading.page;
  const verdicts = await Promise.all(
    distributions.map((distribution) => compareFile(distribution, files.get(distribution.filename), comparing)),
  );
  const left = verdicts.flatMap((verdict) => verdict.left ?? []);
  const absent = left.filter(({ filename }) => !files.has(filename));
  return {
    name,
    exists: true,
    left,
    findings: [
      ...verdicts.flatMap((verdict) => verdict.finding ?? []),
      ...projectFindings(absent, { page: reading.page, target, rulesOfPypi, now: clock.now() }),
    ],
  };
}

/** An index that should be readable and is not deserves a warning; one that was only assumed to be does not. */
function sayUnreadable(
  name: string,
  { reason }: ProjectReading & { readonly kind: "unreadable" },
  { simpleApi, target, log }: Under,
): void {
  const message = `What ${target.name} holds of ${name} could not be compared, so it decides about each upload itself: ${reason}.`;
  if (simpleApi.location.source === "assumed") {
    log.info(message);
  } else {
    log.warning(message);
  }
}

/** What is left to upload, if it is, and what there is to say about it. */
interface Verdict {
  readonly left?: Distribution;
  readonly finding?: IndexFinding;
}

/** A file is read only when the index lists one of its name. */
async function compareFile(
  distribution: Distribution,
  indexed: IndexedFile | undefined,
  comparing: Under,
): Promise<Verdict> {
  const { pool, log, target, printHash, skipExisting, attestationsRequired, signal } = comparing;
  if (indexed === undefined) {
    return { left: distribution };
  }
  if (indexed.sha256 === undefined) {
    log.info(`${target.name} lists ${distribution.filename} without a SHA-256, so its content is not compared.`);
    return { left: distribution };
  }
  const digests = await pool.run(() => computeDigests(distribution, { md5: printHash, signal }));
  if (printHash) {
    printHashes(distribution, digests, log);
  }
  if (digests.sha256 === indexed.sha256) {
    const attested = indexed.hasProvenance;
    record(distribution, { digests, url: indexed.url, status: "already-present", attested }, comparing);
    log.info(`${distribution.filename}: already present (SHA-256 ${digests.sha256})`);
    const lacking = attestationsRequired && !attested;
    return lacking ? { finding: unattested(distribution.filename, target) } : {};
  }
  const hashes = { local: digests.sha256, indexed: indexed.sha256 };
  if (!skipExisting) {
    record(distribution, { digests, url: undefined, status: "not-attempted", attested: false }, comparing);
    return { finding: conflict(distribution.filename, hashes, target) };
  }
  record(distribution, { digests, url: indexed.url, status: "passed-over", attested: false }, comparing);
  return { finding: passedOver(distribution.filename, hashes, target) };
}

function record(
  distribution: Distribution,
  { url, ...found }: Pick<UploadResult, "status" | "attested"> & { digests: Digests; url: string | undefined },
  { ledger }: Under,
): void {
  ledger.record({ distribution, ...found, ...(url !== undefined && { url }), attempts: 0, seconds: 0 });
}
