/** A stretch of a file on disk, sent without reading all of it into memory. */
export interface FileSlice {
  readonly path: string;
  /** First byte. */
  readonly start: number;
  /** Byte behind the last one. */
  readonly end: number;
}

/** What a handler wants to be sent. */
export interface Answer {
  readonly status: number;
  /** Reason phrase, in any characters; the sender deals with what a status line cannot hold. */
  readonly reason?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string | FileSlice;
}

export const JSON_TYPE = "application/json";
export const HTML_TYPE = "text/html; charset=UTF-8";
export const PLAIN_TYPE = "text/plain; charset=UTF-8";

/** A JSON answer. */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers: { "content-type": JSON_TYPE, ...headers }, body: JSON.stringify(value) };
}

/** A small HTML page; title and text are escaped. */
export function htmlPage(status: number, title: string, text: string): Answer {
  const body = `<!DOCTYPE html>\n<html lang="en"><head><title>${escapeHtml(title)}</title></head>\n<body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></body></html>\n`;
  return { status, headers: { "content-type": HTML_TYPE }, body };
}

/** Text made safe for HTML content and attribute values. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
}
