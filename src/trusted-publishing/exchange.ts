import { PublishError } from "../errors.ts";
import { answerText, parseJson, shown } from "../http/answer-text.ts";
import type { HttpAnswer } from "../http/client.ts";
import { member } from "../json.ts";
import type { Clock, IdentityTokenProvider } from "../ports.ts";
import { quote } from "../quote.ts";
import { Secret } from "../secret.ts";
import { type Claims, readClaims } from "./claims.ts";
import { type Credential, secretForms } from "./credential.ts";
import { explainMintRefusal } from "./diagnosis.ts";
import { EXCHANGE_MS, type Question, reach, unavailable } from "./index-question.ts";
import { certainRefusals } from "./oddities.ts";
import type { ReleasedProject } from "./publisher-form.ts";

export interface Exchange extends Question {
  readonly identityTokens: IdentityTokenProvider;
  readonly clock: Clock;
  /** The projects in this release, for the diagnosis of a refusal. */
  readonly projects: readonly ReleasedProject[];
}

const BURN_MS = 10_000;
/** The runner leaves a cancelled job some seven seconds: a token under way is waited for and given back. */
const MINT_GRACE_MS = 3_500;
const BURN_GRACE_MS = 2_500;

/**
 * Audience -> identity token -> minted API token (index rules O-01 to O-15).
 * Minting can create a project for good (O-08): everything local has to have passed before.
 *
 * @param asked the audience that the index wants
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
