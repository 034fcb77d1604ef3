import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { decodeJwt } from "jose";
import type { JobOptions } from "../../emulator/github/job-options.ts";
import { pem } from "../../emulator/sigstore/pem.ts";
import type { World } from "../../emulator/world.ts";

export const PUBLISH_V1 = "https://docs.pypi.org/attestations/publish/v1";
export const SLSA_V1 = "https://slsa.dev/provenance/v1";
export const STATEMENT_V1 = "https://in-toto.io/Statement/v1";
export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** A key and its certificate. */
export interface Signer {
  readonly privateKey: KeyObject;
  /** DER. */
  readonly certificate: Buffer;
}

/** A log entry in the JSON form of a Sigstore bundle; bytes are base64, numbers are texts. */
export interface LogEntry {
  logIndex: string;
  logId: { keyId: string };
  kindVersion: { kind: string; version: string };
  integratedTime: string;
  inclusionPromise: { signedEntryTimestamp: string };
  inclusionProof: {
    logIndex: string;
    rootHash: string;
    treeSize: string;
    hashes: string[];
    checkpoint: { envelope: string };
  };
  canonicalizedBody: string;
}

/** An attestation as PEP 740 has it; bytes are base64. */
export interface Attestation {
  version: number;
  verification_material: { certificate: string; transparency_entries: LogEntry[] };
  envelope: { statement: string; signature: string };
}

export interface AttestedFile {
  readonly filename: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** Answer of a service. */
export interface ServiceReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The statement of a publish attestation, with members changed or added. */
export function statementFor(file: AttestedFile, change: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    _type: STATEMENT_V1,
    subject: [{ name: file.filename, digest: { sha256: file.sha256 } }],
    predicateType: PUBLISH_V1,
    predicate: null,
    ...change,
  });
}

export interface CertificateRequest {
  readonly token: string;
  readonly privateKey?: KeyObject;
  readonly publicKey?: KeyObject;
  /** What the proof of possession signs. Default: the subject of the token. */
  readonly proven?: string;
}

/** Asks Fulcio for a certificate, with nothing checked. */
export function askForCertificate(world: World, request: CertificateRequest): Promise<ServiceReply> {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const privateKey = request.privateKey ?? pair.privateKey;
  const content = pem((request.publicKey ?? pair.publicKey).export({ type: "spki", format: "der" }), "PUBLIC KEY");
  const proof = sign("sha256", Buffer.from(request.proven ?? subjectOf(request.token)), privateKey);
  return post(`${world.sigstore.fulcio.url}/api/v2/signingCert`, {
    credentials: { oidcIdentityToken: request.token },
    publicKeyRequest: { publicKey: { algorithm: "ECDSA", content }, proofOfPossession: proof.toString("base64") },
  });
}

/** A fresh key with a certificate for a job. */
export async function makeSigner(world: World, job: JobOptions = {}): Promise<Signer> {
  const token = await world.github.identityToken(job, { audience: "sigstore" });
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { body } = await askForCertificate(world, { token, privateKey, publicKey });
  const leaf = path(body, "signedCertificateEmbeddedSct", "chain", "certificates", "0");
  return { privateKey, certificate: Buffer.from(String(leaf).replace(/-----[^-]+-----|\s/g, ""), "base64") };
}

/** Signs a statement, in base64. */
export function signStatement(signer: Signer, statement: string, payloadType: string = PAYLOAD_TYPE): string {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${Buffer.byteLength(statement)} `;
  return sign("sha256", Buffer.from(head + statement), signer.privateKey).toString("base64");
}

/** Sends a signed statement to Rekor. */
export function logStatement(
  world: World,
  signer: Signer,
  statement: string,
  sig: string,
  payloadType: string = PAYLOAD_TYPE,
): Promise<ServiceReply> {
  const payload = Buffer.from(statement).toString("base64");
  const envelope = JSON.stringify({ payload, payloadType, signatures: [{ sig }] });
  const verifiers = [Buffer.from(pem(signer.certificate, "CERTIFICATE")).toString("base64")];
  return post(`${world.sigstore.rekor.url}/api/v1/log/entries`, {
    apiVersion: "0.0.1",
    kind: "dsse",
    spec: { proposedContent: { envelope, verifiers } },
  });
}

/** Signs and logs a statement. */
export async function attest(
  world: World,
  signer: Signer,
  statement: string,
  payloadType: string = PAYLOAD_TYPE,
): Promise<Attestation> {
  const signature = signStatement(signer, statement, payloadType);
  const { body } = await logStatement(world, signer, statement, signature, payloadType);
  return {
    version: 1,
    verification_material: {
      certificate: signer.certificate.toString("base64"),
      transparency_entries: [entryOf(body)],
    },
    envelope: { statement: Buffer.from(statement).toString("base64"), signature },
  };
}

/** A logged entry, by its identifier. */
export async function readEntry(world: World, uuid: string): Promise<LogEntry> {
  return entryOf(await (await fetch(`${world.sigstore.rekor.url}/api/v1/log/entries/${uuid}`)).json());
}

/** Rekor's answer in the form of a bundle. */
function entryOf(body: unknown): LogEntry {
  const [entry] = Object.values(record(body));
  const proof = record(path(entry, "verification", "inclusionProof"));
  return {
    logIndex: String(path(entry, "logIndex")),
    logId: { keyId: hexToBase64(path(entry, "logID")) },
    kindVersion: { kind: "dsse", version: "0.0.1" },
    integratedTime: String(path(entry, "integratedTime")),
    inclusionPromise: { signedEntryTimestamp: String(path(entry, "verification", "signedEntryTimestamp")) },
    inclusionProof: {
      logIndex: String(proof.logIndex),
      rootHash: hexToBase64(proof.rootHash),
      treeSize: String(proof.treeSize),
      hashes: Array.isArray(proof.hashes) ? proof.hashes.map(hexToBase64) : [],
      checkpoint: { envelope: String(proof.checkpoint) },
    },
    canonicalizedBody: String(path(entry, "body")),
  };
}

async function post(url: string, value: unknown): Promise<ServiceReply> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(value) });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Empty for what is no token. */
function subjectOf(token: string): string {
  try {
    return String(decodeJwt(token).sub);
  } catch {
    return "";
  }
}

function path(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => record(inner)[key], value);
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) {
    throw new Error(`no object: ${JSON.stringify(value)}`);
  }
  return { ...value };
}

function hexToBase64(value: unknown): string {
  return Buffer.from(String(value), "hex").toString("base64");
}
