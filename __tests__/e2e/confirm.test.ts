import { afterEach, describe, expect, it } from "@jest/globals";
import type { BuiltArchive } from "../builders/archives.ts";
import { errors, REPOSITORY, Scenario, warnings } from "./harness.ts";

let scenario: Scenario;
afterEach(() => scenario.close());

async function withRelease(): Promise<readonly [wheel: BuiltArchive, sdist: BuiltArchive]> {
  scenario = await Scenario.start();
  scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
  return scenario.putRelease();
}

/** Readings of the project's page after the last upload. */
function looks(): number {
  const requests = scenario.requests();
  return requests.slice(requests.lastIndexOf("POST /legacy/")).filter((each) => each.startsWith("GET /simple/")).length;
}

describe("an index that lists the release", () => {
  it("at once is asked once, and the log has the line to paste", async () => {
    await withRelease();
    const result = await scenario.run();
    expect(errors(result)).toEqual([]);
    expect(warnings(result)).toEqual([]);
    expect(looks()).toBe(1);
    expect(result.stdout).toContain("lists all 2 distributions with the right hash");
    expect(JSON.parse(result.outputs.get("distributions") ?? "")[0].url).toMatch(/^http:.*\.whl$/);
    expect(result.stdout).toContain(`pip install --index-url ${scenario.index.simpleUrl} sample-project==1.0.0`);
  });

  it("late is asked again with growing pauses", async () => {
    await withRelease();
    scenario.index.switches.listing.lateMs = 1500;
    const result = await scenario.run();
    expect(warnings(result)).toEqual([]);
    expect(result.stdout).toContain("lists all 2 distributions");
    expect(looks()).toBeGreaterThan(2);
  });

  it("to those who pass its caches by is asked in that way", async () => {
    await withRelease();
    scenario.index.switches.listing.cached = true;
    const result = await scenario.run();
    expect(warnings(result)).toEqual([]);
    expect(result.stdout).toContain("lists all 2 distributions");
  });
});

describe("provenance (PEP 740)", () => {
  it("is waited for where attestations were sent along", async () => {
    await withRelease();
    scenario.index.switches.listing.provenanceLateMs = 1500;
    const inputs = { "sigstore-config": await scenario.world.sigstore.clientTrustConfigPath() };
    const result = await scenario.run({ inputs });
    expect([...errors(result), ...warnings(result)]).toEqual([]);
    expect(result.stdout).toContain("lists all 2 distributions with the right hash, 2 with provenance");
    expect(looks()).toBeGreaterThan(1);
  });

  it("that does not come is a warning, and the files do not count as attested", async () => {
    const release = await withRelease();
    scenario.index.switches.listing.provenanceLateMs = 60_000;
    const sigstore = await scenario.world.sigstore.clientTrustConfigPath();
    const result = await scenario.run({ inputs: { "sigstore-config": sigstore, "wait-for-index": "1" } });
    expect(result.exitCode).toBe(0);
    expect(warnings(result)).toEqual([expect.stringMatching(/not seen to list provenance after \d\.\d s for/)]);
    expect(warnings(result)[0]).toContain(release[0].filename);
    const listed = { status: "uploaded", attested: false, url: expect.stringContaining("/sample_project-1.0.0") };
    const outputs: unknown = JSON.parse(result.outputs.get("distributions") ?? "[]");
    expect(outputs).toEqual([expect.objectContaining(listed), expect.objectContaining(listed)]);
  });
});

describe("an index that does not list the release in time gets a warning, and the run is green", () => {
  it("when a part of it is missing", async () => {
    const [wheel, sdist] = await withRelease();
    scenario.index.switches.listing.never.add(sdist.filename);
    const result = await scenario.run({ inputs: { "wait-for-index": "2" } });
    expect(result.exitCode).toBe(0);
    const text = warnings(result).join();
    expect(text).toMatch(new RegExp(`after 2\\.\\d s: ${sdist.filename}`));
    expect(text).not.toContain(wheel.filename);
    expect(result.stdout).not.toContain("pip install");
  });

  it("when all of it is missing", async () => {
    const release = await withRelease();
    scenario.index.switches.listing.lateMs = 60_000;
    const result = await scenario.run({ inputs: { "wait-for-index": "1" } });
    expect(result.exitCode).toBe(0);
    for (const { filename } of release) {
      expect(warnings(result).join()).toContain(filename);
    }
  });

  it("when it lists another hash than that of the upload, loudly", async () => {
    const [wheel] = await withRelease();
    scenario.index.switches.listing.wrongHash.add(wheel.filename);
    const result = await scenario.run({ inputs: { "wait-for-index": "1" } });
    expect(result.exitCode).toBe(0);
    expect(warnings(result)).toEqual([
      expect.stringMatching(new RegExp(`${wheel.filename} with another content.*uploaded ${wheel.sha256}`)),
    ]);
  });

  it("when it stops answering", async () => {
    await withRelease();
    scenario.index.faults.add({
      on: { path: /^\/simple\//, nth: 2 },
      fault: { kind: "answer", status: 503 },
      times: 99,
    });
    const result = await scenario.run({ inputs: { "wait-for-index": "1" } });
    expect(result.exitCode).toBe(0);
    expect(warnings(result).join()).toMatch(/was not seen to list all of it after \d\.\d s/);
  });
});

describe("wait-for-index", () => {
  it("0 does not look", async () => {
    await withRelease();
    const result = await scenario.run({ inputs: { "wait-for-index": "0" } });
    expect(result.exitCode).toBe(0);
    expect(looks()).toBe(0);
  });

  it("has no effect where it is not known how to read the index", async () => {
    scenario = await Scenario.start();
    scenario.putRelease();
    const result = await scenario.run({ inputs: { password: scenario.index.addApiToken() } });
    expect(result.exitCode).toBe(0);
    expect(scenario.requests()).toEqual(["POST /legacy/", "POST /legacy/"]);
  });

  it("looks where check-url says", async () => {
    scenario = await Scenario.start();
    scenario.putRelease();
    const inputs = { password: scenario.index.addApiToken(), "check-url": scenario.index.simpleUrl };
    const result = await scenario.run({ inputs });
    expect(result.stdout).toContain("lists all 2 distributions");
  });

  it("that is no number of seconds is refused", async () => {
    await withRelease();
    const result = await scenario.run({ inputs: { "wait-for-index": "soon" } });
    expect(errors(result)[0]?.text).toContain("`wait-for-index`");
  });
});
