import type { SigningCertificate } from "./attestation-certificate.ts";
import { Unverifiable, Unverified } from "./attestation-unverified.ts";

/** The GitHub publisher an attestation has to be from, as registered. */
export interface AttestedPublisher {
  readonly owner: string;
  readonly repository: string;
  /** File name, such as `release.yml`. */
  readonly workflow: string;
}

const ISSUER = "https://token.actions.githubusercontent.com";
const GITHUB = "https://github.com";
const ARC = "1.3.6.1.4.1.57264.1";
/** Extensions of Fulcio (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md). */
const ISSUER_V2 = `${ARC}.8`;
const SOURCE_REPOSITORY_URI = `${ARC}.12`;
const SOURCE_REPOSITORY_DIGEST = `${ARC}.13`;
const SOURCE_REPOSITORY_REF = `${ARC}.14`;
const BUILD_CONFIG_URI = `${ARC}.18`;

/**
 * Verifies that the certificate is the publisher's (rules ): issuer, repository, and the workflow that was
 * started, at the commit or ref the certificate itself names. The environment is not compared.
 *
 * @throws Unverified, or Unverifiable when the certificate lacks the workflow.
 */
export function verifyPublisher(certificate: SigningCertificate, publisher: AttestedPublisher): void {
  const slug = `${publisher.owner}/${publisher.repository}`;
  requireText(certificate, "OIDCIssuerV2", ISSUER_V2, ISSUER);
  requireText(certificate, "OIDCSourceRepositoryURI", SOURCE_REPOSITORY_URI, `${GITHUB}/${slug}`);
  const buildConfig = certificate.text(BUILD_CONFIG_URI);
  if (buildConfig === undefined) {
    throw new Unverifiable(`No <ObjectIdentifier(oid=${BUILD_CONFIG_URI}, name=Unknown OID)> extension was found`);
  }
  const revisions = [SOURCE_REPOSITORY_DIGEST, SOURCE_REPOSITORY_REF]
    .map((oid) => certificate.text(oid))
    .filter((revision) => revision !== undefined);
  if (revisions.length === 0) {
    throw new Unverified("Certificate must contain either Source Repository Digest or Source Repository Ref");
  }
  const workflow = `${GITHUB}/${slug}/.github/workflows/${publisher.workflow}`;
  if (!revisions.some((revision) => buildConfig === `${workflow}@${revision}`)) {
    const found = extensionRepr(BUILD_CONFIG_URI, certificate.extension(BUILD_CONFIG_URI) ?? Buffer.alloc(0));
    throw new Unverified(
      `Certificate's Build Config URI (${found}) does not match expected Trusted Publisher (${publisher.workflow} @ ${slug})`,
    );
  }
}

function requireText(certificate: SigningCertificate, name: string, oid: string, expected: string): void {
  const found = certificate.text(oid);
  if (found === undefined) {
    throw new Unverified(`Certificate does not contain ${name} (${oid}) extension`);
  }
  if (found !== expected) {
    throw new Unverified(`Certificate's ${name} does not match (got ${found}, expected ${expected})`);
  }
}

/** The extension as Python shows it: the index puts the whole object into its answer. */
function extensionRepr(oid: string, der: Buffer): string {
  const id = `<ObjectIdentifier(oid=${oid}, name=Unknown OID)>`;
  const bytes = Array.from(der, (byte) => {
    const character = String.fromCharCode(byte);
    const named: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\", "'": "\\'" };
    const plain = byte >= 0x20 && byte < 0x7f ? character : `\\x${byte.toString(16).padStart(2, "0")}`;
    return named[character] ?? plain;
  });
  return `<Extension(oid=${id}, critical=False, value=<UnrecognizedExtension(oid=${id}, value=b'${bytes.join("")}')>)>`;
}
