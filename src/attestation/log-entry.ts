import { createHash, X509Certificate } from "node:crypto";
import type { TransparencyLogEntry } from "@sigstore/bundle";
import { member } from "../json.ts";

/** Kind and version of log entries that the index can verify (index rules ). */
const KIND = "dsse";
const VERSION = "0.0.1";

/**
 * The checkpoint, which the log signs, holds the root and size that the proof names. The library reads them from the
 * checkpoint and does not look at the proof's own.
 *
 * @throws Error
 */
export function checkProof({
  kindVersion,
  inclusionProof,
  inclusionPromise,
  integratedTime,
}: TransparencyLogEntry): void {
  if (kindVersion.kind !== KIND || kindVersion.version !== VERSION) {
    throw new Error(`its log entry is of kind ${kindVersion.kind} ${kindVersion.version}, not ${KIND} ${VERSION}`);
  }
  if (inclusionPromise === undefined || integratedTime === "0") {
    throw new Error("its log entry has no promised time");
  }
  const checkpoint = inclusionProof?.checkpoint?.envelope ?? "";
  if (!checkpoint.endsWith("\n")) {
    throw new Error("its checkpoint does not end with a line feed");
  }
  const [, size, root] = checkpoint.split("\n");
  if (inclusionProof === undefined || root === undefined || size !== inclusionProof.treeSize) {
    throw new Error("its inclusion proof is for another size of the log than its checkpoint");
  }
  if (!Buffer.from(root, "base64").equals(inclusionProof.rootHash)) {
    throw new Error("its inclusion proof is for another root than its checkpoint");
  }
}

interface Signed {
  readonly payload: Buffer;
  readonly signature: Buffer;
  /** DER. */
  readonly certificate: Buffer;
}

/**
 * The log entry is about this payload, signature and certificate (index rule A-09); the library leaves out the last.
 *
 * @throws Error
 */
export function checkLogBody(
  { canonicalizedBody }: TransparencyLogEntry,
  { payload, signature, certificate }: Signed,
): void {
  const spec = member(JSON.parse(canonicalizedBody.toString("utf8")), "spec");
  const envelopeHash = member(member(spec, "envelopeHash"), "value");
  if (typeof envelopeHash !== "string" || !/^[0-9a-f]{64}$/.test(envelopeHash)) {
    throw new Error("its log entry has no hash of the envelope");
  }
  const hash = member(spec, "payloadHash");
  if (member(hash, "algorithm") !== "sha256" || member(hash, "value") !== sha256(payload)) {
    throw new Error("its log entry is about another statement");
  }
  const signatures = member(spec, "signatures");
  const [only, ...others]: unknown[] = Array.isArray(signatures) ? signatures : [];
  if (others.length > 0 || member(only, "signature") !== signature.toString("base64")) {
    throw new Error("its log entry is about another signature");
  }
  // The log writes PEM anew, in lines of 64 characters, and that text is what the index compares.
  if (member(only, "verifier") !== Buffer.from(new X509Certificate(certificate).toString()).toString("base64")) {
    throw new Error("its log entry is about another certificate");
  }
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
