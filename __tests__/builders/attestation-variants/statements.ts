import { createHash } from "node:crypto";
import { attest, signStatement, statementFor } from "../attestations.ts";
import { bitFlipped, type Variant, type Workshop } from "./workshop.ts";

const NAME = "subject does not match distribution name: ";
const DIGEST = "subject does not match distribution digest";
const STATEMENT = "invalid statement: ";
const DSSE = "Verification failed: DSSE: invalid signature";

function digests(workshop: Workshop, change: Readonly<Record<string, unknown>>): Promise<unknown> {
  return workshop.about({ digest: { sha256: workshop.file.sha256, ...change } });
}

/** Statements that are signed and logged as they should be, and say the wrong thing (rules ). */
export const STATEMENT_VARIANTS: readonly Variant[] = [
  { name: "digest of another file", reason: DIGEST, make: (at) => digests(at, { sha256: "0".repeat(64) }) },
  {
    name: "digest in upper case",
    reason: DIGEST,
    make: (at) => digests(at, { sha256: at.file.sha256.toUpperCase() }),
  },
  {
    name: "no SHA-256",
    reason: DIGEST,
    make: (at) => at.about({ digest: { sha512: createHash("sha512").digest("hex") } }),
  },
  { name: "BLAKE2 digest too", reason: STATEMENT, make: (at) => digests(at, { blake2b: "ab" }) },
  { name: "MD5 digest too", reason: STATEMENT, make: (at) => digests(at, { md5: "ab" }) },
  { name: "digest that is a number", reason: STATEMENT, make: (at) => at.about({ digest: { sha256: 7 } }) },
  { name: "name of another project", reason: NAME, make: (at) => at.about({ name: "gkp-1.0-py3-none-any.whl" }) },
  { name: "name of another version", reason: NAME, make: (at) => at.about({ name: "pkg-1.1-py3-none-any.whl" }) },
  { name: "name with other tags", reason: NAME, make: (at) => at.about({ name: "pkg-1.0-py2-none-any.whl" }) },
  { name: "name of the sdist", reason: NAME, make: (at) => at.about({ name: "pkg-1.0.tar.gz" }) },
  {
    name: "name of no distribution",
    reason: "invalid subject: unknown distribution format: notes.txt",
    make: (at) => at.about({ name: "notes.txt" }),
  },
  { name: "empty name", reason: "invalid subject: missing name", make: (at) => at.about({ name: "" }) },
  { name: "name that is null", reason: "invalid subject: missing name", make: (at) => at.about({ name: null }) },
  { name: "no name", reason: STATEMENT, make: (at) => at.about({ name: undefined }) },
  {
    name: "two subjects",
    reason: "too many subjects in statement (must be exactly one)",
    make: (at) => {
      const subject = { name: at.file.filename, digest: { sha256: at.file.sha256 } };
      return at.stating({ subject: [subject, subject] });
    },
  },
  { name: "no subject", reason: STATEMENT, make: (at) => at.stating({ subject: [] }) },
  {
    name: "statement of another type",
    reason: STATEMENT,
    make: (at) => at.stating({ _type: "https://in-toto.io/Statement/v0.1" }),
  },
  {
    name: "another predicate type",
    reason: "unknown attestation type: https://example.com/v1",
    make: (at) => at.stating({ predicateType: "https://example.com/v1" }),
  },
  { name: "no predicate type", reason: STATEMENT, make: (at) => at.stating({ predicateType: undefined }) },
  { name: "predicate that is a list", reason: STATEMENT, make: (at) => at.stating({ predicate: [] }) },
  {
    name: "payload that is no JSON",
    reason: STATEMENT,
    make: async (at) => [await attest(at.world, at.signer, "not JSON")],
  },
];

/** Signatures that are not by the certificate's key over this statement (rule A-09). */
export const SIGNATURE_VARIANTS: readonly Variant[] = [
  {
    name: "signature with a bit turned over",
    reason: DSSE,
    make: (at) => at.changed("envelope.signature", bitFlipped),
  },
  {
    name: "signature by another key",
    reason: DSSE,
    make: async (at) => {
      const stranger = await at.strangeSigner({});
      return at.changed("envelope.signature", signStatement(stranger, statementFor(at.file)));
    },
  },
  {
    name: "signature that is empty",
    reason: "Unknown error while trying to verify included attestations: envelope signature must be non-empty",
    make: (at) => at.changed("envelope.signature", ""),
  },
  {
    name: "statement changed after it was signed",
    reason: DSSE,
    make: (at) => {
      const other = statementFor(at.file, { predicate: { approved: true } });
      return at.changed("envelope.statement", Buffer.from(other).toString("base64"));
    },
  },
  {
    name: "payload of another type",
    reason: DSSE,
    make: async (at) => [await attest(at.world, at.signer, statementFor(at.file), "application/json")],
  },
  {
    name: "another signature of the same statement, which is not the logged one",
    reason: "log entry signatures do not match bundle",
    make: (at) => at.changed("envelope.signature", signStatement(at.signer, statementFor(at.file))),
  },
  {
    name: "log entry of another statement",
    reason: "log entry payload hash does not match bundle",
    make: async (at) => {
      const other = await attest(at.world, at.signer, statementFor(at.file, { predicate: {} }));
      return [{ ...at.good, verification_material: other.verification_material }];
    },
  },
];
