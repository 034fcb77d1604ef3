import { createReadStream } from "node:fs";
import { type ServerResponse, STATUS_CODES } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../faults.ts";
import type { Answer, FileSlice } from "./answer.ts";

export interface SendOptions {
  /** HEAD: headers only. */
  readonly headOnly: boolean;
  /** False: no reason phrase, as over HTTP/2. */
  readonly reasonPhrases: boolean;
  readonly fault?: Fault | undefined;
}

/** Characters that can stand in a status line; anything else is either replaced or breaks it (rule H-22). */
const BREAKS_STATUS_LINE = /[^\t\u0020-\u007e\u0080-\u00ff]/;

/** Sends an answer, or as much of it as the fault lets through. */
export async function sendAnswer(response: ServerResponse, answer: Answer, options: SendOptions): Promise<void> {
  const { fault } = options;
  const length = bodyLength(answer.body);
  const headers: Record<string, string> = { ...answer.headers };
  if (answer.status !== 204 && answer.status !== 304) {
    headers["content-length"] = String(length);
  }
  const reason = options.reasonPhrases ? latinReason(answer.reason ?? STATUS_CODES[answer.status] ?? "") : "";
  if (BREAKS_STATUS_LINE.test(reason)) {
    sendBrokenStatusLine(response, answer, reason, headers);
    return;
  }
  response.writeHead(answer.status, reason, headers);
  if (options.headOnly || length === 0) {
    response.end();
    return;
  }
  if (fault?.kind === "cut-body") {
    await sendPart(response, answer.body, fault.afterBytes ?? Math.floor(length / 2), fault.stall === true);
    return;
  }
  const pace = fault?.kind === "slow-answer" ? fault.bytesPerSecond : undefined;
  await pipeline(pace === undefined ? bodyStream(answer.body) : Readable.from(trickle(answer.body, pace)), response);
}

/** Characters outside Latin-1 become question marks, one for each code point (rule H-22). */
export function latinReason(text: string): string {
  return Array.from(text, (character) => ((character.codePointAt(0) ?? 0) > 0xff ? "?" : character)).join("");
}

/**
 * A reason with a line feed goes onto the wire as it is (rule H-22): the client
 * sees a cut status line and reads the rest as header fields.
 */
function sendBrokenStatusLine(
  response: ServerResponse,
  answer: Answer,
  reason: string,
  headers: Readonly<Record<string, string>>,
): void {
  const lines = Object.entries({ connection: "close", ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const { socket } = response;
  socket?.write(`HTTP/1.1 ${answer.status} ${reason}\r\n${lines.join("")}\r\n`, "latin1");
  socket?.end(typeof answer.body === "string" || Buffer.isBuffer(answer.body) ? answer.body : "");
}

async function sendPart(response: ServerResponse, body: Answer["body"], bytes: number, stall: boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    response.flushHeaders();
    response.write(firstBytes(body, bytes), () => resolve());
  });
  if (!stall) {
    response.socket?.end();
    response.socket?.destroySoon();
    return;
  }
  await new Promise<void>((resolve) => response.once("close", () => resolve()));
}

function firstBytes(body: Answer["body"], bytes: number): Buffer {
  if (body === undefined || isSlice(body)) {
    return Buffer.alloc(bytes);
  }
  return Buffer.from(body).subarray(0, bytes);
}

async function* trickle(body: Answer["body"], bytesPerSecond: number): AsyncGenerator<Buffer> {
  const step = Math.max(1, Math.floor(bytesPerSecond / 20));
  for await (const chunk of bodyStream(body)) {
    const bytes = Buffer.from(chunk);
    for (let at = 0; at < bytes.length; at += step) {
      yield bytes.subarray(at, at + step);
      await delay((step / bytesPerSecond) * 1000);
    }
  }
}

function bodyStream(body: Answer["body"]): Readable {
  if (body !== undefined && isSlice(body)) {
    return createReadStream(body.path, { start: body.start, end: body.end - 1 });
  }
  return Readable.from([Buffer.from(body ?? "")]);
}

function bodyLength(body: Answer["body"]): number {
  if (body === undefined) {
    return 0;
  }
  return isSlice(body) ? body.end - body.start : Buffer.byteLength(body);
}

function isSlice(body: NonNullable<Answer["body"]>): body is FileSlice {
  return typeof body === "object" && !Buffer.isBuffer(body);
}
