import type { IndexContext } from "./context.ts";
import { Refusal, refuse, seeHelp, seeUrl } from "./refusal.ts";
import { findToken, type PresentedToken } from "./tokens.ts";

/** Who uploads: the holder of a token, or the user of an index that takes passwords. */
export type Identity =
  | { readonly kind: "token"; readonly presented: PresentedToken }
  | { readonly kind: "password"; readonly user: string };

/** Checks the switches, then the credentials (rules H-25, H-23, H-24). Throws when there is no identity. */
export function identify(context: IndexContext, authorization: string | undefined): Identity {
  if (context.switches.readOnly) {
    throw refuse(403, "Read-only mode: Uploads are temporarily disabled.");
  }
  if (context.switches.uploadsDisabled) {
    throw refuse(403, `New uploads are temporarily disabled. ${seeHelp("admin-intervention")}`);
  }
  const [scheme = "", credentials = ""] = splitOnce(authorization ?? "", " ");
  switch (scheme.toLowerCase()) {
    case "basic":
      return identifyBasic(context, credentials);
    case "bearer":
    case "token":
      return identifyToken(context, credentials);
    default:
      throw unauthenticated();
  }
}

function identifyBasic(context: IndexContext, credentials: string): Identity {
  const decoded = decodeBase64(credentials.trim());
  const [user, password] = decoded === undefined ? [] : splitOnce(decoded, ":");
  if (user === undefined || password === undefined) {
    throw unauthenticated();
  }
  if (user === "__token__") {
    return identifyToken(context, password.trim());
  }
  const accepted = context.options.userPassword;
  if (accepted !== undefined) {
    if (accepted.user === user && accepted.password === password) {
      return { kind: "password", user };
    }
    throw unauthenticated();
  }
  // The text is in the status line and in `code`, not in the message (rule H-20).
  throw new Refusal(403, {
    reason: `Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted Publishers instead. ${seeUrl("https://pypi.org/help/#apitoken")}`,
  });
}

function identifyToken(context: IndexContext, raw: string): Identity {
  const presented = findToken(context, raw);
  if (presented === undefined) {
    throw unauthenticated();
  }
  return { kind: "token", presented };
}

function unauthenticated(): Refusal {
  return refuse(403, `Invalid or non-existent authentication information. ${seeHelp("invalid-auth")}`);
}

function decodeBase64(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) {
    return undefined;
  }
  return Buffer.from(text, "base64").toString("utf8");
}

function splitOnce(text: string, separator: string): [string, string] | [string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
