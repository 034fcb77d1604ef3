import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import { buildMultipart } from "../builders/multipart.ts";
import { buildUpload } from "../builders/upload-form.ts";
import { parsed, send } from "./http-client.ts";
import { basic, NO_ISSUER, sdist, upload, verdict, wheel } from "./uploader.ts";

let index: EmulatedIndex;

beforeEach(async () => {
  index = await startIndex({ issuer: NO_ISSUER, processingMs: 0 });
});

afterEach(() => index.close());

describe("the upload route", () => {
  it("H-c02: takes the action from the query (H-01)", async () => {
    const reply = await upload(index, sdist(), { fields: { ":action": null }, query: "?:action=file_upload" });
    expect(verdict(reply)).toBe("200 OK");
  });

  it("H-c03: takes action and protocol version from the body (H-01)", async () => {
    expect(verdict(await upload(index, sdist()))).toBe("200 OK");
    expect(index.state.file("pkg-1.0.tar.gz")?.sha256).toBe(sdist().sha256);
  });

  it.each([
    ["no action", { ":action": null }, ""],
    ["an unknown action", { ":action": "file-upload" }, ""],
    ["another action in the query, which wins", {}, "?:action=upload"],
  ])("refuses %s with 405 (H-01)", async (_case, fields, query) => {
    const reply = await upload(index, sdist(), { fields, query });
    expect([reply.status, reply.headers.allow]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });

  it.each(["GET", "HEAD", "PUT"])("refuses %s with 405 (H-01)", async (method) => {
    const reply = await send(`${index.uploadUrl}?:action=file_upload`, { method });
    expect([reply.status, reply.headers.allow]).toEqual([405, "POST"]);
  });

  it("H-c04: redirects a POST without the final slash and drops the query (H-02)", async () => {
    const reply = await send(`${index.origin}/legacy?:action=file_upload`, { method: "POST", body: "a=b" });
    expect([reply.status, reply.headers.location]).toEqual([308, `${index.origin}/legacy/`]);
    expect(reply.reason).toContain("/legacy/ (with a trailing slash)");
  });

  it.each([
    ["H-c05", "submit", "410 Project pre-registration is no longer"],
    ["H-c06", "submit_pkg_info", "410 Project pre-registration is no longer"],
    ["H-c06", "doc_upload", "410 Uploading documentation is no longer supported,"],
  ])("%s: refuses the removed action %s %s (H-03)", async (_case, action, text) => {
    expect(verdict(await upload(index, sdist(), { fields: { ":action": action } }))).toContain(text);
  });

  it("sends clients of the oldest address away (H-03)", async () => {
    const reply = await send(`${index.origin}/pypi?:action=file_upload`, { method: "POST", body: "" });
    expect(verdict(reply)).toContain("410 This API has moved to https://upload.pypi.org/legacy/.");
  });

  it("H-c33: refuses plain http where TLS is required (H-04)", async () => {
    const strict = await startIndex({ issuer: NO_ISSUER, requireTls: true });
    const reply = await upload(strict, sdist());
    await strict.close();
    expect(verdict(reply)).toBe("403 SSL is required");
  });

  it("H-c34: leaves the reason at Bad Request for a form without boundary (H-05)", async () => {
    const headers = { "content-type": "multipart/form-data", accept: "application/json" };
    const reply = await send(index.uploadUrl, { method: "POST", headers, body: "x" });
    expect(verdict(reply)).toBe("400 Bad Request");
    expect(parsed(reply)).toMatchObject({ code: "400 Bad Request", title: "Bad Request" });
    expect(parsed(reply).message).toContain("Invalid Form Data.");
  });

  it("refuses undecodable addresses (H-05)", async () => {
    const query = await send(`${index.uploadUrl}?:action=%ff`, { method: "POST", body: "" });
    const path = await send(`${index.origin}/simple/%ff/`);
    expect([query.text, path.text]).toEqual([
      expect.stringContaining("Invalid bytes in query string."),
      expect.stringContaining("Invalid bytes in URL."),
    ]);
  });

  it("H-c36: tolerates a missing closing boundary, fails on an unknown charset (H-05)", async () => {
    expect(verdict(await upload(index, sdist(), { closed: false }))).toBe("200 OK");
    const before = [{ name: "comment", value: "x", contentType: "text/plain; charset=bogus" }];
    const reply = await upload(index, wheel(), { before });
    expect([reply.status, reply.headers["content-type"]]).toEqual([500, "text/html; charset=UTF-8"]);
  });

  it("sees no fields in a body of another kind, so that the name is missing first (H-05)", async () => {
    const headers = { "content-type": "application/json", authorization: basic(index.addApiToken()) };
    const reply = await send(`${index.uploadUrl}?:action=file_upload`, { method: "POST", headers, body: "{}" });
    expect(verdict(reply)).toContain(
      "400 None is an invalid value for Name. Error: This field is required. See https:",
    );
  });
});

describe("the form", () => {
  it.each(["2", "01"])("H-c01: refuses protocol version %s (H-06)", async (version) => {
    const reply = await upload(index, sdist(), { fields: { protocol_version: version, name: null } });
    expect(verdict(reply)).toBe("400 Unknown protocol version.");
  });

  it("H-c07: refuses a text field sent as a file, before it looks at credentials (H-07)", async () => {
    const before = [{ name: "keywords", value: "a,b", filename: "blob" }];
    const reply = await upload(index, sdist(), { before, headers: { authorization: "Basic nonsense" } });
    expect(verdict(reply)).toBe("400 keywords: Should not be a tuple.");
  });

  it("H-c08: ignores gpg_signature as text and as file (H-07, H-13)", async () => {
    const asFile = [{ name: "gpg_signature", value: "x", filename: "pkg.asc" }];
    expect(verdict(await upload(index, sdist(), { fields: { gpg_signature: "x" } }))).toBe("200 OK");
    expect(verdict(await upload(index, wheel(), { before: asFile }))).toBe("200 OK");
  });

  it("H-c09: misses the file only after form and metadata passed (H-08)", async () => {
    const text = "400 Upload payload does not have a file.";
    expect(verdict(await upload(index, sdist(), { file: null }))).toBe(text);
    expect(verdict(await upload(index, sdist(), { file: null, fields: { version: "dog" } }))).not.toBe(text);
  });

  it.each([
    ["only filename*", `form-data; name="content"; filename*=UTF-8''pkg-1.0.tar.gz`],
    ["an empty file name", 'form-data; name="content"; filename=""'],
    ["no file name", 'form-data; name="content"'],
  ])("fails on a file part with %s (H-08)", async (_case, disposition) => {
    const reply = await upload(index, sdist(), { file: { disposition } });
    expect([reply.status, index.state.files]).toEqual([500, []]);
  });

  it("H-c10: refuses an image (H-09)", async () => {
    const reply = await upload(index, sdist(), { file: { contentType: "image/foobar" } });
    expect(verdict(reply)).toBe("400 Invalid distribution file.");
  });

  it("H-c11: takes a file part without content type (H-09)", async () => {
    const part = { name: "content", value: sdist().content, filename: sdist().filename };
    const reply = await upload(index, sdist(), { file: null, before: [part] });
    expect(verdict(reply)).toBe("200 OK");
  });

  it("H-c12: drops fields that say UNKNOWN (H-10)", async () => {
    const fields = { version: "  UNKNOWN ", summary: "UNKNOWN" };
    const reply = await upload(index, sdist(), { fields });
    expect(verdict(reply)).toContain("400 'version' is a required field.");
  });

  it("replaces NUL and shrinks a repeated field to its last value (H-11)", async () => {
    const reply = await upload(index, sdist(), { fields: { summary: ["one", "two\u0000"] } });
    expect(verdict(reply)).toBe("200 OK");
  });

  it("H-c13, H-c14: takes repeated and unknown fields (H-12, H-13)", async () => {
    const fields = { classifiers: ["Topic :: Utilities", "Topic :: Utilities"], unknown: ["lol", "lol"] };
    expect(verdict(await upload(index, sdist(), { fields }))).toBe("200 OK");
  });
});

describe("the answer", () => {
  it("H-c26: is JSON with the text behind the status in code (H-20)", async () => {
    const reply = await upload(index, sdist(), { fields: { protocol_version: "2" } });
    expect(parsed(reply)).toEqual({
      message: expect.stringMatching(/^[^\n]+\n\n\nUnknown protocol version\.\n\n$/),
      code: "400 Unknown protocol version.",
      title: "Bad Request",
    });
  });

  it.each([
    ["*/*", "text/html"],
    ["text/html, application/json", "text/html"],
    ["text/html;q=0.5, application/json", "application/json"],
    ["application/json;q=0.5, */*;q=0.9", "text/html"],
    ["text/plain", "text/plain"],
  ])("has the format that Accept %s asks for: %s (H-20)", async (accept, type) => {
    const reply = await upload(index, sdist(), { fields: { protocol_version: "2" }, headers: { accept } });
    expect(reply.headers["content-type"]).toContain(type);
    expect(verdict(reply)).toBe("400 Unknown protocol version.");
  });

  it("is plain text without Accept (H-20)", async () => {
    const { contentType, body } = buildMultipart([{ name: ":action", value: "none" }]);
    const reply = await send(index.uploadUrl, { method: "POST", headers: { "content-type": contentType }, body });
    expect(reply.headers["content-type"]).toContain("text/plain");
  });

  it("H-c35: of a success is 200 OK and line feeds (H-21)", async () => {
    expect(parsed(await upload(index, sdist()))).toEqual({ message: "\n\n\n\n\n", code: "200 OK", title: "OK" });
  });

  it("H-c27: has question marks for characters outside Latin-1 in the status line (H-22)", async () => {
    const reply = await upload(index, sdist(), { fields: { version: "Ω1é😀" } });
    expect(verdict(reply)).toContain("400 '?1é?' is invalid for 'version'.");
    expect(parsed(reply).code).toContain("400 '?1é?' is invalid");
    expect(parsed(reply).message).toContain("'Ω1é😀' is invalid");
  });

  it("M-c41, H-22: puts line feeds into the status line as they are (M-23)", async () => {
    const form = buildUpload(sdist(), { fields: { metadata_version: "2.1", provides_dist: "foo >= dog" } });
    const raw = await rawPost(index, form.contentType, form.body);
    expect(raw).toMatch(/^HTTP\/1\.1 400 'foo >= dog' is invalid: [^\r\n]*\n[^\r]/);
  });

  it("has no reason phrase behind a proxy that speaks HTTP/2 (H-22)", async () => {
    const proxied = await startIndex({ issuer: NO_ISSUER, reasonPhrases: false });
    const reply = await upload(proxied, sdist(), { fields: { protocol_version: "2" } });
    await proxied.close();
    expect([verdict(reply), parsed(reply).code]).toEqual(["400 ", "400 Unknown protocol version."]);
  });
});

/** Everything the server writes, for answers that are not valid HTTP. */
function rawPost(target: EmulatedIndex, contentType: string, body: Buffer): Promise<string> {
  const url = new URL(target.uploadUrl);
  const head = `POST ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nAuthorization: ${basic(target.addApiToken())}\r\nContent-Type: ${contentType}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(url.port), url.hostname, () =>
      socket.write(Buffer.concat([Buffer.from(head), body])),
    );
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.once("error", reject);
    socket.once("end", () => resolve(Buffer.concat(chunks).toString("latin1")));
  });
}
