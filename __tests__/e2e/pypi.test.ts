import { afterEach, expect, it } from "@jest/globals";
import { COMPANY_HOST } from "../../emulator/certificates.ts";
import { type ConnectProxy, startConnectProxy } from "../../emulator/connect-proxy.ts";
import { buildSdist, buildWheel } from "../builders/archives.ts";
import { failure, type Publishing, REPOSITORY, Scenario, warnings } from "./harness.ts";

// The action as it is used most: with the addresses of PyPI and TestPyPI, which a proxy leads to the emulated index.

let scenario: Scenario;
let proxy: ConnectProxy;

async function start(audience: string): Promise<void> {
  scenario = await Scenario.start({ https: true, index: { audience } });
  proxy = await startConnectProxy({ httpsPort: Number(new URL(scenario.index.origin).port) });
  scenario.write("ca.pem", scenario.index.caCertificate ?? "");
  scenario.index.addPublisher({ project: "Sample.Project", ...REPOSITORY });
  scenario.put(buildWheel({ name: "Sample.Project" }), buildSdist({ name: "Sample.Project" }));
}

afterEach(async () => {
  await proxy.close();
  await scenario.close();
});

function run({ inputs }: Publishing) {
  return scenario.run({
    inputs: { "repository-url": "", "ca-cert": "ca.pem", "wait-for-index": "5", ...inputs },
    environment: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: "127.0.0.1" },
  });
}

it.each([
  { audience: "pypi", hosts: ["pypi.org", "upload.pypi.org"], site: "https://pypi.org", install: "pip install" },
  {
    audience: "testpypi",
    hosts: ["test.pypi.org"],
    site: "https://test.pypi.org",
    install: "pip install --index-url https://test.pypi.org/simple/",
    inputs: { "repository-url": "https://test.pypi.org/legacy" },
  },
])("a release goes to the hosts of $audience alone, and outputs, log and summary lead there", async (index) => {
  await start(index.audience);
  const sigstore = await scenario.world.sigstore.clientTrustConfigPath();
  const result = await run({ inputs: { "sigstore-config": sigstore, ...index.inputs } });
  expect(result.exitCode).toBe(0);
  expect([...new Set(proxy.tunnels)].toSorted()).toEqual(index.hosts.map((host) => `${host}:443`));
  expect(scenario.index.state.files.map(({ attestations }) => attestations.length)).toEqual([1, 1]);
  const page = `${index.site}/project/Sample.Project/1.0.0/`;
  expect([result.outputs.get("project-url"), result.outputs.get("project-urls")]).toEqual([page, page]);
  expect(result.stdout).toContain(`  ${index.install} Sample.Project==1.0.0\n`);
  expect(result.summary).toContain(`(${page})`);
});

it.each(["testpypi", "sts.amazonaws.com", "sigstore"])(
  "an index in its place that asks for a token for %s gets none",
  async (audience) => {
    await start(audience);
    expect(failure(await run({ inputs: { attestations: "false" } }), "index-answer-invalid")).toContain(
      `"${audience}", which is not its own`,
    );
    expect(scenario.world.github.requests).toEqual([]);
  },
);

it.each(["pypi", "sts.amazonaws.com", "https://vault.example.com"])(
  "another index that asks for a token for %s gets none",
  async (audience) => {
    await start(audience);
    const text = failure(
      await run({ inputs: { "repository-url": `https://${COMPANY_HOST}/legacy/` } }),
      "index-answer-invalid",
    );
    expect(text).toContain(`"${audience}", which is not its own`);
    expect(scenario.world.github.requests).toEqual([]);
  },
);

it("an API token is advised against in the summary, and warned about nowhere", async () => {
  await start("pypi");
  const result = await run({ inputs: { password: scenario.index.addApiToken() } });
  expect([result.exitCode, ...warnings(result)]).toEqual([0]);
  expect(result.summary).toContain("long-lived API token");
});
