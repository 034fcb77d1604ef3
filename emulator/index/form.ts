import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Exchange } from "../http/http-service.ts";
import { boundaryOf, headerParameters, type PartHeaders, type PartSink, readMultipart } from "../http/multipart.ts";
import type { RecordedField } from "../http/recorded-request.ts";
import { readBody } from "../http/request-body.ts";
import { type Content, type DigestName, Spool } from "./content.ts";
import type { IndexContext } from "./context.ts";
import { badRequest, Refusal, ServerFailure } from "./refusal.ts";

export interface FilePart {
  readonly filename: string;
  /** Content-Type of the part; undefined when it has none. */
  readonly contentType: string | undefined;
  readonly content: Content;
}

/** The parts of an upload as received, in order, before anything is judged. */
export interface ReceivedForm {
  readonly fields: readonly RecordedField[];
  /** Names of all parts that are files. */
  readonly fileFields: readonly string[];
  /** Parts whose charset nobody knows (rule H-05). */
  readonly undecodable: boolean;
  /** The last file part called `content`. */
  readonly file: FilePart | undefined;
}

/** Reads the body of an upload; file bytes go to the spool folder. Throws for a body without boundary (rule H-05). */
export async function receiveForm(context: IndexContext, exchange: Exchange): Promise<ReceivedForm> {
  const contentType = exchange.request.headers["content-type"] ?? "";
  const mediaType = contentType.split(";")[0]?.trim().toLowerCase();
  if (mediaType === "application/x-www-form-urlencoded") {
    const text = (await readBody(exchange.request)).toString("utf8");
    const fields = [...new URLSearchParams(text)].map(([name, value]) => ({ name, value }));
    return { fields, fileFields: [], undecodable: false, file: undefined };
  }
  if (mediaType !== "multipart/form-data") {
    return { fields: [], fileFields: [], undecodable: false, file: undefined };
  }
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) {
    throw new Refusal(400, { detail: "Invalid Form Data." });
  }
  const receiver = new FormReceiver(context);
  try {
    await readMultipart(exchange.request, boundary, (headers) => receiver.open(headers));
  } catch (error) {
    await receiver.abandon();
    throw error;
  }
  return receiver.form();
}

class FormReceiver {
  readonly #context: IndexContext;
  readonly #fields: RecordedField[] = [];
  readonly #fileFields: string[] = [];
  readonly #spools = new Set<Spool>();
  #undecodable = false;
  #file: FilePart | undefined;

  constructor(context: IndexContext) {
    this.#context = context;
  }

  open(headers: PartHeaders): PartSink {
    const disposition = headerParameters(headerValue(headers, "content-disposition") ?? "");
    const name = disposition.get("name") ?? "";
    const filename = disposition.get("filename") ?? "";
    const contentType = headerValue(headers, "content-type");
    // Only a plain, non-empty filename makes a part a file (rule H-08).
    return filename === "" ? this.#textSink(name, contentType) : this.#fileSink(name, filename, contentType);
  }

  form(): ReceivedForm {
    return {
      fields: this.#fields,
      fileFields: this.#fileFields,
      undecodable: this.#undecodable,
      file: this.#file,
    };
  }

  async abandon(): Promise<void> {
    await Promise.all([...this.#spools].map((spool) => spool.abandon()));
  }

  #textSink(name: string, contentType: string | undefined): PartSink {
    const chunks: Buffer[] = [];
    return {
      write: (chunk) => void chunks.push(chunk),
      end: () => {
        const charset = headerParameters(contentType ?? "").get("charset") ?? "utf-8";
        this.#fields.push({ name, value: this.#decode(Buffer.concat(chunks), charset) });
      },
    };
  }

  #decode(bytes: Buffer, charset: string): string {
    try {
      return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
    } catch {
      this.#undecodable = true;
      return "";
    }
  }

  /** Digests whose fields came before the file: computed as it arrives. */
  #digestsSent(): DigestName[] {
    const { compareBlake2 = true } = this.#context.options;
    const names = this.#fields.filter(({ value }) => value !== "").map((field) => digestOf(field.name));
    const sent = new Set(names.filter((name) => name !== undefined));
    if (!compareBlake2) {
      sent.delete("blake2_256");
    }
    return [...sent];
  }

  #fileSink(name: string, filename: string, contentType: string | undefined): PartSink {
    this.#fileFields.push(name);
    if (name !== "content") {
      return { write: () => undefined, end: () => undefined };
    }
    const { keepBytes = true, inspectArchives = true } = this.#context.options;
    const path = join(this.#context.spoolFolder, randomUUID());
    const opening = Spool.create(path, keepBytes || inspectArchives, this.#digestsSent());
    return {
      write: async (chunk) => {
        const spool = await opening;
        this.#spools.add(spool);
        await spool.write(chunk);
      },
      end: async () => {
        const spool = await opening;
        this.#spools.delete(spool);
        this.#file = { filename, contentType, content: await spool.finish() };
      },
    };
  }
}

function digestOf(field: string): DigestName | undefined {
  return field === "md5_digest" ? "md5" : field === "blake2_256_digest" ? "blake2_256" : undefined;
}

function headerValue(headers: PartHeaders, name: string): string | undefined {
  return headers.find(([header]) => header.toLowerCase() === name)?.[1];
}

/** The text fields after the clean-up, by name; several values only where a field was repeated. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/** The clean-up before anything is judged (rules H-10, H-11, H-07). */
export function sanitize(form: ReceivedForm): FormFields {
  if (form.undecodable) {
    throw new ServerFailure("a part with an unknown charset is not handled (H-05)");
  }
  const fields = new Map<string, string[]>();
  for (const { name, value } of form.fields) {
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  for (const [name, values] of fields) {
    const last = values.at(-1) ?? "";
    if (last.trim() === "UNKNOWN") {
      fields.delete(name);
    } else if (last.includes("\u0000")) {
      fields.set(name, [last.replaceAll("\u0000", "\\x00")]);
    }
  }
  const stray = form.fileFields.find((name) => name !== "content" && name !== "gpg_signature");
  if (stray !== undefined) {
    throw badRequest(`${stray}: Should not be a tuple.`);
  }
  return fields;
}

/** The value the index uses for a single field, or undefined: the first one sent. */
export function single(fields: FormFields, name: string): string | undefined {
  return fields.get(name)?.[0];
}
