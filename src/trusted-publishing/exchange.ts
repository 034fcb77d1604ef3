import { PublishError } from "../errors.ts";
import { answerText, isHtml, parseJson, shown } from "../http/answer-text.ts";
import type { HttpAnswer, HttpClient, HttpRequest } from "../http/client.ts";
import { ExchangeError } from "../http/exchange-error.ts";
import { persist } from "../http/retry.ts";
import { member } from "../json.ts";
import { type IndexTarget, isLoopback } from "../package-index/target.ts";
import type { Clock, IdentityTokenProvider, Log } from "../ports.ts";
import { quote } from "../quote.ts";
import { Secret } from "../secret.ts";
import { type Claims, readClaims } from "./claims.ts";
import { type Credential, secretForms } from "./credential.ts";
import { disabled, explainMintRefusal } from "./diagnosis.ts";
import { certainRefusals } from "./oddities.ts";
import type { ReleasedProject } from "./publisher-form.ts";

export interface Exchange {
  readonly http: HttpClient;
  readonly target: IndexTarget;
  readonly identityTokens: IdentityTokenProvider;
  readonly log: Log;
  readonly clock: Clock;
  /** The projects in this release, for the diagnosis of a refusal. */
  readonly projects: readonly ReleasedProject[];
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

type Question = Pick<Exchange, "http" | "target" | "log" | "signal">;

const EXCHANGE_MS = 30_000;
const BURN_MS = 10_000;
/** The runner leaves a cancelled job some seven seconds: a token under way is waited for and given back. */
const MINT_GRACE_MS = 3_500;
const BURN_GRACE_MS = 2_500;

/** Index rule O-01; asking GitHub for another audience would make a token that is good elsewhere. */
const AUDIENCES = { pypi: "pypi", testpypi: "testpypi" } as const;

/** Audiences that other services accept: an index that asks for one of them could use the token there. */
const AUDIENCES_OF_OTHERS =
  /^(pypi|testpypi|sigstore|sts\.amazonaws\.com|api:\/\/AzureADTokenExchange|https?:\/\/.*(github|google|amazonaws|azure|vault).*)$/i;

/**
 * Audience -> identity token -> minted API token (index rules O-01 to O-15).
 * Minting can create a project for good (O-08): everything local has to have passed before.
 *
 * @param asked the answer to {@link askAudience}
 * @throws PublishError one code for each way it can fail.
 */
export async function mintCredential(exchange: Exchange, asked: Promise<string>): Promise<Credential> {
  const audience = await asked;
  let shown: Shown | undefined;
  const answer = await reach(exchange, "the exchange of the identity token", async () => {
    // Index rule O-12: an identity token is good for one exchange, also for one whose answer was lost.
    shown = await freshIdentityToken(exchange, audience);
    warnOfRefusal(exchange, shown);
    return {
      method: "POST",
      url: new URL("/_/oidc/mint-token", exchange.target.site),
      accept: "application/json",
      body: JSON.stringify({ token: shown.identityToken.reveal() }),
      totalMs: EXCHANGE_MS,
      graceMs: MINT_GRACE_MS,
    };
  });
  if (shown !== undefined && answer.status >= 300) {
    throw await mintRefused(exchange, answer, shown);
  }
  return mintedCredential(exchange, answer);
}

/**
 * All of the exchange that changes nothing at the index: whether it has trusted publishing, whether GitHub gives
 * this job an identity token, and whether the claims in it make a refusal certain.
 *
 * @throws PublishError as {@link mintCredential} would.
 */
export async function rehearseExchange(exchange: Exchange, asked: Promise<string>): Promise<void> {
  const { claims } = await freshIdentityToken(exchange, await asked);
  const { target } = exchange;
  const [certain] = certainRefusals(claims, target);
  if (certain !== undefined) {
    const said = `${target.name} would refuse this job as a trusted publisher. ${certain.message}`;
    throw new PublishError("trusted-publisher-refused", said, { remedy: certain.remedy ?? "" });
  }
}

interface Shown {
  readonly identityToken: Secret;
  readonly claims: Claims;
}

async function freshIdentityToken({ identityTokens, log }: Exchange, audience: string): Promise<Shown> {
  const identityToken = await identityTokens.identityToken(audience);
  log.mask(identityToken);
  log.debug(`GitHub gave an identity token for the audience ${quote(audience)}.`);
  return { identityToken, claims: readClaims(identityToken) };
}

/** The index has the last word; it may know better. */
function warnOfRefusal({ log, target }: Exchange, { claims }: Shown): void {
  for (const { message, remedy } of certainRefusals(claims, target)) {
    log.warning([message, remedy].filter((part) => part !== undefined).join(" "));
  }
}

/** Kills the minted token at the index. A failure is of no consequence: the token expires by itself. */
export async function burnCredential(
  exchange: Pick<Exchange, "http" | "target" | "log">,
  credential: Credential,
): Promise<void> {
  if (credential.kind !== "minted") {
    return;
  }
  try {
    const answer = await exchange.http.exchange({
      method: "POST",
      url: new URL("/_/oidc/burn-token", exchange.target.site),
      accept: "application/json",
      body: JSON.stringify({ token: credential.token.reveal() }),
      totalMs: BURN_MS,
      graceMs: BURN_GRACE_MS,
    });
    exchange.log.debug(
      answer.status < 300
        ? "The minted token has been burned."
        : `${exchange.target.name} burns no tokens (${answer.status}).`,
    );
  } catch (error) {
    exchange.log.debug(`The minted token was not burned and expires by itself: ${String(error)}`);
  }
}

/**
 * Which audience the index wants in an identity token. The question changes nothing, so it may be asked before all else.
 *
 * @throws PublishError as {@link mintCredential}
 */
export async function askAudience(exchange: Question): Promise<string> {
  const answer = await reach(exchange, "the question for the audience", () => ({
    method: "GET",
    url: new URL("/_/oidc/audience", exchange.target.site),
    accept: "application/json",
    totalMs: EXCHANGE_MS,
  }));
  if (answer.status >= 500 || answer.status === 429) {
    throw await unavailable(exchange.target, answer);
  }
  const parsed = parseJson(answer.body);
  const audience = answer.status === 200 ? member(parsed, "audience") : undefined;
  if (typeof audience === "string" && audience !== "") {
    return acceptableAudience(exchange.target, audience);
  }
  if (answer.status === 200 && !isHtml(answer) && parsed === undefined) {
    throw new PublishError("index-answer-invalid", `${answer.url.href} answers with broken JSON.`, {
      remedy: "Run the job again; if it stays so, the index or a proxy before it is out of order.",
    });
  }
  if (answer.status === 403 && saysDisabled(parsed)) {
    throw disabled(exchange.target, `It says: ${await answerText(answer)}`);
  }
  throw new PublishError(
    "trusted-publishing-unsupported",
    `${exchange.target.name} has no trusted publishing (${answer.url.href} answers ${answer.status}), and no \`password\` is given.`,
    {
      remedy:
        "Give `user` and `password` of this index; if they are secrets, check that they reach this job and are not empty.",
    },
  );
}

function saysDisabled(answer: unknown): boolean {
  const message = member(answer, "message");
  return typeof message === "string" && message.includes("not enabled");
}

/** An index names its own audience and none that makes the token useful to it elsewhere. */
function acceptableAudience(target: IndexTarget, audience: string): string {
  const expected = target.kind === "other" ? undefined : AUDIENCES[target.kind];
  const readable = audience.length <= 200 && /^[\x21-\x7e]+$/.test(audience);
  // A pattern for what is long takes time by the square of it.
  const foreign =
    readable && expected === undefined && !isLoopback(target.site.hostname) && AUDIENCES_OF_OTHERS.test(audience);
  if (readable && !foreign && (expected === undefined || audience === expected)) {
    return audience;
  }
  throw new PublishError(
    "index-answer-invalid",
    `${target.name} asks for an identity token for the audience ${quote(audience)}, which is not its own.`,
    { remedy: "Check `repository-url`: a token for that audience could be used elsewhere, so none was requested." },
  );
}

async function reach(
  { http, target, log, signal }: Question,
  what: string,
  makeRequest: () => HttpRequest | Promise<HttpRequest>,
): Promise<HttpAnswer> {
  const { outcome, stopped } = await persist(http, makeRequest, { log, signal, what });
  if (stopped !== undefined) {
    throw stopped;
  }
  if (!(outcome instanceof ExchangeError)) {
    return outcome;
  }
  throw new PublishError(
    outcome.phase === "answer-cut" ? "index-answer-invalid" : "index-unreachable",
    `No usable answer from ${target.name}: ${outcome.message}`,
    { remedy: outcome.remedy ?? "Run the job again.", cause: outcome },
  );
}

async function unavailable(
  target: IndexTarget,
  answer: HttpAnswer,
  secrets: readonly Secret[] = [],
): Promise<PublishError> {
  const said = await answerText(answer, secrets);
  return new PublishError(
    "index-unreachable",
    `${target.name} is out of order: ${answer.url.href} answers ${answer.status} ${said}`.trimEnd(),
    { remedy: "Run the job again later." },
  );
}

async function mintRefused(
  exchange: Exchange,
  answer: HttpAnswer,
  { claims, identityToken }: Shown,
): Promise<PublishError> {
  if (answer.status >= 500 || answer.status === 429) {
    return unavailable(exchange.target, answer, [identityToken]);
  }
  const errors = member(parseJson(answer.body), "errors");
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const code = member(first, "code");
  const description = member(first, "description");
  const fallback = `status ${answer.status}: ${await answerText(answer, [identityToken])}`;
  return explainMintRefusal(
    {
      code: typeof code === "string" ? shown(code, [identityToken]) : "unknown",
      description: typeof description === "string" ? shown(description, [identityToken]) : fallback,
    },
    { target: exchange.target, claims, projects: exchange.projects },
  );
}

/** The runner masks it wherever it stands: one of a letter or a word would blot out log and outputs of the job. */
const SHORTEST_TOKEN = 16;

function mintedCredential(exchange: Exchange, answer: HttpAnswer): Credential {
  const parsed = parseJson(answer.body);
  const token = member(parsed, "token");
  const expires = member(parsed, "expires");
  if (typeof token !== "string" || token.length < SHORTEST_TOKEN || /\s/.test(token)) {
    throw new PublishError("index-answer-invalid", `${answer.url.href} answered without an API token.`, {
      remedy: "Run the job again.",
    });
  }
  const credential: Credential = {
    kind: "minted",
    token: new Secret(token),
    expiresAt: exchange.clock.now() + lifetimeMs(answer, expires, exchange.clock),
  };
  for (const form of secretForms(credential)) {
    exchange.log.mask(form);
  }
  return credential;
}

/**
 * How long the index means to accept a token, by its own clock where it tells the time: a
 * runner's clock that is wrong must not make every token look outworn. Without a sensible
 * answer, as long as the index says nothing to the contrary.
 */
function lifetimeMs({ headers }: HttpAnswer, expires: unknown, clock: Clock): number {
  const told = typeof headers.date === "string" ? Date.parse(headers.date) : Number.NaN;
  const until = typeof expires === "number" || typeof expires === "string" ? Number(expires) * 1000 : Number.NaN;
  const lifetime = until - (Number.isNaN(told) ? clock.now() : told);
  return lifetime > 0 ? lifetime : Number.POSITIVE_INFINITY;
}
