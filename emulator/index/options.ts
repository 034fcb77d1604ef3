/** How an emulated index differs from the usual one. */
export interface IndexOptions {
  /** Time the server takes for one upload before it answers, in milliseconds. Default 10. */
  readonly processingMs?: number;
  /** Default `pypi`. */
  readonly audience?: string;
  /** Default 900 (rule O-15). */
  readonly tokenLifetimeSeconds?: number;
  /** False: the field `attestations` is ignored (rule A-15). Default true. */
  readonly attestations?: boolean;
  /** Milliseconds since the epoch. Default: the real time. */
  readonly now?: () => number;
  /** Lets this user name and password upload everything, as private indexes do; PyPI refuses all (rule H-24). */
  readonly userPassword?: { readonly user: string; readonly password: string };
  /** Refuse uploads over plain http (rule H-04). Default false, since most tests use plain loopback. */
  readonly requireTls?: boolean;
  /** False: bytes are forgotten once judged, so that large uploads leave nothing on disk. Default true. */
  readonly keepBytes?: boolean;
  /**
   * False: archives are not opened; digests are still compared. Default true. Without this and `keepBytes` nothing is
   * written to disk, and digest fields have to come before the file, as all clients send them.
   */
  readonly inspectArchives?: boolean;
  /** False: BLAKE2b is neither computed nor compared, so that measuring a client is not measuring this. Default true. */
  readonly compareBlake2?: boolean;
  /** False: no reason phrases in answers, as over HTTP/2 (rule H-22). Default true. */
  readonly reasonPhrases?: boolean;
  /** False: `/_/oidc/burn-token` is 404, as on an index that does not have it. Default true. */
  readonly burnToken?: boolean;
  /** New projects one user may create by uploads within an hour (rule P-04). Default 20. */
  readonly newProjectsPerHour?: number;
  /** Names administrators have forbidden (rule P-09), besides the two that are known. */
  readonly prohibitedNames?: readonly string[];
  /** With https: turns away clients without a certificate of the index's authority. Default false. */
  readonly clientCertificates?: boolean;
  /** Port on 127.0.0.1. Default: any free one. */
  readonly port?: number;
}

/** How the Simple API lags behind what is stored, as it does behind caches. */
export interface Listing {
  /** Milliseconds between the upload of a file and its being listed. */
  lateMs: number;
  /** Milliseconds between the upload of an attested file and its provenance being listed. */
  provenanceLateMs: number;
  /** True: a project's page stays as it was first asked for, except for those who send `no-cache` (rule P-30). */
  cached: boolean;
  /** Names of files that are not listed. */
  readonly never: Set<string>;
  /** Names of files that are listed with the hash of something else. */
  readonly wrongHash: Set<string>;
}

/** What administrators switch while the index runs. */
export interface IndexSwitches {
  /** Rule H-25. Minted tokens of this time are not kept (rule O-14). */
  readOnly: boolean;
  /** Rule H-25. */
  uploadsDisabled: boolean;
  /** False: the audience is 403 and minting 422 `not-enabled` (rules O-01, O-05). */
  trustedPublishing: boolean;
  /** False: minting for GitHub is 422 `not-enabled`, the audience still answers (rule O-05). */
  githubPublishing: boolean;
  /** False: nobody can create projects (rule P-05). */
  newProjects: boolean;
  /** False: uploads that race for a new release or file all succeed, unlike rule P-29. */
  races: boolean;
  /** False: the field `attestations` is ignored (rule A-15). */
  attestations: boolean;
  readonly listing: Listing;
}

/** Everything on, nothing disabled. */
export function defaultSwitches(options: IndexOptions): IndexSwitches {
  return {
    readOnly: false,
    uploadsDisabled: false,
    trustedPublishing: true,
    githubPublishing: true,
    newProjects: true,
    races: true,
    attestations: options.attestations ?? true,
    listing: { lateMs: 0, provenanceLateMs: 0, cached: false, never: new Set(), wrongHash: new Set() },
  };
}
