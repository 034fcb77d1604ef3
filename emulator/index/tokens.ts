import { randomBytes, randomUUID } from "node:crypto";
import { pythonRepr } from "../../src/standards/python-repr.ts";
import type { IndexContext } from "./context.ts";
import { decodeToken, encodeToken, type Macaroon, makeMacaroon, signatureMatches } from "./macaroon.ts";
import { refuse } from "./refusal.ts";
import type { Project, Publisher, Token } from "./state.ts";

/** How long an expired token is still told apart from an unknown one, in seconds (rule O-15). */
const EXPIRED_TOKENS_KEPT_SECONDS = 86_400;

/** Mints a token for all projects of a publisher (rules O-14 to O-17). */
export function mintToken(
  context: IndexContext,
  publisher: Publisher,
  claims: Readonly<Record<string, unknown>>,
): Token {
  const now = Math.floor(context.now() / 1000);
  const expires = now + context.tokenLifetimeSeconds;
  const projectIds = [...publisher.projects].map((name) => context.state.projects.get(name)?.id ?? name);
  const caveats = [
    [4, publisher.id, null],
    [2, projectIds],
    [0, expires, now],
  ];
  return issue(context, { kind: "minted", user: undefined, publisher, claims, expires }, caveats);
}

/** Makes an API token of a user, for all projects or for the given ones. */
export function issueUserToken(context: IndexContext, user: string, projects: readonly Project[] | undefined): Token {
  const scope =
    projects === undefined
      ? [[3, user]]
      : [
          [1, projects.map((project) => project.normalizedName)],
          [2, projects.map((project) => project.id)],
        ];
  const owner = { kind: "user", user, publisher: undefined, claims: undefined, expires: undefined } as const;
  return issue(context, owner, scope);
}

function issue(
  context: IndexContext,
  owner: Pick<Token, "kind" | "user" | "publisher" | "claims" | "expires">,
  caveatValues: readonly unknown[],
): Token {
  const key = randomBytes(32);
  const id = randomUUID();
  const caveats = caveatValues.map((caveat) => JSON.stringify(caveat));
  const token: Token = {
    ...owner,
    id,
    key,
    caveats,
    token: encodeToken(makeMacaroon(key, context.host, id, caveats)),
    createdAt: context.now(),
    burnedAt: undefined,
    usedFor: [],
    kept: !context.switches.readOnly,
  };
  context.state.tokens.push(token);
  return token;
}

/** A token as presented: the macaroon the client sent and the record it belongs to. */
export interface PresentedToken {
  readonly macaroon: Macaroon;
  readonly record: Token;
}

/** The token behind a raw value, or undefined when there is no identity behind it (rule H-23). */
export function findToken(context: IndexContext, raw: string): PresentedToken | undefined {
  const macaroon = decodeToken(raw);
  const record = context.state.tokens.find((token) => token.id === macaroon?.identifier);
  if (macaroon === undefined || record === undefined || !record.kept || record.burnedAt !== undefined) {
    return undefined;
  }
  const now = context.now() / 1000;
  if (record.expires !== undefined && now > record.expires + EXPIRED_TOKENS_KEPT_SECONDS) {
    return undefined;
  }
  return { macaroon, record };
}

/** Throws unless every restriction of the token admits the project (rule P-12). */
export function checkRestrictions(context: IndexContext, presented: PresentedToken, project: Project): void {
  const { macaroon, record } = presented;
  const failures: string[] = [];
  for (const caveat of [...record.caveats, ...macaroon.caveats]) {
    const failure = failureOf(context, caveat, record, project);
    if (failure !== undefined) {
      failures.push(failure);
    }
  }
  if (failures.length === 0 && !signatureMatches(macaroon, record.key)) {
    failures.push("signatures do not match");
  }
  if (failures.length > 0) {
    throw refuse(403, `Invalid API Token: ${failures.join(", ")}`);
  }
}

function failureOf(context: IndexContext, text: string, record: Token, project: Project): string | undefined {
  const caveat = parseCaveat(text);
  if (caveat === undefined) {
    return "unknown error";
  }
  const [tag, first, second] = caveat;
  const now = context.now() / 1000;
  switch (tag) {
    case 0:
      return Number(second) <= now && now < Number(first) ? undefined : expiryFailure(Number(first), now);
    case 1:
      return isListWith(first, project.normalizedName) ? undefined : scopeFailure(project);
    case 2:
      return isListWith(first, project.id) ? undefined : scopeFailure(project);
    case 3:
      return record.user === first ? undefined : "user-scoped token is not valid for this user";
    case 4:
      return record.publisher?.id === first && record.publisher?.projects.has(project.normalizedName)
        ? undefined
        : `OIDC scoped token is not valid for project ${pythonRepr(project.name)}`;
    default:
      return `caveat has unknown tag: ${tag}`;
  }
}

function parseCaveat(text: string): [number, ...unknown[]] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) && Number.isInteger(value[0])) {
      return [Number(value[0]), ...value.slice(1)];
    }
  } catch {
    // Not JSON: no caveat.
  }
  return undefined;
}

function expiryFailure(expires: number, now: number): string {
  return now >= expires ? "token is expired" : "token is not yet valid";
}

function scopeFailure(project: Project): string {
  return `project-scoped token is not valid for project: ${pythonRepr(project.name)}`;
}

function isListWith(list: unknown, value: string): boolean {
  return Array.isArray(list) && list.includes(value);
}
