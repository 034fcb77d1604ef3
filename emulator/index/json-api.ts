import { METADATA_FIELDS } from "../../src/standards/core-metadata.ts";
import { type Answer, json } from "../http/answer.ts";
import type { IndexContext } from "./context.ts";
import { fileUrl } from "./file-download.ts";
import { readReleaseVersion } from "./release-version.ts";
import type { Project, Release, StoredFile } from "./state.ts";

/** `GET /pypi/{project}/json` and `GET /pypi/{project}/{version}/json` (rule P-30). */
export async function projectJsonAnswer(context: IndexContext, path: string): Promise<Answer | undefined> {
  const [, name = "", version] = /^\/pypi\/([^/]+)(?:\/([^/]+))?\/json\/?$/.exec(path) ?? [];
  if (name === "") {
    return undefined;
  }
  const project = context.state.project(decodeURIComponent(name));
  const release = project === undefined ? undefined : findShown(project, version);
  if (project === undefined || release === undefined || project.status === "quarantined") {
    return json(404, { message: "Not Found" });
  }
  const urls = await Promise.all(release.files.map((file) => fileJson(context, file)));
  return json(200, {
    info: infoOf(context, project, release),
    last_serial: context.state.files.length,
    urls,
    vulnerabilities: [],
  });
}

function findShown(project: Project, version: string | undefined): Release | undefined {
  if (version === undefined) {
    return project.releases.at(-1);
  }
  const key = readReleaseVersion(decodeURIComponent(version))?.key;
  return project.releases.find((release) => release.key === key);
}

function infoOf(context: IndexContext, project: Project, release: Release): Record<string, unknown> {
  const info: Record<string, unknown> = {};
  for (const { field, multiple } of METADATA_FIELDS) {
    const values = release.fields.filter(({ name }) => name === field).map(({ value }) => value);
    info[field] = multiple ? values : (values[0] ?? null);
  }
  const projectUrl = `${context.origin}/project/${project.normalizedName}/`;
  return {
    ...info,
    name: project.name,
    version: release.version,
    package_url: projectUrl,
    project_url: projectUrl,
    release_url: `${projectUrl}${release.version}/`,
  };
}

async function fileJson(context: IndexContext, file: StoredFile): Promise<Record<string, unknown>> {
  const { content, filename, kind, size, sha256, uploadedAt, yanked } = file;
  const other = content.kept
    ? { md5: await content.digest("md5"), blake2b_256: await content.digest("blake2_256") }
    : {};
  return {
    filename,
    packagetype: kind,
    python_version: file.fields.find(({ name }) => name === "pyversion")?.value ?? "source",
    requires_python: file.requiresPython ?? null,
    size,
    digests: { sha256, ...other },
    upload_time_iso_8601: new Date(uploadedAt).toISOString(),
    url: fileUrl(context, file),
    yanked: yanked !== false,
    yanked_reason: typeof yanked === "string" ? yanked : null,
  };
}
