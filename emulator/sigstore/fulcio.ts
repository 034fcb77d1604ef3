import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { createRemoteJWKSet, type JWTVerifyGetKey, jwtVerify } from "jose";
import { type Answer, json } from "../http/answer.ts";
import type { Exchange } from "../http/http-service.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import { type Claims, MissingClaim } from "./certificate-claims.ts";
import { pem } from "./pem.ts";
import { answerOrRefuse, readJsonObject, ServiceRefusal, textAt } from "./service-answers.ts";

/** gRPC status codes, which the body gives. */
const INVALID_ARGUMENT = 3;
const UNAUTHENTICATED = 16;

export interface FulcioOptions {
  /** Issuer of identity tokens; its keys are fetched from `{issuer}/.well-known/jwks`. */
  readonly issuer: string;
  /** What certificates name as the issuer. */
  readonly certificateIssuer: string;
  readonly lifetimeSeconds: number;
  /** What is certified of the claims of a token. */
  readonly certifies: (claims: Claims) => Claims;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly authority: () => Promise<CertificateAuthority>;
}

/**
 * Fulcio, as far as identity tokens of GitHub go: `POST /api/v2/signingCert`
 * (https://github.com/sigstore/fulcio/blob/main/fulcio.proto). The token has to be signed by the issuer, meant for
 * `sigstore` and in time, and the caller has to prove that it holds the private key.
 */
export class Fulcio {
  readonly #options: FulcioOptions;
  readonly #issuerKeys: JWTVerifyGetKey;

  constructor(options: FulcioOptions) {
    this.#options = options;
    this.#issuerKeys = createRemoteJWKSet(new URL(`${options.issuer}/.well-known/jwks`));
  }

  answer(exchange: Exchange): Promise<Answer> {
    return answerOrRefuse(async () => {
      if (exchange.path !== "/api/v2/signingCert") {
        throw new ServiceRefusal(404, 5, "Not Found");
      }
      if (exchange.method !== "POST") {
        throw new ServiceRefusal(501, 12, "Method Not Allowed");
      }
      return this.#issue(exchange);
    });
  }

  async #issue(exchange: Exchange): Promise<Answer> {
    const request = await readJsonObject(exchange);
    const bearer = /^Bearer (.+)$/i.exec(exchange.request.headers.authorization ?? "")?.[1];
    const claims = await this.#authenticate(textAt(request, "credentials", "oidcIdentityToken") ?? bearer);
    const key = await provenKey(request, claims);
    const certificates = await this.#sign(this.#options.certifies(claims), key);
    return json(200, { signedCertificateEmbeddedSct: { chain: { certificates } } });
  }

  async #sign(claims: Claims, key: KeyObject): Promise<string[]> {
    const { now, certificateIssuer, lifetimeSeconds, authority } = this.#options;
    try {
      const chain = await (await authority()).issue({
        claims,
        issuer: certificateIssuer,
        publicKey: key.export({ type: "spki", format: "der" }),
        notBefore: now(),
        lifetimeSeconds,
      });
      return chain.map((der) => pem(der, "CERTIFICATE"));
    } catch (error) {
      throw error instanceof MissingClaim ? unauthenticated() : error;
    }
  }

  /** Claims of a token that is good. */
  async #authenticate(token: string | undefined): Promise<Claims> {
    const { issuer, now } = this.#options;
    try {
      const { payload } = await jwtVerify(token ?? "", this.#issuerKeys, {
        issuer,
        audience: "sigstore",
        algorithms: ["RS256"],
        requiredClaims: ["exp", "iat", "sub"],
        currentDate: new Date(now()),
      });
      return payload;
    } catch {
      throw unauthenticated();
    }
  }
}

function unauthenticated(): ServiceRefusal {
  return new ServiceRefusal(401, UNAUTHENTICATED, "There was an error processing the identity token");
}

/** The key to certify: alone, with a proof that the caller holds it, or in a signing request, which is one (PKCS #10). */
async function provenKey(request: Record<string, unknown> | undefined, claims: Claims): Promise<KeyObject> {
  const signingRequest = textAt(request, "certificateSigningRequest");
  if (signingRequest !== undefined) {
    const { keyInSigningRequest } = await import("./certificate-authority.ts");
    const key = await keyInSigningRequest(Buffer.from(signingRequest, "base64").toString("utf8"));
    return readPublicKey(key === undefined ? undefined : pem(key, "PUBLIC KEY"));
  }
  const key = readPublicKey(textAt(request, "publicKeyRequest", "publicKey", "content"));
  const proof = textAt(request, "publicKeyRequest", "proofOfPossession");
  if (proof === undefined || !provesPossession(key, claims, Buffer.from(proof, "base64"))) {
    throw new ServiceRefusal(400, INVALID_ARGUMENT, "The signature supplied in the request could not be verified");
  }
  return key;
}

/** PEM of a public key; the curve is the one of PEP 740's suite and of the public instance's default. */
function readPublicKey(content: string | undefined): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: content ?? "", format: "pem" });
  } catch {
    throw new ServiceRefusal(400, INVALID_ARGUMENT, "The public key supplied in the request could not be parsed");
  }
  if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
    throw new ServiceRefusal(400, INVALID_ARGUMENT, "The public key supplied in the request is insecure");
  }
  return key;
}

/** The proof is a signature over the subject of the token. */
function provesPossession(key: KeyObject, claims: Claims, proof: Buffer): boolean {
  try {
    return verify("sha256", Buffer.from(String(claims.sub)), key, proof);
  } catch {
    return false;
  }
}
