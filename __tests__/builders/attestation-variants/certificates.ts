import "reflect-metadata"; // before @peculiar/x509, which needs it
import { AsnUtf8StringConverter } from "@peculiar/asn1-schema";
import { ExtendedKeyUsageExtension, Extension, KeyUsageFlags, KeyUsagesExtension } from "@peculiar/x509";
import type { JobOptions } from "../../../emulator/github/job-options.ts";
import { LogKey } from "../../../emulator/sigstore/log-key.ts";
import { pem } from "../../../emulator/sigstore/pem.ts";
import { startSigstore } from "../../../emulator/sigstore/sigstore-server.ts";
import { makeSigner, type Signer } from "../attestations.ts";
import { PUBLISHER_JOB, type Variant, type Workshop } from "./workshop.ts";

const FULCIO = "1.3.6.1.4.1.57264.1";
const TIMESTAMP = "failed to verify SCT on signing certificate: ";
const CHAIN = "failed to build timestamp certificate chain: ";
const BUILD_CONFIG = "Certificate's Build Config URI (";
const CERTIFICATE = "verification_material.certificate";
const UNREADABLE = "Unknown error while trying to verify included attestations: invalid X.509 certificate";
const SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";

async function fromJob(workshop: Workshop, job: JobOptions): Promise<unknown> {
  return workshop.signedBy(await makeSigner(workshop.world, { ...PUBLISHER_JOB, ...job }));
}

/** Signed with a certificate in which extensions of the authority are left out, or replaced by others of their type. */
async function extended(workshop: Workshop, without: readonly string[], added: Extension[] = []): Promise<unknown> {
  const extensions = (proper: readonly Extension[]) => [
    ...proper.filter(({ type }) => !without.includes(type)),
    ...added,
  ];
  return workshop.signedBy(await workshop.strangeSigner({ extensions }));
}

function text(arc: number, value: string): Extension {
  return new Extension(`${FULCIO}.${arc}`, false, AsnUtf8StringConverter.toASN(value).toBER());
}

/** An attestation with a certificate of an authority that nobody trusts, logged in the log that all trust. */
async function byOtherAuthority(workshop: Workshop): Promise<Signer> {
  const other = await startSigstore(workshop.world.github.origin);
  try {
    return await workshop.strangeSigner({}, await other.authority());
  } finally {
    await other.close();
  }
}

/** Certificates that are not the publisher's (rules ). */
export const IDENTITY_VARIANTS: readonly Variant[] = [
  {
    name: "certificate of another repository",
    reason: "Certificate's OIDCSourceRepositoryURI does not match (got https://github.com/octo-org/other, expected",
    make: (at) => fromJob(at, { repository: "octo-org/other" }),
  },
  {
    name: "certificate of a repository in other case",
    reason: "Certificate's OIDCSourceRepositoryURI does not match (got https://github.com/Octo-Org/sample, expected",
    make: (at) => fromJob(at, { repository: "Octo-Org/sample" }),
  },
  {
    name: "certificate of another workflow",
    reason: BUILD_CONFIG,
    make: (at) => fromJob(at, { workflow: "nightly.yml" }),
  },
  {
    name: "certificate of a workflow that calls the publisher's (A-11)",
    reason: BUILD_CONFIG,
    make: (at) => fromJob(at, { workflow: "ci.yml", calledWorkflow: { workflow: "release.yml" } }),
  },
  {
    name: "certificate whose workflow is of another ref than its source",
    reason: BUILD_CONFIG,
    make: (at) => extended(at, [`${FULCIO}.13`, `${FULCIO}.14`], [text(14, "refs/heads/other")]),
  },
  {
    name: "certificate that names neither commit nor ref",
    reason: "Certificate must contain either Source Repository Digest or Source Repository Ref",
    make: (at) => extended(at, [`${FULCIO}.13`, `${FULCIO}.14`]),
  },
  {
    name: "certificate of another issuer of tokens",
    reason: "Certificate's OIDCIssuerV2 does not match (got https://gitlab.com, expected",
    make: (at) => extended(at, [`${FULCIO}.8`], [text(8, "https://gitlab.com")]),
  },
  {
    name: "certificate that names no issuer of tokens",
    reason: `Certificate does not contain OIDCIssuerV2 (${FULCIO}.8) extension`,
    make: (at) => extended(at, [`${FULCIO}.8`]),
  },
  {
    name: "certificate that names no repository",
    reason: `Certificate does not contain OIDCSourceRepositoryURI (${FULCIO}.12) extension`,
    make: (at) => extended(at, [`${FULCIO}.12`]),
  },
  {
    name: "certificate that names no workflow",
    reason: `No <ObjectIdentifier(oid=${FULCIO}.18, name=Unknown OID)> extension was found`,
    make: (at) => extended(at, [`${FULCIO}.18`]),
  },
];

/** Certificates that nobody should believe (rules ). */
export const CERTIFICATE_VARIANTS: readonly Variant[] = [
  {
    name: "certificate that had run out when the log took the entry",
    reason: `${CHAIN}validation failed: cert is not valid at validation time`,
    make: (at) => at.atTime(601, () => at.signedBy(at.signer)),
  },
  {
    name: "certificate that was not valid yet when the log took the entry",
    reason: `${CHAIN}validation failed: cert is not valid at validation time`,
    make: (at) => at.atTime(-120, () => at.signedBy(at.signer)),
  },
  {
    name: "certificate of another authority",
    reason: `${CHAIN}validation failed: candidates exhausted: all candidates exhausted with no interior errors`,
    make: async (at) => at.signedBy(await byOtherAuthority(at)),
  },
  {
    name: "certificate without timestamp",
    reason: `${TIMESTAMP}Certificate does not contain a signed certificate timestamp extension`,
    make: async (at) => at.signedBy(await at.strangeSigner({ timestampSigner: "none" })),
  },
  {
    name: "timestamp of another certificate log",
    reason: `${TIMESTAMP}SCT verify failed: keyring: invalid signature`,
    make: async (at) => at.signedBy(await at.strangeSigner({ timestampSigner: new LogKey() })),
  },
  {
    name: "timestamp that another key signed in the name of the certificate log",
    reason: `${TIMESTAMP}SCT verify failed: keyring: invalid signature`,
    make: async (at) => {
      const [log] = (await at.world.sigstore.trustedRoot()).ctlogs;
      const id = Buffer.from(log?.logId.keyId ?? "", "base64");
      const timestampSigner = { id, sign: (data: Buffer) => new LogKey().sign(data) };
      return at.signedBy(await at.strangeSigner({ timestampSigner }));
    },
  },
  {
    name: "certificate that is not for signing code",
    reason: "Extended usage does not contain `code signing`",
    make: (at) => extended(at, ["2.5.29.37"], [new ExtendedKeyUsageExtension([SERVER_AUTHENTICATION])]),
  },
  {
    name: "certificate that is not for signatures",
    reason: "Key usage is not of type `digital signature`",
    make: (at) => extended(at, ["2.5.29.15"], [new KeyUsagesExtension(KeyUsageFlags.keyAgreement, true)]),
  },
  {
    name: "certificate of another key",
    reason: "DSSE: invalid signature",
    make: async (at) => at.changed(CERTIFICATE, (await at.strangeSigner({})).certificate.toString("base64")),
  },
  {
    name: "certificate with a bit turned over",
    reason: `${CHAIN}validation failed: candidates exhausted: all candidates exhausted with no interior errors`,
    make: (at) => {
      // In the middle of the serial number: still a certificate, but not the one that was signed.
      const bytes = Buffer.from(at.signer.certificate);
      bytes[20] = (bytes[20] ?? 0) ^ 1;
      return at.changed(CERTIFICATE, bytes.toString("base64"));
    },
  },
  {
    name: "certificate of the authority instead of the signer's",
    reason: `${CHAIN}validation failed: EE keyUsage must not assert keyCertSign`,
    make: async (at) => {
      const [authority] = (await at.world.sigstore.trustedRoot()).certificateAuthorities;
      return at.changed(CERTIFICATE, authority?.certChain.certificates[0]?.rawBytes);
    },
  },
  {
    name: "certificate as PEM",
    reason: UNREADABLE,
    make: (at) => at.changed(CERTIFICATE, Buffer.from(pem(at.signer.certificate, "CERTIFICATE")).toString("base64")),
  },
  {
    name: "certificate that is cut off",
    reason: UNREADABLE,
    make: (at) => at.changed(CERTIFICATE, at.signer.certificate.subarray(0, 300).toString("base64")),
  },
  {
    name: "certificate that is empty",
    reason: UNREADABLE,
    make: (at) => at.changed(CERTIFICATE, ""),
  },
];
