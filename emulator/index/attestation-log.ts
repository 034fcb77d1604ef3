import { createHash } from "node:crypto";
import type { LogEntry } from "./attestation-log-entry.ts";
import type { KeyRing } from "./attestation-trust.ts";
import { Unverified } from "./attestation-unverified.ts";

/**
 * Verifies that the log has the entry: inclusion proof, checkpoint, and promise (rule A-08).
 *
 * @throws Unverified
 */
export function verifyLogEntry(entry: LogEntry, keys: KeyRing): void {
  verifyInclusion(entry);
  verifyCheckpoint(entry, keys);
  if (
    entry.signedEntryTimestamp !== undefined &&
    !keys.verify(entry.keyId, promised(entry), entry.signedEntryTimestamp)
  ) {
    throw invalid("SET: invalid inclusion promise: keyring: invalid signature");
  }
}

function invalid(reason: string): Unverified {
  return new Unverified(`invalid log entry: ${reason}`);
}

/** RFC 9162, section 2.1.3.2, in the form of Trillian: hashes up to where the paths to this and to the last leaf part. */
function verifyInclusion({ proof, body }: LogEntry): void {
  const { logIndex, treeSize, hashes, rootHash } = proof;
  const inner = bitLength(logIndex ^ (treeSize - 1n));
  const border = ones(logIndex >> BigInt(inner));
  if (hashes.length !== inner + border) {
    throw invalid(`inclusion proof has wrong size: expected ${inner + border}, got ${hashes.length}`);
  }
  let hash = sha256(Buffer.from([0]), body);
  for (const [level, sibling] of hashes.entries()) {
    const isLeft = level < inner && ((logIndex >> BigInt(level)) & 1n) === 0n;
    hash = isLeft ? sha256(Buffer.from([1]), hash, sibling) : sha256(Buffer.from([1]), sibling, hash);
  }
  if (!hash.equals(rootHash)) {
    const expected = `root_hash=${rootHash.toString("hex")}`;
    throw invalid(
      `inclusion proof contains invalid root hash: expected ${expected}, calculated ${hash.toString("hex")}`,
    );
  }
}

function verifyCheckpoint({ proof, keyId }: LogEntry, keys: KeyRing): void {
  const parts = proof.checkpoint.split("\n\n");
  const [head, signatures] = parts;
  if (parts.length !== 2 || head === undefined || signatures === undefined) {
    throw invalid("note must contain one blank line, delineating the text from the signature block");
  }
  if (!signatures.endsWith("\n")) {
    throw invalid(
      signatures === ""
        ? "malformed Note: must contain at least one signature"
        : "malformed Note: data section must end with newline",
    );
  }
  const root = rootIn(head);
  const hint = keyId.subarray(0, 4);
  const signature = [...signatures.matchAll(/\u2014 (\S+) (\S+)\n/g)]
    .map(([, , encoded = ""]) => Buffer.from(encoded, "base64"))
    .find((each) => each.subarray(0, 4).equals(hint));
  if (signature === undefined) {
    throw invalid(`checkpoint: Signature not found for log ID ${keyId.toString("hex")}`);
  }
  if (!keys.verify(keyId, Buffer.from(`${head}\n`), signature.subarray(4))) {
    throw invalid("checkpoint: invalid signature: keyring: invalid signature");
  }
  if (!root.equals(proof.rootHash)) {
    const found = `expected ${root.toString("hex")} got ${proof.rootHash.toString("hex")}`;
    throw invalid(`('Inclusion proof contains invalid root hash signature: ', '${found}')`);
  }
}

/** Root in the text of a checkpoint (https://github.com/transparency-dev/formats/blob/main/log/README.md). */
function rootIn(head: string): Buffer {
  const [origin = "", size = "", root] = head.trim().split("\n");
  if (root === undefined) {
    throw invalid("malformed LogCheckpoint: too few items in header");
  }
  if (origin === "") {
    throw invalid("malformed LogCheckpoint: empty origin");
  }
  if (!/^\s*\d+\s*$/.test(size)) {
    throw invalid("malformed LogCheckpoint: invalid log size");
  }
  return Buffer.from(root, "base64");
}

/** What the log signed as a promise: canonical JSON (RFC 8785). */
function promised({ body, integratedTime, keyId, logIndex }: LogEntry): Buffer {
  const [encoded, logId] = [JSON.stringify(body.toString("base64")), JSON.stringify(keyId.toString("hex"))];
  return Buffer.from(`{"body":${encoded},"integratedTime":${integratedTime},"logID":${logId},"logIndex":${logIndex}}`);
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

function ones(value: bigint): number {
  return value.toString(2).replaceAll("0", "").length;
}

function sha256(...parts: readonly Buffer[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) {
    hash.update(part);
  }
  return hash.digest();
}
