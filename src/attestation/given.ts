import { lstat, readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describeError } from "../errors.ts";
import type { Log } from "../ports.ts";
import { quote } from "../quote.ts";
import { type Attestation, parseAttestation } from "./attestation.ts";
import { identityFault, type PublisherIdentity } from "./identity.ts";
import type { PredicateType, Subject } from "./statement.ts";
import type { AttestationVerifier } from "./verifier.ts";

/** One attestation is about 9 kB. */
const MOST_BYTES = 256 * 1024;

interface Judgement {
  readonly verifier: AttestationVerifier;
  readonly publisher: PublisherIdentity;
  readonly log: Log;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/**
 * Attestations that lie beside a distribution (`FILE.publish.attestation`, `FILE.slsa.attestation`, …) and that the index
 * will take for it: valid, about these bytes, by the trusted publisher, one of each predicate type (index rules A-10,
 * What is left alone is said in one line each.
 *
 * @param path of the distribution
 * @throws the reason of the signal
 */
export async function givenAttestations(
  path: string,
  subject: Subject,
  { verifier, publisher, log, signal }: Judgement,
): Promise<ReadonlyMap<PredicateType, Attestation>> {
  const taken = new Map<PredicateType, Attestation>();
  for (const file of await filesBeside(path)) {
    signal.throwIfAborted();
    const name = quote(basename(file), 255);
    try {
      const attestation = parseAttestation(await content(file));
      const { predicateType, identity, unknown } = verifier.verify(attestation, subject);
      const fault = unknown.length > 0 ? `${unknown.join(" and ")} that made it is not known` : undefined;
      const reason =
        fault ??
        identityFault(identity, publisher) ??
        (taken.has(predicateType) ? "there is one of its type" : undefined);
      if (reason === undefined) {
        taken.set(predicateType, attestation);
        log.info(`${name} is valid for ${subject.filename} and is sent along.`);
      } else {
        log.info(`${name} is left alone: ${reason}.`);
      }
    } catch (error) {
      log.info(`${name} is left alone: ${describeError(error).replaceAll(/\s+/g, " ")}.`);
    }
  }
  return taken;
}

/** Sorted, so that the same one of two is taken each time. */
async function filesBeside(path: string): Promise<string[]> {
  const folder = dirname(path);
  const prefix = `${basename(path)}.`;
  const names = await readdir(folder);
  return names
    .filter((name) => name.startsWith(prefix) && name.endsWith(".attestation"))
    .sort()
    .map((name) => join(folder, name));
}

/** Links are not followed: whoever may put a file beside a distribution could have any file of the runner read and told of. */
async function content(file: string): Promise<string> {
  const stats = await lstat(file);
  if (!stats.isFile() || stats.size > MOST_BYTES) {
    throw new Error(
      stats.isFile() ? `it has ${stats.size} bytes, too many for an attestation` : "it is no regular file",
    );
  }
  return readFile(file, "utf8");
}
