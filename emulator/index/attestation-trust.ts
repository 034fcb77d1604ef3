import { createHash, createPublicKey, type KeyObject, verify, X509Certificate } from "node:crypto";

/** A log in a trusted root; bytes are base64. */
interface TrustedLog {
  readonly publicKey: { readonly rawBytes: string };
}

/** What the index reads of the trusted root of a Sigstore instance, in its JSON form; bytes are base64. */
export interface AttestationTrust {
  readonly tlogs: readonly TrustedLog[];
  readonly ctlogs: readonly TrustedLog[];
  readonly certificateAuthorities: readonly {
    readonly certChain: { readonly certificates: readonly { readonly rawBytes: string }[] };
  }[];
}

/** Trusts nobody: no attestation can be verified. */
export const NO_TRUST: AttestationTrust = { tlogs: [], ctlogs: [], certificateAuthorities: [] };

/** Keys of logs, by their identity. */
export class KeyRing {
  readonly #keys = new Map<string, KeyObject>();

  constructor(logs: readonly TrustedLog[]) {
    for (const { publicKey } of logs) {
      const der = Buffer.from(publicKey.rawBytes, "base64");
      const id = createHash("sha256").update(der).digest("hex");
      this.#keys.set(id, createPublicKey({ key: der, format: "der", type: "spki" }));
    }
  }

  /** The identity is a hint: where it is unknown all keys are tried. */
  verify(id: Buffer, data: Buffer, signature: Buffer): boolean {
    const known = this.#keys.get(id.toString("hex"));
    const candidates = known === undefined ? [...this.#keys.values()] : [known];
    return candidates.some((key) => isSigned(data, key, signature));
  }
}

/** Every certificate of every authority; each is an anchor of trust. */
export function authorities(trust: AttestationTrust): readonly X509Certificate[] {
  return trust.certificateAuthorities.flatMap(({ certChain }) =>
    certChain.certificates.map(({ rawBytes }) => new X509Certificate(Buffer.from(rawBytes, "base64"))),
  );
}

/** ECDSA with SHA-256; false for what is no signature at all, too. */
export function isSigned(data: Buffer, key: KeyObject, signature: Buffer): boolean {
  try {
    return verify("sha256", data, key, signature);
  } catch {
    return false;
  }
}
