import { PublishError } from "../errors.ts";
import type { HttpSettings } from "../http/client.ts";
import type { Log } from "../ports.ts";
import { quote } from "../quote.ts";
import { Secret } from "../secret.ts";

const MOST_SECONDS = 3600;
const MOST_RUN_SECONDS = 6 * 3600;
const MOST_RETRIES = 20;

/**
 * What the environment asks of the transport: `PUBLISH_HTTP_TIMEOUT` in seconds and `PUBLISH_HTTP_RETRIES`,
 * for networks that are slower or less reliable than others.
 *
 * @throws PublishError `input-invalid` when one of them is no whole number within its bounds.
 */
export function readHttpSettings(): HttpSettings {
  const seconds = wholeNumber("PUBLISH_HTTP_TIMEOUT", 1, MOST_SECONDS);
  const retries = wholeNumber("PUBLISH_HTTP_RETRIES", 0, MOST_RETRIES);
  return { ...(seconds !== undefined && { idleMs: seconds * 1000 }), ...(retries !== undefined && { retries }) };
}

/**
 * Milliseconds a whole run may take, by `PUBLISH_TIMEOUT` in seconds; undefined when the environment does not say.
 *
 * @throws PublishError `input-invalid` as above.
 */
export function readRunTimeout(): number | undefined {
  const seconds = wholeNumber("PUBLISH_TIMEOUT", 1, MOST_RUN_SECONDS);
  return seconds === undefined ? undefined : seconds * 1000;
}

/** Has the log hide the passwords in the addresses of proxies, as they are written and as they are meant. */
export function maskProxyPasswords(log: Log): void {
  const names = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"];
  const written = names.map((name) => URL.parse(process.env[name] ?? "")?.password ?? "");
  for (const password of new Set(written.flatMap((one) => [one, decoded(one)]))) {
    log.mask(new Secret(password));
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function wholeNumber(name: string, least: number, most: number): number | undefined {
  const text = (process.env[name] ?? "").trim();
  if (text === "") {
    return undefined;
  }
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) {
    return value;
  }
  throw new PublishError("input-invalid", `The environment variable ${name} is ${quote(text)}.`, {
    remedy: `Accepted are whole numbers from ${least} to ${most}.`,
  });
}
