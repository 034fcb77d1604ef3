import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet } from "jose";
import { FaultPlan } from "../faults.ts";
import { startHttpService } from "../http/http-service.ts";
import type { RecordedRequest } from "../http/recorded-request.ts";
import { type LinkOptions, startLink } from "../link.ts";
import { type AttestationTrust, NO_TRUST } from "./attestation-trust.ts";
import type { IndexContext } from "./context.ts";
import { defaultSwitches, type IndexOptions, type IndexSwitches } from "./options.ts";
import { routeRequest } from "./router.ts";
import {
  type ApiTokenOptions,
  addApiToken,
  addFile,
  addPendingPublisher,
  addProject,
  addPublisher,
  type FileOptions,
  type ProjectOptions,
  type PublisherOptions,
} from "./set-up.ts";
import { IndexState } from "./state.ts";

/** A package index that judges like PyPI, on 127.0.0.1: main site and upload host in one. */
export interface EmulatedIndex {
  readonly origin: string;
  readonly uploadUrl: string;
  readonly simpleUrl: string;
  /** PEM of the authority behind the https certificate; undefined for plain http. */
  readonly caCertificate: string | undefined;
  /** PEM of a certificate, and its key, that the index takes from clients; undefined for plain http. */
  readonly clientCertificate: { readonly key: string; readonly cert: string } | undefined;
  readonly state: IndexState;
  readonly requests: readonly RecordedRequest[];
  readonly faults: FaultPlan;
  readonly switches: IndexSwitches;
  /** A token as users make them, for one user and all or some of the projects. */
  addApiToken(options?: ApiTokenOptions): string;
  /** Registers a trusted publisher; the project is created when there is none. */
  addPublisher(publisher: PublisherOptions): void;
  addPendingPublisher(publisher: PublisherOptions): void;
  addProject(name: string, options?: ProjectOptions): void;
  /** A file that has been there before, or whose name was used before. */
  addFile(file: FileOptions): void;
  close(): Promise<void>;
}

export interface IndexServerOptions extends IndexOptions {
  /** Issuer of identity tokens; its keys are fetched from `{issuer}/.well-known/jwks`. */
  readonly issuer: string;
  /** Trusted root of the Sigstore instance whose attestations are believed. Default: none. */
  readonly attestationTrust?: () => Promise<AttestationTrust>;
  readonly https?: boolean;
  readonly link?: LinkOptions;
}

/** Starts an emulated index that trusts one issuer of identity tokens. */
export async function startIndex(options: IndexServerOptions): Promise<EmulatedIndex> {
  const spoolFolder = await mkdtemp(join(tmpdir(), "emulated-index-"));
  const certificate = options.https ? await makeCertificate() : undefined;
  const faults = new FaultPlan();
  const requests: RecordedRequest[] = [];
  const ready: { context?: IndexContext } = {};
  const service = await startHttpService({
    faults,
    requests,
    tls: certificate,
    clientCertificates: options.clientCertificates,
    port: options.link === undefined ? options.port : undefined,
    reasonPhrases: options.reasonPhrases,
    handle: async (exchange) => {
      if (ready.context === undefined) {
        return { status: 503 };
      }
      const answer = await routeRequest(ready.context, exchange);
      // The clock that the tokens are judged by is the one the index shows.
      return { ...answer, headers: { date: new Date(ready.context.now()).toUTCString(), ...answer.headers } };
    },
  });
  const link = options.link === undefined ? undefined : await startLink(service.port, options.link, options.port);
  const host = `127.0.0.1:${link?.port ?? service.port}`;
  const context = makeContext(options, host, spoolFolder);
  ready.context = context;
  return {
    origin: context.origin,
    uploadUrl: `${context.origin}/legacy/`,
    simpleUrl: `${context.origin}/simple/`,
    caCertificate: certificate?.caCertificate,
    clientCertificate: certificate?.client,
    state: context.state,
    requests,
    faults,
    switches: context.switches,
    addApiToken: (token = {}) => addApiToken(context, token),
    addPublisher: (publisher) => addPublisher(context, publisher),
    addPendingPublisher: (publisher) => addPendingPublisher(context, publisher),
    addProject: (name, project = {}) => void addProject(context, name, project),
    addFile: (file) => addFile(context, file),
    close: async () => {
      await link?.close();
      await service.close();
      await rm(spoolFolder, { recursive: true, force: true });
    },
  };
}

/** Loaded only for https: the certificate library takes a while. */
async function makeCertificate() {
  const { makeServerCertificate } = await import("../certificates.ts");
  return makeServerCertificate();
}

function makeContext(options: IndexServerOptions, host: string, spoolFolder: string): IndexContext {
  const keys = new URL(`${options.issuer}/.well-known/jwks`);
  return {
    options,
    state: new IndexState(),
    switches: defaultSwitches(options),
    origin: `${options.https ? "https" : "http"}://${host}`,
    host,
    secure: options.https === true,
    audience: options.audience ?? "pypi",
    tokenLifetimeSeconds: options.tokenLifetimeSeconds ?? 900,
    issuer: options.issuer,
    // Refreshed at most once a minute (rule O-06).
    issuerKeys: createRemoteJWKSet(keys, { cooldownDuration: 60_000 }),
    attestationTrust: options.attestationTrust ?? (async () => NO_TRUST),
    spoolFolder,
    now: options.now ?? Date.now,
  };
}
