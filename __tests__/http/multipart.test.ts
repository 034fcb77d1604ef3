import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { statSync, utimesSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, it } from "@jest/globals";
import { type HttpAnswer, HttpClient } from "../../src/http/client.ts";
import { ExchangeError } from "../../src/http/exchange-error.ts";
import { type MultipartForm, multipartBody } from "../../src/http/multipart.ts";
import { useWorkspace } from "../distribution/workspace.ts";

const workspace = useWorkspace();
const closers: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) {
    close();
  }
});

/** A server that reads `pieceBytes` at a time and waits between; resolves each request to the SHA-256 of its file. */
async function slowServer(pieceBytes: number): Promise<{ readonly url: URL; readonly received: string[] }> {
  const received: string[] = [];
  const server = createServer({ highWaterMark: pieceBytes }, async (request: IncomingMessage, response) => {
    const boundary = /boundary=(.*)$/.exec(request.headers["content-type"] ?? "")?.[1] ?? "";
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(Buffer.from(chunk));
      await pause(1);
    }
    const body = Buffer.concat(chunks);
    const start = body.indexOf("octet-stream\r\n\r\n") + "octet-stream\r\n\r\n".length;
    const file = body.subarray(start, body.lastIndexOf(`\r\n--${boundary}--`));
    received.push(createHash("sha256").update(file).digest("hex"));
    response.end("stored");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port }: AddressInfo = Object(server.address());
  closers.push(() => server.close());
  return { url: new URL(`http://127.0.0.1:${port}/`), received };
}

async function send(url: URL, form: MultipartForm): Promise<HttpAnswer> {
  const http = new HttpClient("tests/1", new AbortController().signal);
  try {
    return await http.exchange({ method: "POST", url, accept: "*/*", body: () => multipartBody(form) });
  } finally {
    await http.close();
  }
}

function place(name: string, content: Buffer): MultipartForm["file"] {
  const path = join(workspace().path, name);
  writeFileSync(path, content);
  return { field: "content", path, filename: name, size: content.length, stamp: statSync(path, { bigint: true }) };
}

describe("a form with a file", () => {
  it.each([0, 1, 256 * 1024, 256 * 1024 + 1, 5_000_000])(
    "arrives whole at a server that is slower than the disk: %d bytes, four at once",
    async (size) => {
      const { url, received } = await slowServer(16 * 1024);
      const contents = Array.from({ length: 4 }, () => randomBytes(size));
      const files = contents.map((content, index) => place(`${index}`, content));
      await Promise.all(files.map((file) => send(url, { fields: [["name", "x"]], file })));
      expect(received.toSorted()).toEqual(
        contents.map((content) => createHash("sha256").update(content).digest("hex")).toSorted(),
      );
    },
  );

  it("counts as sent however quick the answer is", async () => {
    const { url } = await slowServer(64 * 1024);
    const file = place("f", Buffer.from("x"));
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(url, { fields: [], file })));
    expect(answers.map(({ requestSent }) => requestSent)).toEqual(Array(50).fill(true));
  });

  it("is not sent when the file was rewritten since it was hashed, its size and time put back", async () => {
    const { url, received } = await slowServer(64 * 1024);
    const file = place("f", Buffer.alloc(1000, "a"));
    const { atime, mtime } = statSync(file.path);
    writeFileSync(file.path, Buffer.alloc(1000, "b"));
    utimesSync(file.path, atime, mtime);
    const failure = await send(url, { fields: [], file }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ExchangeError);
    expect(failure).toMatchObject({ phase: "not-sent", permanent: true });
    expect(received).toEqual([]);
  });

  it("never arrives whole when the file is rewritten while it is sent", async () => {
    const file = place("f", Buffer.alloc(40_000_000, "a"));
    let received = 0;
    let changed = false;
    const server = createTcpServer((socket) => {
      socket.on("data", (data: Buffer) => {
        received += data.length;
        if (!changed) {
          changed = true;
          writeFileSync(file.path, Buffer.alloc(40_000_000, "b"));
        }
      });
      socket.on("error", () => undefined);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    closers.push(() => server.close());
    const { port }: AddressInfo = Object(server.address());
    const failure = await send(new URL(`http://127.0.0.1:${port}/`), { fields: [], file }).catch((error) => error);
    expect(failure).toMatchObject({ phase: "not-sent", permanent: true });
    expect(received).toBeLessThan(40_000_000);
  });
});
