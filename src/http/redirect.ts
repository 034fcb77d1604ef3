import { PublishError } from "../errors.ts";
import { redact, Secret } from "../secret.ts";
import type { HttpAnswer, HttpRequest } from "./client.ts";

const MAX_REDIRECTS = 3;

/**
 * Where an answer sends the request; undefined when the answer is to be taken as it is.
 *
 * @param followed redirects followed so far
 * @throws PublishError `redirect-refused` for another origin, an address that repeats the credential, and a circle.
 */
export function followRedirect(asked: HttpRequest, answer: HttpAnswer, followed: number): URL | undefined {
  const target = redirectTarget(answer, asked.method);
  if (target === undefined) {
    return undefined;
  }
  const { origin, pathname } = answer.url;
  if (origin !== target.origin) {
    throw new RedirectRefused(answer.url, target);
  }
  assertNoEcho(asked, target);
  if (followed === MAX_REDIRECTS) {
    const from = `${origin}${pathname.slice(0, 200)}`;
    throw new PublishError("redirect-refused", `${from} redirects more than ${MAX_REDIRECTS} times.`, {
      remedy: "Check `repository-url`.",
    });
  }
  return target;
}

/**
 * A POST follows only 307 and 308: the others would turn it into a GET, and an
 * upload that became a page view looks like a success.
 */
function redirectTarget(answer: HttpAnswer, method: HttpRequest["method"]): URL | undefined {
  const followed = method === "GET" ? [301, 302, 303, 307, 308] : [307, 308];
  const location = answer.headers.location;
  if (!followed.includes(answer.status) || typeof location !== "string" || !URL.canParse(location, answer.url.href)) {
    return undefined;
  }
  const target = new URL(location, answer.url);
  target.username = "";
  target.password = "";
  return target.protocol === "http:" || target.protocol === "https:" ? target : undefined;
}

/** Messages name the address that answered: one that repeats the credential would have it shown. */
function assertNoEcho({ authorization, body }: HttpRequest, target: URL): void {
  const secrets = [
    ...(authorization === undefined ? [] : secretsIn(authorization)),
    ...(typeof body === "string" ? [new Secret(body)] : []),
  ];
  if (redact(target.href, secrets) !== target.href) {
    throw new PublishError("redirect-refused", `${target.origin} redirects to an address that holds the credential.`, {
      remedy: "Check `repository-url`, and that this is the index it should be.",
    });
  }
}

/** The value of an Authorization header, and the password or token in it. */
export function secretsIn(authorization: Secret): readonly Secret[] {
  const login = Buffer.from(authorization.reveal().replace(/^Basic /, ""), "base64").toString();
  return [authorization, new Secret(login.slice(login.indexOf(":") + 1))];
}

/** A redirect to another origin, which was not followed. */
export class RedirectRefused extends PublishError {
  override readonly name = "RedirectRefused";
  readonly target: URL;

  constructor(from: URL, target: URL) {
    super("redirect-refused", `${from.origin} redirects to another origin, ${target.origin}.`, {
      remedy: `Credentials never leave their origin. If ${target.origin} is the right index, name it in \`repository-url\`.`,
    });
    this.target = target;
  }
}
