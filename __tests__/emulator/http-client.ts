import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";

export interface HttpReply {
  readonly status: number;
  /** Reason phrase, as it was on the wire. */
  readonly reason: string;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface HttpSend {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** Authority to trust for https. */
  readonly ca?: string | undefined;
}

/** One exchange on a connection of its own. Rejects when the answer does not come whole. */
export function send(url: string, options: HttpSend = {}): Promise<HttpReply> {
  const request = url.startsWith("https:") ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method: options.method ?? "GET", headers: { ...options.headers }, agent: false, ca: options.ca },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            reason: response.statusMessage ?? "",
            headers: response.headers,
            bytes,
            text: bytes.toString("utf8"),
          });
        });
      },
    );
    outgoing.once("error", reject);
    outgoing.end(options.body);
  });
}

/** The answer read as JSON. */
export function parsed(reply: HttpReply): Record<string, unknown> {
  const value: unknown = JSON.parse(reply.text);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
