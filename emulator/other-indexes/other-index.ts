import { createHash } from "node:crypto";
import { normalizeProjectName } from "../../src/standards/project-name.ts";
import { FaultPlan } from "../faults.ts";
import { type Answer, escapeHtml, HTML_TYPE, json, PLAIN_TYPE } from "../http/answer.ts";
import { type Exchange, startHttpService } from "../http/http-service.ts";
import { readParts } from "../http/parts.ts";
import type { RecordedRequest } from "../http/recorded-request.ts";
import type { IndexKind, UploadedFile } from "./index-kind.ts";

interface Stored {
  readonly project: string;
  readonly filename: string;
  readonly content: Buffer;
  /** As the index lists it. */
  readonly sha256: string;
}

/** An index that is not PyPI's software, on 127.0.0.1, empty, with one user who may do everything. */
export interface OtherIndex {
  readonly uploadUrl: string;
  readonly simpleUrl: string;
  readonly user: string;
  readonly password: string;
  /** By file name. */
  readonly files: ReadonlyMap<string, Stored>;
  readonly requests: readonly RecordedRequest[];
  readonly faults: FaultPlan;
  close(): Promise<void>;
}

const USER = "ci";
const PASSWORD = "a password of its own";
const CREDENTIAL = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString("base64")}`;

export async function startOtherIndex(kind: IndexKind): Promise<OtherIndex> {
  const files = new Map<string, Stored>();
  const requests: RecordedRequest[] = [];
  const faults = new FaultPlan();
  const service = await startHttpService({ faults, requests, handle: (exchange) => answer(kind, files, exchange) });
  const origin = `http://127.0.0.1:${service.port}`;
  return {
    uploadUrl: `${origin}${kind.uploadPath}`,
    simpleUrl: `${origin}${kind.simplePath}`,
    user: USER,
    password: PASSWORD,
    files,
    requests,
    faults,
    close: () => service.close(),
  };
}

async function answer(kind: IndexKind, files: Map<string, Stored>, exchange: Exchange): Promise<Answer> {
  const { method, path, request } = exchange;
  if (request.headers.authorization !== CREDENTIAL) {
    return { status: 401, headers: { "www-authenticate": "Basic" } };
  }
  if (method === "POST" && path === kind.uploadPath) {
    return upload(kind, files, exchange);
  }
  if (method === "GET" && path.startsWith(kind.simplePath)) {
    return listing(kind, files, decodeURIComponent(path.slice(kind.simplePath.length)));
  }
  return { status: 404, headers: { "content-type": PLAIN_TYPE }, body: "404 page not found" };
}

async function upload(kind: IndexKind, files: Map<string, Stored>, { request }: Exchange): Promise<Answer> {
  const parts = (await readParts(request)) ?? [];
  const field = (name: string) => parts.find((part) => part.name === name && part.filename === undefined)?.value;
  const sent = parts.find(({ name, filename }) => name === "content" && filename !== undefined);
  const project = field("name");
  if (field(":action") !== "file_upload" || sent?.filename === undefined || project === undefined) {
    return { status: 400, headers: { "content-type": PLAIN_TYPE }, body: "this is no upload" };
  }
  const { filename, bytes: content } = sent;
  const sha256 = createHash("sha256").update(content).digest("hex");
  const file: UploadedFile = { filename, content, sha256, field };
  const refused = kind.judge?.(file) ?? (files.has(filename) ? kind.taken?.(filename) : undefined);
  if (refused !== undefined) {
    return refused;
  }
  const listed = kind.listsDigestOfForm === true ? (field("sha256_digest") ?? "") : sha256;
  files.set(filename, { project: normalizeProjectName(project), filename, content, sha256: listed });
  return kind.stored;
}

function listing(kind: IndexKind, files: ReadonlyMap<string, Stored>, page: string): Answer {
  const listed = [...files.values()].filter(({ project }) => page === `${project}/`);
  if (listed.length === 0) {
    return { status: 404, headers: { "content-type": PLAIN_TYPE }, body: "404 page not found" };
  }
  if (kind.simple === "json") {
    const entries = listed.map(({ filename, sha256 }) => ({ filename, url: `../../${filename}`, hashes: { sha256 } }));
    const body = JSON.stringify({ meta: { "api-version": "1.0" }, name: page.slice(0, -1), files: entries });
    return { ...json(200, {}), headers: { "content-type": "application/vnd.pypi.simple.v1+json" }, body };
  }
  const links = listed.map(({ filename, sha256 }) => {
    const href = `../../files/${encodeURIComponent(filename)}#sha256=${sha256}`;
    return `<a href="${escapeHtml(href)}">${escapeHtml(filename)}</a><br>`;
  });
  const body = `<!DOCTYPE html><html><body><h1>Links for ${escapeHtml(page)}</h1>${links.join("\n")}</body></html>`;
  return { status: 200, headers: { "content-type": HTML_TYPE }, body };
}
