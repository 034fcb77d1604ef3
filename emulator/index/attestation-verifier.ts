import { createHash } from "node:crypto";
import { SigningCertificate } from "./attestation-certificate.ts";
import { verifyLogEntry } from "./attestation-log.ts";
import { type LogEntry, readLogEntry } from "./attestation-log-entry.ts";
import type { SentAttestation } from "./attestation-object.ts";
import { type AttestedPublisher, verifyPublisher } from "./attestation-publisher.ts";
import { type AttestedFile, verifyStatement } from "./attestation-statement.ts";
import { type AttestationTrust, authorities, isSigned, KeyRing } from "./attestation-trust.ts";
import { Unverifiable, Unverified } from "./attestation-unverified.ts";

const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/**
 * Verifies an attestation in the order in which pypi-attestations and sigstore-python do, so that of several faults the
 * same one is named (rules ).
 *
 * @returns the predicate type.
 * @throws Unverified, Unverifiable
 */
export function verifyAttestation(
  attestation: SentAttestation,
  file: AttestedFile,
  publisher: AttestedPublisher,
  trust: AttestationTrust,
): string {
  const { certificate, entry } = readMaterial(attestation);
  const time = verifiedTime(entry);
  const issuer = certificate.verifyChain(authorities(trust), time);
  certificate.verifyTimestamp(issuer, new KeyRing(trust.ctlogs));
  certificate.verifyUsage();
  verifyPublisher(certificate, publisher);
  verifyLogEntry(entry, new KeyRing(trust.tlogs));
  const { statement, signature } = attestation;
  const head = `DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${statement.length} `;
  if (!isSigned(Buffer.concat([Buffer.from(head), statement]), certificate.x509.publicKey, signature)) {
    throw new Unverified("DSSE: invalid signature");
  }
  verifyBody(entry, attestation, certificate);
  return verifyStatement(statement, file);
}

/** Rule A-06. */
function readMaterial(attestation: SentAttestation): { certificate: SigningCertificate; entry: LogEntry } {
  if (attestation.signature.length === 0) {
    throw new Unverifiable("envelope signature must be non-empty");
  }
  const certificate = new SigningCertificate(attestation.certificate);
  const entry = readLogEntry(attestation.transparencyEntries[0]);
  if (entry === undefined) {
    throw new Unverifiable("invalid transparency log entry");
  }
  if (!["0.0.1", "0.0.2"].includes(entry.version)) {
    throw new Unverifiable(`Expected log entry version 0.0.1 - 0.0.2, got ${entry.version}`);
  }
  if (entry.signedEntryTimestamp === undefined) {
    throw new Unverifiable("bundle must contain an inclusion promise or signed timestamp(s)");
  }
  return { certificate, entry };
}

/** When the log says it took the entry, in milliseconds since the epoch (rules ). */
function verifiedTime({ integratedTime, kind, version }: LogEntry): number {
  if (integratedTime === undefined) {
    throw new Unverified("not enough sources of verified time");
  }
  if (!["dsse", "hashedrekord"].includes(kind) || version !== "0.0.1") {
    throw new Unverified("Integrated time only supported for dsse/hashedrekord 0.0.1 types");
  }
  return Number(integratedTime) * 1000;
}

interface DsseBody {
  readonly payloadHash: { readonly algorithm: string; readonly value: string };
  readonly signatures: readonly { readonly signature: string; readonly verifier: string }[];
}

/** The entry is about this payload, signature and certificate (rule A-09). */
function verifyBody({ kind, version, body }: LogEntry, sent: SentAttestation, certificate: SigningCertificate): void {
  if (kind !== "dsse" || version !== "0.0.1") {
    throw new Unverified(`Unsupported DSSE log entry type: ${kind}/${version}`);
  }
  const spec = readBody(body);
  if (spec === undefined) {
    throw new Unverified("invalid DSSE log entry: 1 validation error for Dsse");
  }
  if (spec.payloadHash.value !== createHash("sha256").update(sent.statement).digest("hex")) {
    throw new Unverified("log entry payload hash does not match bundle");
  }
  const expected = {
    signature: sent.signature.toString("base64"),
    // Node writes PEM as Rekor does: lines of 64 characters.
    verifier: Buffer.from(certificate.x509.toString()).toString("base64"),
  };
  const [only, ...others] = spec.signatures;
  if (only?.signature !== expected.signature || only.verifier !== expected.verifier || others.length > 0) {
    throw new Unverified("log entry signatures do not match bundle");
  }
}

/** Undefined for a body that is not of the kind `dsse`, version 0.0.1. */
function readBody(body: Buffer): DsseBody | undefined {
  try {
    const { apiVersion, kind, spec } = JSON.parse(body.toString("utf8"));
    const texts = [spec.envelopeHash.value, spec.payloadHash.value].every((value) => typeof value === "string");
    const hashes = [spec.envelopeHash.algorithm, spec.payloadHash.algorithm].every((name) => name === "sha256");
    const known = kind === "dsse" && apiVersion === "0.0.1" && texts && hashes && spec.signatures.length > 0;
    return known ? spec : undefined;
  } catch {
    return undefined;
  }
}
