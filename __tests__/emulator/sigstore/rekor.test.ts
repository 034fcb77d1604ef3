import { createHash, createPublicKey, verify } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { pem } from "../../../emulator/sigstore/pem.ts";
import { startWorld, type World } from "../../../emulator/world.ts";
import {
  attest,
  logStatement,
  makeSigner,
  PAYLOAD_TYPE,
  type Signer,
  signStatement,
  statementFor,
} from "../../builders/attestations.ts";

let world: World;
let signer: Signer;

beforeEach(async () => {
  world = await startWorld({ sigstore: { earlierEntries: 96_000_000 } });
  signer = await makeSigner(world);
});

afterEach(() => world.close());

function statement(filename: string): string {
  return statementFor({ filename, sha256: "0".repeat(64) });
}

/** Verifies with the key of the log in the trusted root. */
async function signedByLog(data: string, signature: Buffer): Promise<boolean> {
  const [log] = (await world.sigstore.trustedRoot()).tlogs;
  const key = Buffer.from(log?.publicKey.rawBytes ?? "", "base64");
  return verify("sha256", Buffer.from(data), createPublicKey({ key, format: "der", type: "spki" }), signature);
}

describe("the emulated Rekor", () => {
  it("logs hashes, signature and certificate, in canonical JSON", async () => {
    const text = statement("a-1.0.tar.gz");
    const { verification_material, envelope } = await attest(world, signer, text);
    const [entry] = verification_material.transparency_entries;
    const verifier = Buffer.from(pem(signer.certificate, "CERTIFICATE")).toString("base64");
    const proposed = JSON.stringify({
      payload: envelope.statement,
      payloadType: PAYLOAD_TYPE,
      signatures: [{ sig: envelope.signature }],
    });
    expect(Buffer.from(entry?.canonicalizedBody ?? "", "base64").toString("utf8")).toBe(
      '{"apiVersion":"0.0.1","kind":"dsse","spec":{' +
        `"envelopeHash":{"algorithm":"sha256","value":"${sha256(proposed)}"},` +
        `"payloadHash":{"algorithm":"sha256","value":"${sha256(text)}"},` +
        `"signatures":[{"signature":"${envelope.signature}","verifier":"${verifier}"}]}}`,
    );
  });

  it("promises and proves each entry, with indexes of tree and log apart", async () => {
    for (const [index, name] of ["a-1.tar.gz", "b-1.tar.gz", "c-1.tar.gz"].entries()) {
      const { verification_material } = await attest(world, signer, statement(name));
      const [entry] = verification_material.transparency_entries;
      expect([entry?.logIndex, entry?.inclusionProof.logIndex, entry?.inclusionProof.treeSize]).toEqual([
        String(96_000_000 + index),
        String(index),
        String(index + 1),
      ]);
      const promised = JSON.stringify({
        body: entry?.canonicalizedBody,
        integratedTime: Number(entry?.integratedTime),
        logID: Buffer.from(entry?.logId.keyId ?? "", "base64").toString("hex"),
        logIndex: Number(entry?.logIndex),
      });
      const timestamp = Buffer.from(entry?.inclusionPromise.signedEntryTimestamp ?? "", "base64");
      expect(await signedByLog(promised, timestamp)).toBe(true);
      const [text = "", signatures = ""] = (entry?.inclusionProof.checkpoint.envelope ?? "").split("\n\n");
      expect(text.split("\n").slice(1)).toEqual([String(index + 1), entry?.inclusionProof.rootHash]);
      const signature = Buffer.from(signatures.trim().split(" ")[2] ?? "", "base64");
      expect(await signedByLog(`${text}\n`, signature.subarray(4))).toBe(true);
      const keyId = Buffer.from(entry?.logId.keyId ?? "", "base64");
      expect(signature.subarray(0, 4)).toEqual(keyId.subarray(0, 4));
    }
  });

  it("answers 409 for an equal entry and says where it is", async () => {
    const text = statement("a-1.0.tar.gz");
    const signature = signStatement(signer, text);
    const first = await logStatement(world, signer, text, signature);
    const again = await logStatement(world, signer, text, signature);
    expect([first.status, again.status]).toEqual([201, 409]);
    expect(again.body).toMatchObject({ code: 409, message: expect.stringContaining("already exists") });
    const location = again.headers.get("location") ?? "";
    expect(location).toBe(first.headers.get("location"));
    const known = await fetch(world.sigstore.rekor.url + location);
    const [uuid] = Object.keys(first.body ?? {});
    expect(await known.json()).toMatchObject({ [uuid ?? ""]: { logIndex: 96_000_000 } });
    expect(world.sigstore.entries.map((entry) => entry.uuid)).toEqual([uuid]);
  });

  it("keeps an entry whose answer is lost", async () => {
    const text = statement("a-1.0.tar.gz");
    const signature = signStatement(signer, text);
    world.sigstore.rekor.faults.add({ on: { method: "POST" }, fault: { kind: "lost-answer" } });
    await expect(logStatement(world, signer, text, signature)).rejects.toThrow();
    expect((await logStatement(world, signer, text, signature)).status).toBe(409);
  });

  it("refuses what the certificate's key did not sign", async () => {
    const signature = signStatement(signer, statement("a-1.0.tar.gz"));
    const reply = await logStatement(world, signer, statement("b-1.0.tar.gz"), signature);
    expect([reply.status, world.sigstore.entries]).toEqual([400, []]);
    const typed = await logStatement(world, signer, statement("a-1.0.tar.gz"), signature, "text/plain");
    expect(typed.status).toBe(400);
  });

  it("refuses other kinds of entries and knows no others", async () => {
    const url = `${world.sigstore.rekor.url}/api/v1/log/entries`;
    const body = JSON.stringify({ apiVersion: "0.0.1", kind: "hashedrekord", spec: {} });
    expect((await fetch(url, { method: "POST", body })).status).toBe(422);
    expect((await fetch(url, { method: "POST", body: "[]" })).status).toBe(422);
    expect((await fetch(`${url}/${"0".repeat(80)}`)).status).toBe(404);
    expect((await fetch(`${world.sigstore.rekor.url}/api/v2/log/entries`, { method: "POST", body })).status).toBe(404);
  });
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
