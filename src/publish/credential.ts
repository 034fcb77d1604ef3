import { PublishError } from "../errors.ts";
import type { HttpClient } from "../http/client.ts";
import type { IndexTarget } from "../package-index/target.ts";
import type { Clock, IdentityTokenProvider, Log } from "../ports.ts";
import type { Secret } from "../secret.ts";
import { normalizeProjectName } from "../standards/project-name.ts";
import { type Credential, givenCredential, secretForms } from "../trusted-publishing/credential.ts";
import { burnCredential, mintCredential } from "../trusted-publishing/exchange.ts";
import { repositoriesIn } from "../trusted-publishing/oddities.ts";
import type { ReleasedProject } from "../trusted-publishing/publisher-form.ts";
import { tokenScope } from "../trusted-publishing/token-scope.ts";
import type { VerifiedRelease } from "../verification/verify-release.ts";
import { UploadCredential } from "./upload-credential.ts";

export interface CredentialRequest {
  readonly inputs: { readonly user: string; readonly password: Secret; readonly target: IndexTarget };
  /** Verified before, because minting for a pending publisher creates the project for good (index rule O-08). */
  readonly release: VerifiedRelease;
  /** Audience of the index's trusted publishing, asked ahead; undefined where a password is given. */
  readonly audience: Promise<string> | undefined;
  /** Whether the index has each project, by normalised name, as far as that is known. */
  readonly projects: ReadonlyMap<string, boolean>;
  readonly http: HttpClient;
  readonly identityTokens: IdentityTokenProvider;
  readonly log: Log;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * The password given, or else a token from trusted publishing; masked in every form it is sent in.
 *
 * @throws PublishError of the exchange, one code for each way it can fail; `upload-forbidden` when the token itself
 * says that it is not good for all projects of the release, which an index would refuse half way.
 */
export async function obtainCredential(request: CredentialRequest): Promise<UploadCredential> {
  const { inputs, audience, http, identityTokens, log, clock, signal } = request;
  const { user, password, target } = inputs;
  const projects = releasedProjects(request);
  if (audience === undefined) {
    const credential = givenCredential(user, password);
    for (const form of secretForms(credential)) {
      log.mask(form);
    }
    assertInScope(credential, projects, target);
    return new UploadCredential(credential);
  }
  const exchange = { http, target, identityTokens, log, clock, projects, signal };
  const mint = () => mintCredential(exchange, audience);
  const burn = (credential: Credential) => burnCredential(exchange, credential);
  const minted = await mint();
  try {
    assertInScope(minted, projects, target);
  } catch (error) {
    await burn(minted);
    throw error;
  }
  return new UploadCredential(minted, { mint, burn, clock });
}

/** Index rules O-16, O-17, P-11: which projects a token is good for stands in it, by number or by name. */
function assertInScope(credential: Credential, projects: readonly ReleasedProject[], { name }: IndexTarget): void {
  if (credential.kind === "basic") {
    return;
  }
  const { names, most } = tokenScope(credential.token);
  const missing = projects.filter((project) => names?.has(normalizeProjectName(project.name)) === false);
  if (missing.length === 0 && most >= projects.length) {
    return;
  }
  const listed = (missing.length === 0 ? projects : missing).map((project) => project.name).join(", ");
  const [message, remedy] =
    credential.kind === "minted"
      ? [
          `The token that ${name} minted is good for ${most} of the ${projects.length} projects in this release at the most, so the rest would be refused half way: ${listed}.`,
          `Register this workflow as trusted publisher of each of them at ${name}, and check that none is archived.`,
        ]
      : [
          `The API token is not good for all of this release, which would be refused half way: ${listed}.`,
          `Use a token whose scope holds ${listed}, of an account that may upload there.`,
        ];
  throw new PublishError("upload-forbidden", message, { remedy });
}

/** The projects of a release, with what is known of them that matters to their trusted publishers. */
export function releasedProjects({ release, projects }: CredentialRequest): ReleasedProject[] {
  const byName = Map.groupBy(release.distributions, ({ metadata }) => normalizeProjectName(metadata.name));
  return [...byName].flatMap(([normalized, ofProject]) => {
    const [first] = ofProject;
    const urls = ofProject.flatMap(({ metadata: { fields } }) => [
      ...(fields.get("project_urls") ?? []),
      ...(fields.get("home_page") ?? []),
    ]);
    return first === undefined
      ? []
      : [{ name: first.metadata.name, exists: projects.get(normalized), repositories: repositoriesIn(urls) }];
  });
}
