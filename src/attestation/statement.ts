import { member } from "../json.ts";
import { quote } from "../quote.ts";

/** Predicate types that indexes take (index rule A-13). */
export const PUBLISH = "https://docs.pypi.org/attestations/publish/v1";
export const PROVENANCE = "https://slsa.dev/provenance/v1";

export type PredicateType = typeof PUBLISH | typeof PROVENANCE;

/** Type of the signed payload (in-toto; https://github.com/secure-systems-lab/dsse). */
export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
/** Names of digests that the index knows; a statement with another one is no statement to it. */
const DIGEST_NAMES = new Set(["sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"]);

/** The one file a statement is about. */
export interface Subject {
  /** Bare file name. */
  readonly filename: string;
  /** SHA-256, lower-case hexadecimal. */
  readonly sha256: string;
}

/** The in-toto statement of a publish attestation: who signs it published this file (PEP 740, index rule A-12). */
export function publishStatement({ filename, sha256 }: Subject): Buffer {
  const statement = {
    _type: STATEMENT_TYPE,
    subject: [{ name: filename, digest: { sha256 } }],
    predicateType: PUBLISH,
    predicate: null,
  };
  return Buffer.from(JSON.stringify(statement), "utf8");
}

/**
 * Predicate type of a statement about the subject and nothing else (index rules ).
 *
 * @throws Error that says what is wrong with it.
 */
export function checkStatement(payload: Buffer, { filename, sha256 }: Subject): PredicateType {
  const statement = parse(payload);
  if (member(statement, "_type") !== STATEMENT_TYPE) {
    throw new Error("the payload is no in-toto statement of version 1");
  }
  const subjects = member(statement, "subject");
  if (!Array.isArray(subjects) || subjects.length !== 1) {
    throw new Error("the statement has not exactly one subject");
  }
  const name = member(subjects[0], "name");
  if (name !== filename) {
    throw new Error(`the subject is ${shown(name)}, not this file`);
  }
  const digest = member(subjects[0], "digest");
  if (Object.entries(digest ?? {}).some(([kind, value]) => !DIGEST_NAMES.has(kind) || typeof value !== "string")) {
    throw new Error("the subject has a digest that the index does not know");
  }
  if (member(digest, "sha256") !== sha256) {
    throw new Error("the SHA-256 of the subject is not that of the file");
  }
  return predicateTypeOf(statement);
}

function predicateTypeOf(statement: unknown): PredicateType {
  const predicate = member(statement, "predicate") ?? null;
  if (typeof predicate !== "object" || Array.isArray(predicate)) {
    throw new Error("the predicate is no object");
  }
  const type = member(statement, "predicateType");
  if (type !== PUBLISH && type !== PROVENANCE) {
    throw new Error(`the index does not take the predicate type ${shown(type)}`);
  }
  return type;
}

function shown(value: unknown): string {
  return typeof value === "string" ? quote(value, 200) : "no text";
}

function parse(payload: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch (cause) {
    throw new Error("the payload is not JSON", { cause });
  }
}
