import type { Digests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { PublishError } from "../errors.ts";
import { answerText } from "../http/answer-text.ts";
import type { HttpAnswer, HttpClient, HttpRequest } from "../http/client.ts";
import { ExchangeError } from "../http/exchange-error.ts";
import { FileChangedError, multipartBody } from "../http/multipart.ts";
import { type Persistence, persist } from "../http/retry.ts";
import type { Secret } from "../secret.ts";
import { explainUploadRefusal, isFileExists, type UploadRefusal } from "./refusals.ts";
import { type IndexTarget, runAgain } from "./target.ts";
import { uploadForm } from "./upload-form.ts";

export interface UploadRight {
  readonly kind: UploadRefusal["credentialKind"];
  /** Value of the Authorization header. */
  readonly authorization: Secret;
  /** What must not come back in the index's words. */
  readonly secrets: readonly Secret[];
}

export interface Upload {
  readonly distribution: Distribution;
  readonly digests: Digests;
  readonly target: IndexTarget;
  readonly right: UploadRight;
}

/** `stored` is also the answer for a file the index holds with the same bytes (index rule P-19). */
type UploadEnd =
  | { readonly kind: "stored" }
  | { readonly kind: "refused"; readonly fileExists: boolean; readonly error: PublishError }
  | { readonly kind: "unknown"; readonly error: PublishError }
  | { readonly kind: "not-sent"; readonly error: PublishError };

export type UploadOutcome = UploadEnd & { readonly attempts: number };

/** Warehouse stops a request after 240 s of work (index rule H-26); before that, silence can be work. */
const SERVER_WORK_MS = 250_000;

const STORED = new Set([200, 201, 202, 204]);

/**
 * One distribution through the upload API, sent again with the same bytes when what
 * happened is transient. Refusals and failures are outcomes, not exceptions.
 */
export async function uploadDistribution(
  http: HttpClient,
  upload: Upload,
  { log, signal }: Pick<Persistence, "log" | "signal">,
): Promise<UploadOutcome> {
  const { distribution, target, right } = upload;
  const form = uploadForm(distribution, upload.digests);
  const request: HttpRequest = {
    method: "POST",
    url: target.uploadUrl,
    accept: "application/json",
    authorization: right.authorization,
    body: () => multipartBody(form),
    idleMs: SERVER_WORK_MS,
  };
  const what = `the upload of ${distribution.filename}`;
  const { outcome, attempts, uncertain } = await persist(http, () => request, { log, signal, what });
  if (outcome instanceof ExchangeError) {
    return { attempts, ...failed(upload, outcome, uncertain) };
  }
  if (STORED.has(outcome.status) && outcome.requestSent && !isPage(outcome)) {
    return { attempts, kind: "stored" };
  }
  return { attempts, ...(await refused(upload, outcome, uncertain)) };
}

async function refused(
  { distribution, target, right }: Upload,
  answer: HttpAnswer,
  uncertain: boolean,
): Promise<UploadEnd> {
  const refusal: UploadRefusal = {
    status: answer.status,
    text: await answerText(answer, right.secrets),
    filename: distribution.filename,
    project: distribution.metadata.name,
    target,
    credentialKind: right.kind,
    uncertain,
  };
  const error = explainUploadRefusal(refusal);
  // A server that fails over and over may have stored the file in one of the attempts.
  return answer.status >= 500
    ? { kind: "unknown", error }
    : { kind: "refused", fileExists: isFileExists(refusal), error };
}

/** A login page or a web site that answers 200 to everything has stored nothing. An upload API says success without a page. */
function isPage(answer: HttpAnswer): boolean {
  return /<(!doctype|html|head|body|title)\b/i.test(answer.body);
}

function failed({ distribution, target }: Upload, error: ExchangeError, uncertain: boolean): UploadEnd {
  const { filename } = distribution;
  if (error.phase === "not-sent" && !uncertain) {
    const remedy = error.remedy ?? "Run the job again.";
    const message = `${filename} was not sent to ${target.name}: ${error.message}`;
    return {
      kind: "not-sent",
      error: new PublishError(
        error.cause instanceof FileChangedError ? "distribution-invalid" : "index-unreachable",
        message,
        { remedy, filename, cause: error },
      ),
    };
  }
  const message = `${filename} was sent, but ${target.name} gave no whole answer, so it may or may not be stored: ${error.message}`;
  return {
    kind: "unknown",
    error: new PublishError("index-answer-invalid", message, {
      remedy: error.remedy ?? `Run the job again: ${runAgain(target)}.`,
      filename,
      cause: error,
    }),
  };
}
