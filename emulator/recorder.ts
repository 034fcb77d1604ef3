import { FaultPlan } from "./faults.ts";
import { type Answer, json } from "./http/answer.ts";
import { type Exchange, startHttpService } from "./http/http-service.ts";
import type { PartHeaders } from "./http/multipart.ts";
import { type FormPart, readParts } from "./http/parts.ts";
import type { RecordedRequest } from "./http/recorded-request.ts";
import { readBody } from "./http/request-body.ts";

/** One upload as a client sent it. */
export interface RecordedUpload {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Header names and values in the order and spelling received. */
  readonly headers: PartHeaders;
  /** In the order sent. */
  readonly parts: readonly FormPart[];
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
  const parts = await readParts(request);
  const body = parts === undefined ? await readBody(request) : undefined;
  uploads.push({ method, path, query, headers: pairs(request.rawHeaders), parts: parts ?? [], body });
  return json(200, {});
}

function pairs(rawHeaders: readonly string[]): [string, string][] {
  const result: [string, string][] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    result.push([rawHeaders[at] ?? "", rawHeaders[at + 1] ?? ""]);
  }
  return result;
}
