import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server as TcpServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { HttpClient } from "../../src/http/client.ts";
import { ExchangeError } from "../../src/http/exchange-error.ts";
import { multipartBody } from "../../src/http/multipart.ts";
import { Secret } from "../../src/secret.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) {
    await close();
  }
});

async function listening(server: Server | TcpServer): Promise<URL> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closers.push(() => {
    if ("closeAllConnections" in server) {
      server.closeAllConnections();
    }
    return new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  return new URL(`http://127.0.0.1:${port}/`);
}

const serve = (listener: RequestListener) => listening(createServer(listener));

function client(signal = new AbortController().signal): HttpClient {
  const http = new HttpClient("tests/1", signal);
  closers.push(() => http.close());
  return http;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function temporaryFile(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), "client-"));
  closers.push(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "sample-1.0.tar.gz");
  writeFileSync(path, content);
  return path;
}

async function failureOf(exchange: Promise<unknown>): Promise<ExchangeError> {
  try {
    await exchange;
  } catch (error) {
    if (error instanceof ExchangeError) {
      return error;
    }
    throw error;
  }
  throw new Error("the exchange succeeded");
}

const get = (url: URL) => ({ method: "GET" as const, url, accept: "*/*" });

describe("every exchange", () => {
  it("is told of in a line without query, header or body", async () => {
    const url = await serve((_request, response) => response.writeHead(404).end("secret body"));
    const lines: string[] = [];
    const http = new HttpClient("tests/1", new AbortController().signal, { trace: (line) => lines.push(line) });
    closers.push(() => http.close());
    const authorization = new Secret("Basic c2VjcmV0");
    await http.exchange({ method: "GET", url: new URL("/path?token=secret", url), accept: "*/*", authorization });
    expect(lines).toEqual([expect.stringMatching(/^GET http:\/\/127\.0\.0\.1:\d+\/path: 404, 11 bytes, \d+ ms$/)]);
  });

  it("is told of when there was no answer, too", async () => {
    const url = await serve((request) => request.socket.destroy());
    const lines: string[] = [];
    const http = new HttpClient("tests/1", new AbortController().signal, { trace: (line) => lines.push(line) });
    closers.push(() => http.close());
    await failureOf(http.exchange({ method: "GET", url, accept: "*/*" }));
    expect(lines).toEqual([expect.stringContaining("no whole answer")]);
  });
});

describe("connections", () => {
  async function counting(): Promise<{ readonly url: URL; readonly opened: () => number }> {
    let opened = 0;
    const server = createServer((_request, response) => setTimeout(() => response.end("ok"), 20));
    server.on("connection", () => {
      opened += 1;
    });
    return { url: await listening(server), opened: () => opened };
  }

  it("are used again, also at once after an answer, one for each exchange that goes side by side", async () => {
    const { url, opened } = await counting();
    const http = client();
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([http.exchange(get(url)), http.exchange(get(url))]);
      await http.exchange(get(url));
    }
    expect(opened()).toBe(2);
  });

  it("that were opened ahead are used first", async () => {
    const { url, opened } = await counting();
    const http = client();
    http.warm(url, 2);
    await Promise.all([http.exchange(get(url)), http.exchange(get(url))]);
    expect(opened()).toBe(2);
  });
});

describe("an exchange", () => {
  it("sends a form with its exact length and the bytes of the file", async () => {
    let seen: { headers: IncomingMessage["headers"]; body: string } | undefined;
    const url = await serve(async (request, response) => {
      seen = { headers: request.headers, body: (await bodyOf(request)).toString("utf8") };
      response.end("ok");
    });
    const path = temporaryFile("bytes of the file");
    const answer = await client().exchange({
      method: "POST",
      url,
      accept: "application/json",
      authorization: new Secret("Basic eDp5"),
      body: () =>
        multipartBody({
          fields: [
            ["classifiers", "A :: B"],
            ["classifiers", "Ä :: €"],
          ],
          file: { field: "content", path, filename: "sample-1.0.tar.gz", size: 17 },
        }),
    });
    expect(answer).toMatchObject({ status: 200, reason: "OK", body: "ok" });
    expect(seen?.headers).toMatchObject({
      accept: "application/json",
      authorization: "Basic eDp5",
      "user-agent": "tests/1",
    });
    expect(seen?.headers["transfer-encoding"]).toBeUndefined();
    expect(Number(seen?.headers["content-length"])).toBe(Buffer.byteLength(seen?.body ?? ""));
    expect(seen?.body).toMatch(/name="classifiers"\r\n\r\nA :: B\r\n/);
    expect(seen?.body).toMatch(/name="classifiers"\r\n\r\nÄ :: €\r\n/);
    expect(seen?.body).toMatch(
      /name="content"; filename="sample-1\.0\.tar\.gz"\r\nContent-Type: application\/octet-stream\r\n\r\nbytes of the file\r\n--[^\r]+--\r\n$/,
    );
  });

  it("follows 308 within the origin with a fresh body, and 302 of a POST not at all", async () => {
    const bodies: string[] = [];
    const url = await serve(async (request, response) => {
      const body = (await bodyOf(request)).toString();
      if (request.url === "/legacy" || request.url === "/302") {
        response.writeHead(request.url === "/302" ? 302 : 308, { location: "/legacy/" }).end();
        return;
      }
      bodies.push(body);
      response.end("stored");
    });
    const path = temporaryFile("once more");
    const body = () => multipartBody({ fields: [], file: { field: "content", path, filename: "f", size: 9 } });
    const followed = await client().exchange({ method: "POST", url: new URL("/legacy", url), accept: "*/*", body });
    expect(followed).toMatchObject({ status: 200, body: "stored" });
    expect(bodies).toEqual([expect.stringContaining("once more")]);
    const refused = await client().exchange({ method: "POST", url: new URL("/302", url), accept: "*/*", body });
    expect(refused.status).toBe(302);
    expect(bodies).toHaveLength(1);
  });

  it("refuses a redirect to another origin before anything is sent there", async () => {
    let reached = 0;
    const other = await serve((_request, response) => {
      reached += 1;
      response.end();
    });
    const url = await serve((_request, response) => response.writeHead(307, { location: other.href }).end());
    await expect(
      client().exchange({ method: "POST", url, accept: "*/*", authorization: new Secret("Basic eDp5"), body: "{}" }),
    ).rejects.toMatchObject({ code: "redirect-refused", message: expect.stringContaining(other.origin) });
    expect(reached).toBe(0);
  });

  it.each([
    ["the token of an upload", { authorization: new Secret(`Basic ${btoa("__token__:pypi-AgENdGVzdC5weXBp")}`) }],
    ["what was sent", { body: JSON.stringify({ token: "pypi-AgENdGVzdC5weXBp" }) }],
  ])("refuses a redirect to an address that repeats %s, and does not show it", async (_what, more) => {
    const url = await serve((_request, response) => response.writeHead(307, { location: "/x/AgENdGVzdC5" }).end());
    const refusal = client().exchange({ ...get(url), method: "POST", ...more });
    await expect(refusal).rejects.toMatchObject({
      code: "redirect-refused",
      message: expect.not.stringContaining("AgEN"),
    });
  });

  it("gives up on a circle of redirects", async () => {
    const url = await serve((_request, response) => response.writeHead(302, { location: "/again" }).end());
    await expect(client().exchange(get(url))).rejects.toMatchObject({ code: "redirect-refused" });
  });

  it("says that a refused connection never sent anything", async () => {
    const server = createServer();
    const url = await listening(server);
    await new Promise((done) => server.close(done));
    const failure = await failureOf(client().exchange(get(url)));
    expect(failure).toMatchObject({ phase: "not-sent", message: expect.stringContaining("connection refused") });
    closers.splice(0, 1);
  });

  it("says that a connection closed without an answer leaves the outcome open", async () => {
    const url = await listening(createTcpServer((socket) => socket.once("data", () => socket.destroy())));
    const failure = await failureOf(client().exchange({ method: "POST", url, accept: "*/*", body: "{}" }));
    expect(failure.phase).toBe("unanswered");
  });

  it("notices an answer that is cut in the middle of its body", async () => {
    const url = await listening(
      createTcpServer((socket) =>
        socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf of it")),
      ),
    );
    const failure = await failureOf(client().exchange(get(url)));
    expect(failure.phase).toBe("answer-cut");
  });

  it("ends when no answer comes in the time given", async () => {
    const url = await serve(() => undefined);
    const idle = await failureOf(client().exchange({ ...get(url), idleMs: 50 }));
    expect(idle.message).toContain("no answer in time");
    const total = await failureOf(client().exchange({ ...get(url), totalMs: 50 }));
    expect(total.phase).toBe("unanswered");
  });

  it("keeps no more of an answer than 1 MiB", async () => {
    const url = await serve((_request, response) => {
      response.on("error", () => undefined);
      response.end(Buffer.alloc(5 * 1024 * 1024, "x"));
    });
    const answer = await client().exchange(get(url));
    expect(answer.body).toHaveLength(1024 * 1024);
  });

  it("refuses to go on with a file that shrank after it was measured", async () => {
    const url = await serve(async (request, response) => {
      await bodyOf(request).catch(() => undefined);
      response.end();
    });
    const path = temporaryFile("x".repeat(1000));
    truncateSync(path, 10);
    const body = () => multipartBody({ fields: [], file: { field: "content", path, filename: "f", size: 1000 } });
    const failure = await failureOf(client().exchange({ method: "POST", url, accept: "*/*", body }));
    expect(failure.message).toContain("changed after it was checked");
  });

  it("ends with the run, except for what gives a credential back", async () => {
    const controller = new AbortController();
    const http = client(controller.signal);
    const url = await serve((request, response) => (request.url === "/burn" ? response.end("burned") : undefined));
    const pending = failureOf(http.exchange(get(url)));
    controller.abort();
    await pending;
    await failureOf(http.exchange(get(url)));
    const burned = await http.exchange({ ...get(new URL("/burn", url)), graceMs: 1000 });
    expect(burned.body).toBe("burned");
  });
});
