import { X509Certificate as NodeCertificate } from "node:crypto";
import type { Bundle, TransparencyLogEntry } from "@sigstore/bundle";
import { crypto, X509Certificate } from "@sigstore/core";
import type { TrustedRoot } from "@sigstore/protobuf-specs";
import { type SignedEntity, type TrustMaterial, toSignedEntity, toTrustMaterial, Verifier } from "@sigstore/verify";
import { type Attestation, toBundle } from "./attestation.ts";
import { type CertificateIdentity, identityOf } from "./identity.ts";
import { checkLogBody, checkProof } from "./log-entry.ts";
import { checkStatement, type PredicateType, type Subject } from "./statement.ts";

export interface VerifiedAttestation {
  readonly predicateType: PredicateType;
  readonly identity: CertificateIdentity;
  /**
   * What signed or logged it that the trusted root does not know, in words. Empty when all is known; otherwise chain and
   * log are unchecked, and only signature, log entry, statement and subject are as they must be.
   */
  readonly unknown: readonly string[];
}

const CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

/** Checks attestations as the index does (index rules ), offline. */
export class AttestationVerifier {
  readonly #trust: TrustMaterial;
  readonly #verifier: Verifier;

  /** @throws Error when a key or certificate in the trusted root cannot be read. */
  constructor(trustedRoot: TrustedRoot) {
    this.#trust = toTrustMaterial(trustedRoot);
    this.#verifier = new Verifier(this.#trust, { ctlogThreshold: 1, tlogThreshold: 1, timestampThreshold: 1 });
  }

  /**
   * @throws Error that says what is wrong with the attestation.
   */
  verify(attestation: Attestation, subject: Subject): VerifiedAttestation {
    const bundle = toBundle(attestation);
    const der = Buffer.from(attestation.verification_material.certificate, "base64");
    const certificate = X509Certificate.parse(der);
    checkUsage(certificate, new NodeCertificate(der));
    const [entry] = bundle.verificationMaterial.tlogEntries;
    if (entry === undefined) {
      throw new Error("it has no log entry");
    }
    checkProof(entry);
    const entity = toSignedEntity(bundle);
    checkLogBody(entry, { certificate: der, ...envelopeOf(bundle) });
    const unknown = this.#unknown(certificate, entry);
    if (unknown.length === 0) {
      this.#verifier.verify(entity);
    } else {
      checkSignature(entity, certificate, entry);
    }
    return {
      predicateType: checkStatement(envelopeOf(bundle).payload, subject),
      identity: identityOf(certificate),
      unknown,
    };
  }

  /** Authorities that are newer than the trusted root: it ages with the release of this action. */
  #unknown(certificate: X509Certificate, entry: TransparencyLogEntry): string[] {
    const { certificateAuthorities, tlogs, ctlogs } = this.#trust;
    const issuerKey = certificate.extAuthorityKeyID?.keyIdentifier;
    const chains = certificateAuthorities.flatMap(({ certChain }) => certChain);
    const issued = chains.some(({ extSubjectKeyID }) =>
      issuerKey?.equals(extSubjectKeyID?.keyIdentifier ?? Buffer.of()),
    );
    const logged = tlogs.some(({ logID }) => logID.equals(entry.logId.keyId));
    const timestamps = certificate.extSCT?.signedCertificateTimestamps ?? [];
    const seen = timestamps.every((timestamp) => ctlogs.some(({ logID }) => logID.equals(timestamp.logID)));
    return [
      ...(issued ? [] : ["the certificate authority"]),
      ...(logged ? [] : ["the transparency log"]),
      ...(seen ? [] : ["the certificate transparency log"]),
    ];
  }
}

/** Index rule A-08; the library leaves the usages of the leaf certificate to the caller. */
function checkUsage(certificate: X509Certificate, { keyUsage, publicKey }: NodeCertificate): void {
  if (certificate.extKeyUsage?.digitalSignature !== true || !keyUsage?.includes(CODE_SIGNING)) {
    throw new Error("its certificate is not for signing code");
  }
  if (publicKey.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
    throw new Error("its key is not of the curve P-256");
  }
}

function envelopeOf({ content }: Bundle): { readonly payload: Buffer; readonly signature: Buffer } {
  const envelope = content.$case === "dsseEnvelope" ? content.dsseEnvelope : undefined;
  const [signature] = envelope?.signatures ?? [];
  if (envelope === undefined || signature === undefined) {
    throw new Error("it has no signed statement");
  }
  return { payload: envelope.payload, signature: signature.sig };
}

/** What can be said without knowing the authorities: the certificate's key signed this, while the certificate was valid. */
function checkSignature(entity: SignedEntity, certificate: X509Certificate, entry: TransparencyLogEntry): void {
  if (!entity.signature.verifySignature(crypto.createPublicKey(certificate.publicKey))) {
    throw new Error("signature verification failed");
  }
  if (!certificate.validForDate(new Date(Number(entry.integratedTime) * 1000))) {
    throw new Error("certificate is not valid or expired at the specified date");
  }
}
