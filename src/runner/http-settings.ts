import { PublishError } from "../errors.ts";
import type { HttpSettings } from "../http/client.ts";
import { quote } from "../quote.ts";

const MOST_SECONDS = 3600;
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
