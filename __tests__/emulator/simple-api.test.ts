import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import { noise } from "../builders/noise.ts";
import { parsed, send } from "./http-client.ts";
import { NO_ISSUER, sdist, upload, wheel } from "./uploader.ts";

let index: EmulatedIndex;
const NOW = Date.parse("2026-05-04T03:02:01.250Z");
const JSON_V1 = "application/vnd.pypi.simple.v1+json";

beforeEach(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0, now: () => NOW });
});

afterEach(() => index.close());

const page = (project: string, accept = JSON_V1) => send(`${index.simpleUrl}${project}/`, { headers: { accept } });

describe("the Simple API", () => {
  it("lists a project's files with hashes, sizes, times and metadata (PEP 691, 700, 714, 740, 792)", async () => {
    const archive = wheel({ name: "Pkg" });
    await upload(index, archive, { fields: { requires_python: ">=3.9" } });
    const reply = await page("pkg");
    const metadata = { sha256: createHash("sha256").update(archive.metadata).digest("hex") };
    expect(reply.headers["content-type"]).toBe(JSON_V1);
    expect(parsed(reply)).toEqual({
      meta: { "api-version": "1.4" },
      "project-status": { status: "active" },
      "alternate-locations": [],
      name: "pkg",
      versions: ["1.0"],
      files: [
        {
          filename: archive.filename,
          url: expect.stringMatching(`^${index.origin}/files/.*/${archive.filename}$`),
          hashes: { sha256: archive.sha256 },
          "requires-python": ">=3.9",
          size: archive.content.length,
          "upload-time": "2026-05-04T03:02:01.250000Z",
          yanked: false,
          "core-metadata": metadata,
          "data-dist-info-metadata": metadata,
          provenance: null,
        },
      ],
    });
  });

  it.each([
    ["", "text/html; charset=UTF-8"],
    ["*/*", "text/html; charset=UTF-8"],
    ["text/html;q=0.1, application/vnd.pypi.simple.v1+html;q=0.2, application/vnd.pypi.simple.v1+json", JSON_V1],
    ["application/vnd.pypi.simple.v1+html, text/html;q=0.1", "application/vnd.pypi.simple.v1+html"],
    ["application/vnd.pypi.simple.latest+json", JSON_V1],
  ])("answers Accept %j with %s", async (accept, type) => {
    index.addProject("pkg");
    expect((await page("pkg", accept)).headers["content-type"]).toBe(type);
  });

  it("has a page of links for those who do not ask for JSON (PEP 503)", async () => {
    const archive = sdist();
    await upload(index, archive, { fields: { requires_python: ">=3.9,<4" } });
    index.addFile({ project: "pkg", filename: "pkg-0.9.tar.gz", yanked: 'a "bad" one' });
    const { text } = await page("pkg", "text/html");
    expect(text).toContain(`/${archive.filename}#sha256=${archive.sha256}"`);
    expect(text).toContain('data-requires-python="&gt;=3.9,&lt;4"');
    expect(text).toContain('data-yanked="a &quot;bad&quot; one"');
    expect(text).toContain('<meta name="pypi:project-status" content="active">');
  });

  it("is 404 for an unknown project and 200 for one without files", async () => {
    index.addProject("empty");
    expect((await page("unknown")).status).toBe(404);
    expect(parsed(await page("empty"))).toMatchObject({ versions: [], files: [] });
  });

  it("redirects other spellings to the normalised one", async () => {
    index.addProject("Some.Project");
    const reply = await send(`${index.simpleUrl}Some_Project`);
    expect([reply.status, reply.headers.location]).toEqual([301, "/simple/some-project/"]);
  });

  it("lists projects, hides quarantined ones and their files (P-13, P-14)", async () => {
    index.addProject("plain");
    index.addProject("old", { status: "archived" });
    index.addFile({ project: "bad", filename: "bad-1.0.tar.gz" });
    index.addProject("bad", { status: "quarantined" });
    const list = parsed(await send(index.simpleUrl, { headers: { accept: JSON_V1 } }));
    expect(list.projects).toEqual([{ name: "plain" }, { name: "old" }]);
    expect(parsed(await page("old"))["project-status"]).toEqual({ status: "archived" });
    expect(parsed(await page("bad"))).toMatchObject({ "project-status": { status: "quarantined" }, files: [] });
    expect((await send(`${index.origin}/pypi/bad/json`)).status).toBe(404);
  });
});

describe("a page that lags behind", () => {
  const names = async (headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    const reply = await send(`${index.simpleUrl}pkg/`, { headers: { accept: JSON_V1, ...headers } });
    const { files } = parsed(reply);
    return Array.isArray(files) ? files.map(({ filename }) => filename) : files;
  };

  it("leaves out what is too new or hidden, and shows another hash where it is told to", async () => {
    const file = { project: "pkg", content: Buffer.from("x") };
    index.addFile({ ...file, filename: "pkg-1.0.tar.gz", uploadedAt: NOW - 1000 });
    index.addFile({ ...file, filename: "pkg-2.0.tar.gz", uploadedAt: NOW });
    index.addFile({ ...file, filename: "pkg-3.0.tar.gz", uploadedAt: NOW - 1000 });
    const { listing } = index.switches;
    listing.lateMs = 1000;
    listing.never.add("pkg-3.0.tar.gz");
    expect(await names()).toEqual(["pkg-1.0.tar.gz"]);
    const honest = (await page("pkg")).text;
    listing.wrongHash.add("pkg-1.0.tar.gz");
    expect((await page("pkg")).text).not.toBe(honest);
  });

  it("stays as it was first asked for, but for those who pass the cache by (P-30)", async () => {
    index.addProject("pkg");
    index.switches.listing.cached = true;
    expect(await names()).toEqual([]);
    index.addFile({ project: "pkg", filename: "pkg-1.0.tar.gz" });
    expect(await names()).toEqual([]);
    expect(await names({ "cache-control": "no-cache" })).toEqual(["pkg-1.0.tar.gz"]);
  });

  it("lists provenance of its own time, and says why a project is in its status (PEP 740, 792)", async () => {
    index.addProject("pkg", { status: "deprecated", statusReason: "use <other>" });
    index.addFile({ project: "pkg", filename: "pkg-1.0.tar.gz", uploadedAt: NOW, attestations: [{}] });
    index.switches.listing.provenanceLateMs = 1000;
    const reply = parsed(await page("pkg"));
    expect(reply).toMatchObject({ "project-status": { status: "deprecated", reason: "use <other>" } });
    expect(reply).toMatchObject({ files: [{ provenance: null }] });
    expect((await page("pkg", "text/html")).text).toContain('status-reason" content="use &lt;other&gt;"');
  });
});

describe("files", () => {
  const fileUrl = async (project: string): Promise<string> => {
    const { files } = parsed(await page(project));
    const [first] = Array.isArray(files) ? files : [];
    return String(first?.url);
  };

  it("are served as they were sent, whole and in parts", async () => {
    const archive = wheel();
    await upload(index, archive);
    const url = await fileUrl("pkg");
    const whole = await send(url);
    expect(whole.bytes.equals(archive.content)).toBe(true);
    const part = await send(url, { headers: { range: "bytes=10-19" } });
    expect([part.status, part.headers["content-range"]]).toEqual([206, `bytes 10-19/${archive.content.length}`]);
    expect(part.bytes.equals(archive.content.subarray(10, 20))).toBe(true);
    const tail = await send(url, { headers: { range: "bytes=-7" } });
    expect(tail.bytes.equals(archive.content.subarray(-7))).toBe(true);
    const head = await send(url, { method: "HEAD" });
    expect([head.status, head.headers["content-length"], head.bytes.length]).toEqual([
      200,
      String(archive.content.length),
      0,
    ]);
    expect((await send(`${url}.metadata`)).text).toBe(archive.metadata);
    expect(index.state.file(archive.filename)?.content.bytes().equals(archive.content)).toBe(true);
  });

  it("larger than memory is worth are kept in files, and whole", async () => {
    const archive = sdist({ files: { "noise.bin": noise(2_000_000) } });
    expect(archive.content.length).toBeGreaterThan(1024 * 1024);
    expect((await upload(index, archive)).status).toBe(200);
    expect(index.state.files[0]?.content.path).toBeDefined();
    const { bytes } = await send(await fileUrl("pkg"));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(archive.sha256);
  });

  it("can be forgotten once judged", async () => {
    const forgetful = await startIndex({
      issuer: NO_ISSUER,
      keepBytes: false,
      inspectArchives: false,
      processingMs: 0,
    });
    try {
      expect((await upload(forgetful, wheel(), { fields: { md5_digest: "0".repeat(32) } })).status).toBe(400);
      expect((await upload(forgetful)).status).toBe(200);
      expect(forgetful.state.files[0]?.content.kept).toBe(false);
    } finally {
      await forgetful.close();
    }
  });
});

describe("the JSON API (P-30)", () => {
  it("tells about a release and its files", async () => {
    const archive = wheel();
    await upload(index, archive, {
      fields: { summary: "short", classifiers: ["Topic :: Utilities", "Typing :: Typed"] },
    });
    const urls = [{ filename: archive.filename, packagetype: "bdist_wheel", digests: { sha256: archive.sha256 } }];
    const info = {
      name: "pkg",
      version: "1.0",
      summary: "short",
      classifiers: ["Topic :: Utilities", "Typing :: Typed"],
    };
    for (const path of ["/pypi/PKG/json", "/pypi/pkg/1.0.0/json"]) {
      expect(parsed(await send(`${index.origin}${path}`))).toMatchObject({ info, urls });
    }
    expect((await send(`${index.origin}/pypi/pkg/2/json`)).status).toBe(404);
  });
});

describe("other addresses", () => {
  it("are 404 pages of HTML", async () => {
    const reply = await send(`${index.origin}/nowhere`);
    expect([reply.status, reply.headers["content-type"]]).toEqual([404, "text/html; charset=UTF-8"]);
  });
});
