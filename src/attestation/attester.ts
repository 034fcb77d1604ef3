import { resolve } from "node:path";
import { computeDigests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { describeError, PublishError } from "../errors.ts";
import { Pool } from "../pool.ts";
import type { Claims } from "../trusted-publishing/claims.ts";
import type { Attestation } from "./attestation.ts";
import { keepAttestations } from "./attestations-folder.ts";
import type { Attestations, AttestedDistribution, AttestedRelease, Attesting, ReadyAttester } from "./attesting.ts";
import { givenAttestations } from "./given.ts";
import { type CertificateIdentity, identityFault, type PublisherIdentity, publisherIdentity } from "./identity.ts";
import { type SignedAttestation, Signer } from "./signer.ts";
import type { SigningIdentities } from "./signing-identities.ts";
import { publicInstance, readInstance, type SigstoreInstance } from "./sigstore-instance.ts";
import { PROVENANCE, PUBLISH, type Subject } from "./statement.ts";

/** Log entries asked for at once. */
const AT_ONCE = 8;

/** The part of the attesting that needs Sigstore; loaded only when attestations are made. */
export class Attester implements ReadyAttester {
  readonly named: string;
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
    this.named = `${attesting.serverUrl}/${claims.workflowRef ?? "?"}, commit ${claims.sha ?? "?"}`;
  }

  /**
   * @param claims of this job
   * @throws PublishError `sigstore-config-invalid`
   */
  static async open(attesting: Attesting, identities: SigningIdentities, claims: Claims): Promise<Attester> {
    const { sigstoreConfig, workspace } = attesting;
    const instance =
      sigstoreConfig === undefined
        ? publicInstance()
        : await readInstance(resolve(workspace, sigstoreConfig), new Date());
    return new Attester(attesting, instance, identities, claims);
  }

  /**
   * For every distribution the attestations to send with it: those given, and a publish attestation made now where
   * none is given. All are checked as the index will check them.
   *
   * @throws PublishError `attestation-signing-failed`, `attestation-identity-mismatch`, `attestation-invalid`,
   * `distribution-invalid`
   */
  async attest(distributions: readonly Distribution[]): Promise<AttestedRelease> {
    const signal = AbortSignal.any([this.#attesting.signal, this.#stopped.signal]);
    const signer = new Signer({ ...this.#attesting, ...this.#instance, signal }, this.#identities);
    const pool = new Pool(AT_ONCE);
    try {
      const attested = await Promise.all(distributions.map((distribution) => this.#one(distribution, signer, pool)));
      const made = attested.filter((one) => one.made !== undefined).length;
      this.#attesting.log.info(
        `Attestations: ${made} signed and logged, ${attested.length - made} taken from the folder; all checked.`,
      );
      const attestations = new Map(attested.map((one) => [one.path, one]));
      return { attestations, folder: await this.#keep(attestations) };
    } catch (error) {
      this.#stopped.abort();
      throw error;
    }
  }

  async #one(
    distribution: Distribution,
    signer: Signer,
    pool: Pool,
  ): Promise<AttestedDistribution & { readonly path: string }> {
    const { path, filename } = distribution;
    const { log, printHash, signal } = this.#attesting;
    const { sha256 } = await computeDigests(distribution, { md5: printHash, signal });
    const subject = { filename, sha256 };
    const { verifier } = this.#instance;
    const given = await givenAttestations(path, subject, { verifier, publisher: this.#publisher, log, signal });
    const reused = given.get(PUBLISH);
    const made = reused === undefined ? await this.#make(subject, signer, pool) : undefined;
    const attestations = [reused ?? made, given.get(PROVENANCE)].filter((one) => one !== undefined);
    return { path, attestations, ...(made !== undefined && { made }) };
  }

  async #make(subject: Subject, signer: Signer, pool: Pool): Promise<Attestation> {
    const signed = await pool.run(() => {
      this.#stopped.signal.throwIfAborted();
      return signer.attest(subject);
    });
    return this.#checked(signed, subject);
  }

  /** What could not be written down is on the index all the same. */
  async #keep(attestations: Attestations): Promise<string | undefined> {
    try {
      return await keepAttestations(attestations, this.#attesting.temporary);
    } catch (error) {
      this.#attesting.log.warning(
        `The attestations could not be written to the temporary folder: ${describeError(error)}`,
      );
      return undefined;
    }
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
