import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";

/** A key pair for identity tokens. */
export interface SigningKey {
  readonly id: string;
  readonly publicJwk: JWK;
  sign(claims: Readonly<Record<string, unknown>>): Promise<string>;
}

/** Making an RSA key takes a while: two per process serve everyone. */
const made = new Map<string, Promise<SigningKey>>();

/** `issuer`: the key in the published set; `stranger`: one that is not. */
export function signingKey(which: "issuer" | "stranger"): Promise<SigningKey> {
  const known = made.get(which) ?? makeKey(which === "issuer" ? "cc413527-173f-5a05-976e-9c52b1d7b431" : "unpublished");
  made.set(which, known);
  return known;
}

async function makeKey(id: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true });
  const publicJwk = { ...(await exportJWK(publicKey)), kid: id, alg: "RS256", use: "sig" };
  return {
    id,
    publicJwk,
    sign: (claims) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: "RS256", typ: "JWT", kid: id }).sign(privateKey),
  };
}
