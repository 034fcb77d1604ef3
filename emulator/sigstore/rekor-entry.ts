import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from "node:crypto";
import { pem } from "./pem.ts";
import { asRecord, ServiceRefusal, textAt } from "./service-answers.ts";

interface SignedBy {
  /** Base64. */
  readonly signature: string;
  /** Base64 of the PEM. */
  readonly verifier: string;
}

interface Verifier {
  readonly key: KeyObject;
  readonly pem: string;
}

interface Envelope {
  readonly payload: Buffer;
  readonly payloadType: string;
  readonly signatures: readonly string[];
}

/**
 * The body under which Rekor logs a proposed entry of kind `dsse`, version 0.0.1: hashes of envelope and payload, the
 * signatures, and the verifiers as PEM it wrote anew; canonical JSON (RFC 8785). Signatures are verified.
 *
 * @throws ServiceRefusal
 */
export function canonicalBody(proposed: Record<string, unknown> | undefined): Buffer {
  if (proposed?.kind !== "dsse" || proposed.apiVersion !== "0.0.1") {
    throw new ServiceRefusal(422, 606, "unsupported kind or version of entry");
  }
  const content = asRecord(asRecord(proposed.spec)?.proposedContent);
  const text = textAt(content, "envelope");
  const verifiers = Array.isArray(content?.verifiers) ? content.verifiers.map(readVerifier) : [];
  if (text === undefined || verifiers.length === 0) {
    throw invalid("either proposedContent or envelopeHash, payloadHash, and signatures must be present");
  }
  const envelope = readEnvelope(text);
  const signatures = envelope.signatures.map((signature) => signedBy(signature, envelope, verifiers));
  if (verifiers.some((verifier) => !signatures.some((each) => each.verifier === encoded(verifier)))) {
    throw invalid("a verifier matches none of the signatures");
  }
  return Buffer.from(
    JSON.stringify({
      apiVersion: "0.0.1",
      kind: "dsse",
      spec: {
        envelopeHash: { algorithm: "sha256", value: sha256(Buffer.from(text)) },
        payloadHash: { algorithm: "sha256", value: sha256(envelope.payload) },
        signatures: signatures.sort((a, b) => (a.signature < b.signature ? -1 : 1)),
      },
    }),
  );
}

function readEnvelope(text: string): Envelope {
  let value: Record<string, unknown> | undefined;
  try {
    value = asRecord(JSON.parse(text));
  } catch {
    throw invalid("the envelope is not JSON");
  }
  const signatures = Array.isArray(value?.signatures) ? value.signatures.map((each) => textAt(each, "sig")) : [];
  const given = signatures.filter((each) => each !== undefined && each !== "");
  if (signatures.length === 0 || given.length < signatures.length) {
    throw invalid("DSSE envelope must contain 1 or more signatures");
  }
  return {
    payload: Buffer.from(textAt(value, "payload") ?? "", "base64"),
    payloadType: textAt(value, "payloadType") ?? "",
    signatures: given.map(String),
  };
}

/** Base64 of the PEM of a certificate or of a public key. */
function readVerifier(value: unknown): Verifier {
  const text = typeof value === "string" ? Buffer.from(value, "base64").toString("utf8") : "";
  try {
    if (text.includes("BEGIN CERTIFICATE")) {
      const certificate = new X509Certificate(text);
      return { key: certificate.publicKey, pem: pem(certificate.raw, "CERTIFICATE") };
    }
    const key = createPublicKey(text);
    return { key, pem: pem(key.export({ type: "spki", format: "der" }), "PUBLIC KEY") };
  } catch {
    throw invalid("a verifier is no PEM of a certificate or public key");
  }
}

function signedBy(signature: string, envelope: Envelope, verifiers: readonly Verifier[]): SignedBy {
  const { payload, payloadType } = envelope;
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.length} `;
  const signed = Buffer.concat([Buffer.from(head), payload]);
  const bytes = Buffer.from(signature, "base64");
  const verifier = verifiers.find(({ key }) => verifies(signed, key, bytes));
  if (verifier === undefined) {
    throw invalid("could not verify envelope: no matching verifier for a signature");
  }
  return { signature: bytes.toString("base64"), verifier: encoded(verifier) };
}

function verifies(data: Buffer, key: KeyObject, signature: Buffer): boolean {
  try {
    return verify("sha256", data, key, signature);
  } catch {
    return false;
  }
}

function encoded(verifier: Verifier): string {
  return Buffer.from(verifier.pem).toString("base64");
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function invalid(detail: string): ServiceRefusal {
  return new ServiceRefusal(400, 400, `error processing entry: ${detail}`);
}
