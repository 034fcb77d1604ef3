import { computeDigests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { describeError, PublishError } from "../errors.ts";
import { Pool } from "../pool.ts";
import type { Claims } from "../trusted-publishing/claims.ts";
import type { Attestation } from "./attestation.ts";
import type { Attestations, AttestedDistribution, Attesting } from "./attesting.ts";
import { givenAttestations } from "./given.ts";
import { type CertificateIdentity, identityFault, type PublisherIdentity, publisherIdentity } from "./identity.ts";
import { type SignedAttestation, Signer } from "./signer.ts";
import type { SigningIdentities } from "./signing-identities.ts";
import { publicInstance, readInstance, type SigstoreInstance } from "./sigstore-instance.ts";
import { PROVENANCE, PUBLISH, type Subject } from "./statement.ts";

/** Log entries asked for at once. */
const AT_ONCE = 8;

/** The part of the attesting that needs Sigstore; loaded only when attestations are made. */
export class Attester {
  readonly #attesting: Attesting;
  readonly #instance: SigstoreInstance;
  readonly #identities: SigningIdentities;
  readonly #publisher: PublisherIdentity;
  /** Stops the other files when one has failed. */
  readonly #stopped = new AbortController();
  readonly #warned = new Set<string>();

  private constructor(attesting: Attesting, instance: SigstoreInstance, identities: SigningIdentities, claims: Claims) {
    this.#attesting = attesting;
    this.#instance = instance;
    this.#identities = identities;
    this.#publisher = publisherIdentity(claims, attesting.serverUrl);
  }

  /**
   * @param claims of this job
   * @throws PublishError `sigstore-config-invalid`
   */
  static async open(attesting: Attesting, identities: SigningIdentities, claims: Claims): Promise<Attester> {
    const { sigstoreConfig } = attesting;
    const instance = sigstoreConfig === undefined ? publicInstance() : await readInstance(sigstoreConfig, new Date());
    return new Attester(attesting, instance, identities, claims);
  }

  /**
   * For every distribution the attestations to send with it: those given, and a publish attestation made now where
   * none is given. All are checked as the index will check them.
   *
   * @throws PublishError `attestation-signing-failed`, `attestation-identity-mismatch`, `attestation-invalid`,
   * `distribution-invalid`
   */
  async attest(distributions: readonly Distribution[]): Promise<Attestations> {
    const pool = new Pool(AT_ONCE);
    const signer = new Signer(
      {
        ...this.#attesting,
        ...this.#instance,
        signal: AbortSignal.any([this.#attesting.signal, this.#stopped.signal]),
      },
      this.#identities,
    );
    try {
      const attested = await Promise.all(
        distributions.map((distribution) => pool.run(() => this.#one(distribution, signer))),
      );
      const made = attested.filter(({ made }) => made !== undefined);
      this.#attesting.log.info(
        `Attestations: ${made.length} signed and logged, ${attested.length - made.length} taken from the folder; all checked.`,
      );
      return new Map(attested.map((one) => [one.path, one]));
    } catch (error) {
      this.#stopped.abort();
      throw error;
    }
  }

  async #one(distribution: Distribution, signer: Signer): Promise<AttestedDistribution & { readonly path: string }> {
    this.#stopped.signal.throwIfAborted();
    const { path, filename } = distribution;
    const { log, md5, signal } = this.#attesting;
    const { sha256 } = await computeDigests(distribution, { md5, signal });
    const subject = { filename, sha256 };
    const { verifier } = this.#instance;
    const given = await givenAttestations(path, subject, { verifier, publisher: this.#publisher, log });
    const reused = given.get(PUBLISH);
    const made = reused === undefined ? this.#checked(await signer.attest(subject), subject) : undefined;
    const attestations = [reused ?? made, given.get(PROVENANCE)].filter((one) => one !== undefined);
    return { path, sha256, attestations, ...(made !== undefined && { made }) };
  }

  #checked({ attestation, claims }: SignedAttestation, subject: Subject): Attestation {
    const { identity, unknown } = this.#verified(attestation, subject);
    const fault = identityFault(identity, this.#publisher) ?? commitFault(identity, claims);
    if (fault !== undefined) {
      throw new PublishError(
        "attestation-identity-mismatch",
        `The index would refuse the attestations: the certificate that Sigstore made does not name the trusted publisher; ${fault}.`,
        {
          remedy:
            "Nothing was uploaded. Publish from a job of the top-level workflow that is registered as the trusted publisher; with a Sigstore of your own, have its Fulcio take the claims of GitHub's tokens as the public one does. `attestations: false` publishes without attestations.",
        },
      );
    }
    if (unknown.length > 0) {
      this.#warnOnce(
        `${unknown.join(" and ")} that Sigstore used is not known to this version of the action, so the attestations were checked only in part. Update the action.`,
      );
    }
    return attestation;
  }

  #verified(attestation: Attestation, subject: Subject): ReturnType<SigstoreInstance["verifier"]["verify"]> {
    try {
      return this.#instance.verifier.verify(attestation, subject);
    } catch (cause) {
      throw new PublishError(
        "attestation-invalid",
        `The attestation made for ${subject.filename} is not valid, so the index would refuse it: ${describeError(cause)}.`,
        {
          filename: subject.filename,
          cause,
          remedy:
            "Nothing was uploaded: run the job again. If it stays so, report it; `attestations: false` publishes without attestations.",
        },
      );
    }
  }

  #warnOnce(sentence: string): void {
    const warning = sentence.charAt(0).toUpperCase() + sentence.slice(1);
    if (!this.#warned.has(warning)) {
      this.#warned.add(warning);
      this.#attesting.log.warning(warning);
    }
  }
}

/** The certificate was made for the token that was shown, and for no other. */
function commitFault(identity: CertificateIdentity, { sha, ref }: Claims): string | undefined {
  return identity.sourceRepositoryDigest === sha && identity.sourceRepositoryRef === ref
    ? undefined
    : `it is for ${identity.sourceRepositoryRef} at ${identity.sourceRepositoryDigest}, and this run for ${ref} at ${sha}`;
}
