import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { REFUSED_VARIANTS } from "../../__tests__/builders/attestation-variants/all.ts";
import { ACCEPTED_VARIANTS } from "../../__tests__/builders/attestation-variants/objects.ts";
import {
  ENTRY,
  PUBLISHER_JOB,
  type Variant,
  Workshop,
} from "../../__tests__/builders/attestation-variants/workshop.ts";
import { parsed } from "../../__tests__/emulator/http-client.ts";
import { mint } from "../../__tests__/emulator/minting.ts";
import { upload, wheel } from "../../__tests__/emulator/uploader.ts";
import { startWorld, type World } from "../../emulator/world.ts";
import { readInstance } from "../../src/attestation/sigstore-instance.ts";
import type { AttestationVerifier } from "../../src/attestation/verifier.ts";
import { pythonEnvironment } from "../environment.ts";
import { Random } from "../standards/random.ts";
import { type Case, ownVerdict } from "./own-verdict.ts";
import { randomlyChanged } from "./random-changes.ts";
import { pypiVerdicts, withoutDetails } from "./verdicts.ts";

jest.setTimeout(600_000);

const FILE = wheel();
const START = "400 Invalid attestations supplied during upload: ";
const RANDOM_CHANGES = 200;
const SEED = 20_261_125;

/** Where the action says no and the index would say yes: what it does not make it does not send. */
const ONLY_THE_ACTION_REFUSES: readonly Variant[] = [
  {
    name: "name of the file in another spelling",
    reason: 'the subject is "PKG-1-py3-none-any.whl", not this file',
    make: (at) => at.about({ name: "PKG-1-py3-none-any.whl" }),
  },
  {
    name: "keys of the log entry as Python has them",
    reason: 'an unknown member "log_index"',
    make: (at) =>
      [at.changed(ENTRY, ({ logIndex, ...entry }: { logIndex: string }) => ({ ...entry, log_index: logIndex }))].flat(),
  },
  {
    name: "second log entry, which nobody looks at",
    reason: "transparency_entries has not exactly one item",
    make: (at) => at.changed("verification_material.transparency_entries", (old: unknown[]) => [...old, {}]),
  },
  {
    name: "base64 in several lines",
    reason: "signature is not base64",
    make: (at) => at.changed("envelope.signature", (old: string) => `${old.slice(0, 20)}\n${old.slice(20)}`),
  },
];

/** Where the action says yes to what the index refuses in the form of a list: the list is made by the action itself. */
const ONLY_THE_INDEX_REFUSES = ["attestation that is not in a list"];

let world: World;
let workshop: Workshop;
let verifier: AttestationVerifier;
let offsetSeconds = 0;
const fields = new Map<string, string>();
const verdicts = new Map<string, string>();

beforeAll(async () => {
  const now = () => Date.now() + offsetSeconds * 1000;
  world = await startWorld({ index: { processingMs: 0, reasonPhrases: false }, sigstore: { now } });
  ({ verifier } = await readInstance(await world.sigstore.clientTrustConfigPath(), new Date()));
  workshop = await Workshop.open(world, FILE, (seconds) => {
    offsetSeconds = seconds;
  });
  for (const { name, make } of [...REFUSED_VARIANTS, ...ACCEPTED_VARIANTS, ...ONLY_THE_ACTION_REFUSES]) {
    const value = await make(workshop);
    fields.set(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  const answers = await pypiVerdicts(await pythonEnvironment(), world.sigstore, [...fields.values()].map(caseOf));
  for (const [index, name] of [...fields.keys()].entries()) {
    verdicts.set(name, answers[index] ?? "");
  }
});

afterAll(() => world.close());

function caseOf(field: string): Case {
  const { filename, sha256 } = FILE;
  return { field, filename, sha256, repository: "octo-org/sample", workflow: "release.yml" };
}

/** What pypi-attestations, the emulated index and the action say, in this order. */
async function allVerdicts(name: string): Promise<readonly [pypi: string, index: string, own: string]> {
  const field = fields.get(name) ?? "";
  return [verdicts.get(name) ?? "", await indexVerdict(field), await ownVerdict(verifier, caseOf(field))];
}

/** In the words of the oracle. */
async function indexVerdict(field: string): Promise<string> {
  world.index.state.projects.clear();
  world.index.state.publishers.length = 0;
  world.index.addPublisher({ project: "pkg", owner: "octo-org", repository: "sample", workflow: "release.yml" });
  const token = await mint(world, PUBLISHER_JOB);
  const answer = String(parsed(await upload(world.index, FILE, { token, fields: { attestations: field } })).code);
  return answer === "200 OK" ? "accepted" : answer.replace(START, "");
}

describe("pypi-attestations, the emulated index and the action", () => {
  it.each(REFUSED_VARIANTS)("refuse alike: $name", async ({ name, reason }) => {
    const [pypi, index, own] = await allVerdicts(name);
    expect(pypi).not.toBe("accepted");
    expect(`${START}${pypi}`).toContain(withoutDetails(reason));
    expect(withoutDetails(index)).toBe(withoutDetails(pypi));
    expect([name, own === "accepted"]).toEqual([name, ONLY_THE_INDEX_REFUSES.includes(name)]);
  });

  it.each(ACCEPTED_VARIANTS)("accept alike: $name", async ({ name }) => {
    expect(await allVerdicts(name)).toEqual(["accepted", "accepted", "accepted"]);
  });

  it.each(ONLY_THE_ACTION_REFUSES)("differ, the action being stricter: $name", async ({ name, reason }) => {
    const [pypi, index, own] = await allVerdicts(name);
    expect([pypi, index]).toEqual(["accepted", "accepted"]);
    expect(own).toContain(reason);
  });

  it("are asked at least thirty ways to do it wrong, each under a name of its own", () => {
    expect(REFUSED_VARIANTS.length).toBeGreaterThanOrEqual(30);
    expect(fields.size).toBe(REFUSED_VARIANTS.length + ACCEPTED_VARIANTS.length + ONLY_THE_ACTION_REFUSES.length);
  });

  it(`agree on ${RANDOM_CHANGES} random changes; the action takes nothing that the index does not`, async () => {
    const random = new Random(Number(process.env.INTEROP_SEED ?? SEED));
    const changes = Array.from({ length: RANDOM_CHANGES }, () => randomlyChanged(random, workshop.good));
    const cases = changes.map(({ attestation }) => caseOf(JSON.stringify([attestation])));
    const pypi = await pypiVerdicts(await pythonEnvironment(), world.sigstore, cases);
    const disagreements: unknown[] = [];
    for (const [at, { name }] of changes.entries()) {
      const each = cases[at] ?? caseOf("");
      const [theirs = "", index, own] = [pypi[at], await indexVerdict(each.field), await ownVerdict(verifier, each)];
      if ((index === "accepted") !== (theirs === "accepted") || (own === "accepted" && theirs !== "accepted")) {
        disagreements.push({ name, theirs, index, own });
      }
    }
    expect(disagreements).toEqual([]);
    expect(pypi.filter((verdict) => verdict !== "accepted").length).toBeGreaterThan(RANDOM_CHANGES / 2);
  });
});
