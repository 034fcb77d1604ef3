import { parseJson } from "../http/answer-text.ts";
import {
  fileUrl,
  type IndexedFile,
  isFilename,
  isKnownApiVersion,
  type PageFault,
  type ProjectPage,
  SHA256,
} from "./project-page.ts";

/**
 * The JSON form of a project's page (PEP 691, 700, 740, 792). Nothing of it is trusted: each field counts only
 * in the form the standard gives it, and a file without a name is none.
 *
 * @param url where the page came from
 */
export function parseProjectJson(body: string, url: URL): ProjectPage | PageFault {
  const page = parseJson(body);
  if (!isRecord(page)) {
    return { fault: "is no JSON object" };
  }
  const version = isRecord(page.meta) ? page.meta["api-version"] : undefined;
  if (typeof version !== "string" || !isKnownApiVersion(version)) {
    return { fault: "is of no version of the Simple API that is known" };
  }
  if (!Array.isArray(page.files)) {
    return { fault: "has no list of files" };
  }
  const status = isRecord(page["project-status"]) ? page["project-status"] : {};
  const files = page.files.map((entry) => readFile(entry, url)).filter((file) => file !== undefined);
  return {
    status: text(status.status) ?? "active",
    statusReason: text(status.reason),
    files: new Map(files.map((file) => [file.filename, file])),
  };
}

function readFile(entry: unknown, page: URL): IndexedFile | undefined {
  if (!isRecord(entry) || !isFilename(entry.filename)) {
    return undefined;
  }
  const sha256 = isRecord(entry.hashes) ? entry.hashes.sha256 : undefined;
  const { size, yanked, provenance } = entry;
  return {
    filename: entry.filename,
    url: fileUrl(entry.url, page),
    sha256: typeof sha256 === "string" && SHA256.test(sha256) ? sha256.toLowerCase() : undefined,
    size: typeof size === "number" && Number.isSafeInteger(size) && size >= 0 ? size : undefined,
    uploadedAtMs: time(entry["upload-time"]),
    yanked: yanked === true || (typeof yanked === "string" && yanked !== ""),
    hasProvenance: typeof provenance === "string" && provenance !== "",
  };
}

/** PEP 700: ISO 8601 in UTC, with `Z`. */
function time(value: unknown): number | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value)) {
    return undefined;
  }
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
