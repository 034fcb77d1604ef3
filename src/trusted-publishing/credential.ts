import { Secret } from "../secret.ts";

/** What proves the right to upload. */
export type Credential =
  /** A short-lived API token from trusted publishing; `expiresAt` in milliseconds since the epoch. */
  | { readonly kind: "minted"; readonly token: Secret; readonly expiresAt: number }
  | { readonly kind: "api-token"; readonly token: Secret }
  | { readonly kind: "basic"; readonly user: string; readonly password: Secret };

/** User name that goes with API tokens (index rule H-23). */
export const TOKEN_USER = "__token__";

/** The credential that user name and password are, told apart as indexes do. */
export function givenCredential(user: string, password: Secret): Credential {
  return user === TOKEN_USER ? { kind: "api-token", token: password } : { kind: "basic", user, password };
}

/** The value of the Authorization header (index rule H-23: Basic, the token as password of `__token__`). */
export function authorization(credential: Credential): Secret {
  return new Secret(`Basic ${basicValue(credential).reveal()}`);
}

/** Every form in which the credential goes over the wire, to be masked before it does. */
export function secretForms(credential: Credential): Secret[] {
  if (credential.kind !== "basic") {
    return [credential.token, basicValue(credential)];
  }
  const { user, password } = credential;
  if (password.isEmpty) {
    // Some registries take a token as user name and no password.
    return user === "" ? [] : [new Secret(user), basicValue(credential)];
  }
  return [password, basicValue(credential)];
}

function basicValue(credential: Credential): Secret {
  const [user, password] =
    credential.kind === "basic" ? [credential.user, credential.password] : [TOKEN_USER, credential.token];
  return new Secret(Buffer.from(`${user}:${password.reveal()}`, "utf8").toString("base64"));
}
