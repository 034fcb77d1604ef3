import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { Distribution } from "../../src/distribution/distribution.ts";
import type { PublishError } from "../../src/errors.ts";
import { HttpClient } from "../../src/http/client.ts";
import { SimpleApi } from "../../src/package-index/simple-api.ts";
import type { SimpleApiLocation } from "../../src/package-index/simple-location.ts";
import type { IndexTarget } from "../../src/package-index/target.ts";
import { type UploadRights, uploadDistribution } from "../../src/package-index/upload-api.ts";
import { settle } from "../../src/publish/settle.ts";
import { Secret } from "../../src/secret.ts";
import { QUIET } from "../builders/quiet-log.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) {
    await close();
  }
});

const DIGESTS = { size: 7, sha256: "ab".repeat(32), blake2b256: "cd".repeat(32) };

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closers.push(() => new Promise((done) => server.close(done)));
  return (server.address() as AddressInfo).port;
}

function sample(): Distribution {
  const folder = mkdtempSync(join(tmpdir(), "upload-"));
  closers.push(() => rmSync(folder, { recursive: true }));
  const filename = "sample-1.0.tar.gz";
  const path = join(folder, filename);
  writeFileSync(path, "content");
  const metadata = { metadataVersion: "2.4", name: "sample", version: "1.0", fields: new Map(), warnings: [] };
  return { kind: "sdist", path, filename, size: 7, modifiedMs: 0, metadata };
}

function targetAt(address: string): IndexTarget {
  return { kind: "other", name: "the index", uploadUrl: new URL(address), site: new URL(address) };
}

interface Circumstances {
  readonly retries?: number;
  /** How the read side is known; it is not by default. */
  readonly source?: SimpleApiLocation["source"];
  readonly kind?: UploadRights["kind"];
  readonly proven?: boolean;
}

async function upload(
  target: IndexTarget,
  { retries = 1, source, kind = "basic", proven = false }: Circumstances = {},
) {
  const { signal } = new AbortController();
  const http = new HttpClient("tests/1", signal, { retries });
  closers.push(() => http.close());
  const right = { authorization: new Secret("Basic eDp5"), secrets: [] };
  const take = async () => ({ right, giveBack: () => undefined, refusedAsExpired: () => false });
  const distribution = sample();
  const rights = { kind, take };
  const outcome = await uploadDistribution(
    http,
    { distribution, digests: DIGESTS, target, rights, proven },
    { log: QUIET, signal },
  );
  const url = new URL("simple/", target.uploadUrl);
  const readers = source === undefined ? [] : [new SimpleApi({ url, source }, http, { log: QUIET, signal })];
  const settling = { target, skipExisting: false, readers };
  return { outcome, settled: await settle(outcome, { distribution, sha256: DIGESTS.sha256 }, settling) };
}

const LISTING = JSON.stringify({
  meta: { "api-version": "1.0" },
  files: [{ filename: "sample-1.0.tar.gz", url: "/f", hashes: { sha256: DIGESTS.sha256 } }],
});

/** Answers one upload after the other, each once it is here to its end, and lists the file whatever it answered. */
async function answering(...statuses: readonly number[]): Promise<IndexTarget> {
  const left = [...statuses];
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    request.method === "GET"
      ? response.writeHead(200, { "content-type": "application/json" }).end(LISTING)
      : request.resume().once("end", () => response.writeHead(left.shift() ?? 200).end());
  return targetAt(`http://127.0.0.1:${await portOf(createServer(answer))}/legacy/`);
}

describe("an upload that is refused", () => {
  it.each([403, 404])("with %i after an attempt that may have stored it is not called refused", async (status) => {
    const { outcome, settled } = await upload(await answering(502, status));
    expect(outcome).toMatchObject({ kind: "unknown", attempts: 2, uncertain: true });
    expect(settled).toMatchObject({ status: "unknown" });
    expect(String(settled.error)).toContain("may have stored the file");
  });

  it("after an attempt that was told to wait is", async () => {
    expect((await upload(await answering(429, 403))).settled).toMatchObject({ status: "refused" });
  });
});

describe("an upload whose connection is reset instead of an answer", () => {
  it.each([
    ["basic", false, true],
    ["api-token", false, true],
    ["basic", true, false],
    ["minted", false, false],
  ] as const)("by %s, another one taken before: %s: says to look at the password: %s", async (kind, proven, said) => {
    const server = createServer((request) => request.once("data", () => request.socket.resetAndDestroy()));
    const target = targetAt(`http://127.0.0.1:${await portOf(server)}/legacy/`);
    const { settled } = await upload(target, { retries: 0, kind, proven });
    expect(settled).toMatchObject({ status: "unknown", error: { code: "index-answer-invalid" } });
    expect((settled.error as PublishError).remedy?.includes("`password` is wrong")).toBe(said);
  });
});

describe("an upload that is sent on to another origin", () => {
  it("has been sent, and refused", async () => {
    const server = createServer((request, response) =>
      request.resume().once("end", () => response.writeHead(308, { location: "https://other.test/" }).end()),
    );
    const target = targetAt(`http://127.0.0.1:${await portOf(server)}/legacy/`);
    const { outcome, settled } = await upload(target);
    expect(outcome).toMatchObject({ kind: "refused", attempts: 1 });
    expect(settled).toMatchObject({ status: "refused", error: { code: "redirect-refused" } });
  });
});

describe("an upload whose content the index lists", () => {
  it.each([
    ["guessed", "unknown"],
    ["given", "uploaded"],
  ] as const)("and that failed counts only where the read side is no guess: %s", async (source, status) => {
    // As an index that lists what a mirror behind it holds, and whose own storage is down.
    const target = await answering(500);
    const { settled } = await upload(target, { retries: 0, source });
    expect(settled.status).toBe(status);
  });

  it("and that was only told to wait before the name was refused is not counted as uploaded", async () => {
    const target = await answering(429, 409);
    expect((await upload(target, { source: "given" })).settled.status).toBe("already-present");
  });
});
