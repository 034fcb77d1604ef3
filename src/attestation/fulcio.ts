import { type KeyObject, sign, X509Certificate } from "node:crypto";
import { parseJson } from "../http/answer-text.ts";
import { member } from "../json.ts";
import type { Secret } from "../secret.ts";
import type { Claims } from "../trusted-publishing/claims.ts";
import type { SigningIdentities, SigningIdentity } from "./signing-identities.ts";
import { ATTEMPT_MS, askService, type Connection, refusedBy, signingFailed } from "./sigstore-service.ts";

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export interface IssuedCertificate {
  readonly certificate: X509Certificate;
  /** Of the identity token it was issued for. */
  readonly claims: Claims;
}

/**
 * A short-lived certificate that binds a key to the identity of this job, from Sigstore's certificate authority
 * (https://github.com/sigstore/fulcio/blob/main/fulcio.proto, `CreateSigningCertificate`).
 *
 * @throws PublishError `attestation-signing-failed`, `identity-token-unavailable`, `identity-token-invalid`
 */
export async function requestCertificate(
  connection: Connection & { readonly fulcioUrl: URL },
  identities: SigningIdentities,
  keys: KeyPair,
): Promise<IssuedCertificate> {
  const shown: Secret[] = [];
  const service = `Fulcio at ${connection.fulcioUrl.origin}`;
  const question = { what: "the signing certificate", service, secrets: shown };
  let identity: SigningIdentity | undefined;
  const answer = await askService(connection, {
    ...question,
    request: async () => {
      identity = await identities.next();
      shown.push(identity.token);
      return {
        method: "POST",
        url: new URL("api/v2/signingCert", connection.fulcioUrl),
        accept: "application/json",
        body: certificateRequest(identity, keys),
        totalMs: ATTEMPT_MS,
      };
    },
  });
  if (identity === undefined || answer.status >= 300) {
    throw await refusedBy(connection, question, answer);
  }
  const certificate = issuedCertificate(answer.body);
  if (certificate === undefined || !certificate.checkPrivateKey(keys.privateKey)) {
    throw signingFailed(connection, `${service} answers with no certificate for the key it was shown.`);
  }
  return { certificate, claims: identity.claims };
}

/** The proof that this side holds the key is a signature of the token's subject. */
function certificateRequest({ token, claims }: SigningIdentity, { publicKey, privateKey }: KeyPair): string {
  return JSON.stringify({
    credentials: { oidcIdentityToken: token.reveal() },
    publicKeyRequest: {
      publicKey: { algorithm: "ECDSA", content: publicKey.export({ format: "pem", type: "spki" }) },
      proofOfPossession: sign("sha256", Buffer.from(claims.subject ?? ""), privateKey).toString("base64"),
    },
  });
}

/** The first of the chain; where it is depends on how the log of certificates is told. */
function issuedCertificate(body: string): X509Certificate | undefined {
  const parsed = parseJson(body);
  const signed = member(parsed, "signedCertificateEmbeddedSct") ?? member(parsed, "signedCertificateDetachedSct");
  const certificates = member(member(signed, "chain"), "certificates");
  const first: unknown = Array.isArray(certificates) ? certificates[0] : undefined;
  try {
    return typeof first === "string" ? new X509Certificate(first) : undefined;
  } catch {
    return undefined;
  }
}
