import type { Answer } from "../http/answer.ts";
import type { IndexContext } from "./context.ts";
import type { StoredFile } from "./state.ts";

/** Address of a stored file. */
export function fileUrl(context: IndexContext, file: StoredFile): string {
  return `${context.origin}${filePath(file)}`;
}

function filePath(file: StoredFile): string {
  const { sha256, filename } = file;
  return `/files/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256.slice(4)}/${encodeURIComponent(filename)}`;
}

/** `GET /files/…`: a file, a part of it (one range), or the METADATA of a wheel (PEP 658). */
export function fileAnswer(context: IndexContext, path: string, range: string | undefined): Answer | undefined {
  const wanted = path.replace(/\.metadata$/, "");
  // Clients may escape more than is needed: pip asks for the `!` of an epoch as %21.
  const decoded = decodePath(wanted);
  const file = context.state.files.find((each) => decodePath(filePath(each)) === decoded);
  if (file === undefined) {
    return undefined;
  }
  if (wanted !== path) {
    return file.metadata === undefined
      ? undefined
      : { status: 200, headers: { "content-type": "application/octet-stream" }, body: file.metadata };
  }
  return file.content.kept ? contentAnswer(file, range) : undefined;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function contentAnswer(file: StoredFile, range: string | undefined): Answer {
  const headers = {
    "content-type": "application/octet-stream",
    "accept-ranges": "bytes",
    etag: `"${file.sha256}"`,
  };
  const { size } = file.content;
  const [, from = "", to = ""] = /^bytes=([0-9]*)-([0-9]*)$/.exec(range ?? "") ?? [];
  if (from === "" && to === "") {
    return { status: 200, headers, body: slice(file, 0, size) };
  }
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size : Math.min(size, Number(to) + 1);
  if (start >= end) {
    return { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } };
  }
  const contentRange = `bytes ${start}-${end - 1}/${size}`;
  return { status: 206, headers: { ...headers, "content-range": contentRange }, body: slice(file, start, end) };
}

function slice(file: StoredFile, start: number, end: number): NonNullable<Answer["body"]> {
  const { path } = file.content;
  return path === undefined ? file.content.bytes().subarray(start, end) : { path, start, end };
}
