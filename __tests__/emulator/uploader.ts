import type { EmulatedIndex } from "../../emulator/index/index-server.ts";
import { type BuiltArchive, buildSdist, buildWheel } from "../builders/archives.ts";
import { buildUpload, type UploadFormOptions } from "../builders/upload-form.ts";
import { type HttpReply, send } from "./http-client.ts";

export interface UploadOptions extends UploadFormOptions {
  /** Default: a new token of the default user. */
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Query of the upload address. */
  readonly query?: string;
}

/** An issuer nobody asks, for tests without identity tokens. */
export const NO_ISSUER = "http://127.0.0.1:9";

/** `pkg-1.0-py3-none-any.whl`, changed by the options. */
export function wheel(options: Parameters<typeof buildWheel>[0] = {}): BuiltArchive {
  return buildWheel({ name: "pkg", version: "1.0", ...options });
}

/** `pkg-1.0.tar.gz`, changed by the options. */
export function sdist(options: Parameters<typeof buildSdist>[0] = {}): BuiltArchive {
  return buildSdist({ name: "pkg", version: "1.0", ...options });
}

/** Uploads one archive as a careful client would, asking for JSON. */
export function upload(
  index: EmulatedIndex,
  archive: BuiltArchive = wheel(),
  options: UploadOptions = {},
): Promise<HttpReply> {
  const { contentType, body } = buildUpload(archive, options);
  return send(`${index.uploadUrl}${options.query ?? ""}`, {
    method: "POST",
    headers: {
      accept: "application/json",
      authorization: basic(options.token ?? index.addApiToken()),
      "content-type": contentType,
      "content-length": String(body.length),
      ...options.headers,
    },
    body,
    ca: index.caCertificate,
  });
}

/** Authorization for a token. */
export function basic(token: string, user = "__token__"): string {
  return `Basic ${Buffer.from(`${user}:${token}`).toString("base64")}`;
}

/** Status and text of a reply, as the index puts them into `code`. */
export function verdict(reply: HttpReply): string {
  return `${reply.status} ${Buffer.from(reply.reason, "latin1").toString("latin1")}`;
}
