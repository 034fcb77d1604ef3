import type { Digests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { PublishError } from "../errors.ts";
import { answerText } from "../http/answer-text.ts";
import type { HttpAnswer, HttpClient } from "../http/client.ts";
import { ExchangeError } from "../http/exchange-error.ts";
import { multipartBody } from "../http/multipart.ts";
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
export type UploadOutcome =
  | { readonly kind: "stored" }
  | { readonly kind: "refused"; readonly fileExists: boolean; readonly error: PublishError }
  | { readonly kind: "unknown"; readonly error: PublishError }
  | { readonly kind: "not-sent"; readonly error: PublishError };

/** Warehouse stops a request after 240 s of work (index rule H-26); before that, silence can be work. */
const SERVER_WORK_MS = 250_000;

const STORED = new Set([200, 201, 202, 204]);

/** One distribution through the upload API. Refusals and failures are outcomes, not exceptions. */
export async function uploadDistribution(http: HttpClient, upload: Upload): Promise<UploadOutcome> {
  const { distribution, target, right } = upload;
  const form = uploadForm(distribution, upload.digests);
  try {
    const answer = await http.exchange({
      method: "POST",
      url: target.uploadUrl,
      accept: "application/json",
      authorization: right.authorization,
      body: () => multipartBody(form),
      idleMs: SERVER_WORK_MS,
    });
    if (STORED.has(answer.status) && answer.requestSent && !isPage(answer)) {
      return { kind: "stored" };
    }
    const refusal: UploadRefusal = {
      status: answer.status,
      text: await answerText(answer, right.secrets),
      filename: distribution.filename,
      project: distribution.metadata.name,
      target,
      credentialKind: right.kind,
    };
    return { kind: "refused", fileExists: isFileExists(refusal), error: explainUploadRefusal(refusal) };
  } catch (error) {
    return failed(upload, error);
  }
}

/** A login page or a web site that answers 200 to everything has stored nothing. An upload API says success without a page. */
function isPage(answer: HttpAnswer): boolean {
  return /<(!doctype|html|head|body|title)\b/i.test(answer.body);
}

function failed({ distribution, target }: Upload, error: unknown): UploadOutcome {
  if (!(error instanceof ExchangeError)) {
    throw error;
  }
  const { filename } = distribution;
  if (error.phase === "not-sent") {
    const remedy = error.remedy ?? "Run the job again.";
    const message = `${filename} was not sent to ${target.name}: ${error.message}`;
    return {
      kind: "not-sent",
      error: new PublishError("index-unreachable", message, { remedy, filename, cause: error }),
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
