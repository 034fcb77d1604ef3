import type { X509Certificate } from "@sigstore/core";
import { type Claims, splitWorkflowRef } from "../trusted-publishing/claims.ts";

/** Whom a certificate of Sigstore names (https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md). */
export interface CertificateIdentity {
  readonly issuer: string | undefined;
  readonly sourceRepositoryUri: string | undefined;
  /** The commit. */
  readonly sourceRepositoryDigest: string | undefined;
  readonly sourceRepositoryRef: string | undefined;
  /** The workflow that was started, with the ref it comes from behind an @. */
  readonly buildConfigUri: string | undefined;
}

/** The only issuer of GitHub's identity tokens that indexes know. */
const ISSUER = "https://token.actions.githubusercontent.com";
const FULCIO = "1.3.6.1.4.1.57264.1";

export function identityOf(certificate: X509Certificate): CertificateIdentity {
  const extension = (number: number): string | undefined =>
    certificate.extension(`${FULCIO}.${number}`)?.valueObj.subs[0]?.value.toString("utf8");
  return {
    issuer: extension(8),
    sourceRepositoryUri: extension(12),
    sourceRepositoryDigest: extension(13),
    sourceRepositoryRef: extension(14),
    buildConfigUri: extension(18),
  };
}

/** Whom the index will look for: the trusted publisher for which this job's identity token stands (index rule A-10). */
export interface PublisherIdentity {
  readonly repositoryUri: string;
  /** Without a ref. */
  readonly workflowUri: string;
}

/** @param serverUrl `https://github.com`, or that of the GitHub the job runs on */
export function publisherIdentity(claims: Claims, serverUrl: string): PublisherIdentity {
  return {
    repositoryUri: `${serverUrl}/${claims.repository ?? ""}`,
    workflowUri: `${serverUrl}/${splitWorkflowRef(claims.jobWorkflowRef).path ?? ""}`,
  };
}

/** What the index would object to in a certificate, as a sentence; undefined if nothing (index rule A-10). */
export function identityFault(found: CertificateIdentity, expected: PublisherIdentity): string | undefined {
  const { issuer, sourceRepositoryUri, sourceRepositoryDigest, sourceRepositoryRef, buildConfigUri } = found;
  if (issuer !== ISSUER) {
    return differs("Issuer", issuer, ISSUER);
  }
  if (sourceRepositoryUri !== expected.repositoryUri) {
    return differs("Source Repository URI", sourceRepositoryUri, expected.repositoryUri);
  }
  const refs = [sourceRepositoryDigest, sourceRepositoryRef].filter((ref) => ref !== undefined);
  const allowed = refs.map((ref) => `${expected.workflowUri}@${ref}`);
  if (buildConfigUri === undefined || !allowed.includes(buildConfigUri)) {
    return differs("Build Config URI", buildConfigUri, allowed.join(" or ") || `${expected.workflowUri}@…`);
  }
  return undefined;
}

function differs(what: string, found: string | undefined, expected: string): string {
  return `its ${what} is ${JSON.stringify(found?.slice(0, 300) ?? null)}, where the index will look for ${expected}`;
}
