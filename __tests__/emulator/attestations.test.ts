import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { startWorld, type World } from "../../emulator/world.ts";
import { REFUSED_VARIANTS } from "../builders/attestation-variants/all.ts";
import { ACCEPTED_VARIANTS } from "../builders/attestation-variants/objects.ts";
import { PUBLISHER_JOB, Workshop } from "../builders/attestation-variants/workshop.ts";
import { attest, makeSigner, SLSA_V1, statementFor } from "../builders/attestations.ts";
import { parsed, send } from "./http-client.ts";
import { mint } from "./minting.ts";
import { upload, verdict, wheel } from "./uploader.ts";

let world: World;
let workshop: Workshop;
let token: string;
let offsetSeconds = 0;

beforeAll(async () => {
  const now = () => Date.now() + offsetSeconds * 1000;
  world = await startWorld({ index: { processingMs: 0, reasonPhrases: false }, sigstore: { now } });
  workshop = await Workshop.open(world, wheel(), (seconds) => {
    offsetSeconds = seconds;
  });
});

afterAll(() => world.close());

beforeEach(async () => {
  world.index.state.projects.clear();
  world.index.state.publishers.length = 0;
  world.index.switches.attestations = true;
  world.index.addPublisher({ project: "pkg", owner: "octo-org", repository: "sample", workflow: "release.yml" });
  token = await mint(world, PUBLISHER_JOB);
});

const START = "400 Invalid attestations supplied during upload:";
const PROVENANCE = "/integrity/pkg/1.0/pkg-1.0-py3-none-any.whl/provenance";

async function judge(value: unknown, options: { token?: string } = {}): Promise<string> {
  const attestations = typeof value === "string" ? value : JSON.stringify(value);
  const reply = await upload(world.index, wheel(), { token: options.token ?? token, fields: { attestations } });
  return String(parsed(reply).code);
}

describe("the field `attestations`", () => {
  it("A-c01: needs a minted token (A-01)", async () => {
    expect(await judge([workshop.good], { token: world.index.addApiToken() })).toBe(
      `${START} Attestations are only supported when using Trusted Publishing`,
    );
  });

  it.each(REFUSED_VARIANTS)("is refused: $name", async ({ reason, make }) => {
    const answer = await judge(await make(workshop));
    expect(answer).toContain(reason);
    expect(answer.slice(0, START.length)).toBe(START);
    expect(world.index.state.files).toEqual([]);
  });

  it.each(ACCEPTED_VARIANTS)("is accepted: $name", async ({ make }) => {
    expect(await judge(await make(workshop))).toBe("200 OK");
  });

  it("may spell the name of the file in another way (A-12)", async () => {
    expect(await judge(await workshop.about({ name: "PKG-1-py3-none-any.whl" }))).toBe("200 OK");
  });

  it("has answers of several lines where it is malformed (H-22)", async () => {
    expect(await judge([{ version: 1 }])).toMatch(/^400 .* Malformed attestations: 1 validation error.*\n.*\n/);
  });

  it("shows the Build Config URI as the index does", async () => {
    const other = await makeSigner(world, { ...PUBLISHER_JOB, workflow: "ci.yml" });
    const oid = "<ObjectIdentifier(oid=1.3.6.1.4.1.57264.1.18, name=Unknown OID)>";
    const uri = "https://github.com/octo-org/sample/.github/workflows/ci.yml@refs/heads/main";
    expect(await judge(await workshop.signedBy(other))).toContain(
      `Verification failed: Certificate's Build Config URI (<Extension(oid=${oid}, critical=False, ` +
        `value=<UnrecognizedExtension(oid=${oid}, value=b'\\x0cK${uri}')>)>) ` +
        "does not match expected Trusted Publisher (release.yml @ octo-org/sample)",
    );
  });

  it("A-c08, A-c11: is stored and served as provenance, without what nobody knows (A-14, A-17)", async () => {
    const provenance = await attest(world, workshop.signer, statementFor(workshop.file, { predicateType: SLSA_V1 }));
    expect(await judge([{ ...workshop.good, comment: "" }, provenance])).toBe("200 OK");
    const accept = "application/vnd.pypi.simple.v1+json";
    const page = parsed(await send(`${world.index.simpleUrl}pkg/`, { headers: { accept } }));
    expect(page.files).toMatchObject([{ provenance: world.index.origin + PROVENANCE }]);
    const reply = await send(world.index.origin + PROVENANCE);
    expect(reply.headers["content-type"]).toBe("application/vnd.pypi.integrity.v1+json");
    expect(parsed(reply)).toEqual({
      version: 1,
      attestation_bundles: [
        {
          publisher: { kind: "GitHub", repository: "octo-org/sample", workflow: "release.yml", environment: null },
          attestations: [workshop.good, provenance],
        },
      ],
    });
    expect((await send(world.index.origin + PROVENANCE, { headers: { accept: "image/png" } })).status).toBe(406);
  });

  it("A-c12: is refused from a called workflow, which may upload without (A-11)", async () => {
    const job = { ...PUBLISHER_JOB, workflow: "ci.yml", calledWorkflow: { workflow: "release.yml" } };
    token = await mint(world, job);
    const signer = await makeSigner(world, job);
    expect(await judge(await workshop.signedBy(signer))).toContain("Certificate's Build Config URI (");
    expect(verdict(await upload(world.index, wheel(), { token }))).toBe("200 ");
  });

  it("A-c13, A-c15: is ignored with an identical file, which stays without provenance (A-16, A-17)", async () => {
    await upload(world.index, wheel(), { token });
    expect(await judge("not even JSON")).toBe("200 OK");
    const reply = await send(world.index.origin + PROVENANCE);
    expect([reply.status, reply.text]).toEqual([
      404,
      '{"message":"No provenance available for pkg-1.0-py3-none-any.whl"}',
    ]);
  });

  it("is ignored while the feature is off (A-15)", async () => {
    world.index.switches.attestations = false;
    expect(await judge("[]")).toBe("200 OK");
    expect(world.index.state.files[0]?.attestations).toEqual([]);
  });

  it("is judged after everything else (A-15)", async () => {
    const broken = wheel({ files: { "{distInfo}/METADATA": null } });
    const reply = await upload(world.index, broken, { token, fields: { attestations: "[]" } });
    expect(String(parsed(reply).code)).toContain("does not contain the required METADATA file");
    expect(verdict(reply)).toBe("400 ");
  });
});
