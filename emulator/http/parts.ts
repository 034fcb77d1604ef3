import type { IncomingMessage } from "node:http";
import { boundaryOf, headerParameters, type PartHeaders, type PartSink, readMultipart } from "./multipart.ts";

/** One part of a multipart body, as it came. */
export interface FormPart {
  /** `name` of the Content-Disposition. */
  readonly name: string;
  /** Plain `filename` of the Content-Disposition; undefined when there is none. */
  readonly filename: string | undefined;
  /** Header fields in the order and spelling received. */
  readonly headers: PartHeaders;
  readonly bytes: Buffer;
  /** The bytes read as UTF-8. */
  readonly value: string;
}

/** All parts of a multipart request, in memory; undefined when it is no multipart form. */
export async function readParts(request: IncomingMessage): Promise<FormPart[] | undefined> {
  const boundary = boundaryOf(request.headers["content-type"] ?? "");
  if (boundary === undefined) {
    return undefined;
  }
  const parts: FormPart[] = [];
  await readMultipart(request, boundary, (headers) => keepPart(headers, parts));
  return parts;
}

function keepPart(headers: PartHeaders, parts: FormPart[]): PartSink {
  const chunks: Buffer[] = [];
  return {
    write: (chunk) => void chunks.push(Buffer.from(chunk)),
    end: () => {
      const disposition = headers.find(([name]) => name.toLowerCase() === "content-disposition")?.[1] ?? "";
      const parameters = headerParameters(disposition);
      const bytes = Buffer.concat(chunks);
      parts.push({
        name: parameters.get("name") ?? "",
        filename: parameters.get("filename"),
        headers,
        bytes,
        value: bytes.toString("utf8"),
      });
    },
  };
}
