import type { Secret } from "./secret.ts";

/** Where a run tells what it does. Implementations escape control characters and workflow commands. */
export interface Log {
  info(message: string): void;
  /** Lines below a title, written at once; the log of a finished run shows the title until someone opens it. */
  group(title: string, lines: readonly string[]): void;
  /** Shown only when `verbose` is on or the runner is in debug mode. */
  debug(message: string): void;
  warning(message: string): void;
  /** Has the runner replace the value by *** wherever it shows up. To be called before the value is used. */
  mask(secret: Secret): void;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** GitHub's OIDC identity tokens for this job. */
export interface IdentityTokenProvider {
  /**
   * A fresh identity token, already masked in the log.
   *
   * @throws PublishError `identity-token-unavailable` when the job cannot have one.
   */
  identityToken(audience: string): Promise<Secret>;
}
