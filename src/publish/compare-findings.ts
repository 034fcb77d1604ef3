import type { Distribution } from "../distribution/distribution.ts";
import type { Finding } from "../distribution/finding.ts";
import type { ErrorCode } from "../errors.ts";
import type { IndexedFile, ProjectPage } from "../package-index/project-page.ts";
import type { IndexTarget } from "../package-index/target.ts";
import { quote } from "../quote.ts";
import { versionKey } from "../standards/version.ts";
import { newProjectNameViolations } from "../verification/rules/project-name.ts";

/** What the state of the index means for one distribution. */
export interface IndexFinding extends Finding {
  /** Code of the run's failure when this is the first error. */
  readonly code: ErrorCode;
}

const DAY_MS = 86_400_000;
const OPEN_DAYS = 14;
const GIB = 1024 ** 3;
const USUAL_PROJECT_GIB = 10;

interface Hashes {
  readonly local: string;
  readonly indexed: string;
}

/** P-20: the name is taken by other content. */
export function conflict(filename: string, hashes: Hashes, target: IndexTarget): IndexFinding {
  const free = target.kind === "other" ? "" : " (names are never free again, not even those of deleted files)";
  return {
    filename,
    code: "file-name-used",
    rule: "P-20",
    severity: "error",
    message: `${quote(filename, 255)} is on ${target.name} with other content: ${both(hashes)}.`,
    remedy: `Release what has changed under a new version${free}, or set \`skip-existing: true\` to leave the file on the index as it is.`,
  };
}

export function passedOver(filename: string, hashes: Hashes, target: IndexTarget): IndexFinding {
  return {
    filename,
    code: "file-name-used",
    severity: "warning",
    message: `${quote(filename, 255)} is passed over: ${target.name} holds a file of this name with other content (${both(hashes)}).`,
    remedy: "What was built for this run is not what people install; release it under a new version.",
  };
}

/** For who requires attestations; those of a file are taken with its upload only (index rule P-19). */
export function unattested(filename: string, target: IndexTarget): IndexFinding {
  return {
    filename,
    code: "attestations-unavailable",
    severity: "warning",
    message: `${quote(filename, 255)} is on ${target.name} already, which lists no attestations of it, and none can be added.`,
    remedy: "If it was attested, the index is late; if not, release a new version to have it attested.",
  };
}

function both({ local, indexed }: Hashes): string {
  return `SHA-256 there ${indexed}, here ${local}`;
}

/** P-07, for a project that is to be created. P-10 would need the names of all projects. */
export function newProjectFindings([first]: readonly Distribution[], target: IndexTarget): readonly IndexFinding[] {
  if (first === undefined) {
    return [];
  }
  const { filename, metadata } = first;
  return newProjectNameViolations(metadata.name).map(({ rule, message, remedy }) => ({
    filename,
    code: "upload-forbidden",
    rule,
    severity: "warning",
    message: `${target.name} has no project ${metadata.name} yet. ${message}`,
    remedy,
  }));
}

interface IndexState {
  readonly page: ProjectPage;
  readonly target: IndexTarget;
  readonly rulesOfPypi: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Whether the project takes new files, and each of its releases takes those it would get. */
export function projectFindings(absent: readonly Distribution[], state: IndexState): readonly IndexFinding[] {
  const [first] = absent;
  if (first === undefined) {
    return [];
  }
  const releases = Map.groupBy(absent, ({ metadata: { version } }) => versionKey(version) ?? version);
  return [
    ...statusFindings(first, state),
    ...[...releases].flatMap(([key, files]) => {
      const indexed = [...state.page.files.values()].filter(({ filename }) => releaseOf(filename) === key);
      return [
        ...closedFindings(files, indexed, state),
        ...sdistFindings(files, indexed, state),
        ...yanked(files, indexed),
      ];
    }),
    ...sizeFindings(absent, state),
  ];
}

/** PEP 792; on PyPI an archived project refuses everybody (P-13) and a quarantined one publishers (P-14). */
function statusFindings(first: Distribution, { page, target, rulesOfPypi }: IndexState): IndexFinding[] {
  const { status, statusReason } = page;
  const because = statusReason === undefined ? "" : ` The index says: ${quote(statusReason, 300)}`;
  const about = { filename: first.filename, code: "upload-forbidden" } as const;
  const severity = rulesOfPypi ? "error" : "warning";
  const message = `The project ${first.metadata.name} is ${status} on ${target.name}.${because}`;
  switch (status) {
    case "archived":
      return [
        {
          ...about,
          rule: "P-13",
          severity,
          message,
          remedy: "Unarchive it in the settings of the project, then run the job again.",
        },
      ];
    case "quarantined":
      return [
        {
          ...about,
          rule: "P-14",
          severity,
          message,
          remedy: `Talk to the administrators of ${target.name}; there is no way around a quarantine.`,
        },
      ];
    case "deprecated":
      return [{ ...about, severity: "warning", message, remedy: "Installers may warn about it; the release goes on." }];
    default:
      return [];
  }
}

/**
 * P-22. When the release was created is not published; the oldest of its files is at most as old, so what this calls
 * closed is closed.
 */
function closedFindings(
  files: readonly Distribution[],
  indexed: readonly IndexedFile[],
  { target, rulesOfPypi, now }: IndexState,
): IndexFinding[] {
  const oldest = indexed.reduce(
    (least, { uploadedAtMs = Number.POSITIVE_INFINITY }) => Math.min(least, uploadedAtMs),
    Number.POSITIVE_INFINITY,
  );
  if (!rulesOfPypi || now - oldest <= OPEN_DAYS * DAY_MS || !Number.isFinite(oldest)) {
    return [];
  }
  const since = new Date(oldest).toISOString().slice(0, 10);
  return files.map(({ filename, metadata: { name, version } }) => ({
    filename,
    code: "release-closed",
    rule: "P-22",
    severity: "error",
    message: `${quote(filename, 255)} is new to ${name} ${version}, whose first file came on ${since}: ${target.name} takes no new files for releases older than ${OPEN_DAYS} days.`,
    remedy: "Release a new version.",
  }));
}

/** P-23: met when the file of the other sdist is named differently, by another spelling of the version (P-24). */
function sdistFindings(
  files: readonly Distribution[],
  indexed: readonly IndexedFile[],
  { target, rulesOfPypi }: IndexState,
): IndexFinding[] {
  const other = indexed.find(({ filename }) => !filename.endsWith(".whl"));
  if (!rulesOfPypi || other === undefined) {
    return [];
  }
  return files
    .filter(({ kind }) => kind === "sdist")
    .map(({ filename }) => ({
      filename,
      code: "release-closed",
      rule: "P-23",
      severity: "error",
      message: `${quote(filename, 255)} cannot join ${quote(other.filename, 255)}: a release on ${target.name} has one source distribution.`,
      remedy: "Leave it out, or release a new version.",
    }));
}

/** P-27: accepted, and of no use to those who install. */
function yanked([first]: readonly Distribution[], indexed: readonly IndexedFile[]): IndexFinding[] {
  if (first === undefined || indexed.length === 0 || !indexed.every((file) => file.yanked)) {
    return [];
  }
  const { name, version } = first.metadata;
  return [
    {
      filename: first.filename,
      code: "release-closed",
      rule: "P-27",
      severity: "warning",
      message: `The release ${version} of ${name} is yanked.`,
      remedy: "Installers leave it alone unless they are asked for exactly this version.",
    },
  ];
}

/** P-17: the usual limit, which PyPI raises for projects that ask. */
function sizeFindings(absent: readonly Distribution[], { page, target, rulesOfPypi }: IndexState): IndexFinding[] {
  const [first] = absent;
  const stored = [...page.files.values()].reduce((sum, { size }) => sum + (size ?? 0), 0);
  const total = absent.reduce((sum, { size }) => sum + size, stored);
  if (first === undefined || !rulesOfPypi || stored === 0 || total <= USUAL_PROJECT_GIB * GIB) {
    return [];
  }
  return [
    {
      filename: first.filename,
      code: "file-too-large",
      rule: "P-17",
      severity: "warning",
      message: `${first.metadata.name} would have ${total} bytes on ${target.name}, where a project has ${USUAL_PROJECT_GIB * GIB} in all unless its limit has been raised.`,
      remedy: "Delete old files, or ask for a higher limit.",
    },
  ];
}

/** Key of the version in a file name; what cannot be read belongs to no release of today. */
function releaseOf(filename: string): string | undefined {
  const stem = filename.replace(/\.(whl|tar\.gz|zip)$/, "");
  const version = filename.endsWith(".whl") ? stem.split("-")[1] : stem.slice(stem.lastIndexOf("-") + 1);
  return versionKey(version ?? "");
}
