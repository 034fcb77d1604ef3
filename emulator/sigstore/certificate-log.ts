import { createHash } from "node:crypto";

/** Whoever signs for a certificate log. */
export interface TimestampSigner {
  /** Identity of the log: SHA-256 of its public key. */
  readonly id: Buffer;
  sign(data: Buffer): Buffer;
}

/** What a log signs for an entry, in the notation of RFC 6962. */
const V1 = 0;
const CERTIFICATE_TIMESTAMP = 0;
const PRECERT_ENTRY = 1;
/** Hash and signature algorithm of TLS 1.2: SHA-256, ECDSA. */
const SHA256_ECDSA = [4, 3];

/**
 * A signed certificate timestamp for a certificate that is to be issued (RFC 6962, section 3.2), alone in a list, as a
 * certificate embeds it.
 *
 * @param tbs DER of the TBSCertificate without the list of timestamps.
 * @param issuerPublicKey DER of the issuer's SubjectPublicKeyInfo.
 * @param at Milliseconds since the epoch.
 * @returns the SignedCertificateTimestampList in TLS encoding.
 */
export function certificateTimestampList(
  key: TimestampSigner,
  tbs: Buffer,
  issuerPublicKey: Buffer,
  at: number,
): Buffer {
  const timestamp = Buffer.alloc(8);
  timestamp.writeBigUInt64BE(BigInt(at));
  const noExtensions = uint(0, 2);
  const signed = Buffer.concat([
    Buffer.from([V1, CERTIFICATE_TIMESTAMP]),
    timestamp,
    uint(PRECERT_ENTRY, 2),
    createHash("sha256").update(issuerPublicKey).digest(),
    uint(tbs.length, 3),
    tbs,
    noExtensions,
  ]);
  const signature = key.sign(signed);
  const sct = Buffer.concat([
    Buffer.from([V1]),
    key.id,
    timestamp,
    noExtensions,
    Buffer.from(SHA256_ECDSA),
    uint(signature.length, 2),
    signature,
  ]);
  const list = Buffer.concat([uint(sct.length, 2), sct]);
  return Buffer.concat([uint(list.length, 2), list]);
}

function uint(value: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
}
