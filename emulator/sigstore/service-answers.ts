import { type Answer, json } from "../http/answer.ts";
import type { Exchange } from "../http/http-service.ts";
import { readBody } from "../http/request-body.ts";

/** A request refused on purpose. */
export class ServiceRefusal extends Error {
  override readonly name = "ServiceRefusal";
  readonly status: number;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;

  /** @param code What the body gives as `code`: the gRPC status with Fulcio, the HTTP status with Rekor. */
  constructor(status: number, code: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Answers with what `handle` gives, or with the refusal it throws, in the JSON form of both services. */
export async function answerOrRefuse(handle: () => Promise<Answer>): Promise<Answer> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof ServiceRefusal) {
      return json(error.status, { code: error.code, message: error.message }, error.headers);
    }
    throw error;
  }
}

/** A JSON object as the body of a request; undefined for anything else. */
export async function readJsonObject(exchange: Exchange): Promise<Record<string, unknown> | undefined> {
  try {
    return asRecord(JSON.parse((await readBody(exchange.request)).toString("utf8")));
  } catch {
    return undefined;
  }
}

/** The value at a path of keys, if it is text. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>((inner, key) => asRecord(inner)?.[key], value);
  return typeof found === "string" ? found : undefined;
}

/** The value as an object; undefined for lists and everything else. */
export function asRecord(value: unknown): Record<string, unknown> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}
