import { createReadStream } from "node:fs";
import { PassThrough, pipeline, type Readable } from "node:stream";
import FormData from "form-data";

/** One form to send: text fields in order, repeated names allowed, and one file streamed from disk. */
export interface MultipartForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly file: {
    readonly field: string;
    readonly path: string;
    readonly filename: string;
    /** Bytes; what is sent ends there even if the file has grown. */
    readonly size: number;
  };
}

export interface RequestBody {
  readonly contentType: string;
  /** Bytes. */
  readonly contentLength: number;
  readonly stream: Readable;
}

const READ_CHUNK_BYTES = 256 * 1024;

/**
 * A fresh body for one attempt; a body that has been read once cannot be sent again.
 * Text parts carry no `filename` and no Content-Type of their own (index rules H-05, H-07).
 */
export function multipartBody(form: MultipartForm): RequestBody {
  const { field, path, filename, size } = form.file;
  const data = new FormData();
  for (const [name, value] of form.fields) {
    data.append(name, value);
  }
  const file = createReadStream(path, { start: 0, end: size - 1, highWaterMark: READ_CHUNK_BYTES });
  data.append(field, file, { filename, contentType: "application/octet-stream", knownLength: size });

  // form-data is an old-style stream: errors of the file reach the request, and the end of the request the file, only through a pipeline.
  const stream = new PassThrough({ highWaterMark: READ_CHUNK_BYTES });
  pipeline(data, stream, () => file.destroy());
  return {
    contentType: `multipart/form-data; boundary=${data.getBoundary()}`,
    contentLength: data.getLengthSync(),
    stream,
  };
}
