import "reflect-metadata"; // the container inside @peculiar/x509 needs it, and needs it first
import { randomBytes, webcrypto } from "node:crypto";
import { AsnConvert, AsnUtf8StringConverter, OctetString } from "@peculiar/asn1-schema";
import { Certificate } from "@peculiar/asn1-x509";
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from "@peculiar/x509";
import { type Claims, claimExtensions, subjectUri } from "./certificate-claims.ts";
import { certificateTimestampList, type TimestampSigner } from "./certificate-log.ts";

const AUTHORITY_ALGORITHM = { name: "ECDSA", namedCurve: "P-384", hash: "SHA-384" };
const FULCIO_ARC = "1.3.6.1.4.1.57264.1";
const TIMESTAMP_LIST = "1.3.6.1.4.1.11129.2.4.2";
const YEAR_MS = 365 * 86_400_000;
/** Arcs up to here hold the bare text; later ones a DER UTF8String. */
const LAST_BARE_ARC = 6;

export interface SigningRequest {
  readonly claims: Claims;
  /** What the certificate names as the issuer of the token. */
  readonly issuer: string;
  /** DER of the SubjectPublicKeyInfo. */
  readonly publicKey: Buffer;
  /** Milliseconds since the epoch. */
  readonly notBefore: number;
  readonly lifetimeSeconds: number;
}

/** What an authority that has gone astray does otherwise. */
export interface Malpractice {
  /** Who timestamps the certificate; `none`: it gets no timestamp. */
  readonly timestampSigner?: TimestampSigner | "none";
  /** The extensions it gets, made from those it should get. */
  readonly extensions?: (proper: readonly Extension[]) => Extension[];
}

interface Authority {
  readonly certificate: X509Certificate;
  readonly keys: webcrypto.CryptoKeyPair;
}

/** A root and, signed by it, the authority that issues code-signing certificates to identities. */
export class CertificateAuthority {
  /** DER, issuing authority first. */
  readonly chain: readonly Buffer[];
  readonly #issuing: Authority;
  readonly #log: TimestampSigner;

  private constructor(root: Authority, issuing: Authority, log: TimestampSigner) {
    this.chain = [issuing, root].map(({ certificate }) => Buffer.from(certificate.rawData));
    this.#issuing = issuing;
    this.#log = log;
  }

  /** A fresh one, valid from a year before `now` (milliseconds since the epoch). */
  static async create(log: TimestampSigner, now: number): Promise<CertificateAuthority> {
    const root = await makeAuthority("sigstore.emulated", undefined, now);
    return new CertificateAuthority(root, await makeAuthority("sigstore-intermediate.emulated", root, now), log);
  }

  /**
   * Issues a certificate with the timestamp of the certificate log in it.
   *
   * @returns DER, the new certificate first, then the chain.
   * @throws MissingClaim
   */
  async issue(request: SigningRequest, malpractice: Malpractice = {}): Promise<readonly Buffer[]> {
    const serialNumber = newSerialNumber();
    const proper = await this.#extensions(request);
    const extensions = malpractice.extensions?.(proper) ?? proper;
    const signer = malpractice.timestampSigner ?? this.#log;
    const draft = await this.#sign(request, serialNumber, extensions);
    if (signer === "none") {
      return [Buffer.from(draft.rawData), ...this.chain];
    }
    const tbs = AsnConvert.parse(draft.rawData, Certificate).tbsCertificateRaw;
    if (tbs === undefined) {
      throw new Error("the draft of a certificate has no body");
    }
    const issuerKey = Buffer.from(this.#issuing.certificate.publicKey.rawData);
    const list = certificateTimestampList(signer, Buffer.from(tbs), issuerKey, request.notBefore);
    const timestamps = new Extension(TIMESTAMP_LIST, false, AsnConvert.serialize(new OctetString(list)));
    const final = await this.#sign(request, serialNumber, [...extensions, timestamps]);
    return [Buffer.from(final.rawData), ...this.chain];
  }

  #sign(request: SigningRequest, serialNumber: string, extensions: Extension[]): Promise<X509Certificate> {
    return X509CertificateGenerator.create(
      {
        serialNumber,
        issuer: this.#issuing.certificate.subjectName,
        notBefore: new Date(request.notBefore),
        notAfter: new Date(request.notBefore + request.lifetimeSeconds * 1000),
        publicKey: request.publicKey,
        signingKey: this.#issuing.keys.privateKey,
        signingAlgorithm: AUTHORITY_ALGORITHM,
        extensions,
      },
      webcrypto,
    );
  }

  async #extensions({ claims, issuer, publicKey }: SigningRequest): Promise<Extension[]> {
    return [
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.codeSigning]),
      await SubjectKeyIdentifierExtension.create(publicKey, false, webcrypto),
      await AuthorityKeyIdentifierExtension.create(this.#issuing.certificate.publicKey, false, webcrypto),
      new SubjectAlternativeNameExtension([{ type: "url", value: subjectUri(claims) }], true),
      ...claimExtensions(claims, issuer).map(
        ({ arc, text }) =>
          new Extension(`${FULCIO_ARC}.${arc}`, false, arc > LAST_BARE_ARC ? utf8String(text) : Buffer.from(text)),
      ),
    ];
  }
}

/** DER of the public key in a signing request (PEM) that this key signed; undefined for anything else. */
export async function keyInSigningRequest(text: string): Promise<Buffer | undefined> {
  try {
    const request = new Pkcs10CertificateRequest(text);
    return (await request.verify(webcrypto)) ? Buffer.from(request.publicKey.rawData) : undefined;
  } catch {
    return undefined;
  }
}

async function makeAuthority(name: string, signer: Authority | undefined, now: number): Promise<Authority> {
  const keys = await webcrypto.subtle.generateKey(AUTHORITY_ALGORITHM, true, ["sign", "verify"]);
  const subject = `O=sigstore.emulated, CN=${name}`;
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: newSerialNumber(),
      subject,
      issuer: signer?.certificate.subjectName ?? subject,
      notBefore: new Date(now - YEAR_MS),
      notAfter: new Date(now + 9 * YEAR_MS),
      publicKey: keys.publicKey,
      signingKey: signer?.keys.privateKey ?? keys.privateKey,
      signingAlgorithm: AUTHORITY_ALGORITHM,
      extensions: [
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        new BasicConstraintsExtension(true, signer === undefined ? 1 : 0, true),
        ...(signer === undefined ? [] : [new ExtendedKeyUsageExtension([ExtendedKeyUsage.codeSigning])]),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
        await AuthorityKeyIdentifierExtension.create(signer?.keys.publicKey ?? keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  );
  return { certificate, keys };
}

/** Positive, of 19 bytes, hexadecimal. */
function newSerialNumber(): string {
  return Buffer.concat([Buffer.from([1]), randomBytes(18)]).toString("hex");
}

function utf8String(text: string): ArrayBuffer {
  return AsnUtf8StringConverter.toASN(text).toBER();
}
