import { generateKeyPairSync } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { COMPANY_HOST } from "../../emulator/certificates.ts";
import { type ConnectProxy, type ConnectProxyOptions, startConnectProxy } from "../../emulator/connect-proxy.ts";
import type { BuiltArchive } from "../builders/archives.ts";
import { expectBurned, expectStored, freePort } from "./fault-table.ts";
import { errors, failure, REPOSITORY, Scenario } from "./harness.ts";

let scenario: Scenario;
let release: readonly BuiltArchive[];
let proxy: ConnectProxy | undefined;

async function start(clientCertificates = false): Promise<void> {
  scenario = await Scenario.start({ https: true, index: { clientCertificates, audience: "company-index" } });
  release = scenario.putRelease();
  scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
  scenario.write("certs/ca.pem", scenario.index.caCertificate ?? "");
}

afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  await scenario.close();
});

const CA = { "ca-cert": "certs/ca.pem" };

describe("an index with a certificate of a private authority", () => {
  beforeEach(() => start());

  it("is not spoken to, and the remedy names the input", async () => {
    const text = failure(await scenario.run(), "index-unreachable");
    expect(text).toContain("certificate is not trusted");
    expect(text).toContain("`ca-cert`");
    expect(scenario.requests()).toEqual([]);
  });

  it("is published to with `ca-cert`", async () => {
    expect(errors(await scenario.run({ inputs: CA }))).toEqual([]);
    expectStored(scenario, release);
    expectBurned(scenario);
  });

  it("is published to with NODE_EXTRA_CA_CERTS, also beside a `client-cert`", async () => {
    const environment = { NODE_EXTRA_CA_CERTS: `${scenario.workspace}/certs/ca.pem` };
    expect(errors(await scenario.run({ environment }))).toEqual([]);
    scenario.write("client.pem", clientPem());
    expect(errors(await scenario.run({ environment, inputs: { "client-cert": "client.pem" } }))).toEqual([]);
    expectStored(scenario, release);
  });

  const key = () => generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const encrypted = () => key().export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" });
  const certificate = () => scenario.index.clientCertificate?.cert ?? "";

  it.each([
    ["ca-cert", "that is not there", undefined, "cannot be read: ENOENT"],
    ["ca-cert", "without a certificate", () => "hello", "holds no certificate in PEM form"],
    [
      "ca-cert",
      "with a damaged certificate",
      () => "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
      "a certificate that cannot be read",
    ],
    ["client-cert", "without a key", certificate, "holds no private key in PEM form"],
    ["client-cert", "without a certificate", () => clientPem("key"), "holds no certificate in PEM form"],
    ["client-cert", "with an encrypted key", () => `${certificate()}\n${encrypted()}`, "an encrypted private key"],
    [
      "client-cert",
      "with another one's key",
      () => `${certificate()}\n${key().export({ type: "pkcs8", format: "pem" })}`,
      "a private key that does not belong to the first certificate",
    ],
  ])("`%s` %s is an error before anything is done", async (input, _what, content, message) => {
    if (content !== undefined) {
      scenario.write("given.pem", content().toString());
    }
    const text = failure(await scenario.run({ inputs: { [input]: "given.pem" } }), "input-invalid");
    expect(text).toContain(message);
    expect(text).toContain("given.pem");
    expect(scenario.requests()).toEqual([]);
  });
});

describe("an index that asks for client certificates", () => {
  beforeEach(() => start(true));

  it("refuses those without, and the remedy names the input", async () => {
    const text = failure(await scenario.run({ inputs: CA }), "index-unreachable");
    expect(text).toContain("it may ask for a client certificate");
    expect(text).toContain("`client-cert`");
  });

  it("is published to with certificate and key in one file", async () => {
    scenario.write("client.pem", clientPem());
    expect(errors(await scenario.run({ inputs: { ...CA, "client-cert": "client.pem" } }))).toEqual([]);
    expectStored(scenario, release);
    expectBurned(scenario);
  });

  it("is published to with certificate and key in two files", async () => {
    scenario.write("client.crt", clientPem("cert"));
    scenario.write("client.key", clientPem("key"));
    const inputs = { ...CA, "client-cert": `${scenario.workspace}/client.crt\nclient.key` };
    expect(errors(await scenario.run({ inputs }))).toEqual([]);
    expectStored(scenario, release);
  });
});

/** The client's PEM as twine takes it, or one part of it. */
function clientPem(part?: "key" | "cert"): string {
  const { key = "", cert = "" } = scenario.index.clientCertificate ?? {};
  return part === undefined ? `${key}\n${cert}\n` : { key, cert }[part];
}

describe("a proxy", () => {
  beforeEach(() => start());

  const LOGIN = { user: "bob", password: "p@ss word:1" };

  /** Loopback addresses are never proxied: the index goes by a name that the proxy knows. */
  const inputs = () => ({ ...CA, "repository-url": scenario.index.uploadUrl.replace("127.0.0.1", COMPANY_HOST) });

  async function through(options: ConnectProxyOptions, address = "", environment: Record<string, string> = {}) {
    proxy = await startConnectProxy(options);
    return scenario.run({
      inputs: inputs(),
      environment: { HTTPS_PROXY: `http://${address}127.0.0.1:${proxy.port}`, ...environment },
    });
  }

  it("carries every request to the index", async () => {
    expect(errors(await through({}))).toEqual([]);
    expectStored(scenario, release);
    expectBurned(scenario);
    expect(new Set(proxy?.tunnels)).toEqual(new Set([new URL(inputs()["repository-url"]).host]));
  });

  it("is shown user name and password, which stand nowhere in the log", async () => {
    const address = `${LOGIN.user}:${encodeURIComponent(LOGIN.password)}@`;
    const result = await through({ login: LOGIN }, address);
    expect(errors(result)).toEqual([]);
    expectStored(scenario, release);
    const shown = result.stdout.replaceAll(/^::add-mask::.*$/gm, "") + result.summary;
    expect(shown).not.toContain(LOGIN.password);
    expect(shown).not.toContain(encodeURIComponent(LOGIN.password));
    expect(result.stdout).toContain(`::add-mask::${LOGIN.password}`);
  });

  it("with the authority of `ca-cert` passes as the index, and not as the public Sigstore", async () => {
    const httpsPort = Number(new URL(scenario.index.uploadUrl).port);
    proxy = await startConnectProxy({ httpsPort });
    const result = await scenario.run({
      inputs: { ...inputs(), attestations: "required" },
      environment: { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` },
    });
    expect(scenario.requests()).not.toContain("POST /api/v2/signingCert");
    expect(failure(result, "attestation-signing-failed")).toContain("certificate is not trusted");
    expect(proxy.tunnels).toContain("fulcio.sigstore.dev:443");
    expectBurned(scenario);
  });

  it.each([
    ["that wants a login", { login: LOGIN }, "", "asks for a user name and a password (407)"],
    ["that does not take the login", { login: LOGIN }, "eve:x@", "asks for a user name and a password (407)"],
    ["that refuses the host", { refusal: 403 }, "", "opens no connection (403)"],
  ])("%s is named as the one that refuses, at once", async (_what, options, address, message) => {
    const text = failure(await through(options, address), "index-unreachable");
    expect(text).toContain(`the proxy 127.0.0.1:${proxy?.port} ${message}`);
    // One to compare, one to mint.
    expect(proxy?.tunnels).toHaveLength(2);
  });

  it("that cannot reach the index at the moment is tried again", async () => {
    const text = failure(await through({ refusal: 502 }, "", { PUBLISH_HTTP_RETRIES: "1" }), "index-unreachable");
    expect(text).toContain("opens no connection (502)");
    expect(proxy?.tunnels).toHaveLength(4);
  });

  it("that says nothing does not hold the run, nor an upload", async () => {
    const patience = { PUBLISH_HTTP_TIMEOUT: "1", PUBLISH_HTTP_RETRIES: "1" };
    const started = Date.now();
    failure(await through({ refusal: "silent" }, "", patience), "index-unreachable");
    const result = await scenario.run({
      inputs: { ...inputs(), password: scenario.index.addApiToken() },
      environment: { HTTPS_PROXY: `http://127.0.0.1:${proxy?.port}`, ...patience },
    });
    expect(failure(result, "index-unreachable")).toContain("no connection in time");
    expect(result.outputs.get("distributions")).not.toContain("unknown");
    expect(Date.now() - started).toBeLessThan(40_000);
  });

  it("that nobody answers at is named", async () => {
    const port = await freePort();
    const environment = { HTTPS_PROXY: `127.0.0.1:${port}`, PUBLISH_HTTP_RETRIES: "0" };
    const text = failure(await scenario.run({ inputs: inputs(), environment }), "index-unreachable");
    expect(text).toContain(`connection refused (by way of the proxy 127.0.0.1:${port})`);
    expect(text).toContain("HTTPS_PROXY");
  });

  it.each([COMPANY_HOST, "*", `other.example, .${COMPANY_HOST.replace(/^pypi\./, "")}`])(
    "is passed by with NO_PROXY %s: the run looks the host up itself",
    async (noProxy) => {
      const result = await through({}, "", { NO_PROXY: noProxy, PUBLISH_HTTP_RETRIES: "0" });
      expect(failure(result, "index-unreachable")).toMatch(/host name (not found|could not be looked up)/);
      expect(proxy?.tunnels).toEqual([]);
    },
  );

  it.each([
    ["of the kind SOCKS", "socks5://127.0.0.1:1080", "names a proxy of the kind socks5"],
    ["that is no URL", "not a proxy", "is no URL"],
  ])("%s is a clear error", async (_what, value, message) => {
    const result = await scenario.run({ inputs: inputs(), environment: { HTTPS_PROXY: value } });
    const text = failure(result, "index-unreachable");
    expect(text).toContain(`HTTPS_PROXY ${message}`);
    expect(text).toContain("NO_PROXY");
  });
});
