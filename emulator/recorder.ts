import { FaultPlan } from "./faults.ts";
import { type Answer, json } from "./http/answer.ts";
import { type Exchange, startHttpService } from "./http/http-service.ts";
import { boundaryOf, headerParameters, type PartHeaders, type PartSink, readMultipart } from "./http/multipart.ts";
import type { RecordedRequest } from "./http/recorded-request.ts";
import { readBody } from "./http/request-body.ts";

/** One part of a multipart body, as it came. */
export interface RecordedPart {
  /** `name` of the Content-Disposition. */
  readonly name: string;
  /** Plain `filename` of the Content-Disposition; undefined when there is none. */
  readonly filename: string | undefined;
  /** Header fields in the order and spelling received. */
  readonly headers: PartHeaders;
  readonly bytes: Buffer;
  /** The bytes read as UTF-8. */
  readonly value: string;
}

/** One upload as a client sent it. */
export interface RecordedUpload {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Header names and values in the order and spelling received. */
  readonly headers: PartHeaders;
  /** In the order sent. */
  readonly parts: readonly RecordedPart[];
  /** Bytes of the body when it is no multipart form. */
  readonly body: Buffer | undefined;
}

export interface Recorder {
  readonly url: string;
  readonly uploads: readonly RecordedUpload[];
  readonly requests: readonly RecordedRequest[];
  close(): Promise<void>;
}

/** A server that accepts every upload and writes down exactly what was sent, to compare clients. */
export async function startRecorder(): Promise<Recorder> {
  const uploads: RecordedUpload[] = [];
  const requests: RecordedRequest[] = [];
  const service = await startHttpService({
    faults: new FaultPlan(),
    requests,
    handle: (exchange) => record(exchange, uploads),
  });
  return { url: `http://127.0.0.1:${service.port}/legacy/`, uploads, requests, close: () => service.close() };
}

async function record(exchange: Exchange, uploads: RecordedUpload[]): Promise<Answer> {
  const { request, method, path, query } = exchange;
  if (method !== "POST") {
    return json(404, { message: "Only uploads are recorded here." });
  }
  const parts: RecordedPart[] = [];
  const boundary = boundaryOf(request.headers["content-type"] ?? "");
  let body: Buffer | undefined;
  if (boundary === undefined) {
    body = await readBody(request);
  } else {
    await readMultipart(request, boundary, (headers) => recordPart(headers, parts));
  }
  uploads.push({ method, path, query, headers: pairs(request.rawHeaders), parts, body });
  return json(200, {});
}

function recordPart(headers: PartHeaders, parts: RecordedPart[]): PartSink {
  const chunks: Buffer[] = [];
  return {
    write: (chunk) => void chunks.push(Buffer.from(chunk)),
    end: () => {
      const disposition = headers.find(([name]) => name.toLowerCase() === "content-disposition")?.[1] ?? "";
      const parameters = headerParameters(disposition);
      const bytes = Buffer.concat(chunks);
      parts.push({
        name: parameters.get("name") ?? "",
        filename: parameters.get("filename"),
        headers,
        bytes,
        value: bytes.toString("utf8"),
      });
    },
  };
}

function pairs(rawHeaders: readonly string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    result.push([rawHeaders[at] ?? "", rawHeaders[at + 1] ?? ""]);
  }
  return result;
}
