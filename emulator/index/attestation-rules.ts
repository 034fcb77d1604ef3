import { MalformedAttestation, readAttestations, type SentAttestation, storedForm } from "./attestation-object.ts";
import type { AttestedPublisher } from "./attestation-publisher.ts";
import type { AttestedFile } from "./attestation-statement.ts";
import { Unverifiable, Unverified } from "./attestation-unverified.ts";
import type { IndexContext } from "./context.ts";
import type { Identity } from "./identity.ts";
import { badRequest } from "./refusal.ts";

/** One per predicate type (rules ). */
const MOST_ATTESTATIONS = 2;

/**
 * Rules: who may send attestations, their shape and number, and the verification of each against the
 * trusted publisher.
 *
 * @returns the attestations to be stored; none when the feature is off.
 * @throws Refusal
 */
export async function checkAttestations(
  context: IndexContext,
  identity: Identity,
  field: string | undefined,
  file: AttestedFile,
): Promise<readonly unknown[]> {
  if (field === undefined || !context.switches.attestations) {
    return [];
  }
  const publisher = identity.kind === "token" ? identity.presented.record.publisher : undefined;
  if (publisher === undefined) {
    throw refused("Attestations are only supported when using Trusted Publishing");
  }
  const attestations = readList(field);
  if (attestations.length === 0) {
    throw refused("Malformed attestations: an empty attestation set is not permitted");
  }
  if (attestations.length > MOST_ATTESTATIONS) {
    throw refused(`A maximum of ${MOST_ATTESTATIONS} attestations per file are supported`);
  }
  const types = new Set<string>();
  for (const attestation of attestations) {
    const type = await verify(context, attestation, file, publisher);
    if (types.has(type)) {
      throw refused(`Multiple attestations for the same file with the same predicate type (${type}) are not supported`);
    }
    types.add(type);
  }
  return attestations.map(storedForm);
}

function refused(detail: string): Error {
  return badRequest(`Invalid attestations supplied during upload: ${detail}`);
}

function readList(field: string): readonly SentAttestation[] {
  try {
    return readAttestations(field);
  } catch (error) {
    throw error instanceof MalformedAttestation ? refused(`Malformed attestations: ${error.message}`) : error;
  }
}

let loading: Promise<typeof import("./attestation-verifier.ts")> | undefined;

/** Loaded when the first attestation arrives: reading certificates takes a library that takes a while. */
export function loadVerifier(): Promise<typeof import("./attestation-verifier.ts")> {
  loading ??= import("./attestation-verifier.ts");
  return loading;
}

async function verify(
  context: IndexContext,
  attestation: SentAttestation,
  file: AttestedFile,
  publisher: AttestedPublisher,
): Promise<string> {
  const { verifyAttestation } = await loadVerifier();
  try {
    return verifyAttestation(attestation, file, publisher, await context.attestationTrust());
  } catch (error) {
    if (error instanceof Unverified) {
      const start = "Could not verify the uploaded artifact using the included attestation";
      throw refused(`${start}: Verification failed: ${error.message}`);
    }
    if (error instanceof Unverifiable) {
      throw refused(`Unknown error while trying to verify included attestations: ${error.message}`);
    }
    throw error;
  }
}
