import { decodeBase64 } from "./attestation-base64.ts";

/** An attestation as sent, decoded (PEP 740). */
export interface SentAttestation {
  /** DER, if it is a certificate at all. */
  readonly certificate: Buffer;
  /** At least one; only the first is ever used (rule A-06). */
  readonly transparencyEntries: readonly Readonly<Record<string, unknown>>[];
  readonly statement: Buffer;
  readonly signature: Buffer;
}

/** A value is not of the shape it has to have. */
export class MalformedAttestation extends Error {
  override readonly name = "MalformedAttestation";

  /** @param place Where it is: keys and indexes with points between them; empty for the whole. */
  constructor(place: string, problem: string) {
    // The validator's text has several lines (rules A-03, H-22).
    super(`1 validation error for list[Attestation]\n${place}\n  ${problem}`);
  }
}

/**
 * Reads the field `attestations` (rule A-03).
 *
 * @throws MalformedAttestation
 */
export function readAttestations(field: string): readonly SentAttestation[] {
  let value: unknown;
  try {
    value = JSON.parse(field);
  } catch (error) {
    throw new MalformedAttestation("", `Invalid JSON: ${error instanceof Error ? error.message : ""}`);
  }
  if (!Array.isArray(value)) {
    throw new MalformedAttestation("", "Input should be a valid array");
  }
  return value.map((each, index) => readAttestation(each, String(index)));
}

/** The attestation as the index stores and serves it: nothing that it does not know is kept. */
export function storedForm(attestation: SentAttestation): Record<string, unknown> {
  return {
    version: 1,
    verification_material: {
      certificate: attestation.certificate.toString("base64"),
      transparency_entries: attestation.transparencyEntries,
    },
    envelope: {
      statement: attestation.statement.toString("base64"),
      signature: attestation.signature.toString("base64"),
    },
  };
}

function readAttestation(value: unknown, place: string): SentAttestation {
  const attestation = object(value, place);
  // Python's `True` is its 1.
  if (attestation.version !== 1 && attestation.version !== true) {
    throw new MalformedAttestation(`${place}.version`, "version" in attestation ? "Input should be 1" : REQUIRED);
  }
  const materialPlace = `${place}.verification_material`;
  const material = object(attestation.verification_material, materialPlace);
  const envelopePlace = `${place}.envelope`;
  const envelope = object(attestation.envelope, envelopePlace);
  return {
    certificate: base64(material.certificate, `${materialPlace}.certificate`),
    transparencyEntries: entries(material.transparency_entries, `${materialPlace}.transparency_entries`),
    statement: base64(envelope.statement, `${envelopePlace}.statement`),
    signature: base64(envelope.signature, `${envelopePlace}.signature`),
  };
}

const REQUIRED = "Field required";

function entries(value: unknown, place: string): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) {
    throw new MalformedAttestation(place, value === undefined ? REQUIRED : "Input should be a valid array");
  }
  if (value.length === 0) {
    throw new MalformedAttestation(place, "List should have at least 1 item after validation, not 0");
  }
  return value.map((each, index) => object(each, `${place}.${index}`));
}

function object(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new MalformedAttestation(place, value === undefined ? REQUIRED : "Input should be an object");
  }
  return { ...value };
}

function base64(value: unknown, place: string): Buffer {
  if (typeof value !== "string") {
    throw new MalformedAttestation(place, value === undefined ? REQUIRED : "Input should be a valid bytes");
  }
  try {
    return decodeBase64(value);
  } catch (error) {
    throw new MalformedAttestation(place, `Base64 decoding error: '${error instanceof Error ? error.message : ""}'`);
  }
}
