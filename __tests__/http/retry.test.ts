import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { type HttpAnswer, HttpClient } from "../../src/http/client.ts";
import { ExchangeError } from "../../src/http/exchange-error.ts";
import { type Persistence, persist, retryAfter } from "../../src/http/retry.ts";

let server: Server;
let http: HttpClient;
afterEach(async () => {
  await http.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

async function serve(
  listener: (attempt: number, ...exchange: Parameters<RequestListener>) => void,
  signal = new AbortController().signal,
) {
  let attempts = 0;
  server = createServer((request, response) => {
    attempts += 1;
    listener(attempts, request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  http = new HttpClient("tests/1", signal, { retries: 3 });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const said: string[] = [];
  const log = { group() {}, info: (text: string) => void said.push(text), debug() {}, warning() {}, mask() {} };
  const run = (more: Partial<Persistence> = {}) =>
    persist(http, () => ({ method: "POST", url, accept: "*/*", body: "{}" }), { log, signal, what: "it", ...more });
  return { run, said, attempts: () => attempts };
}

describe("an exchange that is tried again", () => {
  it.each([429, 500, 502, 503, 504])("after %d succeeds the second time, and says so in the log", async (status) => {
    const { run, said } = await serve((attempt, _request, response) =>
      response.writeHead(attempt === 1 ? status : 200).end(),
    );
    const { outcome, attempts, uncertain } = await run();
    expect(outcome).toMatchObject({ status: 200 });
    expect({ attempts, uncertain }).toEqual({ attempts: 2, uncertain: status >= 500 });
    expect(said).toEqual([
      expect.stringMatching(/^it: 127\.0\.0\.1:\d+ answers \d+; trying again in .* \(attempt 2 of 4\)\.$/),
    ]);
  });

  it("after a reset is uncertain of what the first attempt did", async () => {
    const { run } = await serve((attempt, request, response) =>
      attempt === 1 ? request.socket.destroy() : response.end(),
    );
    expect(await run()).toMatchObject({ attempts: 2, uncertain: true, outcome: { status: 200 } });
  });

  it("gives the last answer once the attempts are used up", async () => {
    const { run, attempts } = await serve((_attempt, _request, response) => response.writeHead(503).end("down"));
    expect(await run()).toMatchObject({ attempts: 4, outcome: { status: 503, body: "down" } });
    expect(attempts()).toBe(4);
  }, 20_000);

  it("is sent once more when its cause was mended, also where the attempts are used up", async () => {
    const { run } = await serve((attempt, _request, response) =>
      response.writeHead([503, 503, 503, 403][attempt - 1] ?? 200).end(),
    );
    const mends = async ({ status }: HttpAnswer) => status === 403;
    expect(await run({ mends })).toMatchObject({ attempts: 5, outcome: { status: 200 } });
  }, 20_000);

  it("waits as long as Retry-After says", async () => {
    const { run } = await serve((attempt, _request, response) =>
      response.writeHead(attempt === 1 ? 429 : 200, attempt === 1 ? { "retry-after": "2" } : {}).end(),
    );
    const started = performance.now();
    expect(await run()).toMatchObject({ attempts: 2 });
    expect(performance.now() - started).toBeGreaterThanOrEqual(1990);
  });
});

describe("an exchange that is not tried again", () => {
  it.each([200, 400, 401, 403, 404, 405, 409, 410, 413, 422, 501])("is one answered with %d", async (status) => {
    const { run, attempts } = await serve((_attempt, _request, response) => response.writeHead(status).end());
    expect(await run()).toMatchObject({ attempts: 1, outcome: { status } });
    expect(attempts()).toBe(1);
  });

  it("is one that is asked to wait longer than a run should", async () => {
    const { run } = await serve((_attempt, _request, response) =>
      response.writeHead(429, { "retry-after": "3600" }).end(),
    );
    expect(await run()).toMatchObject({ attempts: 1, outcome: { status: 429 } });
  });

  it("is one whose run has been cancelled while it waited", async () => {
    const controller = new AbortController();
    const { run, attempts } = await serve((_attempt, _request, response) => {
      response.writeHead(503).end();
      response.on("close", () => controller.abort());
    }, controller.signal);
    const { outcome } = await run();
    expect(outcome instanceof ExchangeError || outcome.status === 503).toBe(true);
    expect(attempts()).toBe(1);
  });
});

describe("Retry-After", () => {
  const now = Date.UTC(2026, 0, 1);
  it.each([
    ["120", 120_000],
    [" 0 ", 0],
    ["Thu, 01 Jan 2026 00:00:30 GMT", 30_000],
    ["Wed, 31 Dec 2025 00:00:00 GMT", 0],
    ["soon", undefined],
    ["-5", undefined],
    [undefined, undefined],
  ])("%j is %s milliseconds", (value, expected) => {
    expect(retryAfter({ headers: { "retry-after": value } }, now)).toBe(expected);
  });
});
