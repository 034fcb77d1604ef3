import { createServer, type Server } from "node:net";
import { type IndexTarget, parseTarget } from "../src/package-index/target.ts";

export interface Answer {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

let raw: readonly Buffer[] = [];
let received = "";
let server: Server | undefined;
let target: IndexTarget | undefined;

/** Whether the server was sent this: what it does not know it cannot give away. */
export function knows(secret: string): boolean {
  return received.includes(secret);
}

/** Gives the answers one after the other, one a connection. */
export async function serve(answers: readonly Buffer[]): Promise<IndexTarget> {
  raw = answers;
  received = "";
  if (target === undefined) {
    server = createServer((socket) => {
      socket.on("error", () => undefined);
      const request: Buffer[] = [];
      socket.on("data", (chunk) => {
        request.push(chunk);
        received += chunk.toString("latin1");
        if (isWhole(Buffer.concat(request).toString("latin1"))) {
          socket.end(raw[0] ?? "");
          raw = raw.slice(1);
          request.length = 0;
        }
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
    server.unref();
    const address = server.address();
    const parsed = parseTarget(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/legacy/`);
    if ("fault" in parsed) {
      throw new Error(parsed.fault);
    }
    target = parsed;
  }
  return target;
}

/** Lets the process end. */
export function stopServing(): void {
  server?.close();
  server = undefined;
  target = undefined;
}

/** An answer that comes earlier would cut the connection, and the client would try again after a pause. */
function isWhole(request: string): boolean {
  const [head = "", ...rest] = request.split("\r\n\r\n");
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
  return rest.length > 0 && request.length >= head.length + 4 + length;
}

/** HTTP as it has to be, with hostile text where text may stand. */
export function written({ status, reason, headers, body: text }: Answer): Buffer {
  const line = (value: string) => value.replace(/[^\P{Cc}\t]/gu, " ");
  const content = Buffer.from(text);
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} ${line(reason)}\r\n`),
    Buffer.from(headers.map(([name, value]) => `${name}: ${line(value)}\r\n`).join("")),
    Buffer.from(`content-length: ${status === 204 ? 0 : content.length}\r\nconnection: close\r\n\r\n`),
    status === 204 ? Buffer.alloc(0) : content,
  ]);
}
