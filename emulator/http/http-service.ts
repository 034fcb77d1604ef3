import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { TLSSocket } from "node:tls";
import type { Fault, FaultPlan } from "../faults.ts";
import { type Answer, htmlPage } from "./answer.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import { sendAnswer } from "./send-answer.ts";

/** One request under way, as handlers see it. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly method: string;
  /** Path without the query, as sent. */
  readonly path: string;
  readonly query: string;
  readonly recorded: RecordedRequest;
  readonly remoteAddress: string;
}

export interface HttpServiceOptions {
  readonly handle: (exchange: Exchange) => Promise<Answer>;
  readonly faults: FaultPlan;
  readonly requests: RecordedRequest[];
  /** PEM key and certificate chain for https. */
  readonly tls?: { readonly key: string; readonly cert: string; readonly caCertificate: string } | undefined;
  /** With `tls`: turns away connections without a certificate of that authority. Default false. */
  readonly clientCertificates?: boolean | undefined;
  /** Default true. */
  readonly reasonPhrases?: boolean | undefined;
  /** Default 0: any free port. */
  readonly port?: number | undefined;
}

export interface HttpService {
  readonly port: number;
  close(): Promise<void>;
}

/** Starts a server on 127.0.0.1 that records every request and shows the planned faults. */
export async function startHttpService(options: HttpServiceOptions): Promise<HttpService> {
  const listener: RequestListener = (request, response) => {
    serve(request, response, options).catch(() => response.destroy());
  };
  const server: Server =
    options.tls === undefined ? createServer(listener) : createTlsServer(tlsOptions(options), listener);
  server.requestTimeout = 0;
  server.keepAliveTimeout = 60_000;
  server.on("clientError", (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", () => resolve());
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function tlsOptions({ tls, clientCertificates = false }: HttpServiceOptions) {
  return {
    key: tls?.key,
    cert: tls?.cert,
    ca: tls?.caCertificate,
    requestCert: clientCertificates,
    // TLS 1.3 tells a client without a certificate only after its request, if the request does not get in its way.
    ...(clientCertificates && { maxVersion: "TLSv1.2" as const }),
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, options: HttpServiceOptions): Promise<void> {
  const method = request.method ?? "GET";
  const target = request.url ?? "/";
  const at = target.indexOf("?");
  const path = at < 0 ? target : target.slice(0, at);
  const query = at < 0 ? "" : target.slice(at);
  const fault = options.faults.take(method, path);
  const recorded: RecordedRequest = {
    method,
    path,
    query,
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    startedAt: Date.now(),
    endedAt: undefined,
    status: undefined,
    reason: undefined,
    fault: fault?.kind,
    fields: [],
    content: undefined,
  };
  options.requests.push(recorded);
  request.on("error", () => undefined);
  response.on("error", () => undefined);
  const remoteAddress = request.socket.remoteAddress ?? "";
  try {
    await exchange({ request, method, path, query, recorded, remoteAddress }, response, fault, options);
  } finally {
    recorded.endedAt = Date.now();
  }
}

async function exchange(
  current: Exchange,
  response: ServerResponse,
  fault: Fault | undefined,
  options: HttpServiceOptions,
): Promise<void> {
  if (fault !== undefined && (await showBeforeHandling(fault, current, response, options))) {
    return;
  }
  const answer = await options.handle(current).catch((error: unknown) => {
    // A client that went away in the middle of its request needs no answer.
    return current.request.complete || !current.request.destroyed ? brokenHandler(error) : undefined;
  });
  if (answer === undefined) {
    response.destroy();
    return;
  }
  if (!current.request.readableEnded) {
    await drain(current.request);
  }
  if (fault?.kind === "lost-answer") {
    response.socket?.destroy();
    return;
  }
  current.recorded.status = answer.status;
  current.recorded.reason = answer.reason;
  const reasonPhrases = options.reasonPhrases ?? true;
  await sendAnswer(response, answer, { headOnly: current.method === "HEAD", reasonPhrases, fault });
}

/** True when the fault has ended the exchange. */
async function showBeforeHandling(
  fault: Fault,
  current: Exchange,
  response: ServerResponse,
  options: HttpServiceOptions,
): Promise<boolean> {
  const { request } = current;
  if (fault.kind === "reset") {
    await readUntil(request, fault.when);
    reset(request.socket);
    return true;
  }
  if (fault.kind === "answer") {
    if (fault.early !== true) {
      await drain(request);
    }
    const { kind: _kind, early, ...answer } = fault;
    current.recorded.status = answer.status;
    const headers = { ...answer.headers, ...(early ? { connection: "close" } : {}) };
    const reasonPhrases = options.reasonPhrases ?? true;
    await sendAnswer(response, { ...answer, headers }, { headOnly: current.method === "HEAD", reasonPhrases });
    return true;
  }
  if (fault.kind === "stall") {
    if (fault.ms === undefined) {
      await drain(request);
      await closed(response);
      return true;
    }
    await Promise.race([delay(fault.ms), closed(response)]);
    return response.destroyed;
  }
  return false;
}

/** A TCP reset; Node has none for the inside of TLS, where the connection just ends without a farewell. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) {
    socket.destroy();
  } else {
    socket.resetAndDestroy();
  }
}

async function readUntil(request: IncomingMessage, when: "before-body" | "during-body" | "after-body"): Promise<void> {
  if (when === "before-body") {
    return;
  }
  if (when === "after-body") {
    await drain(request);
    return;
  }
  await new Promise<void>((resolve) => {
    request.once("data", () => resolve());
    request.once("end", () => resolve());
    request.once("close", () => resolve());
  });
}

function closed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once("close", () => resolve());
  });
}

/** Reads what is left of a request and forgets it, so that the client can finish sending. */
async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) {
    return;
  }
  await new Promise<void>((resolve) => {
    request.once("end", () => resolve());
    request.once("close", () => resolve());
    request.resume();
  });
}

/** A handler that fails is a fault of the emulator: it is shown, so that no test passes because of it. */
function brokenHandler(error: unknown): Answer {
  process.stderr.write(`emulator: unexpected failure: ${error instanceof Error ? error.stack : String(error)}\n`);
  return htmlPage(500, "Internal Server Error", "The emulator failed.");
}
