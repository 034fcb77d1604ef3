import "reflect-metadata"; // before @peculiar/x509, which needs it
import { generateKeyPairSync, webcrypto, X509Certificate } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { AsnConvert } from "@peculiar/asn1-schema";
import { Certificate } from "@peculiar/asn1-x509";
import { Pkcs10CertificateRequest, Pkcs10CertificateRequestGenerator } from "@peculiar/x509";
import type { JobOptions } from "../../../emulator/github/job-options.ts";
import { startWorld, type World } from "../../../emulator/world.ts";
import { askForCertificate, makeSigner } from "../../builders/attestations.ts";

let world: World;
let now: number;

beforeEach(async () => {
  now = Date.parse("2026-11-25T12:00:00.250Z");
  world = await startWorld({ index: { now: () => now } });
});

afterEach(() => world.close());

const TOKEN = { audience: "sigstore" };
const BAD_TOKEN = "There was an error processing the identity token";

function identityToken(job: JobOptions = {}): Promise<string> {
  return world.github.identityToken(job, TOKEN);
}

async function refusal(...request: Parameters<typeof askForCertificate>): Promise<unknown[]> {
  const { status, body } = await askForCertificate(...request);
  return [status, body];
}

/** Texts of the extensions, by the last arc of their number. */
function claimsIn(der: Buffer): Map<number, string> {
  const { extensions = [] } = AsnConvert.parse(der, Certificate).tbsCertificate;
  const found = new Map<number, string>();
  for (const { extnID, extnValue } of extensions) {
    const arc = Number(/^1\.3\.6\.1\.4\.1\.57264\.1\.(\d+)$/.exec(extnID)?.[1] ?? 0);
    if (arc > 0) {
      const bytes = Buffer.from(extnValue.buffer);
      found.set(arc, arc < 8 ? bytes.toString("utf8") : utf8String(bytes));
    }
  }
  return found;
}

function utf8String(der: Buffer): string {
  expect(der[0]).toBe(0x0c);
  const length = der[1] ?? 0;
  return der.toString("utf8", length < 0x80 ? 2 : 2 + (length & 0x7f));
}

describe("the emulated Fulcio", () => {
  it("issues a certificate that says whose it is, in the words of the claims", async () => {
    const job = { repository: "octo-org/sample", environment: "pypi", event: "release", runAttempt: 3 };
    const { certificate } = await makeSigner(world, job);
    const workflow = "https://github.com/octo-org/sample/.github/workflows/release.yml@refs/tags/v1.0.0";
    const leaf = new X509Certificate(certificate);
    expect([leaf.subject, leaf.subjectAltName, leaf.ca]).toEqual([undefined, `URI:${workflow}`, false]);
    expect(leaf.keyUsage).toEqual(["1.3.6.1.5.5.7.3.3"]);
    const [claims] = world.github.issued.map((issued) => issued.claims);
    expect(Object.fromEntries(claimsIn(certificate))).toEqual({
      1: "https://token.actions.githubusercontent.com",
      2: "release",
      3: claims?.sha,
      4: "Release",
      5: "octo-org/sample",
      6: "refs/tags/v1.0.0",
      8: "https://token.actions.githubusercontent.com",
      9: workflow,
      10: claims?.job_workflow_sha,
      11: "github-hosted",
      12: "https://github.com/octo-org/sample",
      13: claims?.sha,
      14: "refs/tags/v1.0.0",
      15: claims?.repository_id,
      16: "https://github.com/octo-org",
      17: claims?.repository_owner_id,
      18: workflow,
      19: claims?.workflow_sha,
      20: "release",
      21: `https://github.com/octo-org/sample/actions/runs/${claims?.run_id}/attempts/3`,
      22: "public",
      23: "pypi",
    });
  });

  it("is valid for ten minutes, by a chain that the trusted root has", async () => {
    const leaf = new X509Certificate((await makeSigner(world)).certificate);
    expect(leaf.validFromDate.toISOString()).toBe("2026-11-25T12:00:00.000Z");
    expect(leaf.validToDate.toISOString()).toBe("2026-11-25T12:10:00.000Z");
    const [authority] = (await world.sigstore.trustedRoot()).certificateAuthorities;
    const chain = (authority?.certChain.certificates ?? []).map(
      ({ rawBytes }) => new X509Certificate(Buffer.from(rawBytes, "base64")),
    );
    for (const [index, issuer] of [...chain, ...chain.slice(-1)].entries()) {
      const subject = [leaf, ...chain][index] ?? leaf;
      expect([subject.checkIssued(issuer), subject.verify(issuer.publicKey), issuer.ca]).toEqual([true, true, true]);
    }
    expect(chain).toHaveLength(2);
  });

  it("names the called workflow as subject and the calling one as build config (A-11)", async () => {
    const { certificate } = await makeSigner(world, { calledWorkflow: { workflow: "publish.yml" } });
    const claims = claimsIn(certificate);
    expect(claims.get(9)).toContain("/publish.yml@");
    expect(claims.get(18)).toContain("/release.yml@");
    expect(claims.has(23)).toBe(false);
  });

  it.each<[string, () => Promise<string> | string]>([
    ["no token", () => ""],
    ["no JSON web token", () => "eyJhbGciOiJub25lIn0.e30."],
    ["another audience", () => world.github.identityToken({}, { audience: "pypi" })],
    ["a key that the issuer does not publish", () => world.github.identityToken({}, { ...TOKEN, key: "stranger" })],
    ["another issuer", () => identityToken({ claims: { iss: "https://token.actions.githubusercontent.com" } })],
    ["a claim that is missing", () => identityToken({ claims: { workflow_ref: undefined } })],
    ["a changed claim", async () => changed(await identityToken())],
    [
      "a token that has run out",
      async () => {
        const token = await identityToken();
        now += 301_000;
        return token;
      },
    ],
  ])("refuses %s", async (_case, token) => {
    expect(await refusal(world, { token: await token() })).toEqual([401, { code: 16, message: BAD_TOKEN }]);
  });

  it("refuses a key the caller does not hold", async () => {
    const token = await identityToken();
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const message = "The signature supplied in the request could not be verified";
    expect(await refusal(world, { token, publicKey })).toEqual([400, { code: 3, message }]);
    expect(await refusal(world, { token, proven: "octocat" })).toEqual([400, { code: 3, message }]);
  });

  it("refuses another kind of key", async () => {
    const pair = generateKeyPairSync("rsa", { modulusLength: 1024 });
    const message = "The public key supplied in the request is insecure";
    expect(await refusal(world, { token: await identityToken(), ...pair })).toEqual([400, { code: 3, message }]);
  });

  it("takes a signing request instead of key and proof, if its own key signed it", async () => {
    const url = `${world.sigstore.fulcio.url}/api/v2/signingCert`;
    const headers = { authorization: `Bearer ${await identityToken()}` };
    const ask = async (request: string): Promise<number> => {
      const body = JSON.stringify({ certificateSigningRequest: Buffer.from(request).toString("base64") });
      return (await fetch(url, { method: "POST", headers, body })).status;
    };
    const keys = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
    const parameters = { keys, signingAlgorithm: { name: "ECDSA", hash: "SHA-256" } };
    const request = await Pkcs10CertificateRequestGenerator.create(parameters, webcrypto);
    expect(await ask(request.toString("pem"))).toBe(200);
    const bytes = Buffer.from(request.rawData);
    bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
    expect(await ask(new Pkcs10CertificateRequest(bytes).toString("pem"))).toBe(400);
    expect(await ask("no request")).toBe(400);
  });

  it("shows planned faults and takes its time", async () => {
    const { fulcio } = world.sigstore;
    fulcio.faults.add({ on: {}, fault: { kind: "answer", status: 429, headers: { "retry-after": "7" }, body: "{}" } });
    fulcio.latencyMs = 50;
    const token = await identityToken();
    const limited = await askForCertificate(world, { token });
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "7"]);
    const before = performance.now();
    expect((await askForCertificate(world, { token })).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(45);
    expect(fulcio.requests.map((request) => request.status)).toEqual([429, 200]);
  });
});

/** The token with other claims under the old signature. */
function changed(token: string): string {
  const [header, payload = "", signature] = token.split(".");
  const text = Buffer.from(payload, "base64url").toString("utf8").replaceAll("octo-org", "evil-org");
  return [header, Buffer.from(text).toString("base64url"), signature].join(".");
}
