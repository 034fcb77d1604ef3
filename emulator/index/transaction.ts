import { normalizeProjectName } from "../../src/standards/project-name.ts";
import type { RecordedField } from "../http/recorded-request.ts";
import type { IndexContext } from "./context.ts";
import type { Identity } from "./identity.ts";
import { ServerFailure } from "./refusal.ts";
import type { ReleaseVersion } from "./release-version.ts";
import { findRelease, type Project, type Release, type StoredFile } from "./state.ts";

export interface TransactionFacts {
  /** Undefined: this upload creates the project. */
  readonly project: Project | undefined;
  readonly identity: Identity;
  /** As the form spells it. */
  readonly name: string;
  readonly version: ReleaseVersion;
  readonly filetype: "sdist" | "bdist_wheel";
  readonly fields: readonly RecordedField[];
}

/** One upload between the look-up of its release and the end (rules P-24, P-28, P-29). */
export interface Transaction {
  /** The release found at the beginning; undefined when this upload creates it. */
  readonly release: Release | undefined;
  readonly filetype: "sdist" | "bdist_wheel";
  /** Throws when another upload created the same project or release meanwhile (rule P-29). */
  checkRaces(): void;
  /** Stores everything at once; throws when another upload took a unique key meanwhile. */
  store(file: Omit<StoredFile, "project" | "version" | "uploadedAt">): void;
}

/** Looks the release up; what it creates becomes visible with `store` only. */
export function beginTransaction(context: IndexContext, facts: TransactionFacts): Transaction {
  const { state } = context;
  const { project, name, version } = facts;
  const release = project === undefined ? undefined : findReleaseOnce(project, version);
  const checkRaces = (): void => {
    if (!context.switches.races) {
      return;
    }
    const current = state.projects.get(normalizeProjectName(name));
    if (project === undefined && current !== undefined) {
      throw new ServerFailure("two uploads create one project (P-29)");
    }
    if (release === undefined && current !== undefined && findRelease(current, version.key) !== undefined) {
      throw new ServerFailure("two uploads create one release (P-29)");
    }
  };
  return {
    release,
    filetype: facts.filetype,
    checkRaces,
    store: (file) => {
      checkRaces();
      if (state.files.some((each) => each.filename === file.filename || each.sha256 === file.sha256)) {
        throw new ServerFailure("two uploads store one file (P-29)");
      }
      storeFile(context, facts, file);
    },
  };
}

/** Rule P-24: old data may hold several spellings of one version. */
function findReleaseOnce(project: Project, version: ReleaseVersion): Release | undefined {
  const equal = project.releases.filter((release) => release.key === version.key);
  if (equal.length < 2) {
    return equal[0];
  }
  const exact = equal.find((release) => release.version === version.normalized);
  if (exact === undefined) {
    throw new ServerFailure("several spellings of one version, none of them this one (P-24)");
  }
  return exact;
}

function storeFile(
  context: IndexContext,
  facts: TransactionFacts,
  file: Omit<StoredFile, "project" | "version" | "uploadedAt">,
): void {
  const { state } = context;
  const { identity, name, version, fields } = facts;
  const now = context.now();
  const record = identity.kind === "token" ? identity.presented.record : undefined;
  const user = identity.kind === "password" ? identity.user : record?.user;
  let project = state.projects.get(normalizeProjectName(name));
  if (project === undefined) {
    project = state.createProject(name, "upload", user === undefined ? [] : [user]);
    state.creations.push({ user: user ?? "", at: now });
  }
  project.name = name;
  let release = findRelease(project, version.key);
  if (release === undefined) {
    release = { version: version.normalized, key: version.key, createdAt: now, fields, files: [] };
    project.releases.push(release);
  }
  release.files.push({ ...file, project: project.normalizedName, version: release.version, uploadedAt: now });
  record?.usedFor.push(file.filename);
}
