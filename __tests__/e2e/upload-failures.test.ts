import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { buildWheel } from "../builders/archives.ts";
import { freePort } from "./fault-table.ts";
import { failure, REPOSITORY, Scenario } from "./harness.ts";

let scenario: Scenario;
beforeEach(async () => {
  scenario = await Scenario.start();
});
afterEach(() => scenario.close());

describe("uploads that are refused", () => {
  it("stop the run at the first refusal, say what is on the index, and burn the token", async () => {
    const [wheel, sdist] = scenario.putRelease();
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    scenario.index.faults.add({
      on: { path: "/legacy/", nth: 2 },
      fault: {
        kind: "answer",
        status: 400,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          message: "…",
          code: "400 Only one sdist may be uploaded per release.",
          title: "Bad Request",
        }),
      },
    });
    const result = await scenario.run();
    const text = failure(result, "upload-refused");
    expect(text).toContain("Only one sdist may be uploaded per release.");
    expect(text).toContain(`${wheel.filename}: uploaded`);
    expect(text).toContain(`${sdist.filename}: refused`);
    expect(scenario.index.state.mintedTokens[0]?.burnedAt).toBeDefined();
    expect(result.outputs.get("uploaded")).toBe("1");
    expect(
      JSON.parse(result.outputs.get("distributions") ?? "").map(({ status }: { status: string }) => status),
    ).toEqual(["uploaded", "refused"]);
  });

  it.each([
    [
      "JSON",
      {
        headers: { "content-type": "application/json" },
        body: '{"message":"m","code":"400 Bad metadata here.","title":"Bad Request"}',
      },
    ],
    [
      "HTML",
      {
        headers: { "content-type": "text/html" },
        body: "<html><head><title>400</title></head><body><h1>Oh no</h1>Bad <b>metadata</b> here.</body></html>",
      },
    ],
    ["plain text", { headers: { "content-type": "text/plain" }, body: "Bad metadata here.\r\n" }],
    ["the reason phrase", { reason: "Bad metadata here.", body: "" }],
  ])("are told in one readable sentence when the answer is %s", async (_what, answer) => {
    scenario.putRelease();
    scenario.index.faults.add({ on: { path: "/legacy/" }, fault: { kind: "answer", status: 400, ...answer } });
    const text = failure(await scenario.run({ inputs: { password: scenario.index.addApiToken() } }), "upload-refused");
    expect(text).toMatch(/Bad\s+metadata here\./);
    expect(scenario.stored()).toEqual([]);
  });

  it("with commands and markup in the reason start neither", async () => {
    scenario.putRelease();
    scenario.index.faults.add({
      on: { path: "/legacy/" },
      fault: {
        kind: "answer",
        status: 400,
        headers: { "content-type": "text/plain" },
        body: "\n::set-output name=uploaded::9\n##[error]x\n<img src=x>\n```\n",
      },
    });
    const result = await scenario.run({ inputs: { password: scenario.index.addApiToken() } });
    failure(result, "upload-refused");
    expect(result.stdout).not.toMatch(/^\s*::set-output/m);
    expect(result.summary).toMatch(/^`{4,}text\n/m);
  });

  it.each([
    ["an unknown token", "pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAw", "credential-refused"],
    ["a token of another project", "", "upload-forbidden"],
  ])("because of %s", async (_what, token, code) => {
    scenario.putRelease();
    scenario.index.addProject("another");
    scenario.index.addProject("sample-project");
    const password = token === "" ? scenario.index.addApiToken({ projects: ["another"] }) : token;
    failure(await scenario.run({ inputs: { password } }), code);
  });

  it("because the pending publisher belongs to another name", async () => {
    scenario.putRelease();
    scenario.index.addPendingPublisher({ project: "simple-project", ...REPOSITORY });
    const text = failure(await scenario.run(), "upload-forbidden");
    expect(text).toContain("sample-project");
  });

  it("because the address is not one that takes uploads", async () => {
    scenario.putRelease();
    const password = scenario.index.addApiToken();
    const text = failure(
      await scenario.run({ inputs: { password, "repository-url": `${scenario.index.origin}/somewhere/` } }),
      "upload-endpoint-wrong",
    );
    expect(text).toContain("repository-url");
  });

  it("because a redirect leads to another origin, where no credential goes", async () => {
    scenario.putRelease();
    const other = await Scenario.start();
    try {
      scenario.index.faults.add({
        on: { path: "/legacy/" },
        fault: { kind: "answer", status: 308, headers: { location: other.index.uploadUrl }, body: "" },
      });
      failure(await scenario.run({ inputs: { password: scenario.index.addApiToken() } }), "redirect-refused");
      expect(other.requests()).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it("because other content has the name, and are passed over with skip-existing", async () => {
    scenario.putRelease();
    const password = scenario.index.addApiToken();
    await scenario.run({ inputs: { password } });
    scenario.put(buildWheel({ description: "changed" }));
    const text = failure(await scenario.run({ inputs: { password } }), "file-name-used");
    expect(text).toContain("new version");
    const passed = await scenario.run({ inputs: { password, "skip-existing": "true" } });
    expect(passed.exitCode).toBe(0);
    expect(passed.stdout).toContain("passed over");
  });

  it("because the name is taken, by what cannot be read: to be run again, not given a `check-url` that is there", async () => {
    scenario.putRelease();
    const inputs = { password: scenario.index.addApiToken(), "check-url": scenario.index.simpleUrl };
    await scenario.run({ inputs });
    const changed = buildWheel({ description: "changed" });
    scenario.put(changed);
    scenario.index.faults.add({ on: { path: /^\/simple\// }, fault: { kind: "answer", status: 403 }, times: 9 });
    const text = failure(await scenario.run({ inputs }), "file-name-used");
    expect(text).toContain(
      `${scenario.index.simpleUrl} shows no SHA-256 of the file: if that address was out of order, run the job again.`,
    );
    expect(text).not.toContain("`check-url`");
    scenario.index.faults.clear();
    expect(failure(await scenario.run({ inputs }), "file-name-used")).toContain(`here ${changed.sha256}`);
  });
});

it("an upload that found no connection was not attempted, and is nowhere said to have been", async () => {
  const [wheel] = scenario.putRelease();
  const result = await scenario.run({
    inputs: { password: "pypi-AgEIcHlwaS5vcmcCJDAw", "repository-url": `http://127.0.0.1:${await freePort()}/legacy/` },
    environment: { PUBLISH_HTTP_RETRIES: "1" },
  });
  failure(result, "index-unreachable");
  expect(result.stdout).toMatch(new RegExp(`^${wheel.filename}: not attempted \\(\\d+ B\\)$`, "m"));
  expect(JSON.parse(result.outputs.get("distributions") ?? "")).toMatchObject(
    Array(2).fill({ status: "not-attempted", attempts: 0, seconds: 0 }),
  );
});
