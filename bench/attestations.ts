// Signing, logging and checking 1, 10 and 60 distributions with a Fulcio that takes 400 ms an answer and a Rekor that takes
// 700 ms: as the action does it, beside the two ways that go one file after the other. `npm run bench:attestations`.
import { mkdtempSync, rmSync } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startWorld, type World } from "../emulator/world.ts";
import { type Attesting, prepareAttesting } from "../src/attestation/attesting.ts";
import { Signer } from "../src/attestation/signer.ts";
import { SigningIdentities } from "../src/attestation/signing-identities.ts";
import { readInstance } from "../src/attestation/sigstore-instance.ts";
import { computeDigests } from "../src/distribution/digests.ts";
import type { Distribution } from "../src/distribution/distribution.ts";
import { HttpClient } from "../src/http/client.ts";
import { parseTarget } from "../src/package-index/target.ts";
import { Secret } from "../src/secret.ts";
import { incompressibleChunks } from "./incompressible.ts";

const FULCIO_MS = 400;
const REKOR_MS = 700;
const COUNTS = [1, 10, 60];
const BYTES = 1_000_000;

type Way = (attesting: Attesting, distributions: readonly Distribution[]) => Promise<void>;

/** Each way makes, logs and checks one publish attestation for each distribution. */
const WAYS: Readonly<Record<string, Way>> = {
  "this action": async (attesting, distributions) => {
    await (await prepareAttesting(attesting))?.attest(distributions);
  },
  "one certificate, one after the other": async (attesting, distributions) => {
    const instance = await readInstance(attesting.sigstoreConfig ?? "", new Date());
    const signer = new Signer({ ...attesting, ...instance }, new SigningIdentities(attesting.identityTokens, Date));
    for (const distribution of distributions) {
      const { sha256 } = await computeDigests(distribution);
      const subject = { filename: distribution.filename, sha256 };
      instance.verifier.verify((await signer.attest(subject)).attestation, subject);
    }
  },
  "a certificate for each, one after the other": async (attesting, distributions) => {
    for (const distribution of distributions) {
      await (await prepareAttesting(attesting))?.attest([distribution]);
    }
  },
};

const folder = mkdtempSync(join(tmpdir(), "bench-attestations-"));
const world = await startWorld();
const { signal } = new AbortController();
const http = new HttpClient("bench", signal);
try {
  const attesting = await circumstances(world);
  // The emulated services load their libraries with the first request.
  await WAYS["this action"]?.(attesting, await distributions(1));
  world.sigstore.fulcio.latencyMs = FULCIO_MS;
  world.sigstore.rekor.latencyMs = REKOR_MS;
  console.log(`Fulcio ${FULCIO_MS} ms, Rekor ${REKOR_MS} ms an answer; seconds, certificates in brackets\n`);
  console.log(`| files | ${Object.keys(WAYS).join(" | ")} |\n| ---: |${" ---: |".repeat(Object.keys(WAYS).length)}`);
  for (const count of COUNTS) {
    const files = await distributions(count);
    const cells: string[] = [];
    for (const way of Object.values(WAYS)) {
      cells.push(await measured(() => way(attesting, files), count));
    }
    console.log(`| ${count} | ${cells.join(" | ")} |`);
  }
} finally {
  await http.close();
  await world.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measured(work: () => Promise<void>, count: number): Promise<string> {
  const { fulcio, entries } = world.sigstore;
  const before = { certificates: fulcio.requests.length, entries: entries.length };
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  if (entries.length - before.entries !== count) {
    throw new Error(`${entries.length - before.entries} entries were logged for ${count} files`);
  }
  return `${seconds.toFixed(2)} (${fulcio.requests.length - before.certificates})`;
}

async function circumstances({ github, sigstore }: World): Promise<Attesting> {
  const target = parseTarget("https://index.example/legacy/");
  if ("fault" in target) {
    throw new Error(target.fault);
  }
  const nothing = () => undefined;
  return {
    mode: "auto",
    target,
    trustedPublishing: true,
    sigstoreConfig: await sigstore.clientTrustConfigPath(),
    printHash: false,
    workspace: folder,
    temporary: folder,
    serverUrl: "https://github.com",
    http,
    identityTokens: {
      identityToken: async (audience) => new Secret(await github.identityToken({}, { audience })),
    },
    log: { info: nothing, debug: nothing, group: nothing, warning: nothing, mask: nothing },
    signal,
  };
}

async function distributions(count: number): Promise<Distribution[]> {
  const metadata = { metadataVersion: "2.4", name: "bench", version: "1.0", fields: new Map(), warnings: [] };
  const made = Array.from({ length: count }, async (_none, index): Promise<Distribution> => {
    const filename = `bench-1.0-${index}-py3-none-any.whl`;
    const path = join(folder, filename);
    await writeFile(path, Buffer.concat([...incompressibleChunks(filename, BYTES)]));
    const { size, mtimeMs } = await stat(path);
    return { kind: "wheel", pythonTag: "py3", path, filename, size, modifiedMs: mtimeMs, metadata };
  });
  return Promise.all(made);
}
