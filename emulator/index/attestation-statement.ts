import { Unverified } from "./attestation-unverified.ts";
import { parseWheelOrSdistName } from "./attested-name.ts";

/** The uploaded file. */
export interface AttestedFile {
  readonly filename: string;
  /** Lower-case hex. */
  readonly sha256: string;
}

const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const PREDICATE_TYPES = ["https://docs.pypi.org/attestations/publish/v1", "https://slsa.dev/provenance/v1"];
const DIGEST_NAMES = ["sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"];

interface Statement {
  readonly subjects: readonly Subject[];
  readonly predicateType: string;
}

interface Subject {
  readonly name: string | null;
  readonly sha256: string | undefined;
}

/**
 * Verifies that a statement is about the file (rules ).
 *
 * @returns the predicate type.
 * @throws Unverified
 */
export function verifyStatement(payload: Buffer, file: AttestedFile): string {
  const { subjects, predicateType } = readStatement(payload);
  const [subject] = subjects;
  if (subject === undefined || subjects.length !== 1) {
    throw new Unverified("too many subjects in statement (must be exactly one)");
  }
  const { name } = subject;
  if (name === null || name === "") {
    throw new Unverified("invalid subject: missing name");
  }
  const parsed = parseWheelOrSdistName(name);
  if (parsed === undefined) {
    throw new Unverified(`invalid subject: unknown distribution format: ${name}`);
  }
  if (parsed !== parseWheelOrSdistName(file.filename)) {
    throw new Unverified(`subject does not match distribution name: ${name} != ${file.filename}`);
  }
  if (subject.sha256 !== file.sha256) {
    throw new Unverified("subject does not match distribution digest");
  }
  if (!PREDICATE_TYPES.includes(predicateType)) {
    throw new Unverified(`unknown attestation type: ${predicateType}`);
  }
  return predicateType;
}

function readStatement(payload: Buffer): Statement {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch {
    throw invalid("", "Invalid JSON");
  }
  const statement = members(value) ?? {};
  if (statement._type !== STATEMENT_TYPE) {
    throw invalid("_type", `Input should be '${STATEMENT_TYPE}'`);
  }
  if (!Array.isArray(statement.subject) || statement.subject.length === 0) {
    throw invalid("subject", "List should have at least 1 item after validation");
  }
  const { predicateType, predicate } = statement;
  if (typeof predicateType !== "string") {
    throw invalid("predicateType", "Input should be a valid string");
  }
  if (predicate !== undefined && predicate !== null && members(predicate) === undefined) {
    throw invalid("predicate", "Input should be a valid dictionary");
  }
  return { subjects: statement.subject.map(readSubject), predicateType };
}

function readSubject(value: unknown, index: number): Subject {
  const place = `subject.${index}`;
  const subject = members(value);
  const digest = members(subject?.digest);
  const name = subject?.name;
  if (subject === undefined || digest === undefined) {
    throw invalid(`${place}.digest`, "Field required");
  }
  if (typeof name !== "string" && name !== null) {
    throw invalid(`${place}.name`, name === undefined ? "Field required" : "Input should be a valid string");
  }
  for (const [algorithm, hex] of Object.entries(digest)) {
    if (!DIGEST_NAMES.includes(algorithm) || typeof hex !== "string") {
      throw invalid(`${place}.digest.${algorithm}`, `Input should be ${DIGEST_NAMES.join(", ")}, with a valid string`);
    }
  }
  return { name, sha256: typeof digest.sha256 === "string" ? digest.sha256 : undefined };
}

function members(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
}

function invalid(place: string, problem: string): Unverified {
  return new Unverified(`invalid statement: 1 validation error for _Statement\n${place}\n  ${problem}`);
}
