import { createHash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { normalizeProjectName } from "../../src/standards/project-name.ts";
import { acceptableOffers } from "../http/accept.ts";
import { type Answer, escapeHtml, HTML_TYPE, htmlPage } from "../http/answer.ts";
import type { IndexContext } from "./context.ts";
import { fileUrl } from "./file-download.ts";
import { provenanceUrl } from "./integrity-api.ts";
import type { Project, StoredFile } from "./state.ts";

const JSON_V1 = "application/vnd.pypi.simple.v1+json";
const HTML_V1 = "application/vnd.pypi.simple.v1+html";
const API_VERSION = "1.4";

/** `GET /simple/` (PEP 503, PEP 691). */
export function projectListAnswer(context: IndexContext, accept: string | undefined): Answer {
  const listed = [...context.state.projects.values()].filter((project) => project.status !== "quarantined");
  const type = selectType(accept);
  if (type === JSON_V1) {
    const projects = listed.map(({ name }) => ({ name }));
    return answer(type, JSON.stringify({ meta: { "api-version": API_VERSION }, projects }));
  }
  const links = listed.map(
    ({ name, normalizedName }) => `    <a href="/simple/${escapeHtml(normalizedName)}/">${escapeHtml(name)}</a>\n`,
  );
  return answer(type, page("Simple index", links.join("")));
}

/** `GET /simple/{project}/` (PEP 503, 592, 658, 691, 700, 740, 792). */
export function projectDetailAnswer(context: IndexContext, path: string, headers: IncomingHttpHeaders): Answer {
  const name = decodeURIComponent(path.slice("/simple/".length).replace(/\/$/, ""));
  const normalized = normalizeProjectName(name);
  const project = context.state.projects.get(normalized);
  if (project === undefined || name.includes("/")) {
    return { ...htmlPage(404, "404 Not Found", "There is no such project."), headers: { "content-type": HTML_TYPE } };
  }
  if (path !== `/simple/${normalized}/`) {
    return { status: 301, headers: { location: `/simple/${normalized}/` } };
  }
  const type = selectType(headers.accept);
  const page = (): Answer => {
    const files = project.status === "quarantined" ? [] : listedFiles(context, project);
    return answer(type, type === JSON_V1 ? detailJson(context, project, files) : detailHtml(context, project, files));
  };
  const fresh = headers["cache-control"]?.includes("no-cache") === true;
  return context.switches.listing.cached && !fresh ? fromCache(context, `${path} ${type}`, page) : page();
}

const caches = new WeakMap<IndexContext, Map<string, Answer>>();

/** A page as it was when it was first asked for, as a cache has it that is never purged. */
function fromCache(context: IndexContext, key: string, page: () => Answer): Answer {
  const cache = caches.get(context) ?? new Map<string, Answer>();
  caches.set(context, cache);
  const cached = cache.get(key) ?? page();
  cache.set(key, cached);
  return cached;
}

/** The files of a project as they are listed by now. */
function listedFiles(context: IndexContext, project: Project): StoredFile[] {
  const { lateMs, provenanceLateMs, never, wrongHash } = context.switches.listing;
  const age = ({ uploadedAt }: StoredFile) => context.now() - uploadedAt;
  return project.releases
    .flatMap((release) => release.files)
    .filter((file) => age(file) >= lateMs && !never.has(file.filename))
    .map((file) => ({
      ...file,
      sha256: wrongHash.has(file.filename) ? createHash("sha256").update(file.sha256).digest("hex") : file.sha256,
      attestations: age(file) >= provenanceLateMs ? file.attestations : [],
    }));
}

function selectType(accept: string | undefined): string {
  const offers = ["text/html", HTML_V1, JSON_V1, JSON_V1.replace("v1", "latest"), HTML_V1.replace("v1", "latest")];
  const [first = "text/html"] = acceptableOffers(accept, offers);
  return first.replace("latest", "v1");
}

function answer(type: string, body: string): Answer {
  return {
    status: 200,
    headers: {
      "content-type": type === "text/html" ? HTML_TYPE : type,
      "cache-control": "max-age=600, public",
      vary: "Accept",
      etag: `"${createHash("sha256").update(body).digest("hex").slice(0, 32)}"`,
    },
    body,
  };
}

function page(title: string, content: string, meta = ""): string {
  const head = `    <meta name="pypi:repository-version" content="${API_VERSION}">\n${meta}    <title>${escapeHtml(title)}</title>`;
  return `<!DOCTYPE html>\n<html>\n  <head>\n${head}\n  </head>\n  <body>\n${content}  </body>\n</html>\n`;
}

function detailJson(context: IndexContext, project: Project, files: readonly StoredFile[]): string {
  return JSON.stringify({
    meta: { "api-version": API_VERSION },
    "project-status": {
      status: project.status,
      ...(project.statusReason !== undefined && { reason: project.statusReason }),
    },
    "alternate-locations": [],
    name: project.normalizedName,
    versions: project.status === "quarantined" ? [] : project.releases.map((release) => release.version),
    files: files.map((file) => fileJson(context, file)),
  });
}

function fileJson(context: IndexContext, file: StoredFile): Record<string, unknown> {
  const metadata = metadataHash(file);
  const coreMetadata = metadata === undefined ? false : { sha256: metadata };
  return {
    filename: file.filename,
    url: fileUrl(context, file),
    hashes: { sha256: file.sha256 },
    "requires-python": file.requiresPython ?? null,
    size: file.size,
    "upload-time": new Date(file.uploadedAt).toISOString().replace("Z", "000Z"),
    yanked: file.yanked,
    "core-metadata": coreMetadata,
    "data-dist-info-metadata": coreMetadata,
    provenance: file.attestations.length > 0 ? provenanceUrl(context, file) : null,
  };
}

function detailHtml(context: IndexContext, project: Project, files: readonly StoredFile[]): string {
  const links = files.map((file) => {
    const metadata = metadataHash(file);
    const attributes = [
      ["href", `${fileUrl(context, file)}#sha256=${file.sha256}`],
      ["data-requires-python", file.requiresPython],
      ["data-yanked", file.yanked === false ? undefined : file.yanked === true ? "" : file.yanked],
      ["data-core-metadata", metadata === undefined ? undefined : `sha256=${metadata}`],
      ["data-provenance", file.attestations.length > 0 ? provenanceUrl(context, file) : undefined],
    ].flatMap(([name, value]) => (value === undefined ? [] : [`${name}="${escapeHtml(value)}"`]));
    return `    <a ${attributes.join(" ")}>${escapeHtml(file.filename)}</a><br>\n`;
  });
  const reason =
    project.statusReason === undefined
      ? ""
      : `    <meta name="pypi:project-status-reason" content="${escapeHtml(project.statusReason)}">\n`;
  const meta = `    <meta name="pypi:project-status" content="${project.status}">\n${reason}`;
  return page(`Links for ${project.normalizedName}`, links.join(""), meta);
}

function metadataHash(file: StoredFile): string | undefined {
  return file.metadata === undefined ? undefined : createHash("sha256").update(file.metadata).digest("hex");
}
