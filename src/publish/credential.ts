import type { HttpClient } from "../http/client.ts";
import type { IndexTarget } from "../package-index/target.ts";
import type { IdentityTokenProvider, Log } from "../ports.ts";
import type { Secret } from "../secret.ts";
import { type Credential, givenCredential, secretForms } from "../trusted-publishing/credential.ts";
import { mintCredential } from "../trusted-publishing/exchange.ts";
import type { VerifiedRelease } from "../verification/verify-release.ts";

interface CredentialRequest {
  readonly inputs: { readonly user: string; readonly password: Secret; readonly target: IndexTarget };
  /** Verified before, because minting for a pending publisher creates the project for good (index rule O-08). */
  readonly release: VerifiedRelease;
  readonly http: HttpClient;
  readonly identityTokens: IdentityTokenProvider;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** The password given, or else a token from trusted publishing; masked in every form it is sent in. */
export async function obtainCredential(request: CredentialRequest): Promise<Credential> {
  const { inputs, release, http, identityTokens, log, signal } = request;
  const { user, password, target } = inputs;
  if (user !== "__token__" || !password.isEmpty) {
    const credential = givenCredential(user, password);
    for (const form of secretForms(credential)) {
      log.mask(form);
    }
    return credential;
  }
  const projects = [...new Set(release.distributions.map(({ metadata }) => metadata.name))];
  return mintCredential({ http, target, identityTokens, log, projects, signal });
}
