import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmulatedIndex, startIndex } from "../../emulator/index/index-server.ts";
import { HttpClient } from "../../src/http/client.ts";
import { SimpleApi } from "../../src/package-index/simple-api.ts";
import { parseTarget } from "../../src/package-index/target.ts";
import type { UploadResult } from "../../src/package-index/upload-result.ts";
import { confirmListed } from "../../src/publish/confirm.ts";
import { installLine } from "../../src/publish/install-line.ts";
import { Ledger } from "../../src/publish/ledger.ts";
import { buildWheel } from "../builders/archives.ts";

let index: EmulatedIndex;
let http: HttpClient;
const { signal } = new AbortController();
const warnings: string[] = [];
const log = {
  info: () => undefined,
  group: () => undefined,
  debug: () => undefined,
  warning: (message: string) => void warnings.push(message),
  mask: () => undefined,
};

beforeEach(async () => {
  warnings.length = 0;
  index = await startIndex({ issuer: "http://127.0.0.1:1" });
  http = new HttpClient("tests/1", signal);
});

afterEach(async () => {
  await http.close();
  await index.close();
});

/** A wheel of the project as it was uploaded, on the index too unless told otherwise. */
function uploaded(name: string, { attested = false, stored = true } = {}): UploadResult {
  const { filename, content, sha256 } = buildWheel({ name });
  if (stored) {
    index.addFile({ project: name, filename, content, ...(attested && { attestations: [{}] }) });
  }
  const metadata = { metadataVersion: "2.1", name, version: "1.0.0", fields: new Map(), warnings: [] };
  const file = { path: `/${filename}`, filename, size: content.length, modifiedMs: 0, metadata };
  return {
    distribution: { kind: "wheel", pythonTag: "py3", ...file },
    status: "uploaded",
    digests: { sha256, blake2b256: "", size: content.length },
    attested,
    attempts: 1,
    seconds: 0,
  };
}

function confirm(results: readonly UploadResult[], waitForIndex = 1, abort = signal) {
  const target = parseTarget(index.uploadUrl);
  if ("fault" in target) {
    throw new Error(target.fault);
  }
  const location = { url: new URL(index.simpleUrl), source: "given" } as const;
  const simpleApi = new SimpleApi(location, http, { log, signal: abort });
  const ledger = new Ledger();
  for (const result of results) {
    ledger.record(result);
  }
  return confirmListed({ ledger, simpleApi, target, waitForIndex, log, clock: Date, signal: abort });
}

describe("a release of several projects", () => {
  it("is confirmed when all of them are listed, with a command for each", async () => {
    expect(await confirm([uploaded("first"), uploaded("second")], 30)).toEqual([
      `pip install --index-url ${index.simpleUrl} first==1.0.0`,
      `pip install --index-url ${index.simpleUrl} second==1.0.0`,
    ]);
  });

  it("is not when one of them is missing", async () => {
    expect(await confirm([uploaded("first"), uploaded("second", { stored: false })])).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining("second-1.0.0")]);
  });
});

describe("provenance", () => {
  it("is waited for where attestations were sent along", async () => {
    index.switches.listing.provenanceLateMs = 700;
    expect(await confirm([uploaded("first", { attested: true })], 30)).toHaveLength(1);
    expect(index.requests.length).toBeGreaterThan(1);
  });

  it("that does not come is a warning of its own", async () => {
    index.switches.listing.provenanceLateMs = 60_000;
    expect(await confirm([uploaded("first", { attested: true })])).toEqual([]);
    expect(warnings).toEqual([expect.stringMatching(/list provenance after \d\.\d s for first-1\.0\.0/)]);
  });
});

describe("waiting", () => {
  it("ends at once when the run is cancelled, and says so", async () => {
    index.switches.listing.lateMs = 60_000;
    const controller = new AbortController();
    const began = Date.now();
    setTimeout(() => controller.abort(), 200);
    await confirm([uploaded("first")], 60, controller.signal);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(warnings).toEqual([
      expect.stringMatching(/all of it after \d\.\d+ s, when the run was ended: first-1\.0\.0/),
    ]);
  });

  it("ends at once where nothing can be read", async () => {
    const result = uploaded("first");
    index.faults.add({ on: {}, fault: { kind: "answer", status: 401 }, times: 99 });
    expect(await confirm([result], 60)).toEqual([]);
    expect(index.requests).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining("answers 401")]);
  });
});

describe("the command to install", () => {
  it.each([
    ["https://upload.pypi.org/legacy/", "1.0", "pip install sample==1.0"],
    ["https://test.pypi.org/legacy/", "1.0", "pip install --index-url https://index.example/simple/ sample==1.0"],
    ["https://upload.pypi.org/legacy/", "1!1.0", "pip install 'sample==1!1.0'"],
  ])("for %s and %s is %s", (repositoryUrl, version, line) => {
    const target = parseTarget(repositoryUrl);
    const simpleUrl = new URL("https://index.example/simple/");
    expect("fault" in target ? target.fault : installLine(target, simpleUrl, { name: "sample", version })).toBe(line);
  });
});
