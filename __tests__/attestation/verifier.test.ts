import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { startWorld, type World } from "../../emulator/world.ts";
import { parseAttestation } from "../../src/attestation/attestation.ts";
import { identityFault } from "../../src/attestation/identity.ts";
import { readInstance, type SigstoreInstance } from "../../src/attestation/sigstore-instance.ts";
import { REFUSED_VARIANTS } from "../builders/attestation-variants/all.ts";
import { ACCEPTED_VARIANTS } from "../builders/attestation-variants/objects.ts";
import { Workshop } from "../builders/attestation-variants/workshop.ts";

let world: World;
let workshop: Workshop;
let instance: SigstoreInstance;
let offsetSeconds = 0;
const file = { filename: "pkg-1.0-py3-none-any.whl", sha256: "5f".repeat(32) };

beforeAll(async () => {
  world = await startWorld({ sigstore: { now: () => Date.now() + offsetSeconds * 1000 } });
  instance = await readInstance(await world.sigstore.clientTrustConfigPath(), new Date());
  workshop = await Workshop.open(world, file, (seconds) => {
    offsetSeconds = seconds;
  });
});
afterAll(() => world.close());

const PUBLISHER = {
  repositoryUri: "https://github.com/octo-org/sample",
  workflowUri: "https://github.com/octo-org/sample/.github/workflows/release.yml",
};

/** Faults of what the field would hold, each attestation judged as one that lies beside its distribution is. */
function faults(field: unknown): string[] {
  const attestations = Array.isArray(field) ? field : [field];
  return attestations.map(fault).filter((found) => found !== undefined);
}

function fault(value: unknown): string | undefined {
  try {
    const attestation = parseAttestation(JSON.stringify(value));
    const { identity, unknown } = instance.verifier.verify(attestation, file);
    return unknown.length > 0 ? unknown.join() : identityFault(identity, PUBLISHER);
  } catch (error) {
    return String(error);
  }
}

/** Lists that are wrong as such. Ours is made of one publish attestation and at most one provenance. */
const LISTS = [
  "attestation that is not in a list",
  "empty list",
  "no JSON",
  "three attestations",
  "two of one predicate type",
];

describe("an attestation that the index refuses is refused here, too", () => {
  it.each(REFUSED_VARIANTS.filter(({ name }) => !LISTS.includes(name)))("$name", async ({ make }) => {
    expect(faults(await make(workshop))).toHaveLength(1);
  });
});

describe("an attestation that the index accepts is accepted here, too", () => {
  it.each(ACCEPTED_VARIANTS)("$name", async ({ make }) => {
    expect(faults(await make(workshop))).toEqual([]);
  });
});
