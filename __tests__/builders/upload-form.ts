import type { BuiltArchive } from "./archives.ts";
import { buildMultipart, type MultipartBody, type MultipartPart } from "./multipart.ts";

/** Changes to the usual form of an upload; `null` leaves a field out, a list repeats it. */
export type FieldChanges = Readonly<Record<string, string | readonly string[] | null>>;

export interface UploadFormOptions {
  readonly fields?: FieldChanges;
  /** Changes to the file part; `null` leaves it out. */
  readonly file?: Partial<MultipartPart> | null;
  /** Parts put before all others. */
  readonly before?: readonly MultipartPart[];
  /** False: no closing boundary. */
  readonly closed?: boolean;
}

/** The form fields that go with an archive, as an upload needs them. */
export function uploadFields(archive: BuiltArchive): Record<string, string> {
  const wheel = archive.kind === "wheel";
  return {
    ":action": "file_upload",
    protocol_version: "1",
    metadata_version: "2.1",
    name: archive.name,
    version: archive.version,
    filetype: wheel ? "bdist_wheel" : "sdist",
    pyversion: wheel ? "py3" : "source",
    sha256_digest: archive.sha256,
  };
}

/** The body of an upload of this archive, valid unless changed. */
export function buildUpload(archive: BuiltArchive, options: UploadFormOptions = {}): MultipartBody {
  const fields: Record<string, string | readonly string[] | null> = { ...uploadFields(archive), ...options.fields };
  const parts: MultipartPart[] = [...(options.before ?? [])];
  for (const [name, value] of Object.entries(fields)) {
    const values = value === null ? [] : typeof value === "string" ? [value] : value;
    parts.push(...values.map((each) => ({ name, value: each })));
  }
  if (options.file !== null) {
    parts.push({
      name: "content",
      value: archive.content,
      filename: archive.filename,
      contentType: "application/octet-stream",
      ...options.file,
    });
  }
  return buildMultipart(parts, options.closed === undefined ? {} : { closed: options.closed });
}
