import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { HttpClient } from "../../src/http/client.ts";
import { type ProjectReading, SimpleApi } from "../../src/package-index/simple-api.ts";
import { Secret } from "../../src/secret.ts";
import { QUIET } from "../builders/quiet-log.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) {
    await close();
  }
});

const JSON_V1 = "application/vnd.pypi.simple.v1+json";
const SHA = "ab".repeat(32);

async function served(listener: RequestListener, authorization?: Secret): Promise<SimpleApi> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { signal } = new AbortController();
  const http = new HttpClient("tests/1", signal);
  closers.push(
    () => new Promise((done) => server.close(done)),
    () => server.closeAllConnections(),
    () => http.close(),
  );
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/simple/`);
  const location = { url, source: "given" as const, ...(authorization !== undefined && { authorization }) };
  return new SimpleApi(location, http, { log: QUIET, signal });
}

const answering = (type: string, body: string, status = 200) =>
  served((_request, response) => response.writeHead(status, { "content-type": type }).end(body));

async function read(type: string, body: string, status?: number): Promise<ProjectReading> {
  return (await answering(type, body, status)).project("sample");
}

function page(files: unknown, more: object = {}): string {
  return JSON.stringify({ meta: { "api-version": "1.4" }, name: "sample", files, ...more });
}

describe("a page that repeats the credential it was asked with", () => {
  const password = "correct-horse-battery";
  const basic = Buffer.from(`reader:${password}`).toString("base64");

  it.each([
    ["the password", password],
    ["a part of it", password.slice(3, 15)],
    ["the header", basic],
  ])("has %s taken out of what may be shown", async (_what, echoed) => {
    const files = [
      { filename: "sample-1.0.tar.gz", url: `/files/${echoed}/sample-1.0.tar.gz`, hashes: { sha256: SHA } },
      { filename: "sample-1.1.tar.gz", url: "/files/sample-1.1.tar.gz", hashes: { sha256: SHA } },
    ];
    const body = page(files, { "project-status": { status: "archived", reason: `by ${echoed} today` } });
    const listener: RequestListener = (_request, response) =>
      response.writeHead(200, { "content-type": JSON_V1 }).end(body);
    const reading = await (await served(listener, new Secret(`Basic ${basic}`))).project("sample");
    expect(reading).toMatchObject({
      page: { status: "archived", statusReason: expect.stringMatching(/^by ?\*{3} today$/) },
    });
    const listed = reading.kind === "listed" ? [...reading.page.files.values()] : [];
    expect(listed.map(({ url, sha256 }) => [url !== undefined, sha256])).toEqual([
      [false, SHA],
      [true, SHA],
    ]);
  });
});

describe("the JSON form", () => {
  it("gives name, hash, size, time, yank and provenance of each file", async () => {
    const reading = await read(
      JSON_V1,
      page(
        [
          {
            filename: "sample-1.0.tar.gz",
            url: "../../files/sample-1.0.tar.gz#sha256=ab",
            hashes: { sha256: SHA.toUpperCase() },
            size: 12,
            "upload-time": "2026-01-02T03:04:05.678901Z",
            yanked: "broken",
            provenance: "https://index.example/provenance",
          },
        ],
        { "project-status": { status: "archived", reason: "moved" } },
      ),
    );
    expect(reading).toEqual({
      kind: "listed",
      page: {
        status: "archived",
        statusReason: "moved",
        files: new Map([
          [
            "sample-1.0.tar.gz",
            {
              filename: "sample-1.0.tar.gz",
              url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/files\/sample-1\.0\.tar\.gz$/),
              sha256: SHA,
              size: 12,
              uploadedAtMs: Date.parse("2026-01-02T03:04:05.678Z"),
              yanked: true,
              hasProvenance: true,
            },
          ],
        ]),
      },
    });
  });

  it("takes no page-long text for a name or an address", async () => {
    const long = { filename: `sample-1${".1".repeat(5_000_000)}.tar.gz`, url: "/files/a", hashes: { sha256: SHA } };
    const away = { filename: "sample-1.0.tar.gz", url: `/files/${"a".repeat(10_000)}`, hashes: { sha256: SHA } };
    const reading = await read(JSON_V1, page([long, away]));
    expect(reading.kind === "listed" ? [...reading.page.files.values()] : reading).toMatchObject([
      { filename: "sample-1.0.tar.gz", url: undefined },
    ]);
  });

  it("takes nothing of a wrong type for what it is not", async () => {
    const odd = {
      filename: "sample-1.0.tar.gz",
      url: "javascript:alert(1)",
      hashes: { sha256: "abc" },
      size: -1,
      "upload-time": "yesterday",
      yanked: false,
      provenance: null,
    };
    const reading = await read(JSON_V1, page([odd, { filename: 7 }, null, "x"], { "project-status": "active" }));
    expect(reading.kind === "listed" ? [...reading.page.files.values()] : reading).toEqual([
      {
        filename: "sample-1.0.tar.gz",
        url: undefined,
        sha256: undefined,
        size: undefined,
        uploadedAtMs: undefined,
        yanked: false,
        hasProvenance: false,
      },
    ]);
  });

  it.each([
    ["{", "is no JSON object"],
    ["[]", "is no JSON object"],
    [JSON.stringify({ files: [] }), "no version"],
    [JSON.stringify({ meta: { "api-version": "2.0" }, files: [] }), "no version"],
    [page({}), "no list of files"],
  ])("%s cannot be used", async (body, words) => {
    expect(await read(JSON_V1, body)).toMatchObject({ kind: "unreadable", reason: expect.stringContaining(words) });
  });
});

describe("the HTML form", () => {
  it("gives name, hash, yank and provenance of each link, escaped or not", async () => {
    const html = `<!DOCTYPE html><html><head><meta name="pypi:project-status" content="archived"></head><body>
      <a href="../../files/sample-1%211.0-py3-none-any.whl#sha256=${SHA}" data-yanked="">anything</a>
      <a href="https://files.example/sample-2.0.tar.gz?x=1#egg=sample&amp;sha256=${SHA}" data-provenance="p">s</a>
      <a href="sample-3.0.tar.gz#md5=0123">s</a> <a href="/about">about</a> <a>x</a> <a href="http://[">y</a>
      </body></html>`;
    const reading = await read("text/html; charset=utf-8", html);
    expect(reading).toMatchObject({ kind: "listed", page: { status: "archived" } });
    const files = reading.kind === "listed" ? [...reading.page.files.values()] : [];
    expect(
      files.map(({ filename, sha256, yanked, hasProvenance }) => [filename, sha256, yanked, hasProvenance]),
    ).toEqual([
      ["sample-1!1.0-py3-none-any.whl", SHA, true, false],
      ["sample-2.0.tar.gz", SHA, false, true],
      ["sample-3.0.tar.gz", undefined, false, false],
    ]);
  });

  it("without files counts only when it says what it is", async () => {
    const meta = '<meta name="pypi:repository-version" content="1.3">';
    expect(await read("application/vnd.pypi.simple.v1+html", meta)).toMatchObject({ kind: "listed" });
    expect(await read("text/html", "<form>log in</form>")).toMatchObject({ kind: "unreadable", lasting: true });
    expect(await read("text/html", meta.replace("1.3", "2.0"))).toMatchObject({ kind: "unreadable" });
  });
});

describe("an answer", () => {
  it.each([
    [404, "no-project", undefined],
    [401, "unreadable", true],
    [403, "unreadable", true],
    [418, "unreadable", true],
  ])("of status %i is %s, for good: %s", async (status, kind, lasting) => {
    expect(await read("text/plain", "", status)).toMatchObject(lasting === undefined ? { kind } : { kind, lasting });
  });

  it("of an unknown content type is not guessed at", async () => {
    expect(await read("text/plain", page([]))).toMatchObject({ kind: "unreadable" });
  });

  it("that redirects to another origin is not followed, within the origin it is", async () => {
    const elsewhere = await served((_request, response) => response.end());
    const away = await served((_request, response) =>
      response.writeHead(302, { location: elsewhere.location.url.href }).end(),
    );
    expect(await away.project("sample")).toMatchObject({ kind: "unreadable", lasting: true });
    const within = await served((request, response) =>
      request.url === "/simple/sample/"
        ? response.writeHead(301, { location: "/other/sample/" }).end()
        : response.writeHead(200, { "content-type": JSON_V1 }).end(page([])),
    );
    expect(await within.project("sample")).toMatchObject({ kind: "listed" });
  });

  it("that sends on to the project's page elsewhere says that there is none here, as GitLab and pypiserver do", async () => {
    const elsewhere = await served((_request, response) => response.end());
    const forwarding = await served(({ url }, response) =>
      response.writeHead(302, { location: new URL(url ?? "", elsewhere.location.url).href }).end(),
    );
    expect(await forwarding.project("Some.Sample")).toEqual({ kind: "no-project" });
  });

  it("larger than 32 MiB ends the reading, without another attempt", async () => {
    let asked = 0;
    const chunk = Buffer.alloc(1024 * 1024, " ");
    const api = await served((_request, response) => {
      asked += 1;
      response.writeHead(200, { "content-type": JSON_V1 });
      const send = (left: number): void => {
        if (left > 0 && !response.destroyed) {
          response.write(chunk, () => send(left - 1));
        }
      };
      send(40);
    });
    expect(await api.project("sample")).toMatchObject({ kind: "unreadable", reason: expect.stringContaining("bytes") });
    expect(asked).toBe(1);
  });
});

describe("asking", () => {
  it("is for the normalised name, JSON preferred, once; caches are passed by only for what is there now", async () => {
    const seen: [string | undefined, string | undefined, string | undefined][] = [];
    const api = await served(({ url, headers }, response) => {
      seen.push([url, headers.accept?.split(",")[0], headers["cache-control"]]);
      response.writeHead(200, { "content-type": JSON_V1 }).end(page([]));
    });
    await Promise.all([api.project("My.Sample"), api.project("my_sample")]);
    await api.projectNow("my-sample");
    expect(seen).toEqual([
      ["/simple/my-sample/", JSON_V1, undefined],
      ["/simple/my-sample/", JSON_V1, "no-cache"],
    ]);
  });

  it("goes on after a failure in transit, but not when time is short", async () => {
    let asked = 0;
    const api = await served((_request, response) => {
      asked += 1;
      response.writeHead(asked === 1 ? 503 : 200, { "content-type": JSON_V1 }).end(page([]));
    });
    expect(await api.projectNow("sample", 1000)).toMatchObject({ kind: "unreadable", lasting: false });
    asked = 0;
    expect(await api.project("sample")).toMatchObject({ kind: "listed" });
  });
});
