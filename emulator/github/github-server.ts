import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FaultPlan } from "../faults.ts";
import { type Answer, htmlPage, json } from "../http/answer.ts";
import { type Exchange, type HttpService, startHttpService } from "../http/http-service.ts";
import type { RecordedRequest } from "../http/recorded-request.ts";
import { claimsOf } from "./claims.ts";
import { type JobEnvironment, makeJobEnvironment } from "./job-environment.ts";
import { type Job, type JobOptions, settleJob } from "./job-options.ts";
import { signingKey } from "./signing-keys.ts";

/** An identity token that was handed out. */
export interface IssuedToken {
  readonly token: string;
  readonly audience: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly jobOptions: JobOptions;
}

export interface IdentityTokenOptions {
  /** Default `pypi`. */
  readonly audience?: string;
  /** `stranger`: signed with a key that is not published. */
  readonly key?: "issuer" | "stranger";
}

/** GitHub as far as identity tokens go: the endpoint a job asks, and the issuer whose keys the index fetches. */
export interface EmulatedGitHub {
  /** Also the issuer of its identity tokens. */
  readonly origin: string;
  readonly requests: readonly RecordedRequest[];
  readonly issued: readonly IssuedToken[];
  readonly faults: FaultPlan;
  /** The environment of a step in a new job, with folders and files of its own. */
  job(options?: JobOptions): JobEnvironment;
  /** An identity token of such a job, without asking the endpoint. */
  identityToken(options?: JobOptions, token?: IdentityTokenOptions): Promise<string>;
  close(): Promise<void>;
}

export interface GitHubOptions {
  /** Milliseconds since the epoch. Default: the real time. */
  readonly now?: () => number;
  /** Port on 127.0.0.1. Default: any free one. */
  readonly port?: number;
}

export async function startGitHub(options: GitHubOptions = {}): Promise<EmulatedGitHub> {
  const folder = await mkdtemp(join(tmpdir(), "emulated-github-"));
  const server = new GitHubServer(folder, options.now ?? Date.now);
  const service = await startHttpService({
    faults: server.faults,
    requests: server.requests,
    port: options.port,
    handle: (exchange) => server.answer(exchange),
  });
  server.serve(service);
  return server;
}

class GitHubServer implements EmulatedGitHub {
  readonly faults = new FaultPlan();
  readonly requests: RecordedRequest[] = [];
  readonly issued: IssuedToken[] = [];
  readonly #jobs = new Map<string, { readonly job: Job; readonly requestToken: string }>();
  readonly #folder: string;
  readonly #now: () => number;
  #service: HttpService | undefined;

  constructor(folder: string, now: () => number) {
    this.#folder = folder;
    this.#now = now;
  }

  serve(service: HttpService): void {
    this.#service = service;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#service?.port ?? 0}`;
  }

  job(options: JobOptions = {}): JobEnvironment {
    const job = settleJob(options);
    const folder = mkdtempSync(join(this.#folder, "job-"));
    if (!job.idToken) {
      return makeJobEnvironment(job, folder, undefined);
    }
    const path = `/17//idtoken/${randomUUID()}/${randomUUID()}`;
    const requestToken = `eyJ0eXAiOiJKV1QifQ.${randomBytes(96).toString("base64url")}.${randomBytes(64).toString("base64url")}`;
    this.#jobs.set(path, { job, requestToken });
    const requestUrl = `${this.origin}${path}?api-version=2.0`;
    return makeJobEnvironment(job, folder, { requestUrl, requestToken });
  }

  async identityToken(options: JobOptions = {}, token: IdentityTokenOptions = {}): Promise<string> {
    return this.#issue(settleJob(options), token.audience ?? "pypi", token.key ?? "issuer");
  }

  async close(): Promise<void> {
    await this.#service?.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async answer(exchange: Exchange): Promise<Answer> {
    const { path, method } = exchange;
    if (method !== "GET") {
      return htmlPage(405, "Method Not Allowed", "Only GET is answered.");
    }
    if (path === "/.well-known/openid-configuration") {
      return json(200, this.#configuration());
    }
    if (path === "/.well-known/jwks") {
      return json(200, { keys: [(await signingKey("issuer")).publicJwk] });
    }
    return this.#identityAnswer(exchange);
  }

  async #identityAnswer(exchange: Exchange): Promise<Answer> {
    const known = this.#jobs.get(exchange.path);
    if (known === undefined) {
      return htmlPage(404, "Not Found", "There is no such job.");
    }
    const parameters = new URLSearchParams(exchange.query);
    if (parameters.get("api-version") === null) {
      return json(400, { message: "No api-version was given." });
    }
    if (!isBearer(exchange.request.headers.authorization, known.requestToken)) {
      return { status: 401, headers: { "www-authenticate": "Bearer" } };
    }
    const audience = parameters.get("audience") ?? `${known.job.serverUrl}/${known.job.owner}`;
    const value = await this.#issue(known.job, audience, "issuer");
    return json(200, { count: value.length, value });
  }

  async #issue(job: Job, audience: string, which: "issuer" | "stranger"): Promise<string> {
    const claims = claimsOf(job, this.origin, audience, this.#now());
    const token = await (await signingKey(which)).sign(claims);
    this.issued.push({ token, audience, claims, jobOptions: job.options });
    return token;
  }

  #configuration(): Record<string, unknown> {
    return {
      issuer: this.origin,
      jwks_uri: `${this.origin}/.well-known/jwks`,
      subject_types_supported: ["public", "pairwise"],
      response_types_supported: ["id_token"],
      id_token_signing_alg_values_supported: ["RS256"],
      scopes_supported: ["openid"],
    };
  }
}

function isBearer(authorization: string | undefined, token: string): boolean {
  const [scheme = "", value] = (authorization ?? "").split(" ");
  return scheme.toLowerCase() === "bearer" && value === token;
}
