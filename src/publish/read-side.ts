import type { Candidate } from "../distribution/candidate.ts";
import type { HttpClient } from "../http/client.ts";
import { SimpleApi } from "../package-index/simple-api.ts";
import {
  type CheckUrl,
  guessedSimpleApis,
  locateSimpleApi,
  type SimpleApiLocation,
} from "../package-index/simple-location.ts";
import type { IndexTarget } from "../package-index/target.ts";
import type { Log } from "../ports.ts";
import type { Secret } from "../secret.ts";
import { splitSdistFilename } from "../standards/sdist-filename.ts";
import { authorization, type Credential, givenCredential, secretForms } from "../trusted-publishing/credential.ts";

interface IndexAccess {
  readonly target: IndexTarget;
  readonly checkUrl: CheckUrl | undefined;
  readonly trustedPublishing: boolean;
  readonly user: string;
  readonly password: Secret;
}

/** How the index that is published to can be read. */
export interface ReadSide {
  /** Undefined when it is not known where the Simple API is. */
  readonly simpleApi: SimpleApi | undefined;
  /** Who to ask what the index holds once it has said that it holds something: the Simple API, or guesses at it. */
  readonly readers: readonly SimpleApi[];
}

/** Opens the read side of an index; credentials that go along are masked before. */
export function openReadSide(
  { target, checkUrl, trustedPublishing, user, password }: IndexAccess,
  { http, log, signal }: { readonly http: HttpClient; readonly log: Log; readonly signal: AbortSignal },
): ReadSide {
  const masked = (credential: Credential): Secret => {
    for (const form of secretForms(credential)) {
      log.mask(form);
    }
    return authorization(credential);
  };
  const login = checkUrl?.login;
  const uploadAuthorization = trustedPublishing ? undefined : masked(givenCredential(user, password));
  const checkAuthorization = login === undefined ? undefined : masked({ kind: "basic", ...login });
  const open = (location: SimpleApiLocation) => new SimpleApi(location, http, { log, signal });
  const known = locateSimpleApi({ target, checkUrl, trustedPublishing, uploadAuthorization, checkAuthorization });
  if (known !== undefined) {
    const simpleApi = open(known);
    return { simpleApi, readers: [simpleApi] };
  }
  const authorized = uploadAuthorization === undefined ? {} : { authorization: uploadAuthorization };
  const guesses = guessedSimpleApis(target).map((url) => open({ url, source: "guessed", ...authorized }));
  return { simpleApi: undefined, readers: guesses };
}

/** Begins to read the projects that the file names tell, while the files themselves are still being judged. */
export function readAhead(simpleApi: SimpleApi | undefined, candidates: readonly Candidate[]): void {
  const names = candidates.map(({ filename }) =>
    filename.endsWith(".whl") ? filename.split("-", 1)[0] : splitSdistFilename(filename)[0]?.name,
  );
  for (const name of new Set(names)) {
    if (name !== undefined && name !== "") {
      // Whoever needs the page asks again and sees a failure then.
      simpleApi?.project(name).catch(() => undefined);
    }
  }
}
