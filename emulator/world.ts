import { type EmulatedGitHub, startGitHub } from "./github/github-server.ts";
import { loadVerifier } from "./index/attestation-rules.ts";
import { type EmulatedIndex, startIndex } from "./index/index-server.ts";
import type { IndexOptions } from "./index/options.ts";
import type { LinkOptions } from "./link.ts";
import {
  type EmulatedSigstore,
  loadAuthority,
  type SigstoreOptions,
  startSigstore,
} from "./sigstore/sigstore-server.ts";

export interface WorldOptions {
  /** The index speaks https with a certificate of its own authority; GitHub stays on http. */
  readonly https?: boolean;
  readonly index?: IndexOptions;
  /** Makes the way to the index as slow as a network. */
  readonly link?: LinkOptions;
  /** Port of the emulated GitHub. Default: any free one. */
  readonly githubPort?: number;
  readonly sigstore?: SigstoreOptions;
}

/** An index, a GitHub and a Sigstore instance that know each other, on 127.0.0.1. */
export interface World {
  readonly index: EmulatedIndex;
  readonly github: EmulatedGitHub;
  readonly sigstore: EmulatedSigstore;
  close(): Promise<void>;
}

/**
 * Loads what signing and verifying need, which otherwise happens with the first certificate and the first attestation.
 * For tests that run side by side: Jest lets them load nothing once one of them has ended.
 */
export async function loadSigstore(): Promise<void> {
  await Promise.all([loadAuthority(), loadVerifier()]);
}

/** Starts all three; index and Sigstore trust the identity tokens of this GitHub and of nobody else. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const now = options.index?.now;
  const github = await startGitHub({
    ...(now === undefined ? {} : { now }),
    ...(options.githubPort === undefined ? {} : { port: options.githubPort }),
  });
  const sigstore = await startSigstore(github.origin, { ...(now === undefined ? {} : { now }), ...options.sigstore });
  const index = await startIndex({
    ...options.index,
    ...(options.https === undefined ? {} : { https: options.https }),
    ...(options.link === undefined ? {} : { link: options.link }),
    issuer: github.origin,
    attestationTrust: () => sigstore.trustedRoot(),
  });
  return {
    index,
    github,
    sigstore,
    close: async () => {
      await index.close();
      await sigstore.close();
      await github.close();
    },
  };
}
