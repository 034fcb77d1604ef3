import type { LogKey } from "./log-key.ts";

/** Media types of protobuf-specs (https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto). */
const TRUSTED_ROOT_TYPE = "application/vnd.dev.sigstore.trustedroot+json;version=0.1";
const SIGNING_CONFIG_TYPE = "application/vnd.dev.sigstore.signingconfig.v0.2+json";
const CLIENT_TRUST_CONFIG_TYPE = "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json";

interface Validity {
  /** RFC 3339. */
  readonly start: string;
}

/** A log in a trusted root. Bytes are base64. */
export interface TrustedLog {
  readonly baseUrl: string;
  readonly hashAlgorithm: "SHA2_256";
  readonly publicKey: {
    readonly rawBytes: string;
    readonly keyDetails: "PKIX_ECDSA_P256_SHA_256";
    readonly validFor: Validity;
  };
  readonly logId: { readonly keyId: string };
}

/** Trusted root of a Sigstore instance, in its JSON form. Bytes are base64. */
export interface TrustedRoot {
  readonly mediaType: string;
  readonly tlogs: readonly TrustedLog[];
  readonly certificateAuthorities: readonly {
    readonly subject: { readonly organization: string; readonly commonName: string };
    readonly uri: string;
    readonly certChain: { readonly certificates: readonly { readonly rawBytes: string }[] };
    readonly validFor: Validity;
  }[];
  readonly ctlogs: readonly TrustedLog[];
  readonly timestampAuthorities: readonly never[];
}

export interface TrustParts {
  readonly fulcioUrl: string;
  readonly rekorUrl: string;
  /** DER, issuing authority first. */
  readonly chain: readonly Buffer[];
  readonly certificateLog: LogKey;
  readonly transparencyLog: LogKey;
  /** From when on it is valid, in milliseconds since the epoch. */
  readonly since: number;
}

export function trustedRoot(parts: TrustParts): TrustedRoot {
  const validFor = validity(parts.since);
  return {
    mediaType: TRUSTED_ROOT_TYPE,
    tlogs: [trustedLog(parts.rekorUrl, parts.transparencyLog, validFor)],
    certificateAuthorities: [
      {
        subject: { organization: "sigstore.emulated", commonName: "sigstore.emulated" },
        uri: parts.fulcioUrl,
        certChain: { certificates: parts.chain.map((der) => ({ rawBytes: der.toString("base64") })) },
        validFor,
      },
    ],
    ctlogs: [trustedLog(`${parts.fulcioUrl}/ctlog`, parts.certificateLog, validFor)],
    timestampAuthorities: [],
  };
}

/** A client trust configuration: the trusted root, and where the services are. */
export function clientTrustConfig(parts: TrustParts): Record<string, unknown> {
  const validFor = validity(parts.since);
  const service = (url: string) => ({ url, majorApiVersion: 1, validFor, operator: "sigstore.emulated" });
  return {
    mediaType: CLIENT_TRUST_CONFIG_TYPE,
    trustedRoot: trustedRoot(parts),
    signingConfig: {
      mediaType: SIGNING_CONFIG_TYPE,
      caUrls: [service(parts.fulcioUrl)],
      oidcUrls: [],
      rekorTlogUrls: [service(parts.rekorUrl)],
      rekorTlogConfig: { selector: "ANY" },
      tsaUrls: [],
      tsaConfig: { selector: "ALL" },
    },
  };
}

function trustedLog(baseUrl: string, key: LogKey, validFor: Validity): TrustedLog {
  return {
    baseUrl,
    hashAlgorithm: "SHA2_256",
    publicKey: {
      rawBytes: key.publicKey.toString("base64"),
      keyDetails: "PKIX_ECDSA_P256_SHA_256",
      validFor,
    },
    logId: { keyId: key.id.toString("base64") },
  };
}

function validity(since: number): Validity {
  return { start: new Date(since).toISOString() };
}
