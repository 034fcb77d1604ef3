import type { Secret } from "./secret.ts";

/** Faults show the value given, but never what stands before the @ of a URL. */
export function withoutCredentials(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/is, "$1***@");
}

/**
 * A value in the wrong place may be a secret, and one that is shown in part escapes
 * the runner's own masking: the password and whatever looks like an API token are
 * taken out, also where a URL has made them lower case.
 */
export function withoutSecrets(message: string, password: Secret): string {
  const whole = password.reveal();
  const hidden = message.replace(/pypi-[a-z0-9_-]{8,}…?/gi, "***");
  return whole.length < 4
    ? hidden
    : [whole, whole.toLowerCase()].reduce((text, value) => text.replaceAll(value, "***"), hidden);
}
