import { afterEach, describe, expect, it } from "@jest/globals";
import { startWorld, type World, type WorldOptions } from "../../emulator/world.ts";
import { Signer } from "../../src/attestation/signer.ts";
import { SigningIdentities } from "../../src/attestation/signing-identities.ts";
import { readInstance } from "../../src/attestation/sigstore-instance.ts";
import { HttpClient } from "../../src/http/client.ts";
import type { Clock } from "../../src/ports.ts";
import { Secret } from "../../src/secret.ts";

let world: World;
afterEach(() => world.close());

const log = { info() {}, debug() {}, group() {}, warning() {}, mask() {} };
const subject = (number: number) => ({ filename: `a-${number}.0.tar.gz`, sha256: String(number).padStart(64, "0") });

async function signer(options: WorldOptions = {}, clock: Clock = performance) {
  world = await startWorld(options);
  const instance = await readInstance(await world.sigstore.clientTrustConfigPath(), new Date());
  const { signal } = new AbortController();
  const identityToken = async (audience: string) => new Secret(await world.github.identityToken({}, { audience }));
  const http = new HttpClient("test", signal);
  const connection = { ...instance, http, log, signal };
  return { instance, signer: new Signer(connection, new SigningIdentities({ identityToken }, Date), clock) };
}

describe("a signer", () => {
  it("asks for one certificate for all that is signed at once", async () => {
    const { signer: it, instance } = await signer();
    const signed = await Promise.all([1, 2, 3, 4, 5].map((number) => it.attest(subject(number))));
    expect(world.sigstore.fulcio.requests).toHaveLength(1);
    expect(world.sigstore.entries).toHaveLength(5);
    for (const [index, { attestation }] of signed.entries()) {
      expect(instance.verifier.verify(attestation, subject(index + 1)).unknown).toEqual([]);
    }
  });

  it("asks for another one, with a fresh identity token, before the first runs out", async () => {
    let now = 0;
    const { signer: it, instance } = await signer({}, { now: () => now });
    await it.attest(subject(1));
    now = 539_000;
    await it.attest(subject(2));
    expect(world.sigstore.fulcio.requests).toHaveLength(1);
    now = 540_000;
    const [third] = await Promise.all([it.attest(subject(3)), it.attest(subject(4))]);
    expect(world.sigstore.fulcio.requests).toHaveLength(2);
    expect(world.github.issued).toHaveLength(2);
    expect(instance.verifier.verify(third.attestation, subject(3)).unknown).toEqual([]);
  });

  it("signs once more when the certificate ran out before the log took the entry", async () => {
    // Sigstore's clock leaps while the log thinks about the first entry.
    let later = 0;
    const sigstore = { certificateLifetimeSeconds: 30, now: () => Date.now() + later };
    const { signer: it, instance } = await signer({ sigstore }, { now: () => later });
    world.sigstore.rekor.faults.add({ on: { method: "POST" }, fault: { kind: "stall", ms: 2000 } });
    const signing = it.attest(subject(1));
    while (world.sigstore.rekor.requests.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    later = 60_000;
    const { attestation } = await signing;
    expect(world.sigstore.fulcio.requests).toHaveLength(2);
    expect(world.sigstore.entries).toHaveLength(2);
    expect(instance.verifier.verify(attestation, subject(1)).unknown).toEqual([]);
  });

  it("does not keep a certificate that it did not get", async () => {
    const { signer: it } = await signer();
    world.sigstore.fulcio.faults.add({ on: {}, fault: { kind: "answer", status: 400 } });
    await expect(Promise.all([it.attest(subject(1)), it.attest(subject(2))])).rejects.toMatchObject({
      code: "attestation-signing-failed",
    });
    expect(world.sigstore.fulcio.requests).toHaveLength(1);
    await it.attest(subject(1));
    expect(world.sigstore.fulcio.requests).toHaveLength(2);
  });
});
