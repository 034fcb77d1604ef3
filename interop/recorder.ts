import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { closeServer, listenOnLoopback } from "./loopback.ts";

/** One upload, as the server of Node's own multipart parser sees it: a judge that is neither ours nor twine's. */
export interface RecordedForm {
  /** Text fields, in the order sent. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly file: {
    readonly field: string;
    readonly filename: string;
    readonly contentType: string;
    /** Bytes. */
    readonly size: number;
    /** Lower-case hex. */
    readonly sha256: string;
  };
  readonly userAgent: string;
}

export interface FormRecorder {
  /** Upload address. */
  readonly url: string;
  /** In the order the requests ended. */
  readonly forms: readonly RecordedForm[];
  close(): Promise<void>;
}

/** A server that says yes to every upload and keeps the form. */
export async function startFormRecorder(): Promise<FormRecorder> {
  const forms: RecordedForm[] = [];
  const server = createServer((request, response) => {
    recordForm(request).then(
      (form) => {
        forms.push(form);
        response.end();
      },
      (error: unknown) => {
        response.writeHead(400, { "Content-Type": "text/plain" }).end(String(error));
      },
    );
  });
  const port = await listenOnLoopback(server);
  return { url: `http://127.0.0.1:${port}/legacy/`, forms, close: () => closeServer(server) };
}

async function recordForm(request: IncomingMessage): Promise<RecordedForm> {
  const contentType = request.headers["content-type"] ?? "";
  const form = await new Response(await buffer(request), { headers: { "Content-Type": contentType } }).formData();
  const fields: [string, string][] = [];
  const files: RecordedForm["file"][] = [];
  for (const [field, value] of form) {
    if (typeof value === "string") {
      fields.push([field, value]);
    } else {
      const content = Buffer.from(await value.arrayBuffer());
      const sha256 = createHash("sha256").update(content).digest("hex");
      files.push({ field, filename: value.name, contentType: value.type, size: content.length, sha256 });
    }
  }
  const [file, another] = files;
  if (file === undefined || another !== undefined) {
    throw new Error(`${files.length} files in one form`);
  }
  return { fields, file, userAgent: request.headers["user-agent"] ?? "" };
}
