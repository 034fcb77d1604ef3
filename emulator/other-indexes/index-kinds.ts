import { type Answer, HTML_TYPE, json, PLAIN_TYPE } from "../http/answer.ts";
import type { IndexKind, UploadedFile } from "./index-kind.ts";

function text(status: number, body: string): Answer {
  return { status, headers: { "content-type": PLAIN_TYPE }, body };
}

/** A page around the words, which stand in the reason phrase too, as Java and Python servers do. */
function page(status: number, reason: string): Answer {
  const body = `<html><head><title>${status} - Error</title></head><body><h1>Error ${status}</h1><p>${reason}</p></body></html>`;
  return { status, reason, headers: { "content-type": HTML_TYPE }, body };
}

/** GitLab: 400 for identical files too; installers get the hash from the form, so a wrong or missing one breaks them. */
const GITLAB: IndexKind = {
  name: "GitLab",
  uploadPath: "/api/v4/projects/7/packages/pypi",
  simplePath: "/api/v4/projects/7/packages/pypi/simple/",
  simple: "html",
  stored: json(201, { message: "201 Created" }),
  taken: () => json(400, { message: "Validation failed: File name has already been taken" }),
  judge: ({ field }) =>
    /^[0-9a-f]{64}$/.test(field("sha256_digest") ?? "") ? undefined : json(400, { error: "sha256_digest is invalid" }),
  listsDigestOfForm: true,
};

/** Gitea and Forgejo: the hash of the form has to be that of the file. */
const GITEA: IndexKind = {
  name: "Gitea",
  uploadPath: "/api/packages/octo/pypi",
  simplePath: "/api/packages/octo/pypi/simple/",
  simple: "html",
  stored: { status: 201 },
  taken: () => text(409, "package file already exists"),
  judge: ({ field, sha256 }) => (field("sha256_digest") === sha256 ? undefined : text(400, "hash mismatch")),
};

const ARTIFACTORY: Omit<IndexKind, "name" | "taken"> = {
  uploadPath: "/artifactory/api/pypi/releases",
  simplePath: "/artifactory/api/pypi/releases/simple/",
  simple: "html",
  stored: { status: 200 },
};

/** Artifactory, for a user without the right to delete. */
const ARTIFACTORY_GUARDED: IndexKind = {
  ...ARTIFACTORY,
  name: "Artifactory",
  taken: (filename) =>
    json(403, {
      errors: [
        {
          status: 403,
          message: `Not enough permissions to delete/overwrite artifact 'releases:sample/${filename}' (user 'ci' needs DELETE permission).`,
        },
      ],
    }),
};

/** Artifactory, for a user who may delete. */
const ARTIFACTORY_OVERWRITING: IndexKind = {
  ...ARTIFACTORY,
  name: "Artifactory with the right to delete",
  taken: undefined,
};

/** Nexus: an empty MD5 counts as a wrong one. */
const NEXUS: Omit<IndexKind, "name" | "taken"> = {
  uploadPath: "/repository/pypi-hosted/",
  simplePath: "/repository/pypi-hosted/simple/",
  simple: "html",
  stored: { status: 200 },
  judge: ({ field }) => (field("md5_digest") === "" ? page(400, "Digests do not match") : undefined),
};

const NEXUS_OLDER: IndexKind = {
  ...NEXUS,
  name: "Nexus with its older database",
  taken: () => page(400, "Repository does not allow updating assets: pypi-hosted"),
};

const NEXUS_NEWER: IndexKind = {
  ...NEXUS,
  name: "Nexus with its newer database",
  taken: (filename) => page(400, `packages/sample/1.0/${filename} cannot be updated`),
};

const AZURE: IndexKind = {
  name: "Azure Artifacts",
  uploadPath: "/octo/_packaging/feed/pypi/upload/",
  simplePath: "/octo/_packaging/feed/pypi/simple/",
  simple: "html",
  stored: { status: 202 },
  taken: (filename) =>
    json(409, {
      $id: "1",
      innerException: null,
      message: `The feed already contains file '${filename}' in package 'sample 1.0'.`,
      typeName: "Microsoft.VisualStudio.Services.Packaging.Shared.WebApi.Exceptions.PackageAlreadyExistsException",
      typeKey: "PackageAlreadyExistsException",
      errorCode: 0,
      eventId: 3000,
    }),
};

const CODE_ARTIFACT: IndexKind = {
  name: "AWS CodeArtifact",
  uploadPath: "/pypi/releases/",
  simplePath: "/pypi/releases/simple/",
  simple: "html",
  stored: { status: 200 },
  taken: () => ({ status: 409 }),
};

const GOOGLE: IndexKind = {
  name: "Google Artifact Registry",
  uploadPath: "/project/releases/",
  simplePath: "/project/releases/simple/",
  simple: "html",
  stored: { status: 200 },
  taken: () => text(400, "Bad Request: requested entity already exists"),
};

/** pulp_python: a closed list of metadata versions, SHA-256 required, files shown by a task that ends later. */
const PULP: IndexKind = {
  name: "pulp",
  uploadPath: "/pypi/releases/legacy/",
  simplePath: "/pypi/releases/simple/",
  simple: "json",
  stored: json(202, { session: "0192", task: "/pulp/api/v3/tasks/0192/", task_start_time: "2026-11-23T10:00:00Z" }),
  taken: (filename) => page(400, `Package ${filename} already exists in index`),
  judge: judgePulp,
};

const PULP_METADATA_VERSIONS = ["1.0", "1.1", "1.2", "2.0", "2.1", "2.2", "2.3", "2.4"];

function judgePulp({ field, sha256 }: UploadedFile): Answer | undefined {
  if (field("sha256_digest") !== sha256) {
    return json(400, { sha256_digest: ["This field is required."] });
  }
  const version = field("metadata_version") ?? "";
  return PULP_METADATA_VERSIONS.includes(version)
    ? undefined
    : json(400, { metadata_version: [`"${version}" is not a valid choice.`] });
}

const PYPICLOUD: IndexKind = {
  name: "pypicloud",
  uploadPath: "/",
  simplePath: "/simple/",
  simple: "html",
  stored: { status: 200 },
  taken: () => page(409, "Conflict"),
};

/** Indexes that cannot be installed for tests, each with what is known of its answers. */
export const OTHER_INDEXES: readonly IndexKind[] = [
  GITLAB,
  GITEA,
  ARTIFACTORY_GUARDED,
  ARTIFACTORY_OVERWRITING,
  NEXUS_OLDER,
  NEXUS_NEWER,
  AZURE,
  CODE_ARTIFACT,
  GOOGLE,
  PULP,
  PYPICLOUD,
];
