import { randomUUID } from "node:crypto";
import { normalizeProjectName } from "../../src/standards/project-name.ts";
import type { RecordedField } from "../http/recorded-request.ts";
import type { Content } from "./content.ts";

/** Who may mint tokens: one (owner, repository, workflow file, environment), possibly for several projects. */
export interface Publisher {
  readonly id: string;
  readonly owner: string;
  readonly ownerId: string;
  readonly repository: string;
  /** File name, such as `release.yml`. */
  readonly workflow: string;
  /** Lower case; empty when the publisher names none (rule O-10). */
  readonly environment: string;
  /** Normalised names of the projects it serves. */
  readonly projects: Set<string>;
}

export interface PendingPublisher extends Omit<Publisher, "projects"> {
  /** Name of the project to be, as registered. */
  readonly project: string;
  readonly user: string;
}

export interface User {
  readonly name: string;
  verifiedEmail: boolean;
  twoFactor: boolean;
}

export interface StoredFile {
  readonly filename: string;
  /** Normalised project name. */
  readonly project: string;
  /** Version of the release as stored. */
  readonly version: string;
  readonly kind: "sdist" | "bdist_wheel";
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly content: Content;
  /** Every text field received with the file, as sent, in order. */
  readonly fields: readonly RecordedField[];
  readonly requiresPython: string | undefined;
  /** Bytes of the wheel's METADATA, served beside it (PEP 658). */
  readonly metadata: Buffer | undefined;
  /** Milliseconds since the epoch. */
  readonly uploadedAt: number;
  /** A reason or true when yanked (PEP 592). */
  yanked: boolean | string;
  /** The attestations accepted with the file (PEP 740); empty when there are none. */
  readonly attestations: readonly unknown[];
  /** The publisher whose minted token was used. */
  readonly publisher: Publisher | undefined;
}

export interface Release {
  /** As the first upload spelt it, normalised. */
  readonly version: string;
  /** Version without trailing zeros (rule P-24). */
  readonly key: string;
  /** Milliseconds since the epoch: the first upload ever (rule P-22). */
  readonly createdAt: number;
  /** Form of the file that created the release: what its page shows (rule M-37). */
  readonly fields: readonly RecordedField[];
  readonly files: StoredFile[];
}

export interface Project {
  readonly id: string;
  /** Display name; follows the uploads (rule P-18). */
  name: string;
  readonly normalizedName: string;
  status: "active" | "archived" | "deprecated" | "quarantined";
  /** Why it is in that status (PEP 792). */
  statusReason: string | undefined;
  readonly owners: Set<string>;
  /** Limit of its own for one file, in bytes (rule P-16). */
  uploadLimitBytes: number | undefined;
  /** Limit of its own for all files, in bytes (rule P-17). */
  totalLimitBytes: number | undefined;
  /** False when the organisation that owns it is inactive (rule P-15). */
  organizationActive: boolean;
  /** How it came into being. */
  readonly createdBy: "set-up" | "upload" | "pending-publisher";
  readonly releases: Release[];
}

export interface Token {
  /** Identifier of the macaroon. */
  readonly id: string;
  readonly kind: "minted" | "user";
  /** What the client got: `pypi-…`. */
  readonly token: string;
  readonly key: Buffer;
  /** As stored on the server; holders may have added more (rule O-17). */
  readonly caveats: readonly string[];
  readonly user: string | undefined;
  readonly publisher: Publisher | undefined;
  /** Claims of the identity token it was exchanged for. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
  /** Seconds since the epoch; undefined for user tokens. */
  readonly expires: number | undefined;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch; undefined while it has not been burned. */
  burnedAt: number | undefined;
  /** File names of the uploads it was used for successfully, in order. */
  readonly usedFor: string[];
  /** False for tokens minted in read-only mode, which are not kept (rule O-14). */
  readonly kept: boolean;
}

/** Everything the index knows, to be looked at by tests. */
export class IndexState {
  readonly projects = new Map<string, Project>();
  readonly publishers: Publisher[] = [];
  readonly pendingPublishers: PendingPublisher[] = [];
  readonly tokens: Token[] = [];
  readonly users = new Map<string, User>();
  /** Identity tokens that have been exchanged (rule O-12). */
  readonly usedJwtIds = new Set<string>();
  /** Names of files that were deleted: never to be used again (rule P-21). */
  readonly deletedFilenames = new Set<string>();
  /** User and time (ms) of projects created by uploads (rule P-04). */
  readonly creations: { readonly user: string; readonly at: number }[] = [];

  /** Found by any spelling of the name. */
  project(name: string): Project | undefined {
    return this.projects.get(normalizeProjectName(name));
  }

  /** Every stored file of every project, oldest project first. */
  get files(): StoredFile[] {
    return [...this.projects.values()].flatMap((project) => project.releases.flatMap((release) => release.files));
  }

  file(filename: string): StoredFile | undefined {
    return this.files.find((file) => file.filename === filename);
  }

  get mintedTokens(): Token[] {
    return this.tokens.filter((token) => token.kind === "minted");
  }

  user(name: string): User {
    const known = this.users.get(name) ?? { name, verifiedEmail: true, twoFactor: true };
    this.users.set(name, known);
    return known;
  }

  createProject(name: string, createdBy: Project["createdBy"], owners: Iterable<string> = []): Project {
    const project = newProject(name, createdBy, owners);
    this.projects.set(project.normalizedName, project);
    return project;
  }
}

/** A project without anything in it, not registered anywhere yet. */
export function newProject(name: string, createdBy: Project["createdBy"], owners: Iterable<string> = []): Project {
  return {
    id: randomUUID(),
    name,
    normalizedName: normalizeProjectName(name),
    status: "active",
    statusReason: undefined,
    owners: new Set(owners),
    uploadLimitBytes: undefined,
    totalLimitBytes: undefined,
    organizationActive: true,
    createdBy,
    releases: [],
  };
}

/** The release of a version, by rule P-24. */
export function findRelease(project: Project, key: string): Release | undefined {
  return project.releases.find((release) => release.key === key);
}
