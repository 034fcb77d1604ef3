import type { Clock, IdentityTokenProvider } from "../ports.ts";
import type { Secret } from "../secret.ts";
import { type Claims, readClaims } from "../trusted-publishing/claims.ts";

export interface SigningIdentity {
  readonly token: Secret;
  readonly claims: Claims;
}

/** The audience Sigstore wants; no index accepts a token for it. */
const AUDIENCE = "sigstore";
/** Identity tokens live five minutes. */
const FRESH_MS = 60_000;

/** Identity tokens for Sigstore: each is shown once. */
export class SigningIdentities {
  readonly #tokens: IdentityTokenProvider;
  readonly #clock: Clock;
  #read: { readonly identity: SigningIdentity; readonly at: number } | undefined;

  constructor(tokens: IdentityTokenProvider, clock: Clock) {
    this.#tokens = tokens;
    this.#clock = clock;
  }

  /**
   * Claims of this job; the token they were read from is the next one that is shown, if that is soon.
   *
   * @throws PublishError `identity-token-unavailable`, `identity-token-invalid`
   */
  async claims(): Promise<Claims> {
    this.#read ??= { identity: await this.#fresh(), at: this.#clock.now() };
    return this.#read.identity.claims;
  }

  /** @throws PublishError `identity-token-unavailable`, `identity-token-invalid` */
  async next(): Promise<SigningIdentity> {
    const read = this.#read;
    this.#read = undefined;
    return read !== undefined && this.#clock.now() - read.at < FRESH_MS ? read.identity : this.#fresh();
  }

  async #fresh(): Promise<SigningIdentity> {
    const token = await this.#tokens.identityToken(AUDIENCE);
    return { token, claims: readClaims(token) };
  }
}
