import type { Digests } from "../distribution/digests.ts";
import type { Distribution } from "../distribution/distribution.ts";
import { PublishError } from "../errors.ts";
import { answerText } from "../http/answer-text.ts";
import type { HttpAnswer, HttpClient, HttpRequest } from "../http/client.ts";
import { ExchangeError } from "../http/exchange-error.ts";
import { FileChangedError, type MultipartForm, multipartBody, type RequestBody } from "../http/multipart.ts";
import { type Persisted, type Persistence, persist } from "../http/retry.ts";
import type { Secret } from "../secret.ts";
import { explainUploadRefusal, isFileExists, type UploadRefusal } from "./refusals.ts";
import { type IndexTarget, runAgain } from "./target.ts";
import { uploadForm } from "./upload-form.ts";

export interface UploadRight {
  /** Value of the Authorization header. */
  readonly authorization: Secret;
  /** What must not come back in the index's words. */
  readonly secrets: readonly Secret[];
}

/** A right that an attempt shows; to be given back when the attempt has ended. */
export interface HeldRight {
  readonly right: UploadRight;
  giveBack(): void;
  /** Tells that the index calls it expired. True when the next one taken will be another. */
  refusedAsExpired(): boolean;
}

export interface UploadRights {
  readonly kind: UploadRefusal["credentialKind"];
  /**
   * A right that is good for an attempt at sending so many bytes.
   *
   * @throws PublishError when there is none any more.
   */
  take(bytes: number): Promise<HeldRight>;
}

export interface Upload {
  readonly distribution: Distribution;
  readonly digests: Digests;
  /** JSON array of PEP 740 attestations. */
  readonly attestations?: string;
  readonly target: IndexTarget;
  readonly rights: UploadRights;
  /** Whether the index has taken an upload by these rights before. */
  readonly proven?: boolean;
  /** Told of the body of each attempt. */
  readonly follow?: (body: RequestBody) => void;
}

/** `stored` is also the answer for a file the index holds with the same bytes (index rule P-19). */
type UploadEnd =
  | { readonly kind: "stored" }
  | { readonly kind: "refused"; readonly fileExists: boolean; readonly error: unknown }
  | { readonly kind: "unknown"; readonly error: unknown }
  | { readonly kind: "not-sent"; readonly error: unknown };

export type UploadOutcome = UploadEnd & {
  readonly attempts: number;
  /** Whether an attempt before the last one may have stored the file. */
  readonly uncertain: boolean;
};

/** Warehouse stops a request after 240 s of work (index rule H-26); before that, silence can be work. */
const SERVER_WORK_MS = 250_000;

const STORED = new Set([200, 201, 202, 204]);

/**
 * One distribution through the upload API, sent again with the same bytes when what
 * happened is transient, and once with a renewed token when the index calls the one
 * shown expired. Refusals and failures are outcomes, not exceptions.
 *
 * @throws PublishError when there is no right to upload any more and nothing has been sent.
 */
export async function uploadDistribution(
  http: HttpClient,
  upload: Upload,
  { log, signal }: Pick<Persistence, "log" | "signal">,
): Promise<UploadOutcome> {
  const what = `the upload of ${upload.distribution.filename}`;
  const attempts = new Attempts(upload);
  try {
    const { mends, secrets } = attempts;
    const persisted = await persist(http, () => attempts.next(), { log, signal, what, mends });
    const end = await endOf(upload, persisted, secrets);
    const { attempts: count, stopped, uncertain } = persisted;
    const error = stopped !== undefined && end.kind !== "stored" && { error: stopped };
    return { ...end, ...error, attempts: count, uncertain };
  } catch (error) {
    // The answer to an attempt that was sent: a file that went out must not be reported as not attempted.
    if (error instanceof PublishError && error.code === "redirect-refused") {
      return { kind: "refused", fileExists: false, error, attempts: 1, uncertain: false };
    }
    throw error;
  } finally {
    attempts.end();
  }
}

/** The requests of one upload, each with a right that is good when it starts. */
class Attempts {
  readonly #upload: Upload;
  readonly #form: MultipartForm;
  #held: HeldRight | undefined;
  #renewed = false;
  readonly secrets: Secret[] = [];

  constructor(upload: Upload) {
    this.#upload = upload;
    this.#form = uploadForm(upload.distribution, upload.digests, upload.attestations);
  }

  async next(): Promise<HttpRequest> {
    this.end();
    const { rights, target, distribution } = this.#upload;
    this.#held = await rights.take(distribution.size);
    this.secrets.push(...this.#held.right.secrets);
    return {
      method: "POST",
      url: target.uploadUrl,
      accept: "application/json",
      authorization: this.#held.right.authorization,
      body: () => this.#body(),
      idleMs: SERVER_WORK_MS,
    };
  }

  #body(): RequestBody {
    const body = multipartBody(this.#form);
    this.#upload.follow?.(body);
    return body;
  }

  /** Index rule O-15: a token that ran out while the bytes were on their way is replaced, once. */
  readonly mends = async (answer: HttpAnswer): Promise<boolean> => {
    if (this.#renewed || answer.status !== 403 || !/token is expired/i.test(await answerText(answer))) {
      return false;
    }
    this.#renewed = true;
    return this.#held?.refusedAsExpired() === true;
  };

  end(): void {
    this.#held?.giveBack();
  }
}

async function endOf(
  upload: Upload,
  { outcome, uncertain }: Persisted,
  secrets: readonly Secret[],
): Promise<UploadEnd> {
  if (outcome instanceof ExchangeError) {
    return failed(upload, outcome, uncertain);
  }
  if (STORED.has(outcome.status) && outcome.requestSent && !isPage(outcome)) {
    return { kind: "stored" };
  }
  return refused(upload, outcome, { uncertain, secrets });
}

async function refused(
  { distribution, target, rights }: Upload,
  answer: HttpAnswer,
  { uncertain, secrets }: { readonly uncertain: boolean; readonly secrets: readonly Secret[] },
): Promise<UploadEnd> {
  const refusal: UploadRefusal = {
    status: answer.status,
    text: await answerText(answer, secrets),
    filename: distribution.filename,
    project: distribution.metadata.name,
    target,
    credentialKind: rights.kind,
    uncertain,
  };
  const error = explainUploadRefusal(refusal);
  const fileExists = isFileExists(refusal);
  // What refuses the last attempt says nothing about one before it, which may have stored the file.
  return answer.status >= 500 || (uncertain && !fileExists)
    ? { kind: "unknown", error }
    : { kind: "refused", fileExists, error };
}

/** A login page or a web site that answers 200 to everything has stored nothing. An upload API says success without a page. */
function isPage(answer: HttpAnswer): boolean {
  return /<(!doctype|html|head|body|title)\b/i.test(answer.body);
}

function failed({ distribution, target, rights, proven }: Upload, error: ExchangeError, uncertain: boolean): UploadEnd {
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
  // pypiron, for one, answers 401 and resets the connection while the body is on its way, so that the answer gets lost.
  const doubtful = rights.kind !== "minted" && proven !== true && error.phase === "unanswered";
  const doubt = doubtful ? "Some servers do this when `user` or `password` is wrong: check them first. " : "";
  const message = `${filename} was sent, but ${target.name} gave no whole answer, so it may or may not be stored: ${error.message}`;
  return {
    kind: "unknown",
    error: new PublishError("index-answer-invalid", message, {
      remedy: error.remedy ?? `${doubt}Run the job again: ${runAgain(target)}.`,
      filename,
      cause: error,
    }),
  };
}
