import { readFile, stat } from "node:fs/promises";
import {
  ClientTrustConfig,
  type Service,
  type TrustedRoot,
  TrustedRoot as TrustedRootMessage,
} from "@sigstore/protobuf-specs";
import { describeError, PublishError } from "../errors.ts";
import { parseJson } from "../http/answer-text.ts";
import { isLoopback } from "../package-index/target.ts";
import { quote } from "../quote.ts";
import { PUBLIC_TRUSTED_ROOT } from "./data/trusted-root.ts";
import { AttestationVerifier } from "./verifier.ts";

/** A Sigstore: where it signs and logs, and what its answers are checked against. */
export interface SigstoreInstance {
  /** Certificate authority; the path ends in a slash. */
  readonly fulcioUrl: URL;
  /** Transparency log, Rekor v1; the path ends in a slash. */
  readonly rekorUrl: URL;
  readonly verifier: AttestationVerifier;
  readonly isPublic: boolean;
}

/**
 * The public-good instance. Its log is pinned: entries of Rekor v2 carry no time that a PEP 740 attestation has a
 * place for (index rule A-07), so the newest log of a signing configuration is not the one to use.
 */
export function publicInstance(): SigstoreInstance {
  return {
    fulcioUrl: new URL("https://fulcio.sigstore.dev/"),
    rekorUrl: new URL("https://rekor.sigstore.dev/"),
    verifier: new AttestationVerifier(TrustedRootMessage.fromJSON(PUBLIC_TRUSTED_ROOT)),
    isPublic: true,
  };
}

const MOST_BYTES = 1024 * 1024;
/** The media type had no version suffix of this form at first. */
const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.clienttrustconfig[.+;]/;

/**
 * Reads a Sigstore client trust configuration
 * (https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto, `ClientTrustConfig`).
 *
 * @param path absolute
 * @throws PublishError `sigstore-config-invalid`
 */
export async function readInstance(path: string, now: Date): Promise<SigstoreInstance> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) {
      throw new Error(`it has ${size} bytes, more than such a file can have`);
    }
    return instanceOf(await readFile(path, "utf8"), now);
  } catch (cause) {
    throw new PublishError(
      "sigstore-config-invalid",
      `The file ${quote(path, 300)}, named by \`sigstore-config\`, cannot be used: ${describeError(cause)}.`,
      {
        cause,
        remedy:
          "Give the path of a Sigstore client trust configuration (JSON with `trustedRoot` and `signingConfig`), or leave the input out to use the public Sigstore.",
      },
    );
  }
}

function instanceOf(text: string, now: Date): SigstoreInstance {
  // Without the parser's own words, which show a piece of what may be another file than was meant.
  const json = parseJson(text);
  if (json === undefined) {
    throw new Error("it is not JSON");
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new Error("it is no JSON object");
  }
  const { mediaType, trustedRoot, signingConfig } = ClientTrustConfig.fromJSON(json);
  if (!MEDIA_TYPE.test(mediaType)) {
    throw new Error(`its mediaType is ${quote(mediaType)}, not that of a client trust configuration`);
  }
  return {
    fulcioUrl: serviceUrl("caUrls", signingConfig?.caUrls ?? [], now),
    rekorUrl: serviceUrl("rekorTlogUrls", signingConfig?.rekorTlogUrls ?? [], now),
    verifier: new AttestationVerifier(complete(trustedRoot)),
    isPublic: false,
  };
}

function complete(trustedRoot: TrustedRoot | undefined): TrustedRoot {
  for (const member of ["certificateAuthorities", "tlogs", "ctlogs"] as const) {
    if (trustedRoot === undefined || trustedRoot[member].length === 0) {
      throw new Error(`trustedRoot.${member} is empty`);
    }
  }
  return trustedRoot as TrustedRoot;
}

/** Attestations need version 1 of both services' interfaces (index rule A-07). */
function serviceUrl(member: string, services: readonly Service[], now: Date): URL {
  const service = services.find(({ majorApiVersion, validFor }) => {
    const begun = validFor?.start === undefined || validFor.start <= now;
    return majorApiVersion === 1 && begun && (validFor?.end === undefined || now <= validFor.end);
  });
  if (service === undefined) {
    throw new Error(`signingConfig.${member} names no service with majorApiVersion 1 that is valid now`);
  }
  const url = URL.canParse(service.url) ? new URL(service.url) : undefined;
  if (url === undefined || (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname)))) {
    throw new Error(`signingConfig.${member} has the address ${quote(service.url, 300)}, which is not https`);
  }
  url.pathname = `${url.pathname.replace(/(?<!\/)\/+$/, "")}/`;
  return url;
}
