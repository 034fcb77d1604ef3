/**
 * Why a run ended, in a word that stays the same from release to release.
 * Every code is a heading in TROUBLESHOOTING.md.
 */
export const ERROR_CODES = [
  "input-invalid",
  "no-distributions",
  "distribution-misplaced",
  "distribution-invalid",
  "identity-token-unavailable",
  "identity-token-invalid",
  "trusted-publishing-unsupported",
  "trusted-publishing-disabled",
  "trusted-publisher-refused",
  "identity-token-refused",
  "mint-token-refused",
  "index-unreachable",
  "index-answer-invalid",
  "redirect-refused",
  "credential-refused",
  "upload-forbidden",
  "upload-endpoint-wrong",
  "file-name-used",
  "release-closed",
  "file-too-large",
  "upload-refused",
  "attestations-unavailable",
  "attestation-signing-failed",
  "attestation-identity-mismatch",
  "attestation-invalid",
  "sigstore-config-invalid",
  "cancelled",
  "deadline-exceeded",
  "internal-error",
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorDetails {
  /** What to change, with the value to paste where there is one. */
  readonly remedy?: string;
  readonly cause?: unknown;
  /** The distribution concerned, as a bare file name. */
  readonly filename?: string;
}

/**
 * The one error that ends a run. The message says what happened to which file
 * or URL; the remedy says what to change.
 */
export class PublishError extends Error {
  override readonly name: string = "PublishError";
  readonly code: ErrorCode;
  readonly remedy: string | undefined;
  readonly filename: string | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.remedy = details.remedy;
    this.filename = details.filename;
  }
}

const CAUSE_DEPTH = 8;

/** The messages of an error and of its causes, outermost first, none said twice. */
export function describeError(error: unknown): string {
  const messages: string[] = [];
  let current: unknown = error;
  for (let depth = 0; depth < CAUSE_DEPTH && current !== undefined && current !== null; depth += 1) {
    const message = messageOf(current);
    if (message !== "" && !messages.some((said) => said.includes(message))) {
      messages.push(message);
    }
    current = current instanceof Error ? current.cause : undefined;
  }
  return messages.join(": ");
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") {
    return error.errors.map(messageOf).join("; ");
  }
  if (error instanceof Error) {
    return error.message || codeOf(error) || error.name;
  }
  return String(error);
}

/** The `code` property of a system or library error (`ECONNREFUSED`, `UND_ERR_SOCKET`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return undefined;
}
