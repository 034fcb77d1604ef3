import { generateKeyPairSync, sign, type X509Certificate } from "node:crypto";
import { dsse } from "@sigstore/core";
import type { Clock } from "../ports.ts";
import type { Claims } from "../trusted-publishing/claims.ts";
import { type Attestation, parseAttestation } from "./attestation.ts";
import { requestCertificate } from "./fulcio.ts";
import { enterIntoLog, type RekorConnection } from "./rekor.ts";
import type { SigningIdentities } from "./signing-identities.ts";
import { signingFailed } from "./sigstore-service.ts";
import { PAYLOAD_TYPE, publishStatement, type Subject } from "./statement.ts";

export type SigningConnection = RekorConnection & { readonly fulcioUrl: URL };

export interface SignedAttestation {
  readonly attestation: Attestation;
  /** Of the identity token that the certificate was issued for. */
  readonly claims: Claims;
}

interface SigningKey {
  readonly certificate: X509Certificate;
  readonly claims: Claims;
  sign(data: Buffer): Buffer;
}

/** A certificate with less time left than this gets no further statement to sign. */
const MARGIN_MS = 60_000;
/** Signatures made for one file before it is given up. */
const ROUNDS = 3;

/** Signs publish attestations, all with one certificate as long as it lasts. */
export class Signer {
  readonly #connection: SigningConnection;
  readonly #identities: SigningIdentities;
  readonly #clock: Clock;
  #key: Promise<SigningKey> | undefined;
  #renewAt = 0;

  /** @param clock one that nobody sets: the runner's may be wrong */
  constructor(connection: SigningConnection, identities: SigningIdentities, clock: Clock = performance) {
    this.#connection = connection;
    this.#identities = identities;
    this.#clock = clock;
  }

  /**
   * Signs and logs. Signs once more when the certificate ran out before the log took the entry, or when the log
   * keeps an entry to itself.
   *
   * @throws PublishError `attestation-signing-failed`, `identity-token-unavailable`
   */
  async attest(subject: Subject): Promise<SignedAttestation> {
    const statement = publishStatement(subject);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const { certificate, claims, ...key } = await this.#currentKey();
      const signature = key.sign(dsse.preAuthEncoding(PAYLOAD_TYPE, statement));
      const entry = await enterIntoLog(this.#connection, { statement, signature, certificate }, subject.filename);
      if (entry !== undefined && Number(entry.integratedTime) * 1000 <= certificate.validToDate.getTime()) {
        this.#connection.log.debug(`${subject.filename} has the log entry ${entry.logIndex}.`);
        const attestation: Attestation = {
          version: 1,
          verification_material: { certificate: certificate.raw.toString("base64"), transparency_entries: [entry] },
          envelope: { statement: statement.toString("base64"), signature: signature.toString("base64") },
        };
        return { attestation: this.#strictly(attestation, subject), claims };
      }
      this.#connection.log.debug(`${subject.filename} is signed once more.`);
    }
    throw signingFailed(this.#connection, `Sigstore's log keeps no usable entry for ${subject.filename}.`);
  }

  #strictly(attestation: Attestation, { filename }: Subject): Attestation {
    try {
      return parseAttestation(JSON.stringify(attestation));
    } catch (cause) {
      const message = `Rekor at ${this.#connection.rekorUrl.origin} made an entry for ${filename} that is not whole: ${String(cause)}`;
      throw signingFailed(this.#connection, message, { cause });
    }
  }

  /** Files that are signed side by side wait for the same certificate; one that could not be had is asked for anew. */
  #currentKey(): Promise<SigningKey> {
    if (this.#key === undefined || this.#clock.now() >= this.#renewAt) {
      this.#renewAt = Number.POSITIVE_INFINITY;
      const key = this.#freshKey();
      this.#key = key;
      key.catch(() => {
        this.#key = undefined;
      });
    }
    return this.#key;
  }

  async #freshKey(): Promise<SigningKey> {
    // PEP 740 attestations are ECDSA with P-256 and SHA-256. The key never leaves this process.
    const keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const asked = this.#clock.now();
    const { certificate, claims } = await requestCertificate(this.#connection, this.#identities, keys);
    // Its lifetime counts from when it was asked for.
    this.#connection.log.debug(
      `The signing certificate is for ${certificate.subjectAltName ?? "nobody"}, until ${certificate.validTo}.`,
    );
    const lifetimeMs = certificate.validToDate.getTime() - certificate.validFromDate.getTime();
    this.#renewAt = asked + lifetimeMs - Math.min(MARGIN_MS, lifetimeMs / 2);
    return { certificate, claims, sign: (data) => sign("sha256", data, keys.privateKey) };
  }
}
