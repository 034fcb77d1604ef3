import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { FaultPlan } from "../faults.ts";
import type { Answer } from "../http/answer.ts";
import { type Exchange, type HttpService, startHttpService } from "../http/http-service.ts";
import type { RecordedRequest } from "../http/recorded-request.ts";
import type { CertificateAuthority } from "./certificate-authority.ts";
import type { Claims } from "./certificate-claims.ts";
import { Fulcio } from "./fulcio.ts";
import { LogKey } from "./log-key.ts";
import { type LoggedEntry, Rekor } from "./rekor.ts";
import { clientTrustConfig, type TrustedRoot, type TrustParts, trustedRoot } from "./trust-root.ts";

const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";
const DAY_MS = 86_400_000;

export interface SigstoreOptions {
  /** Milliseconds since the epoch. Default: the real time. */
  readonly now?: () => number;
  /** Default 600, as the public instance has it. */
  readonly certificateLifetimeSeconds?: number;
  /** Default: GitHub's own, for which the emulated GitHub stands. */
  readonly certificateIssuer?: string;
  /** What the authority certifies of the claims of a token. Default: all of them, as they are. */
  readonly certifies?: (claims: Claims) => Claims;
  /** Index in the whole log of the tree's first entry. Default 0; the public log's is in the thousands of millions. */
  readonly earlierEntries?: number;
  /** Time every answer takes, in milliseconds. Default 0. */
  readonly latencyMs?: { readonly fulcio?: number; readonly rekor?: number };
}

/** One service of the instance. */
export interface SigstoreService {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  readonly faults: FaultPlan;
  /** Time every answer takes, in milliseconds, planned faults apart. */
  latencyMs: number;
}

/** A private Sigstore instance on 127.0.0.1: certificate authority, certificate log, and Rekor v1. */
export interface EmulatedSigstore {
  readonly fulcio: SigstoreService;
  readonly rekor: SigstoreService;
  /** What has been logged, oldest first. */
  readonly entries: readonly LoggedEntry[];
  trustedRoot(): Promise<TrustedRoot>;
  /** The authority itself, for certificates that the service would not issue. */
  authority(): Promise<CertificateAuthority>;
  /** Logs a body as it is, which the service would not; it can be read by its identifier. */
  appendToLog(body: Buffer): LoggedEntry;
  /** A client trust configuration, as JSON. */
  clientTrustConfig(): Promise<Record<string, unknown>>;
  /** Path of a file with that configuration. */
  clientTrustConfigPath(): Promise<string>;
  close(): Promise<void>;
}

/** @param issuer Issuer of identity tokens; its keys are fetched from `{issuer}/.well-known/jwks`. */
export async function startSigstore(issuer: string, options: SigstoreOptions = {}): Promise<EmulatedSigstore> {
  const folder = await mkdtemp(join(tmpdir(), "emulated-sigstore-"));
  const server = new SigstoreServer(issuer, options, folder);
  await server.start();
  return server;
}

let loading: Promise<typeof import("./certificate-authority.ts")> | undefined;

/** Loaded when a certificate is needed first: it takes a library that takes a while. */
export function loadAuthority(): Promise<typeof import("./certificate-authority.ts")> {
  loading ??= import("./certificate-authority.ts");
  return loading;
}

/** An HTTP server around a handler, with faults and latency. */
class Service implements SigstoreService {
  readonly requests: RecordedRequest[] = [];
  readonly faults = new FaultPlan();
  latencyMs = 0;
  #service: HttpService | undefined;

  async start(answer: (exchange: Exchange) => Promise<Answer>): Promise<void> {
    const { faults, requests } = this;
    this.#service = await startHttpService({
      faults,
      requests,
      handle: async (exchange) => {
        const result = await answer(exchange);
        await delay(this.latencyMs);
        return result;
      },
    });
  }

  get host(): string {
    return `127.0.0.1:${this.#service?.port ?? 0}`;
  }

  get url(): string {
    return `http://${this.host}`;
  }

  async close(): Promise<void> {
    await this.#service?.close();
  }
}

class SigstoreServer implements EmulatedSigstore {
  readonly fulcio = new Service();
  readonly rekor = new Service();
  readonly #folder: string;
  readonly #now: () => number;
  readonly #startedAt: number;
  readonly #certificateLog = new LogKey();
  readonly #transparencyLog = new LogKey();
  readonly #handlers: { readonly fulcio: Fulcio; readonly rekor: Rekor };
  #authority: Promise<CertificateAuthority> | undefined;

  constructor(issuer: string, options: SigstoreOptions, folder: string) {
    this.#folder = folder;
    this.#now = options.now ?? Date.now;
    this.#startedAt = this.#now();
    this.fulcio.latencyMs = options.latencyMs?.fulcio ?? 0;
    this.rekor.latencyMs = options.latencyMs?.rekor ?? 0;
    const fulcio = new Fulcio({
      issuer,
      certificateIssuer: options.certificateIssuer ?? GITHUB_ISSUER,
      lifetimeSeconds: options.certificateLifetimeSeconds ?? 600,
      certifies: options.certifies ?? ((claims) => claims),
      now: this.#now,
      authority: () => this.authority(),
    });
    const rekor = new Rekor({
      key: this.#transparencyLog,
      name: () => this.rekor.host,
      now: this.#now,
      earlierEntries: options.earlierEntries ?? 0,
    });
    this.#handlers = { fulcio, rekor };
  }

  async start(): Promise<void> {
    await this.fulcio.start((exchange) => this.#handlers.fulcio.answer(exchange));
    await this.rekor.start((exchange) => this.#handlers.rekor.answer(exchange));
  }

  get entries(): readonly LoggedEntry[] {
    return this.#handlers.rekor.entries;
  }

  appendToLog(body: Buffer): LoggedEntry {
    return this.#handlers.rekor.append(body);
  }

  async trustedRoot(): Promise<TrustedRoot> {
    return trustedRoot(await this.#trustParts());
  }

  async clientTrustConfig(): Promise<Record<string, unknown>> {
    return clientTrustConfig(await this.#trustParts());
  }

  async clientTrustConfigPath(): Promise<string> {
    const path = join(this.#folder, "client-trust-config.json");
    await writeFile(path, JSON.stringify(await this.clientTrustConfig(), null, 2));
    return path;
  }

  async close(): Promise<void> {
    await this.fulcio.close();
    await this.rekor.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Made when first needed: most runs sign nothing. */
  authority(): Promise<CertificateAuthority> {
    this.#authority ??= loadAuthority().then(({ CertificateAuthority }) =>
      CertificateAuthority.create(this.#certificateLog, this.#startedAt),
    );
    return this.#authority;
  }

  async #trustParts(): Promise<TrustParts> {
    return {
      fulcioUrl: this.fulcio.url,
      rekorUrl: this.rekor.url,
      chain: (await this.authority()).chain,
      certificateLog: this.#certificateLog,
      transparencyLog: this.#transparencyLog,
      since: this.#startedAt - 30 * DAY_MS,
    };
  }
}
