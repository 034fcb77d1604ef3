import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** The signing key of a log: ECDSA over P-256 with SHA-256, as both public logs of Sigstore have it. */
export class LogKey {
  /** DER of the SubjectPublicKeyInfo. */
  readonly publicKey: Buffer;
  /** SHA-256 of the public key: the identity of the log (RFC 6962, section 3.2). */
  readonly id: Buffer;
  readonly #privateKey: KeyObject;

  constructor() {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#privateKey = pair.privateKey;
    this.publicKey = pair.publicKey.export({ type: "spki", format: "der" });
    this.id = createHash("sha256").update(this.publicKey).digest();
  }

  /** PEM of the SubjectPublicKeyInfo. */
  get pem(): string {
    return createPublicKey({ key: this.publicKey, format: "der", type: "spki" })
      .export({ type: "spki", format: "pem" })
      .toString();
  }

  /** A DER signature. */
  sign(data: Buffer | string): Buffer {
    return sign("sha256", Buffer.from(data), this.#privateKey);
  }
}
