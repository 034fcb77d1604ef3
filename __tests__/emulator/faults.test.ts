import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import { buildUpload } from "../builders/upload-form.ts";
import { send } from "./http-client.ts";
import { basic, NO_ISSUER, upload, verdict, wheel } from "./uploader.ts";

let index: EmulatedIndex;

beforeEach(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0 });
});

afterEach(() => index.close());

const AUDIENCE = '{"audience":"pypi"}';
const audience = () => send(`${index.origin}/_/oidc/audience`);

/** What a client sees of an answer that may break off or never come. */
function observe(
  path: string,
  waitMs: number,
): Promise<{ status?: number; length?: string; text: string; end: string }> {
  return new Promise((resolve) => {
    const seen: { status?: number; length?: string; text: string } = { text: "" };
    const outgoing = request(`${index.origin}${path}`, { agent: false }, (response) => {
      seen.status = response.statusCode ?? 0;
      seen.length = response.headers["content-length"] ?? "";
      response.on("data", (chunk: Buffer) => {
        seen.text += chunk.toString("utf8");
      });
      response.once("end", () => finish("complete"));
      response.once("error", () => finish("broken"));
    });
    const timer = setTimeout(() => finish("silence"), waitMs);
    const finish = (end: string): void => {
      clearTimeout(timer);
      outgoing.destroy();
      resolve({ ...seen, end });
    };
    outgoing.once("error", (error: NodeJS.ErrnoException) => finish(error.code ?? "error"));
    outgoing.end();
  });
}

describe("a planned fault", () => {
  it("is an answer of its own: status, headers and body, and nothing is processed", async () => {
    const fault = { kind: "answer", status: 503, headers: { "retry-after": "7" }, body: "<h1>busy</h1>" } as const;
    index.faults.add({ on: { method: "POST", path: "/legacy/" }, fault });
    const reply = await upload(index);
    expect([verdict(reply), reply.text, reply.headers["retry-after"]]).toEqual([
      "503 Service Unavailable",
      "<h1>busy</h1>",
      "7",
    ]);
    expect([index.state.files.length, index.requests[0]?.fault, index.requests[0]?.status]).toEqual([0, "answer", 503]);
    expect(verdict(await upload(index))).toBe("200 OK");
  });

  it("cuts the body off behind its true length, and closes", async () => {
    index.faults.add({ on: {}, fault: { kind: "cut-body", afterBytes: 5 } });
    expect(await observe("/_/oidc/audience", 2000)).toEqual({
      status: 200,
      length: String(AUDIENCE.length),
      text: AUDIENCE.slice(0, 5),
      end: "broken",
    });
  });

  it("cuts the body off and leaves the connection open", async () => {
    index.faults.add({ on: {}, fault: { kind: "cut-body", stall: true } });
    expect(await observe("/_/oidc/audience", 150)).toMatchObject({
      status: 200,
      text: AUDIENCE.slice(0, 9),
      end: "silence",
    });
  });

  it.each(["before-body", "during-body", "after-body"] as const)("resets the connection %s", async (when) => {
    index.faults.add({ on: {}, fault: { kind: "reset", when } });
    await expect(upload(index)).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|EPIPE/) });
    expect([index.state.files.length, index.requests[0]?.status]).toEqual([0, undefined]);
  });

  it("breaks off over https as well", async () => {
    const secure = await startIndex({ issuer: NO_ISSUER, https: true });
    try {
      secure.faults.add({ on: {}, fault: { kind: "reset", when: "after-body" } });
      await expect(upload(secure)).rejects.toMatchObject({ code: "ECONNRESET" });
      expect(verdict(await upload(secure))).toBe("200 OK");
    } finally {
      await secure.close();
    }
  });

  it("loses the answer after everything was stored, so that the next try finds it", async () => {
    index.faults.add({ on: { path: "/legacy/" }, fault: { kind: "lost-answer" } });
    await expect(upload(index)).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(index.state.files.map(({ filename }) => filename)).toEqual([wheel().filename]);
    expect(verdict(await upload(index))).toBe("200 OK");
  });

  it("stalls for good, or for a while", async () => {
    index.faults.add({ on: {}, fault: { kind: "stall" } });
    expect(await observe("/_/oidc/audience", 100)).toEqual({ text: "", end: "silence" });
    index.faults.add({ on: {}, fault: { kind: "stall", ms: 80 } });
    const start = performance.now();
    expect((await audience()).text).toBe(AUDIENCE);
    expect(performance.now() - start).toBeGreaterThan(75);
  });

  it("makes an answer trickle", async () => {
    index.faults.add({ on: {}, fault: { kind: "slow-answer", bytesPerSecond: 100 } });
    const start = performance.now();
    expect((await audience()).text).toBe(AUDIENCE);
    expect(performance.now() - start).toBeGreaterThan(150);
  });

  it("answers early while the client is still sending", async () => {
    index.faults.add({ on: {}, fault: { kind: "answer", status: 413, early: true } });
    const { contentType, body } = buildUpload(wheel());
    const status = await new Promise<number | undefined>((resolve) => {
      const headers = { "content-type": contentType, "content-length": body.length, authorization: basic("x") };
      const outgoing = request(index.uploadUrl, { method: "POST", headers, agent: false }, (response) => {
        resolve(response.statusCode);
        outgoing.destroy();
      });
      outgoing.once("error", () => undefined);
      outgoing.write(body.subarray(0, 100));
    });
    expect(status).toBe(413);
  });
});

describe("a client that goes away", () => {
  it("in the middle of its upload leaves nothing behind", async () => {
    const { contentType, body } = buildUpload(wheel());
    const headers = { "content-type": contentType, "content-length": body.length, authorization: basic("x") };
    const outgoing = request(index.uploadUrl, { method: "POST", headers, agent: false });
    outgoing.once("error", () => undefined);
    await new Promise((resolve) => outgoing.write(body.subarray(0, 100), resolve));
    await until(() => index.requests.length === 1);
    outgoing.destroy();
    await until(() => index.requests[0]?.endedAt !== undefined);
    expect([index.requests[0]?.status, index.state.files]).toEqual([undefined, []]);
  });
});

/** Resolves once the condition holds; the test's own limit ends it otherwise. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("a plan of faults", () => {
  const answer = (status: number) => ({ kind: "answer", status }) as const;

  it("is worked off in order, each so many times, from the nth request on", async () => {
    index.faults.add({ on: { path: "/_/oidc/audience", nth: 2 }, fault: answer(501), times: 2 });
    index.faults.add({ on: { path: /audience/ }, fault: answer(502) });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) {
      statuses.push((await audience()).status);
    }
    expect(statuses).toEqual([502, 501, 501, 200, 200]);
    expect(index.faults.pending).toBe(0);
  });

  it("hits only what it names", async () => {
    index.faults.add({ on: { method: "POST" }, fault: answer(500) });
    index.faults.add({ on: { path: "/simple/" }, fault: answer(500) });
    expect((await audience()).status).toBe(200);
    index.faults.clear();
    expect((await send(index.simpleUrl)).status).toBe(200);
  });
});

describe("the record of requests", () => {
  it("holds method, path, headers, status, times, fields and the file's size and hash", async () => {
    const archive = wheel();
    const token = index.addApiToken();
    await upload(index, archive, { token, query: "?a=b", headers: { "user-agent": "tester/1" } });
    const [recorded] = index.requests;
    expect(recorded).toMatchObject({
      method: "POST",
      path: "/legacy/",
      query: "?a=b",
      status: 200,
      content: { filename: archive.filename, size: archive.content.length, sha256: archive.sha256 },
    });
    expect(recorded?.headers).toMatchObject({ "user-agent": "tester/1", authorization: basic(token) });
    expect(recorded?.fields[0]).toEqual({ name: ":action", value: "file_upload" });
    expect((recorded?.endedAt ?? 0) - (recorded?.startedAt ?? 0)).toBeGreaterThanOrEqual(0);
  });
});
