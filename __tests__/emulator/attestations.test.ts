import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { startWorld, type World } from "../../emulator/world.ts";
import type { BuiltArchive } from "../builders/archives.ts";
import { parsed, send } from "./http-client.ts";
import { mint } from "./minting.ts";
import { upload, verdict, wheel } from "./uploader.ts";

let world: World;
let token: string;

beforeEach(async () => {
  world = await startWorld({ index: { processingMs: 0, reasonPhrases: false } });
  world.index.addPublisher({ project: "pkg", owner: "octo-org", repository: "sample", workflow: "release.yml" });
  token = await mint(world);
});

afterEach(() => world.close());

const PUBLISH = "https://docs.pypi.org/attestations/publish/v1";
const SLSA = "https://slsa.dev/provenance/v1";
const START = "400 Invalid attestations supplied during upload:";

interface Change {
  readonly predicateType?: string;
  readonly name?: string;
  readonly sha256?: string;
}

/** An attestation of the right shape, signed by nobody. */
function attestation(archive: BuiltArchive, change: Change = {}): Record<string, unknown> {
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: change.name ?? archive.filename, digest: { sha256: change.sha256 ?? archive.sha256 } }],
    predicateType: change.predicateType ?? PUBLISH,
    predicate: null,
  };
  return {
    version: 1,
    verification_material: { certificate: "Y2VydA==", transparency_entries: [{ logIndex: "0" }] },
    envelope: { statement: Buffer.from(JSON.stringify(statement)).toString("base64"), signature: "c2ln" },
  };
}

async function judge(value: unknown, options: { token?: string } = {}): Promise<string> {
  const attestations = typeof value === "string" ? value : JSON.stringify(value);
  const reply = await upload(world.index, wheel(), { token: options.token ?? token, fields: { attestations } });
  return String(parsed(reply).code);
}

describe("the field `attestations`", () => {
  it("A-c01: needs a minted token (A-01)", async () => {
    expect(await judge([attestation(wheel())], { token: world.index.addApiToken() })).toBe(
      `${START} Attestations are only supported when using Trusted Publishing`,
    );
  });

  it.each([
    ["A-c03: no JSON", "{"],
    ["A-c04: a text", '"x"'],
    ["A-c04: an object", "{}"],
    ["A-c04: a number", "4"],
    ["an empty text", ""],
    ["an object without version", [{ ...attestation(wheel()), version: undefined }]],
    ["a certificate that is not base64", [{ ...attestation(wheel()), verification_material: { certificate: "-" } }]],
    [
      "no log entry",
      [{ ...attestation(wheel()), verification_material: { certificate: "YQ==", transparency_entries: [] } }],
    ],
    ["a bundle", [{ mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json", dsseEnvelope: {} }]],
  ])("%s is malformed (A-03)", async (_case, value) => {
    expect(await judge(value)).toMatch(new RegExp(`^${START} Malformed attestations: .*\n`));
  });

  it.each([
    ["A-c05: an empty list (A-04)", [], "Malformed attestations: an empty attestation set is not permitted"],
    [
      "A-c06: three (A-05)",
      [attestation(wheel()), attestation(wheel()), attestation(wheel())],
      "A maximum of 2 attestations per file are supported",
    ],
    [
      "A-c07: two of one type (A-14)",
      [attestation(wheel()), attestation(wheel())],
      `Multiple attestations for the same file with the same predicate type (${PUBLISH}) are not supported`,
    ],
    [
      "A-c10: another predicate type (A-13)",
      [attestation(wheel(), { predicateType: "https://example.com/v1" })],
      "Could not verify the uploaded artifact using the included attestation: Verification failed: unknown attestation type: https://example.com/v1",
    ],
    [
      "A-12: another file's name",
      [attestation(wheel(), { name: "pkg-1.1-py3-none-any.whl" })],
      "Verification failed: subject does not match distribution name: pkg-1.1-py3-none-any.whl != pkg-1.0-py3-none-any.whl",
    ],
    [
      "A-12: another file's digest",
      [attestation(wheel(), { sha256: "0".repeat(64) })],
      "Verification failed: subject does not match distribution digest",
    ],
  ])("%s is refused", async (_case, value, text) => {
    expect(await judge(value)).toContain(text);
    expect(world.index.state.files).toEqual([]);
  });

  it("A-c08, A-c11: one of each type is stored and served as provenance (A-14, A-17)", async () => {
    const both = [attestation(wheel()), attestation(wheel(), { predicateType: SLSA, name: "PKG-1-py3-none-any.whl" })];
    expect(await judge(both)).toBe("200 OK");
    const accept = "application/vnd.pypi.simple.v1+json";
    const page = parsed(await send(`${world.index.simpleUrl}pkg/`, { headers: { accept } }));
    const provenance = `${world.index.origin}/integrity/pkg/1.0/pkg-1.0-py3-none-any.whl/provenance`;
    expect(page.files).toMatchObject([{ provenance }]);
    const reply = await send(provenance);
    expect(reply.headers["content-type"]).toBe("application/vnd.pypi.integrity.v1+json");
    expect(parsed(reply)).toEqual({
      version: 1,
      attestation_bundles: [
        {
          publisher: { kind: "GitHub", repository: "octo-org/sample", workflow: "release.yml", environment: null },
          attestations: both,
        },
      ],
    });
    expect((await send(provenance, { headers: { accept: "image/png" } })).status).toBe(406);
  });

  it("A-c13, A-c15: is ignored with an identical file, which stays without provenance (A-16, A-17)", async () => {
    await upload(world.index, wheel(), { token });
    expect(await judge("not even JSON")).toBe("200 OK");
    const reply = await send(`${world.index.origin}/integrity/pkg/1.0/pkg-1.0-py3-none-any.whl/provenance`);
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
