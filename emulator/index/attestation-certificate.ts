import { createHash, X509Certificate } from "node:crypto";
import { AsnConvert, OctetString } from "@peculiar/asn1-schema";
import {
  Certificate,
  ExtendedKeyUsage,
  Extensions,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
  type TBSCertificate,
} from "@peculiar/asn1-x509";
import type { KeyRing } from "./attestation-trust.ts";
import { Unverifiable, Unverified } from "./attestation-unverified.ts";

const TIMESTAMP_LIST = "1.3.6.1.4.1.11129.2.4.2";
const CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
const UTF8_STRING = 0x0c;
/** Hash algorithm of TLS 1.2. */
const SHA256 = 4;
/** Bytes of a timestamp before its extensions: version, log, time. */
const HEAD_BYTES = 1 + 32 + 8;

/** The certificate of a signer. */
export class SigningCertificate {
  readonly x509: X509Certificate;
  readonly #tbs: TBSCertificate;

  /** @throws Unverifiable for what is no X.509 certificate (rule A-06). */
  constructor(der: Buffer) {
    try {
      this.x509 = new X509Certificate(der);
      this.#tbs = AsnConvert.parse(der, Certificate).tbsCertificate;
    } catch {
      throw new Unverifiable("invalid X.509 certificate");
    }
  }

  /** DER inside an extension. */
  extension(oid: string): Buffer | undefined {
    const found = this.#tbs.extensions?.find(({ extnID }) => extnID === oid);
    return found === undefined ? undefined : Buffer.from(found.extnValue.buffer);
  }

  /**
   * Text of an extension that holds a DER UTF8String.
   *
   * @throws Unverifiable when it holds something else.
   */
  text(oid: string): string | undefined {
    const der = this.extension(oid);
    if (der === undefined) {
      return undefined;
    }
    const first = der[1] ?? 0;
    const start = first < 0x80 ? 2 : 2 + (first & 0x7f);
    const length = first < 0x80 ? first : Number.parseInt(der.toString("hex", 2, start) || "-1", 16);
    if (der[0] !== UTF8_STRING || der.length - start !== length) {
      throw new Unverifiable(`the extension ${oid} is no UTF8String`);
    }
    return der.toString("utf8", start);
  }

  /**
   * Verifies that one of the authorities issued it and that it was valid at a time (rule A-08).
   *
   * @param at Milliseconds since the epoch.
   * @returns the issuer.
   * @throws Unverified
   */
  verifyChain(authorities: readonly X509Certificate[], at: number): X509Certificate {
    if (this.x509.ca) {
      throw chainFailure("EE keyUsage must not assert keyCertSign");
    }
    const issuer = authorities.find(
      (authority) => authority.ca && this.x509.checkIssued(authority) && this.x509.verify(authority.publicKey),
    );
    if (issuer === undefined || this.x509.subjectAltName === undefined) {
      throw chainFailure("candidates exhausted: all candidates exhausted with no interior errors");
    }
    for (const { validFromDate, validToDate } of [this.x509, issuer]) {
      if (at < validFromDate.getTime() || at > validToDate.getTime()) {
        throw chainFailure("cert is not valid at validation time");
      }
    }
    return issuer;
  }

  /**
   * Verifies the one timestamp of a certificate log in it (RFC 6962, section 3.2; rule A-08).
   *
   * @throws Unverified
   */
  verifyTimestamp(issuer: X509Certificate, keys: KeyRing): void {
    const list = this.extension(TIMESTAMP_LIST);
    if (list === undefined) {
      throw timestampFailure("Certificate does not contain a signed certificate timestamp extension");
    }
    const timestamps = readTimestamps(Buffer.from(AsnConvert.parse(list, OctetString).buffer));
    const [timestamp] = timestamps;
    if (timestamp === undefined || timestamps.length !== 1) {
      throw timestampFailure(`Expected one certificate timestamp, found ${timestamps.length}`);
    }
    if (timestamp.hash !== SHA256) {
      throw timestampFailure("Found unexpected hash algorithm in SCT: only SHA256 is supported");
    }
    if (!keys.verify(timestamp.logId, this.#timestamped(timestamp, issuer), timestamp.signature)) {
      throw timestampFailure("SCT verify failed: keyring: invalid signature");
    }
  }

  /** What the log signed: the certificate as it was before it had the timestamp. */
  #timestamped(timestamp: Timestamp, issuer: X509Certificate): Buffer {
    const { tbsCertificate } = AsnConvert.parse(this.x509.raw, Certificate);
    const others = tbsCertificate.extensions?.filter(({ extnID }) => extnID !== TIMESTAMP_LIST);
    tbsCertificate.extensions = new Extensions(others);
    const tbs = Buffer.from(AsnConvert.serialize(tbsCertificate));
    const issuerKey = issuer.publicKey.export({ type: "spki", format: "der" });
    const length = Buffer.alloc(3);
    length.writeUIntBE(tbs.length, 0, 3);
    return Buffer.concat([
      Buffer.from([timestamp.version, 0]),
      timestamp.time,
      Buffer.from([0, 1]),
      createHash("sha256").update(issuerKey).digest(),
      length,
      tbs,
      timestamp.extensions,
    ]);
  }

  /**
   * Verifies that the key is for signing code (rule A-08).
   *
   * @throws Unverified, or Unverifiable when the certificate does not say what its key is for.
   */
  verifyUsage(): void {
    const usage = this.extension(id_ce_keyUsage);
    const extended = this.extension(id_ce_extKeyUsage);
    if (usage === undefined || extended === undefined) {
      throw new Unverifiable(
        `No <class '${usage === undefined ? "KeyUsage" : "ExtendedKeyUsage"}'> extension was found`,
      );
    }
    if ((AsnConvert.parse(usage, KeyUsage).toNumber() & KeyUsageFlags.digitalSignature) === 0) {
      throw new Unverified("Key usage is not of type `digital signature`");
    }
    if (!AsnConvert.parse(extended, ExtendedKeyUsage).includes(CODE_SIGNING)) {
      throw new Unverified("Extended usage does not contain `code signing`");
    }
  }
}

/** A signed certificate timestamp. */
interface Timestamp {
  readonly version: number;
  readonly logId: Buffer;
  /** Eight bytes: milliseconds since the epoch. */
  readonly time: Buffer;
  /** With their length in front. */
  readonly extensions: Buffer;
  readonly hash: number;
  readonly signature: Buffer;
}

function readTimestamps(list: Buffer): Timestamp[] {
  const timestamps: Timestamp[] = [];
  try {
    const end = 2 + list.readUInt16BE(0);
    for (let at = 2; at < end; at += 2 + list.readUInt16BE(at)) {
      timestamps.push(readTimestamp(list.subarray(at + 2, at + 2 + list.readUInt16BE(at))));
    }
  } catch {
    throw new Unverifiable("Invalid SCT length");
  }
  return timestamps;
}

function readTimestamp(sct: Buffer): Timestamp {
  const signatureAt = HEAD_BYTES + 2 + sct.readUInt16BE(HEAD_BYTES);
  return {
    version: sct.readUInt8(0),
    logId: sct.subarray(1, 33),
    time: sct.subarray(33, HEAD_BYTES),
    extensions: sct.subarray(HEAD_BYTES, signatureAt),
    hash: sct.readUInt8(signatureAt),
    signature: sct.subarray(signatureAt + 4, signatureAt + 4 + sct.readUInt16BE(signatureAt + 2)),
  };
}

function chainFailure(reason: string): Unverified {
  return new Unverified(`failed to build timestamp certificate chain: validation failed: ${reason}`);
}

function timestampFailure(reason: string): Unverified {
  return new Unverified(`failed to verify SCT on signing certificate: ${reason}`);
}
