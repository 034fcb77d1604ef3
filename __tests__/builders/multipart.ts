/** One part of a multipart form, down to its header fields. */
export interface MultipartPart {
  readonly name: string;
  readonly value: string | Buffer;
  /** Plain `filename` parameter. */
  readonly filename?: string;
  /** Content-Type of the part. */
  readonly contentType?: string;
  /** The whole Content-Disposition, instead of the one made from name and filename. */
  readonly disposition?: string;
}

export interface MultipartBody {
  readonly contentType: string;
  readonly body: Buffer;
}

const BOUNDARY = "----boundary-of-the-builders-4711";

/** A multipart/form-data body, byte for byte as given. */
export function buildMultipart(parts: readonly MultipartPart[], options: { closed?: boolean } = {}): MultipartBody {
  const chunks = parts.flatMap((part) => [
    Buffer.from(`--${BOUNDARY}\r\n${headerOf(part)}\r\n`),
    Buffer.from(part.value),
    Buffer.from("\r\n"),
  ]);
  if (options.closed === false) {
    chunks.pop();
  } else {
    chunks.push(Buffer.from(`--${BOUNDARY}--\r\n`));
  }
  return { contentType: `multipart/form-data; boundary=${BOUNDARY}`, body: Buffer.concat(chunks) };
}

function headerOf(part: MultipartPart): string {
  const filename = part.filename === undefined ? "" : `; filename="${part.filename.replace(/["\\]/g, "\\$&")}"`;
  const disposition = part.disposition ?? `form-data; name="${part.name}"${filename}`;
  const type = part.contentType === undefined ? "" : `Content-Type: ${part.contentType}\r\n`;
  return `Content-Disposition: ${disposition}\r\n${type}`;
}
