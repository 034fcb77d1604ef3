import { PublishError } from "../errors.ts";
import { shown } from "../http/answer-text.ts";
import type { HttpAnswer, HttpClient, HttpRequest } from "../http/client.ts";
import { ExchangeError } from "../http/exchange-error.ts";
import { RedirectRefused, secretsIn } from "../http/redirect.ts";
import { isTransient, persist } from "../http/retry.ts";
import { Pool } from "../pool.ts";
import type { Log } from "../ports.ts";
import { redact, type Secret } from "../secret.ts";
import { normalizeProjectName } from "../standards/project-name.ts";
import type { PageFault, ProjectPage } from "./project-page.ts";
import { parseProjectHtml } from "./simple-html.ts";
import { parseProjectJson } from "./simple-json.ts";
import type { SimpleApiLocation } from "./simple-location.ts";

/**
 * What asking for a project gave: its page; `no-project`, when the index has none of that name; or why the answer
 * says nothing, in words that end a sentence.
 */
export type ProjectReading =
  | { readonly kind: "listed"; readonly page: ProjectPage }
  | { readonly kind: "no-project" }
  | {
      readonly kind: "unreadable";
      readonly reason: string;
      /** Whether asking again would give the same. */
      readonly lasting: boolean;
    };

/** PEP 691: JSON where there is any; HTML from the others. */
const ACCEPT = "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01";
/** Projects with tens of thousands of files have pages of some ten million bytes. */
const PAGE_LIMIT_BYTES = 32 * 1024 * 1024;
const READ_MS = 60_000;
/** Connections to one index for reading; a monorepo can have hundreds of projects. */
const READS_AT_ONCE = 16;

/** The read side of an index: which files it lists for a project, with which hashes. */
export class SimpleApi {
  readonly location: SimpleApiLocation;
  readonly #http: HttpClient;
  readonly #log: Log;
  readonly #signal: AbortSignal;
  readonly #pool = new Pool(READS_AT_ONCE);
  readonly #readings = new Map<string, Promise<ProjectReading>>();

  constructor(location: SimpleApiLocation, http: HttpClient, { log, signal }: { log: Log; signal: AbortSignal }) {
    this.location = location;
    this.#http = http;
    this.#log = log;
    this.#signal = signal;
  }

  /**
   * The page of a project as it was when it was first asked for in this run; reading begins with the call.
   * Never rejects: an index that cannot be read is an answer too.
   */
  project(name: string): Promise<ProjectReading> {
    const normalized = normalizeProjectName(name);
    const known = this.#readings.get(normalized);
    if (known !== undefined) {
      return known;
    }
    const reading = this.#pool.run(() => this.#read(normalized, {}));
    this.#readings.set(normalized, reading);
    return reading;
  }

  /**
   * The page of a project as it is now, caches passed by. Never rejects.
   *
   * @param withinMs milliseconds for a single attempt, for those who ask again anyway
   */
  projectNow(name: string, withinMs?: number): Promise<ProjectReading> {
    const reading = { fresh: true, ...(withinMs !== undefined && { withinMs }) };
    return this.#pool.run(() => this.#read(normalizeProjectName(name), reading));
  }

  async #read(normalized: string, { fresh, withinMs }: Reading): Promise<ProjectReading> {
    const { url, authorization } = this.location;
    const request: HttpRequest = {
      method: "GET",
      url: new URL(`${encodeURIComponent(normalized)}/`, url),
      accept: ACCEPT,
      ...(authorization !== undefined && { authorization }),
      ...(fresh !== undefined && { fresh }),
      ...(withinMs !== undefined && { totalMs: withinMs }),
      bodyLimitBytes: PAGE_LIMIT_BYTES,
      answerMs: READ_MS,
    };
    const what = `reading which files of ${normalized} the index has`;
    try {
      if (withinMs !== undefined) {
        return withoutEcho(await understand(await this.#http.exchange(request)), authorization);
      }
      const persistence = { log: this.#log, signal: this.#signal, what };
      const { outcome } = await persist(this.#http, () => request, persistence);
      return outcome instanceof ExchangeError ? failed(outcome) : withoutEcho(await understand(outcome), authorization);
    } catch (error) {
      if (error instanceof ExchangeError) {
        return failed(error);
      }
      if (error instanceof RedirectRefused && isPageOf(normalized, error.target)) {
        return { kind: "no-project" };
      }
      if (error instanceof PublishError) {
        return unreadable(error.message);
      }
      throw error;
    }
  }
}

/**
 * Whether an address is that of the project elsewhere. GitLab and pypiserver send installers to PyPI for projects that
 * they do not have.
 */
function isPageOf(normalized: string, { pathname }: URL): boolean {
  const [last = ""] = pathname.split("/").filter(Boolean).slice(-1);
  return normalizeProjectName(last) === normalized;
}

interface Reading {
  readonly fresh?: boolean;
  readonly withinMs?: number;
}

function failed({ message, permanent }: ExchangeError): ProjectReading {
  return { kind: "unreadable", reason: message, lasting: permanent };
}

async function understand(answer: HttpAnswer): Promise<ProjectReading> {
  const where = answer.url.href;
  if (answer.status === 404 || answer.status === 410) {
    return { kind: "no-project" };
  }
  if (answer.status === 401 || answer.status === 403) {
    return unreadable(`${where} answers ${answer.status}: it wants a credential that may read`);
  }
  if (answer.status !== 200) {
    return { kind: "unreadable", reason: `${where} answers ${answer.status}`, lasting: !isTransient(answer) };
  }
  const page = await parsePage(answer);
  return "fault" in page ? unreadable(`what ${where} answers ${page.fault}`) : { kind: "listed", page };
}

/** What is shown of a page, without what the index repeats of the credential that it was asked with. */
function withoutEcho(reading: ProjectReading, authorization: Secret | undefined): ProjectReading {
  if (reading.kind !== "listed" || authorization === undefined) {
    return reading;
  }
  const secrets = secretsIn(authorization);
  const { status, statusReason, files } = reading.page;
  const cleaned = [...files].map(([name, file]) => {
    const echoes = file.url !== undefined && redact(file.url, secrets) !== file.url;
    return [name, echoes ? { ...file, url: undefined } : file] as const;
  });
  return {
    kind: "listed",
    page: {
      status: redact(status, secrets),
      statusReason: statusReason === undefined ? undefined : shown(statusReason, secrets),
      files: new Map(cleaned),
    },
  };
}

async function parsePage(answer: HttpAnswer): Promise<ProjectPage | PageFault> {
  const [named = ""] = String(answer.headers["content-type"] ?? "").split(";");
  const type = named.trim().toLowerCase();
  if (type === "application/vnd.pypi.simple.v1+json" || type === "application/json") {
    return parseProjectJson(answer.body, answer.url);
  }
  if (type === "application/vnd.pypi.simple.v1+html" || type === "text/html") {
    return parseProjectHtml(answer.body, answer.url);
  }
  return { fault: "has a content type that no version of the Simple API has" };
}

function unreadable(reason: string): ProjectReading {
  return { kind: "unreadable", reason, lasting: true };
}
