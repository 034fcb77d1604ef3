import type { X509Certificate } from "node:crypto";
import { parseJson } from "../http/answer-text.ts";
import type { HttpAnswer, HttpRequest } from "../http/client.ts";
import { member } from "../json.ts";
import type { TransparencyEntry } from "./attestation.ts";
import { ATTEMPT_MS, asked, askService, type Connection, refusedBy, signingFailed } from "./sigstore-service.ts";
import { PAYLOAD_TYPE } from "./statement.ts";

/** A signed statement. */
export interface SignedStatement {
  readonly statement: Buffer;
  /** ECDSA over the DSSE encoding, DER. */
  readonly signature: Buffer;
  readonly certificate: X509Certificate;
}

export type RekorConnection = Connection & { readonly rekorUrl: URL };

/**
 * Enters a signed statement into the transparency log, as a `dsse` entry of version 0.0.1
 * (https://github.com/sigstore/rekor/blob/main/openapi.yaml, `createLogEntry`). When an answer is lost and the repeated
 * request meets the entry that was made, that one is fetched.
 *
 * @returns undefined when the log holds the entry and does not hand it out: another signature makes another entry.
 * @throws PublishError `attestation-signing-failed`
 */
export async function enterIntoLog(
  connection: RekorConnection,
  signed: SignedStatement,
  filename: string,
): Promise<TransparencyEntry | undefined> {
  const question = { what: `the log entry of ${filename}`, service: `Rekor at ${connection.rekorUrl.origin}` };
  const body = proposedEntry(signed);
  const answer = await askService(connection, {
    ...question,
    request: () => ({
      method: "POST",
      url: new URL("api/v1/log/entries", connection.rekorUrl),
      accept: "application/json",
      body,
      totalMs: ATTEMPT_MS,
    }),
  });
  if (answer.status === 409) {
    return existingEntry(connection, question, answer);
  }
  if (answer.status >= 300) {
    throw await refusedBy(connection, question, answer);
  }
  const entry = readEntry(answer.body);
  if (entry === undefined) {
    throw signingFailed(
      connection,
      `${question.service} answers with something that is no log entry, for ${filename}.`,
    );
  }
  return entry;
}

function proposedEntry({ statement, signature, certificate }: SignedStatement): string {
  const envelope = {
    payload: statement.toString("base64"),
    payloadType: PAYLOAD_TYPE,
    signatures: [{ sig: signature.toString("base64"), keyid: "" }],
  };
  return JSON.stringify({
    apiVersion: "0.0.1",
    kind: "dsse",
    spec: {
      proposedContent: {
        envelope: JSON.stringify(envelope),
        verifiers: [Buffer.from(certificate.toString()).toString("base64")],
      },
    },
  });
}

/** The entry that a conflict points to; its address is of the log's own making and not followed elsewhere. */
async function existingEntry(
  connection: RekorConnection,
  question: { readonly what: string; readonly service: string },
  conflict: HttpAnswer,
): Promise<TransparencyEntry | undefined> {
  const id = /\/([0-9a-f]{64,80})\/?$/.exec(String(conflict.headers.location ?? ""))?.[1];
  if (id === undefined) {
    return undefined;
  }
  const request: HttpRequest = {
    method: "GET",
    url: new URL(`api/v1/log/entries/${id}`, connection.rekorUrl),
    accept: "application/json",
    totalMs: ATTEMPT_MS,
  };
  const { outcome } = await asked(connection, { ...question, request: () => request });
  return "status" in outcome && outcome.status === 200 ? readEntry(outcome.body) : undefined;
}

/** An entry in Rekor's form (numbers, hexadecimal) as bundles have it (text, base64). */
function readEntry(body: string): TransparencyEntry | undefined {
  const parsed = parseJson(body);
  const [entry, ...others] = typeof parsed === "object" && parsed !== null ? Object.values(parsed) : [];
  const canonicalizedBody = text(member(entry, "body"));
  const verification = member(entry, "verification");
  const proof = member(verification, "inclusionProof");
  const hashes = member(proof, "hashes");
  if (others.length > 0 || canonicalizedBody === "" || !Array.isArray(hashes)) {
    return undefined;
  }
  const kindOf = parseJson(Buffer.from(canonicalizedBody, "base64").toString("utf8"));
  return {
    logIndex: whole(member(entry, "logIndex")),
    logId: { keyId: base64(member(entry, "logID")) },
    kindVersion: { kind: text(member(kindOf, "kind")), version: text(member(kindOf, "apiVersion")) },
    integratedTime: whole(member(entry, "integratedTime")),
    inclusionPromise: { signedEntryTimestamp: text(member(verification, "signedEntryTimestamp")) },
    inclusionProof: {
      logIndex: whole(member(proof, "logIndex")),
      rootHash: base64(member(proof, "rootHash")),
      treeSize: whole(member(proof, "treeSize")),
      hashes: hashes.map(base64),
      checkpoint: { envelope: text(member(proof, "checkpoint")) },
    },
    canonicalizedBody,
  };
}

/** What is missing becomes empty, and the strict reading of the finished attestation finds it. */
function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function whole(value: unknown): string {
  return Number.isSafeInteger(value) ? String(value) : "";
}

function base64(hexadecimal: unknown): string {
  return Buffer.from(text(hexadecimal), "hex").toString("base64");
}
