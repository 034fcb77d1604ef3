import { afterEach, describe, expect, it } from "@jest/globals";
import { type BuiltArchive, buildSdist, buildWheel } from "../builders/archives.ts";
import { errors, failure, REPOSITORY, Scenario, warnings } from "./harness.ts";

let scenario: Scenario;
afterEach(() => scenario.close());

const DAY_MS = 86_400_000;
const READ = "GET /simple/sample-project/";

/** Puts a file on the index as if it had been published before. */
function publishedBefore(archive: BuiltArchive, more: { content?: Buffer; uploadedAt?: number } = {}): void {
  scenario.index.addFile({
    project: "sample-project",
    filename: archive.filename,
    content: archive.content,
    ...more,
  });
}

async function withRelease(): Promise<readonly [wheel: BuiltArchive, sdist: BuiltArchive]> {
  scenario = await Scenario.start();
  scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
  return scenario.putRelease();
}

function statuses(outputs: ReadonlyMap<string, string>): Record<string, string> {
  const files: { filename: string; status: string }[] = JSON.parse(outputs.get("distributions") ?? "");
  return Object.fromEntries(files.map(({ filename, status }) => [filename, status]));
}

describe("a file that is on the index already", () => {
  it("with the same content is not uploaded again, and the rest of the release is", async () => {
    const [wheel, sdist] = await withRelease();
    publishedBefore(wheel);
    const result = await scenario.run();
    expect(errors(result)).toEqual([]);
    expect(statuses(result.outputs)).toEqual({ [wheel.filename]: "already-present", [sdist.filename]: "uploaded" });
    expect([result.outputs.get("uploaded"), result.outputs.get("already-present")]).toEqual(["1", "1"]);
    expect(scenario.exchanges().filter((request) => request === "POST /legacy/")).toHaveLength(1);
    expect(scenario.stored()).toHaveLength(2);
  });

  it("with all others leaves nothing to do: no token, nothing sent, and the run says so", async () => {
    const release = await withRelease();
    for (const archive of release) {
      publishedBefore(archive);
    }
    const result = await scenario.run();
    expect(result.exitCode).toBe(0);
    expect(scenario.requests()).toContain(READ);
    expect(scenario.changes()).toEqual([]);
    expect(scenario.world.github.requests).toEqual([]);
    expect([result.outputs.get("uploaded"), result.outputs.get("already-present")]).toEqual(["0", "2"]);
    expect(result.stdout).toContain("Nothing new to publish");
    expect(result.summary).toContain("Nothing new to publish");
    expect(result.summary).toContain(release[0].sha256);
  });

  it("with other content ends the run before anything is uploaded, both hashes shown", async () => {
    const [wheel, sdist] = await withRelease();
    publishedBefore(wheel, { content: Buffer.from("what was there before") });
    const there = scenario.index.state.file(wheel.filename)?.sha256;
    const result = await scenario.run();
    const text = failure(result, "file-name-used");
    expect(text).toContain(`there ${there}, here ${wheel.sha256}`);
    expect(scenario.requests()).toContain(READ);
    expect(scenario.changes()).toEqual([]);
    expect(statuses(result.outputs)[sdist.filename]).toBe("not-attempted");
    expect(result.outputs.get("distributions")).toContain(`"sha256":"${wheel.sha256}"`);
  });

  it("with other content is passed over with skip-existing, and a warning shows both hashes", async () => {
    const [wheel, sdist] = await withRelease();
    publishedBefore(wheel, { content: Buffer.from("what was there before") });
    const there = scenario.index.state.file(wheel.filename)?.sha256;
    const result = await scenario.run({ inputs: { "skip-existing": "true" } });
    expect(errors(result)).toEqual([]);
    expect(statuses(result.outputs)).toEqual({ [wheel.filename]: "passed-over", [sdist.filename]: "uploaded" });
    expect(warnings(result).join()).toContain(`there ${there}, here ${wheel.sha256}`);
    expect(scenario.index.state.file(wheel.filename)?.sha256).toBe(there);
  });

  it("is found in every project of the run, all conflicts named at once", async () => {
    scenario = await Scenario.start();
    const archives = ["first", "second", "third"].map((name) => buildWheel({ name }));
    scenario.put(...archives);
    for (const { filename } of archives.slice(0, 2)) {
      scenario.index.addFile({ project: filename.split("-")[0] ?? "", filename });
    }
    const result = await scenario.run();
    expect(errors(result).map(({ title }) => title)).toEqual(["file-name-used", "file-name-used"]);
    expect(scenario.changes()).toEqual([]);
  });

  it("has its hashes printed with print-hash, as any other", async () => {
    const [wheel] = await withRelease();
    publishedBefore(wheel);
    const result = await scenario.run({ inputs: { "print-hash": "true" } });
    expect(result.stdout.match(/MD5: [0-9a-f]{32}/g)).toHaveLength(2);
  });
});

describe("a project or release that takes no new files", () => {
  it.each([
    ["archived", "P-13"],
    ["quarantined", "P-14"],
  ] as const)("because the project is %s ends the run at once (%s)", async (status, rule) => {
    await withRelease();
    scenario.index.addProject("sample-project", { status });
    const text = failure(await scenario.run(), "upload-forbidden");
    expect(text).toContain(status);
    expect(text).toContain(rule);
    expect(scenario.requests()).toContain(READ);
    expect(scenario.changes()).toEqual([]);
  });

  it("because it is older than 14 days ends the run at once (P-22)", async () => {
    const [wheel, sdist] = await withRelease();
    publishedBefore(wheel, { uploadedAt: Date.now() - 15 * DAY_MS });
    const text = failure(await scenario.run(), "release-closed");
    expect(text).toContain(sdist.filename);
    expect(text).toContain("14 days");
    expect(scenario.requests()).toContain(READ);
    expect(scenario.changes()).toEqual([]);
  });

  it("is of no concern when its files are all there", async () => {
    const release = await withRelease();
    for (const archive of release) {
      publishedBefore(archive, { uploadedAt: Date.now() - 15 * DAY_MS });
    }
    scenario.index.addProject("sample-project", { status: "archived" });
    expect((await scenario.run()).exitCode).toBe(0);
  });

  it("because it has an sdist of an equal version ends the run at once (P-23, P-24)", async () => {
    await withRelease();
    scenario.index.addFile({ project: "sample-project", filename: "sample_project-1.0.tar.gz" });
    const text = failure(await scenario.run(), "release-closed");
    expect(text).toContain("sample_project-1.0.tar.gz");
    expect(scenario.requests()).toContain(READ);
    expect(scenario.changes()).toEqual([]);
  });
});

describe("an index that cannot be compared", () => {
  it("decides about each upload itself", async () => {
    await withRelease();
    scenario.index.faults.add({ on: { path: /^\/simple\// }, fault: { kind: "answer", status: 403 } });
    const result = await scenario.run();
    expect(errors(result)).toEqual([]);
    expect(result.stdout).toContain("could not be compared");
    expect(scenario.stored()).toHaveLength(2);
  });

  it("deserves a warning when its address was given", async () => {
    scenario = await Scenario.start();
    scenario.putRelease();
    scenario.index.faults.add({
      on: { path: /^\/simple\// },
      fault: { kind: "answer", status: 200, headers: { "content-type": "text/html" }, body: "<h1>Please log in</h1>" },
    });
    const password = scenario.index.addApiToken();
    const result = await scenario.run({ inputs: { password, "check-url": scenario.index.simpleUrl } });
    expect(errors(result)).toEqual([]);
    expect(warnings(result).join()).toContain("is a web page, not the list of a project's files");
  });

  it("is not asked anything when nothing says where", async () => {
    scenario = await Scenario.start();
    scenario.putRelease();
    const result = await scenario.run({ inputs: { password: scenario.index.addApiToken() } });
    expect(result.stdout).toContain("check-url");
    expect(scenario.requests()).toEqual(["POST /legacy/", "POST /legacy/"]);
  });
});

describe("check-url", () => {
  it("has contents compared on an index with a password, whose credential goes along", async () => {
    scenario = await Scenario.start();
    const [wheel, sdist] = scenario.putRelease();
    publishedBefore(wheel);
    const password = scenario.index.addApiToken();
    const inputs = { password, "check-url": scenario.index.simpleUrl.replace(/\/$/, "") };
    const result = await scenario.run({ inputs });
    expect(statuses(result.outputs)).toEqual({ [wheel.filename]: "already-present", [sdist.filename]: "uploaded" });
    expect(scenario.index.requests[0]?.headers.authorization).toMatch(/^Basic /);
  });

  it("at another origin gets no credential of the upload", async () => {
    scenario = await Scenario.start();
    scenario.putRelease();
    const elsewhere = await Scenario.start();
    try {
      const inputs = {
        password: scenario.index.addApiToken(),
        "check-url": elsewhere.index.simpleUrl,
        "wait-for-index": "0",
      };
      expect((await scenario.run({ inputs })).exitCode).toBe(0);
      expect(elsewhere.requests()).toEqual([READ]);
      expect(elsewhere.index.requests[0]?.headers.authorization).toBeUndefined();
    } finally {
      await elsewhere.close();
    }
  });

  it("with a login of its own sends that, and shows it nowhere", async () => {
    scenario = await Scenario.start();
    scenario.putRelease();
    const checkUrl = scenario.index.simpleUrl.replace("//", "//reader:very%20secret@");
    const result = await scenario.run({
      inputs: { password: scenario.index.addApiToken(), "check-url": checkUrl, verbose: "true" },
    });
    expect(result.exitCode).toBe(0);
    const basic = Buffer.from("reader:very secret").toString("base64");
    expect(scenario.index.requests[0]?.headers.authorization).toBe(`Basic ${basic}`);
    expect(result.stdout.replaceAll(/^::add-mask::.*$/gm, "")).not.toMatch(/very.{1,3}secret/);
  });
});

describe("a file that a stale cache does not list yet", () => {
  async function withStalePage(): Promise<readonly [wheel: BuiltArchive, there: string]> {
    const [wheel, sdist] = await withRelease();
    publishedBefore(sdist);
    scenario.index.switches.listing.cached = true;
    const page = new URL("sample-project/", scenario.index.simpleUrl);
    await (await fetch(page, { headers: { accept: "application/vnd.pypi.simple.v1+json" } })).text();
    publishedBefore(wheel, { content: Buffer.from("what came meanwhile") });
    return [wheel, scenario.index.state.file(wheel.filename)?.sha256 ?? ""];
  }

  it("is looked up again when the index refuses it, and both hashes are shown", async () => {
    const [wheel, there] = await withStalePage();
    const text = failure(await scenario.run(), "file-name-used");
    expect(text).toContain(`there ${there}, here ${wheel.sha256}`);
    expect(scenario.exchanges().filter((request) => request === "POST /legacy/")).toHaveLength(1);
  });

  it("is passed over with skip-existing, with a warning that shows both", async () => {
    const [wheel, there] = await withStalePage();
    const result = await scenario.run({ inputs: { "skip-existing": "true" } });
    expect(result.exitCode).toBe(0);
    expect(statuses(result.outputs)[wheel.filename]).toBe("passed-over");
    expect(warnings(result).join()).toContain(`there ${there}, here ${wheel.sha256}`);
  });
});

describe("an upload whose answers are all lost", () => {
  it("counts as uploaded once the index is seen to hold it", async () => {
    const [wheel, sdist] = await withRelease();
    scenario.index.faults.add({ on: { path: "/legacy/" }, fault: { kind: "lost-answer" }, times: 4 });
    const result = await scenario.run();
    expect(errors(result)).toEqual([]);
    expect(statuses(result.outputs)).toEqual({ [wheel.filename]: "uploaded", [sdist.filename]: "uploaded" });
    expect(scenario.stored()).toHaveLength(2);
  });
});

describe("running the job again", () => {
  it("finishes a release that stopped half way, with no input changed", async () => {
    scenario = await Scenario.start();
    scenario.put(buildWheel(), buildWheel({ tag: "cp314-cp314-win_amd64" }), buildSdist());
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    scenario.index.faults.add({
      on: { path: "/legacy/", nth: 2 },
      fault: { kind: "answer", status: 403, body: "Read-only mode" },
    });
    failure(await scenario.run({ inputs: { "max-parallel": "1" } }), "upload-forbidden");
    expect(scenario.stored()).toHaveLength(1);
    const again = await scenario.run({ inputs: { "max-parallel": "1" } });
    expect(errors(again)).toEqual([]);
    expect([again.outputs.get("uploaded"), again.outputs.get("already-present")]).toEqual(["2", "1"]);
    expect(scenario.stored()).toHaveLength(3);
  });
});
