import type { Dispatcher } from "undici";
import type { HttpRequest } from "./client.ts";
import { AnswerTooLarge, ExchangeError } from "./exchange-error.ts";

const BODY_CAP_BYTES = 1024 * 1024;

/**
 * What there is of the body; a refusal whose page is cut is still a refusal.
 *
 * @throws ExchangeError `answer-cut` for a success that is cut, and for a body larger than the request allows.
 */
export async function readBody(
  { url, bodyLimitBytes }: HttpRequest,
  { body, statusCode }: Dispatcher.ResponseData,
): Promise<string> {
  const limit = bodyLimitBytes ?? BODY_CAP_BYTES;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > limit) {
        break;
      }
    }
  } catch (error) {
    if (statusCode < 400) {
      throw new ExchangeError(url, { phase: "answer-cut", cause: error });
    }
  }
  if (length > limit && bodyLimitBytes !== undefined) {
    throw new ExchangeError(url, { phase: "answer-cut", cause: new AnswerTooLarge(limit) });
  }
  // TextDecoder drops a byte order mark, which some servers put before JSON.
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, limit));
}
