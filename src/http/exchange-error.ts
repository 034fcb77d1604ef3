import { codeOf, describeError } from "../errors.ts";
import { ProxySettingError } from "./proxy.ts";

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

  constructor(url: URL, { phase, cause, proxy }: ExchangeFailure) {
    const { words, remedy, permanent } = diagnose(cause, phase === "not-sent" ? proxy : undefined);
    super(`${url.origin}${url.pathname}: ${words}`, { cause });
    this.phase = phase;
    this.remedy = remedy;
    this.permanent = permanent === true;
  }
}

export interface ExchangeFailure {
  readonly phase: ExchangePhase;
  readonly cause: unknown;
  /** Host and port of the proxy on the way. */
  readonly proxy?: string | undefined;
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

const PROXY_REMEDY = "Check HTTPS_PROXY and NO_PROXY of the runner, and what the proxy lets through.";

const DIAGNOSES: ReadonlyMap<string, Diagnosis> = new Map([
  ["ECONNREFUSED", { words: "connection refused", remedy: "Check that the address is right and the index is up." }],
  ["ENOTFOUND", { words: "host name not found", remedy: "Check the host in `repository-url` and the runner's DNS." }],
  [
    "EAI_AGAIN",
    { words: "host name could not be looked up", remedy: "Check the runner's DNS, then run the job again." },
  ],
  ["UND_ERR_PRX_CONN", { words: "the proxy closed the connection", remedy: PROXY_REMEDY }],
  ["UND_ERR_PRX_TLS", { words: "the proxy's certificate is for another host", remedy: PROXY_REMEDY, permanent: true }],
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
  "If the index uses a private certificate authority, name its PEM file in `ca-cert`, or in the environment variable NODE_EXTRA_CA_CERTS of the job.";

function diagnose(cause: unknown, proxy: string | undefined): Diagnosis {
  if (cause instanceof ProxySettingError) {
    return {
      words: cause.message,
      remedy: "Name an HTTP proxy (http://HOST:PORT), or list the host in NO_PROXY.",
      permanent: true,
    };
  }
  if (cause instanceof AnswerTooLarge) {
    return { words: cause.message, permanent: true };
  }
  const refusal = proxyRefusal(cause);
  if (refusal !== undefined) {
    return refusedByProxy(refusal, proxy);
  }
  const code = innermostCode(cause);
  const known = code === undefined ? undefined : DIAGNOSES.get(code);
  if (known !== undefined) {
    return proxy === undefined || known.permanent
      ? known
      : { words: `${known.words} (by way of the proxy ${proxy})`, remedy: PROXY_REMEDY };
  }
  if (code !== undefined && CLIENT_CERTIFICATE_FAULT.test(code)) {
    return {
      words: code.includes("HANDSHAKE")
        ? `the server ended the handshake (${code}); it may ask for a client certificate`
        : `the server asks for a client certificate, or refuses the one it was shown (${code})`,
      remedy: "Name the PEM file with certificate and private key in `client-cert`.",
      permanent: true,
    };
  }
  if (code !== undefined && TLS_FAULT.test(code)) {
    return { words: `the server's certificate is not trusted (${code})`, remedy: CERTIFICATE_REMEDY, permanent: true };
  }
  return { words: describeError(cause) };
}

/** The status with which a proxy opens no tunnel, in undici's words. */
function proxyRefusal(cause: unknown): number | undefined {
  const status = cause instanceof Error ? /^Proxy response \((\d+)\)/.exec(cause.message)?.[1] : undefined;
  return status === undefined ? undefined : Number(status);
}

function refusedByProxy(status: number, proxy: string | undefined): Diagnosis {
  const name = proxy === undefined ? "the proxy" : `the proxy ${proxy}`;
  if (status === 407) {
    return {
      words: `${name} asks for a user name and a password (407), or does not take those it was shown`,
      remedy: "Write them into the address of the proxy, from a secret: http://USER:PASSWORD@HOST:PORT.",
      permanent: true,
    };
  }
  // What stands behind the proxy may be out of order for a moment only.
  const passing = status === 429 || status >= 500;
  return {
    words: `${name} opens no connection (${status})`,
    remedy: PROXY_REMEDY,
    ...(!passing && { permanent: true }),
  };
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
  "UND_ERR_PRX_CONN",
  "UND_ERR_PRX_TLS",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EPROTO",
  "FILE_CHANGED",
  "ENOENT",
]);

const TLS_FAULT = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|^ERR_(TLS|SSL)/;

/** Alerts of TLS with which a server answers a certificate that it wants and does not get, or gets and does not take. */
const CLIENT_CERTIFICATE_FAULT =
  /ALERT_(CERTIFICATE_(REQUIRED|REVOKED|EXPIRED|UNKNOWN)|BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE)/;

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
  return (
    error instanceof ProxySettingError ||
    proxyRefusal(error) !== undefined ||
    BEFORE_SENDING.has(code) ||
    TLS_FAULT.test(code) ||
    failedToConnect(error)
  );
}
