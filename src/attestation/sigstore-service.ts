import { PublishError } from "../errors.ts";
import { answerText } from "../http/answer-text.ts";
import type { HttpAnswer, HttpClient, HttpRequest } from "../http/client.ts";
import { ExchangeError } from "../http/exchange-error.ts";
import { isTransient, type Persisted, persist } from "../http/retry.ts";
import type { Log } from "../ports.ts";
import type { Secret } from "../secret.ts";

/** What the services of a Sigstore are spoken to with. */
export interface Connection {
  readonly http: HttpClient;
  readonly log: Log;
  /** Aborted when the run is cancelled, or another file has failed: nothing is tried again then. */
  readonly signal: AbortSignal;
  /** Whether it is the public Sigstore, whose state is public, too. */
  readonly isPublic: boolean;
}

/** An entry takes a second or two; one attempt that takes longer than this is given up. */
export const ATTEMPT_MS = 15_000;

interface Question {
  /** What is asked for, for the log: `the signing certificate`. */
  readonly what: string;
  /** Who is asked: `Fulcio at https://…`. */
  readonly service: string;
  readonly request: () => HttpRequest | Promise<HttpRequest>;
  /** What must not come back in the service's words; grows while it is asked again. */
  readonly secrets?: readonly Secret[];
}

/**
 * The answer to a question, asked again while the service says "not now".
 *
 * @throws PublishError `attestation-signing-failed` when there is none in the end.
 */
export async function askService(
  connection: Connection,
  { what, service, request, secrets }: Question,
): Promise<HttpAnswer> {
  const { outcome, attempts } = await asked(connection, { what, service, request });
  if (!(outcome instanceof ExchangeError) && !isTransient(outcome)) {
    return outcome;
  }
  const reason = outcome instanceof ExchangeError ? outcome.message : await said(outcome, secrets);
  const tried = attempts === 1 ? "" : ` (${attempts} attempts)`;
  throw signingFailed(
    connection,
    `Sigstore gave no usable answer to the request for ${what}: ${service}: ${reason}${tried}`,
    {
      cause: outcome instanceof ExchangeError ? outcome : undefined,
    },
  );
}

/**
 * What became of a question, however often it had to be asked.
 *
 * @throws PublishError `attestation-signing-failed` when the service sends it on to another origin.
 */
export async function asked(connection: Connection, { what, service, request }: Question): Promise<Persisted> {
  try {
    return await persist(connection.http, request, { ...connection, what });
  } catch (error) {
    if (!(error instanceof PublishError && error.code === "redirect-refused")) {
      throw error;
    }
    const message = `Sigstore could not be asked for ${what}: ${service}: ${error.message}`;
    throw signingFailed(connection, message, { cause: error, remedy: redirectRemedy(connection) });
  }
}

function redirectRemedy({ isPublic }: Connection): string {
  return isPublic
    ? "The public Sigstore sends nobody elsewhere: look for a proxy on the way that does."
    : "Requests never leave their origin. If the service has moved, name its new address in the file of `sigstore-config`.";
}

/** A refusal, in the service's own words. */
export async function refusedBy(
  connection: Connection,
  { what, service, secrets }: Pick<Question, "what" | "service" | "secrets">,
  answer: HttpAnswer,
): Promise<PublishError> {
  return signingFailed(
    connection,
    `Sigstore refused the request for ${what}: ${service}: ${await said(answer, secrets)}`,
  );
}

export function signingFailed(
  { isPublic }: Pick<Connection, "isPublic">,
  message: string,
  { cause, remedy }: { readonly cause?: unknown; readonly remedy?: string } = {},
): PublishError {
  const status = isPublic ? " Outages of the public Sigstore are shown at https://status.sigstore.dev." : "";
  return new PublishError("attestation-signing-failed", message, {
    remedy: `Nothing was uploaded: running the job again is safe.${remedy === undefined ? status : ` ${remedy}`} \`attestations: false\` publishes without attestations.`,
    ...(cause !== undefined && { cause }),
  });
}

async function said(answer: HttpAnswer, secrets: readonly Secret[] = []): Promise<string> {
  const text = await answerText(answer, secrets);
  return `status ${answer.status}${text === "" ? "" : `, ${text}`}`;
}
