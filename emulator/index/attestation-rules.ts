import { parseWheelOrSdistName } from "./attested-name.ts";
import type { IndexContext } from "./context.ts";
import type { Identity } from "./identity.ts";
import { badRequest } from "./refusal.ts";

const PREDICATE_TYPES = ["https://docs.pypi.org/attestations/publish/v1", "https://slsa.dev/provenance/v1"];
const MOST_ATTESTATIONS = 2;

interface Attestation {
  readonly statement: string;
}

/**
 * Rules: who may send attestations, their shape,
 * and the statement inside. Certificates, signatures and log entries are not
 * verified here.
 *
 * @returns the attestations as sent, to be stored; none when the feature is off.
 */
export function checkAttestations(
  context: IndexContext,
  identity: Identity,
  field: string | undefined,
  file: { readonly filename: string; readonly sha256: string },
): readonly unknown[] {
  if (field === undefined || !context.switches.attestations) {
    return [];
  }
  if (identity.kind !== "token" || identity.presented.record.kind !== "minted") {
    throw refused("Attestations are only supported when using Trusted Publishing");
  }
  const values = parseArray(field);
  const attestations = values.map(readAttestation);
  if (attestations.length === 0) {
    throw refused("Malformed attestations: an empty attestation set is not permitted");
  }
  if (attestations.length > MOST_ATTESTATIONS) {
    throw refused(`A maximum of ${MOST_ATTESTATIONS} attestations per file are supported`);
  }
  const types = attestations.map((attestation) => checkStatement(attestation, file));
  const repeated = types.find((type, index) => types.indexOf(type) < index);
  if (repeated !== undefined) {
    throw refused(
      `Multiple attestations for the same file with the same predicate type (${repeated}) are not supported`,
    );
  }
  return values;
}

function refused(detail: string): Error {
  return badRequest(`Invalid attestations supplied during upload: ${detail}`);
}

/** The validator's text has several lines and breaks the status line (rules A-03, H-22). */
function malformed(place: string, problem: string): Error {
  return refused(`Malformed attestations: 1 validation error for the list of attestations\n${place}\n  ${problem}`);
}

function parseArray(field: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(field);
  } catch {
    throw malformed("", "Invalid JSON");
  }
  if (!Array.isArray(value)) {
    throw malformed("", "Input should be a valid array");
  }
  return value;
}

/** Rule A-03. */
function readAttestation(value: unknown, index: number): Attestation {
  const attestation = record(value, `${index}`);
  if (attestation.version !== 1) {
    throw malformed(`${index}.version`, "Input should be 1");
  }
  const material = record(attestation.verification_material, `${index}.verification_material`);
  base64(material.certificate, `${index}.verification_material.certificate`);
  const entries = material.transparency_entries;
  if (!Array.isArray(entries) || entries.length === 0) {
    throw malformed(`${index}.verification_material.transparency_entries`, "A list with at least one item is needed");
  }
  for (const [at, entry] of entries.entries()) {
    record(entry, `${index}.verification_material.transparency_entries.${at}`);
  }
  const envelope = record(attestation.envelope, `${index}.envelope`);
  base64(envelope.signature, `${index}.envelope.signature`);
  return { statement: base64(envelope.statement, `${index}.envelope.statement`) };
}

function record(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw malformed(place, value === undefined ? "Field required" : "Input should be an object");
  }
  return { ...value };
}

function base64(value: unknown, place: string): string {
  if (typeof value !== "string") {
    throw malformed(place, value === undefined ? "Field required" : "Input should be a text");
  }
  if (value === "" || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) {
    throw malformed(place, "Input should be base64 with padding");
  }
  return value;
}

/** Rules; the predicate type is the result. */
function checkStatement(
  attestation: Attestation,
  file: { readonly filename: string; readonly sha256: string },
): string {
  let statement: Record<string, unknown>;
  try {
    statement = { ...JSON.parse(Buffer.from(attestation.statement, "base64").toString("utf8")) };
  } catch {
    throw unverified("invalid statement: not JSON");
  }
  if (statement._type !== "https://in-toto.io/Statement/v1" || !Array.isArray(statement.subject)) {
    throw unverified("invalid statement: not an in-toto statement of version 1");
  }
  const subjects: unknown[] = statement.subject;
  if (subjects.length !== 1) {
    throw unverified("too many subjects in statement (must be exactly one)");
  }
  checkSubject(subjects[0], file);
  const type = statement.predicateType;
  if (typeof type !== "string" || !PREDICATE_TYPES.includes(type)) {
    throw unverified(`unknown attestation type: ${String(type)}`);
  }
  return type;
}

function checkSubject(value: unknown, file: { readonly filename: string; readonly sha256: string }): void {
  const subject = fieldsOf(value);
  const name = subject.name;
  if (typeof name !== "string" || parseWheelOrSdistName(name) === undefined) {
    throw unverified("invalid subject: no name of a distribution");
  }
  if (parseWheelOrSdistName(name) !== parseWheelOrSdistName(file.filename)) {
    throw unverified(`subject does not match distribution name: ${name} != ${file.filename}`);
  }
  if (fieldsOf(subject.digest).sha256 !== file.sha256) {
    throw unverified("subject does not match distribution digest");
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function unverified(reason: string): Error {
  return refused(
    `Could not verify the uploaded artifact using the included attestation: Verification failed: ${reason}`,
  );
}
