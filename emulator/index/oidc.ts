import { decodeJwt, errors, jwtVerify } from "jose";
import { type Answer, json } from "../http/answer.ts";
import type { Exchange } from "../http/http-service.ts";
import { readBody } from "../http/request-body.ts";
import type { IndexContext } from "./context.ts";
import { decodeToken } from "./macaroon.ts";
import { refuseNewName } from "./new-project.ts";
import { type Claims, matchPublisher, NoPublisher, ReusedToken } from "./publisher-match.ts";
import { Refusal, ServerFailure } from "./refusal.ts";
import type { PendingPublisher, Publisher } from "./state.ts";
import { mintToken } from "./tokens.ts";

/** Clock tolerance for identity tokens (rule O-06). */
const TOLERANCE_SECONDS = 30;

/** How long an exchange that creates a project takes, in milliseconds (20 to 45 were seen). */
const PROJECT_CREATION_MS = 20;

/** An error of the exchange, in the one form it has (rule O-02). */
class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}

/** `GET /_/oidc/audience` (rule O-01). */
export function audienceAnswer(context: IndexContext): Answer {
  if (!context.switches.trustedPublishing) {
    return json(403, { message: "Trusted publishing functionality not enabled" });
  }
  return json(200, { audience: context.audience });
}

/** `POST /_/oidc/mint-token` (rules O-02 to O-16). */
export async function mintAnswer(context: IndexContext, exchange: Exchange): Promise<Answer> {
  try {
    const token = await mint(context, await readTokenPayload(exchange));
    return json(200, { success: true, token: token.token, expires: token.expires });
  } catch (error) {
    return exchangeErrorAnswer(error);
  }
}

/** `POST /_/oidc/burn-token`: says nothing about whether there was such a token, and only burns minted ones. */
export async function burnAnswer(context: IndexContext, exchange: Exchange): Promise<Answer> {
  try {
    const identifier = decodeToken(await readTokenPayload(exchange))?.identifier;
    const record = context.state.mintedTokens.find((token) => token.id === identifier);
    if (record !== undefined) {
      record.burnedAt ??= context.now();
    }
    return { status: 202 };
  } catch (error) {
    return exchangeErrorAnswer(error);
  }
}

function exchangeErrorAnswer(error: unknown): Answer {
  if (error instanceof ExchangeError) {
    const errors = [{ code: error.code, description: error.message }];
    return json(422, { message: "Token request failed", errors });
  }
  throw error;
}

async function readTokenPayload(exchange: Exchange): Promise<string> {
  const body = await readBody(exchange.request);
  let value: unknown;
  try {
    value = JSON.parse(body.toString("utf8"));
  } catch {
    throw new ExchangeError("invalid-payload", "1 validation error for the payload\n  the body is not JSON");
  }
  if (typeof value !== "object" || value === null || !("token" in value) || typeof value.token !== "string") {
    throw new ExchangeError(
      "invalid-payload",
      "1 validation error for the payload\ntoken\n  a text is needed in the field of this name",
    );
  }
  return value.token;
}

async function mint(context: IndexContext, jwt: string): Promise<ReturnType<typeof mintToken>> {
  checkIssuer(context, jwt);
  if (!context.switches.trustedPublishing || !context.switches.githubPublishing) {
    throw new ExchangeError("not-enabled", "github trusted publishing functionality not enabled");
  }
  const claims = await verifySignature(context, jwt);
  const pending = findPending(context, claims);
  const publisher = pending === undefined ? findPublisher(context, claims) : await usePending(context, pending, claims);
  if (context.state.usedJwtIds.has(String(claims.jti))) {
    throw new ExchangeError("invalid-reuse-token", "invalid token: already used");
  }
  context.state.usedJwtIds.add(String(claims.jti));
  return mintToken(context, publisher, claims);
}

function checkIssuer(context: IndexContext, jwt: string): void {
  let issuer: unknown;
  try {
    issuer = decodeJwt(jwt).iss;
  } catch {
    throw new ExchangeError("invalid-payload", "malformed JWT");
  }
  if (typeof issuer !== "string") {
    throw new ExchangeError("invalid-payload", "malformed JWT");
  }
  if (issuer !== context.issuer) {
    throw new ExchangeError("invalid-payload", "unknown trusted publishing issuer");
  }
}

/** Rule O-06. */
async function verifySignature(context: IndexContext, jwt: string): Promise<Claims> {
  const nowSeconds = context.now() / 1000;
  try {
    const { payload } = await jwtVerify(jwt, context.issuerKeys, {
      algorithms: ["RS256"],
      issuer: context.issuer,
      audience: context.audience,
      requiredClaims: ["iss", "iat", "exp", "aud"],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(context.now()),
    });
    if (typeof payload.aud !== "string" || (payload.iat ?? 0) > nowSeconds + TOLERANCE_SECONDS) {
      throw new ExchangeError("invalid-token", "malformed or invalid token");
    }
    return payload;
  } catch (error) {
    if (error instanceof ExchangeError) {
      throw error;
    }
    if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError)) {
      throw new ServerFailure("the keys of the issuer cannot be had", { cause: error });
    }
    throw new ExchangeError("invalid-token", "malformed or invalid token");
  }
}

/** Pending publishers are searched first (rule O-08); one that does not fit is no reason to stop. */
function findPending(context: IndexContext, claims: Claims): PendingPublisher | undefined {
  try {
    return matchPublisher(claims, context.state.pendingPublishers, context.state.usedJwtIds);
  } catch (error) {
    if (error instanceof ReusedToken) {
      throw new ServerFailure("a reused token that fits a pending publisher is not handled (O-12)", { cause: error });
    }
    if (error instanceof NoPublisher) {
      return undefined;
    }
    throw error;
  }
}

function findPublisher(context: IndexContext, claims: Claims): Publisher {
  try {
    return matchPublisher(claims, context.state.publishers, context.state.usedJwtIds);
  } catch (error) {
    if (error instanceof ReusedToken) {
      throw new ExchangeError("invalid-reuse-token", "invalid token: already used");
    }
    if (error instanceof NoPublisher) {
      throw new ExchangeError("invalid-publisher", `valid token, but no corresponding publisher (${error.message})`);
    }
    throw error;
  }
}

/** Creates the project and makes the publisher a normal one (rules O-07, O-08). */
async function usePending(context: IndexContext, pending: PendingPublisher, claims: Claims): Promise<Publisher> {
  const { state } = context;
  if (state.project(pending.project) !== undefined) {
    removePending(context, pending);
    throw new ExchangeError("invalid-pending-publisher", "valid token, but project already exists");
  }
  try {
    refuseNewName(context, pending.project);
  } catch (error) {
    throw error instanceof Refusal ? new ExchangeError("invalid-payload", error.message) : error;
  }
  await new Promise((resolve) => setTimeout(resolve, PROJECT_CREATION_MS));
  if (!state.pendingPublishers.includes(pending)) {
    throw new ServerFailure(`a race for the pending publisher of ${pending.project} (O-08)`);
  }
  if (state.usedJwtIds.has(String(claims.jti))) {
    throw new ExchangeError("invalid-reuse-token", "invalid token: already used");
  }
  const project = state.createProject(pending.project, "pending-publisher", [pending.user]);
  const { project: _project, user: _user, ...identity } = pending;
  const publisher: Publisher = { ...identity, projects: new Set([project.normalizedName]) };
  state.publishers.push(publisher);
  const others = state.pendingPublishers.filter((each) => state.project(each.project) === project);
  for (const each of others) {
    removePending(context, each);
  }
  return publisher;
}

function removePending(context: IndexContext, pending: PendingPublisher): void {
  const at = context.state.pendingPublishers.indexOf(pending);
  if (at >= 0) {
    context.state.pendingPublishers.splice(at, 1);
  }
}
