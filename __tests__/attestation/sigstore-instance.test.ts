import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type EmulatedSigstore, startSigstore } from "../../emulator/sigstore/sigstore-server.ts";
import { publicInstance, readInstance } from "../../src/attestation/sigstore-instance.ts";
import { PublishError } from "../../src/errors.ts";

let sigstore: EmulatedSigstore;
let folder: string;
let good: Record<string, unknown>;
beforeAll(async () => {
  sigstore = await startSigstore("http://127.0.0.1:9");
  folder = mkdtempSync(join(tmpdir(), "sigstore-config-"));
  good = await sigstore.clientTrustConfig();
});
afterAll(async () => {
  await sigstore.close();
  rmSync(folder, { recursive: true });
});

const read = (text: string, now = new Date()) => {
  const path = join(folder, "config.json");
  writeFileSync(path, text);
  return readInstance(path, now);
};

async function fault(text: string): Promise<string> {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof PublishError && error.code === "sigstore-config-invalid") {
      return error.message;
    }
    throw error;
  }
  throw new Error("the file was accepted");
}

const signing = (member: string, value: unknown) =>
  JSON.stringify({ ...good, signingConfig: { ...Object(good.signingConfig), [member]: value } });
const trusting = (member: string, value: unknown) =>
  JSON.stringify({ ...good, trustedRoot: { ...Object(good.trustedRoot), [member]: value } });

describe("the public Sigstore", () => {
  it("is that of Rekor v1", () => {
    const { fulcioUrl, rekorUrl } = publicInstance();
    expect([fulcioUrl.href, rekorUrl.href]).toEqual(["https://fulcio.sigstore.dev/", "https://rekor.sigstore.dev/"]);
  });
});

describe("a client trust configuration", () => {
  it("names the services of version 1, wherever they stand in the list", async () => {
    const services = [
      { url: "https://log.example/v2", majorApiVersion: 2, validFor: { start: "2020-01-01T00:00:00Z" } },
      { url: "https://log.example/old", majorApiVersion: 1, validFor: { end: "2020-01-01T00:00:00Z" } },
      { url: "https://log.example/later", majorApiVersion: 1, validFor: { start: "2999-01-01T00:00:00Z" } },
      { url: "https://log.example/rekor", majorApiVersion: 1, validFor: { start: "2020-01-01T00:00:00Z" } },
    ];
    expect((await read(signing("rekorTlogUrls", services))).rekorUrl.href).toBe("https://log.example/rekor/");
  });

  it.each([
    ["is not JSON, without showing it", () => "TOKEN=ghs_abc", /cannot be used: it is not JSON\.$/],
    ["is a list", () => "[]", /no JSON object/],
    ["is a trusted root only", () => JSON.stringify(good.trustedRoot), /its mediaType is/],
    ["has no certificate authorities", () => trusting("certificateAuthorities", []), /certificateAuthorities is empty/],
    ["has no logs", () => trusting("tlogs", undefined), /trustedRoot\.tlogs is empty/],
    ["has no certificate logs", () => trusting("ctlogs", []), /trustedRoot\.ctlogs is empty/],
    [
      "has a key that is none",
      () => JSON.stringify(good).replaceAll(/"rawBytes":"MFk[^"]*"/g, '"rawBytes":"AAAA"'),
      /cannot be used/,
    ],
    ["names no log", () => signing("rekorTlogUrls", []), /rekorTlogUrls names no service with majorApiVersion 1/],
    [
      "names a log of version 2 only",
      () => signing("rekorTlogUrls", [{ url: "https://a.example", majorApiVersion: 2 }]),
      /majorApiVersion 1/,
    ],
    [
      "names an authority without TLS",
      () => signing("caUrls", [{ url: "http://ca.example", majorApiVersion: 1 }]),
      /"http:\/\/ca\.example", which is not https/,
    ],
    ["names an authority that is no URL", () => signing("caUrls", [{ url: "ca", majorApiVersion: 1 }]), /"ca"/],
  ])("that %s is refused", async (_what, text, reason) => {
    expect(await fault(text())).toMatch(reason);
  });

  it("that is missing is refused, with its path", async () => {
    const missing = join(folder, "missing.json");
    await expect(readInstance(missing, new Date())).rejects.toMatchObject({
      code: "sigstore-config-invalid",
      message: expect.stringContaining(missing),
    });
  });
});
