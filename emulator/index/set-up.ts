import { randomUUID } from "node:crypto";
import { normalizeProjectName } from "../../src/standards/project-name.ts";
import { numericId } from "../numeric-ids.ts";
import { Content } from "./content.ts";
import type { IndexContext } from "./context.ts";
import { readReleaseVersion } from "./release-version.ts";
import { findRelease, type Project, type Publisher } from "./state.ts";
import { issueUserToken } from "./tokens.ts";

/** Owner of everything that is set up without an owner. */
const DEFAULT_USER = "maintainer";

export interface ApiTokenOptions {
  /** Default `maintainer`. */
  readonly user?: string;
  /** Scope: the token is good for these existing projects only. */
  readonly projects?: readonly string[];
  /** Rule P-02. Default true. */
  readonly verifiedEmail?: boolean;
  /** Rule P-03. Default true. */
  readonly twoFactor?: boolean;
}

export interface PublisherOptions {
  readonly project: string;
  readonly owner: string;
  readonly repository: string;
  /** File name, such as `release.yml`. */
  readonly workflow: string;
  readonly environment?: string;
  /** Default: the number the emulated GitHub gives this owner. */
  readonly ownerId?: string;
}

export interface ProjectOptions {
  readonly status?: Project["status"];
  readonly statusReason?: string;
  readonly uploadLimitBytes?: number;
  readonly totalLimitBytes?: number;
  /** Default: `maintainer`. */
  readonly owners?: readonly string[];
  readonly organizationActive?: boolean;
}

export interface FileOptions {
  readonly project: string;
  readonly filename: string;
  /** Default: the version in the file name. */
  readonly version?: string;
  /** Default: a few bytes of their own. */
  readonly content?: Buffer;
  /** Size to count, when it is not that of the content (rule P-17). */
  readonly size?: number;
  /** Milliseconds since the epoch; also when the release was created, if it is new. Default: now. */
  readonly uploadedAt?: number;
  readonly yanked?: boolean | string;
  readonly requiresPython?: string;
  /** The attestations it came with. */
  readonly attestations?: readonly unknown[];
  /** True: the file is gone again, only its name is remembered (rule P-21). */
  readonly deleted?: boolean;
}

export function addApiToken(context: IndexContext, options: ApiTokenOptions): string {
  const name = options.user ?? DEFAULT_USER;
  const user = context.state.user(name);
  user.verifiedEmail = options.verifiedEmail ?? user.verifiedEmail;
  user.twoFactor = options.twoFactor ?? user.twoFactor;
  const scope = options.projects?.map((project) => context.state.project(project) ?? addProject(context, project, {}));
  return issueUserToken(context, name, scope).token;
}

export function addProject(context: IndexContext, name: string, options: ProjectOptions): Project {
  const project =
    context.state.project(name) ?? context.state.createProject(name, "set-up", options.owners ?? [DEFAULT_USER]);
  project.status = options.status ?? project.status;
  project.statusReason = options.statusReason ?? project.statusReason;
  project.uploadLimitBytes = options.uploadLimitBytes ?? project.uploadLimitBytes;
  project.totalLimitBytes = options.totalLimitBytes ?? project.totalLimitBytes;
  project.organizationActive = options.organizationActive ?? project.organizationActive;
  return project;
}

export function addPublisher(context: IndexContext, options: PublisherOptions): void {
  const project = addProject(context, options.project, {});
  const identity = identityOf(options);
  const same = context.state.publishers.find(
    (each) =>
      each.owner === identity.owner &&
      each.repository === identity.repository &&
      each.workflow === identity.workflow &&
      each.environment === identity.environment,
  );
  if (same !== undefined) {
    same.projects.add(project.normalizedName);
    return;
  }
  context.state.publishers.push({ ...identity, projects: new Set([project.normalizedName]) });
}

/** Throws when the project exists: such a publisher cannot be registered (rules O-07, O-21). */
export function addPendingPublisher(context: IndexContext, options: PublisherOptions): void {
  if (context.state.project(options.project) !== undefined) {
    throw new Error(`project ${options.project} exists: a pending publisher is for a project to be`);
  }
  context.state.pendingPublishers.push({ ...identityOf(options), project: options.project, user: DEFAULT_USER });
}

function identityOf(options: PublisherOptions): Omit<Publisher, "projects"> {
  return {
    id: randomUUID(),
    owner: options.owner,
    ownerId: options.ownerId ?? numericId(options.owner),
    repository: options.repository,
    workflow: options.workflow,
    environment: (options.environment ?? "").toLowerCase(),
  };
}

/** Throws when the file name holds no version and none is given. */
export function addFile(context: IndexContext, options: FileOptions): void {
  const { filename } = options;
  const project = addProject(context, options.project, {});
  const kind = filename.endsWith(".whl") ? "bdist_wheel" : "sdist";
  const version = readReleaseVersion(options.version ?? versionIn(filename));
  if (version === undefined) {
    throw new Error(`no version in ${filename}`);
  }
  const uploadedAt = options.uploadedAt ?? context.now();
  let release = findRelease(project, version.key);
  if (release === undefined) {
    const fields = [
      { name: "name", value: project.name },
      { name: "version", value: version.normalized },
    ];
    release = { version: version.normalized, key: version.key, createdAt: uploadedAt, fields, files: [] };
    project.releases.push(release);
  }
  if (options.deleted === true) {
    context.state.deletedFilenames.add(filename);
    return;
  }
  const content = Content.of(options.content ?? Buffer.from(`bytes of ${filename}`));
  release.files.push({
    filename,
    project: normalizeProjectName(options.project),
    version: release.version,
    kind,
    size: options.size ?? content.size,
    sha256: content.sha256,
    content,
    fields: [],
    requiresPython: options.requiresPython,
    metadata: undefined,
    uploadedAt,
    yanked: options.yanked ?? false,
    attestations: options.attestations ?? [],
    publisher: undefined,
  });
}

function versionIn(filename: string): string {
  const stem = filename.replace(/\.(whl|tar\.gz|zip)$/, "");
  return (filename.endsWith(".whl") ? stem.split("-")[1] : stem.split("-").at(-1)) ?? "";
}
