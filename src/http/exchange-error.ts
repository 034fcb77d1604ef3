import { codeOf, describeError } from "../errors.ts";

/**
 * How far an exchange came before it failed:
 * - `not-sent`: no byte of the request reached the server;
 * - `unanswered`: the request may have been acted on, no whole answer head came back;
 * - `answer-cut`: the answer began and did not end.
 */
export type ExchangePhase = "not-sent" | "unanswered" | "answer-cut";

/** An exchange that ended without a whole answer. The message says what happened to which URL. */
export class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly phase: ExchangePhase;
  /** What to change, where the cause says so (certificates, host names). */
  readonly remedy: string | undefined;
  /** Whether another attempt would meet the same: certificates, proxies, files that changed. */
  readonly permanent: boolean;

  constructor(url: URL, { phase, cause }: { phase: ExchangePhase; cause: unknown }) {
    const { words, remedy, permanent } = diagnose(cause);
    super(`${url.origin}${url.pathname}: ${words}`, { cause });
    this.phase = phase;
    this.remedy = remedy;
    this.permanent = permanent === true;
  }
}

/** An answer that goes on beyond what was asked for at most. */
export class AnswerTooLarge extends Error {
  constructor(limitBytes: number) {
    super(`the answer has more than ${limitBytes} bytes`);
  }
}

interface Diagnosis {
  readonly words: string;
  readonly remedy?: string;
  readonly permanent?: true;
}

const DIAGNOSES: ReadonlyMap<string, Diagnosis> = new Map([
  ["ECONNREFUSED", { words: "connection refused", remedy: "Check that the address is right and the index is up." }],
  ["ENOTFOUND", { words: "host name not found", remedy: "Check the host in `repository-url` and the runner's DNS." }],
  [
    "EAI_AGAIN",
    { words: "host name could not be looked up", remedy: "Check the runner's DNS, then run the job again." },
  ],
  ["ECONNRESET", { words: "the connection was reset" }],
  ["EPIPE", { words: "the other side closed the connection" }],
  ["UND_ERR_SOCKET", { words: "the other side closed the connection before the answer was complete" }],
  ["UND_ERR_CONNECT_TIMEOUT", { words: "no connection in time", remedy: "Check proxy and firewall of the runner." }],
  ["UND_ERR_HEADERS_TIMEOUT", { words: "no answer in time" }],
  ["UND_ERR_BODY_TIMEOUT", { words: "the answer stopped half way" }],
  ["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", { words: "the answer was cut short" }],
  [
    "FILE_CHANGED",
    {
      words: "the file was changed after it was checked",
      remedy: "Publish only after everything that writes into the folder has ended.",
      permanent: true,
    },
  ],
  ["ENOENT", { words: "the file is not there any more", remedy: "Run the job again.", permanent: true }],
  ["ENETUNREACH", { words: "the network cannot be reached", remedy: "Check the network of the runner." }],
  ["EHOSTUNREACH", { words: "the host cannot be reached", remedy: "Check network and firewall of the runner." }],
  [
    "EPROTO",
    {
      words: "the server does not speak TLS there",
      remedy: "Check scheme and port of `repository-url`, and the proxy settings.",
      permanent: true,
    },
  ],
  [
    "CERT_HAS_EXPIRED",
    {
      words: "the server's certificate has expired",
      remedy: "The index has to renew it; also check the runner's clock.",
      permanent: true,
    },
  ],
  [
    "ERR_TLS_CERT_ALTNAME_INVALID",
    {
      words: "the server's certificate is for another host",
      remedy: "Check the host in `repository-url`.",
      permanent: true,
    },
  ],
]);

const CERTIFICATE_REMEDY =
  "If the index uses a private certificate authority, set the environment variable NODE_EXTRA_CA_CERTS of the job to its PEM file.";

function diagnose(cause: unknown): Diagnosis {
  if (isProxyRefusal(cause)) {
    return {
      words: `the proxy refused the connection: ${describeError(cause)}`,
      remedy: PROXY_REMEDY,
      permanent: true,
    };
  }
  if (cause instanceof AnswerTooLarge) {
    return { words: cause.message, permanent: true };
  }
  const code = innermostCode(cause);
  const known = code === undefined ? undefined : DIAGNOSES.get(code);
  if (known !== undefined) {
    return known;
  }
  if (code !== undefined && TLS_FAULT.test(code)) {
    return { words: `the server's certificate is not trusted (${code})`, remedy: CERTIFICATE_REMEDY, permanent: true };
  }
  return { words: describeError(cause) };
}

const PROXY_REMEDY = "Check HTTPS_PROXY and NO_PROXY of the runner, and what the proxy lets through.";

/** undici's words when the proxy does not open a tunnel. */
function isProxyRefusal(cause: unknown): boolean {
  return cause instanceof Error && cause.message.startsWith("Proxy response");
}

/** undici wraps a failed connection; the code nearest the socket says most. */
function innermostCode(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  const inner = cause === undefined ? undefined : innermostCode(cause);
  if (inner !== undefined) {
    return inner;
  }
  if (error instanceof AggregateError) {
    return codeOf(error) ?? innermostCode(error.errors[0]);
  }
  return codeOf(error);
}

/** The last two end a request before its last byte, so the server cannot have acted on it. */
const BEFORE_SENDING = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPROTO",
  "FILE_CHANGED",
  "ENOENT",
]);

const TLS_FAULT = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^ERR_(TLS|SSL)/;

function failedToConnect(error: unknown): boolean {
  if (typeof error !== "object" || error === null) {
    return false;
  }
  if ("syscall" in error && (error.syscall === "connect" || error.syscall === "getaddrinfo")) {
    return true;
  }
  return "cause" in error && failedToConnect(error.cause);
}

/** Whether the failure shows that the server never saw the request. */
export function failedBeforeSending(error: unknown): boolean {
  const code = innermostCode(error) ?? "";
  return isProxyRefusal(error) || BEFORE_SENDING.has(code) || TLS_FAULT.test(code) || failedToConnect(error);
}
