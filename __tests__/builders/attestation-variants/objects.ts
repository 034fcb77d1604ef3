import { attest, PUBLISH_V1, SLSA_V1, statementFor } from "../attestations.ts";
import { bitFlipped, changedAt, type Variant } from "./workshop.ts";

const MALFORMED = "Invalid attestations supplied during upload: Malformed attestations: ";

/** Values that are no list of attestations (rules ). */
export const OBJECT_VARIANTS: readonly Variant[] = [
  { name: "version 2", reason: MALFORMED, make: (at) => at.changed("version", 2) },
  { name: "version that is a text", reason: MALFORMED, make: (at) => at.changed("version", "1") },
  { name: "no version", reason: MALFORMED, make: (at) => at.changed("version", undefined) },
  { name: "no envelope", reason: MALFORMED, make: (at) => at.changed("envelope", undefined) },
  { name: "no signature", reason: MALFORMED, make: (at) => at.changed("envelope.signature", undefined) },
  {
    name: "no certificate",
    reason: MALFORMED,
    make: (at) => at.changed("verification_material.certificate", undefined),
  },
  {
    name: "no log entries",
    reason: MALFORMED,
    make: (at) => at.changed("verification_material.transparency_entries", []),
  },
  {
    name: "log entry that is no object",
    reason: MALFORMED,
    make: (at) => at.changed("verification_material.transparency_entries", ["4"]),
  },
  {
    name: "certificate that is not base64",
    reason: MALFORMED,
    make: (at) =>
      at.changed("verification_material.certificate", (old: string) => {
        const data = old.replaceAll("=", "");
        // One character more than a multiple of four, whatever the length of this certificate.
        return `${data.slice(0, data.length - (data.length % 4))}a`;
      }),
  },
  {
    name: "signature without padding",
    reason: MALFORMED,
    make: (at) => at.changed("envelope.signature", "MEUCIQ"),
  },
  {
    name: "keys in camel case",
    reason: MALFORMED,
    make: ({ good }) => [{ version: 1, verificationMaterial: good.verification_material, envelope: good.envelope }],
  },
  {
    name: "Sigstore bundle",
    reason: MALFORMED,
    make: ({ good }) => [
      {
        mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
        verificationMaterial: {
          certificate: { rawBytes: good.verification_material.certificate },
          tlogEntries: good.verification_material.transparency_entries,
        },
        dsseEnvelope: {
          payload: good.envelope.statement,
          payloadType: "application/vnd.in-toto+json",
          signatures: [{ sig: good.envelope.signature }],
        },
      },
    ],
  },
  { name: "attestation that is not in a list", reason: MALFORMED, make: ({ good }) => good },
  { name: "null", reason: MALFORMED, make: () => null },
  { name: "empty text", reason: MALFORMED, make: () => "" },
  { name: "no JSON", reason: MALFORMED, make: ({ good }) => JSON.stringify([good]).slice(0, -1) },
  { name: "empty list", reason: `${MALFORMED}an empty attestation set is not permitted`, make: () => [] },
  {
    name: "three attestations",
    reason: "A maximum of 2 attestations per file are supported",
    make: ({ good }) => [good, good, good],
  },
  {
    name: "two of one predicate type",
    reason: `Multiple attestations for the same file with the same predicate type (${PUBLISH_V1}) are not supported`,
    make: ({ good }) => [good, good],
  },
  {
    name: "second attestation with a bad signature",
    reason: "Verification failed: DSSE: invalid signature",
    make: async (at) => {
      const second = await attest(at.world, at.signer, statementFor(at.file, { predicateType: SLSA_V1 }));
      return [at.good, changedAt(second, ["envelope", "signature"], bitFlipped)];
    },
  },
];

/** What is accepted although it is out of the ordinary. */
export const ACCEPTED_VARIANTS: readonly Omit<Variant, "reason">[] = [
  { name: "publish attestation", make: ({ good }) => [good] },
  {
    name: "publish attestation and provenance",
    make: async (at) => [
      at.good,
      await attest(at.world, at.signer, statementFor(at.file, { predicateType: SLSA_V1, predicate: { a: 1 } })),
    ],
  },
  { name: "predicate that is empty", make: (at) => at.stating({ predicate: {} }) },
  { name: "no predicate", make: (at) => at.stating({ predicate: undefined }) },
  {
    name: "other digests too",
    make: (at) => at.about({ digest: { sha512: "ab", sha3_256: "cd", sha256: at.file.sha256 } }),
  },
  { name: "unknown key of the object", make: (at) => at.changed("comment", "made by hand") },
  { name: "unknown key of the statement", make: (at) => at.stating({ comment: "made by hand" }) },
];
