import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, it } from "@jest/globals";
import { expectBurned, expectStored, freePort } from "../__tests__/e2e/fault-table.ts";
import { errors, failure, REPOSITORY, Scenario } from "../__tests__/e2e/harness.ts";
import { requireProgram, runProgram } from "../emulator/runner/process.ts";
import { type ServerProcess, startServerProcess } from "./server-process.ts";

// The proxy that companies' runners meet most often in the small: Debian's tinyproxy, with a login.

const LOGIN = { user: "bob", password: "secret-of-bob" };

let scenario: Scenario;
let proxy: ServerProcess | undefined;
let port = 0;

beforeAll(async () => {
  const found = await runProgram("tinyproxy", ["-v"]).catch(() => undefined);
  if (found === undefined) {
    await requireProgram("apt-get", ["install", "--yes", "--no-install-recommends", "tinyproxy-bin"]);
  }
}, 300_000);

beforeEach(async () => {
  scenario = await Scenario.start({ https: true, index: { audience: "company-index" } });
  scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
  scenario.write("ca.pem", scenario.index.caCertificate ?? "");
  port = await freePort();
  const settings = [
    `Port ${port}`,
    "Listen 127.0.0.1",
    "Allow 127.0.0.1",
    "LogLevel Connect",
    `BasicAuth ${LOGIN.user} ${LOGIN.password}`,
  ];
  const file = join(scenario.workspace, "tinyproxy.conf");
  writeFileSync(file, `${settings.join("\n")}\n`);
  proxy = await startServerProcess("tinyproxy", ["-d", "-c", file], `http://127.0.0.1:${port}/`);
});

afterEach(async () => {
  await proxy?.close();
  proxy = undefined;
  await scenario.close();
});

/** No proxy rule takes 0.0.0.0 for loopback, and on Linux it leads to this machine all the same. */
function through(login: string) {
  return scenario.run({
    inputs: { "ca-cert": "ca.pem", "repository-url": scenario.index.uploadUrl.replace("127.0.0.1", "0.0.0.0") },
    environment: { HTTPS_PROXY: `http://${login}127.0.0.1:${port}` },
  });
}

it("a release goes through tinyproxy with a login", async () => {
  const release = scenario.putRelease();
  const result = await through(`${LOGIN.user}:${LOGIN.password}@`);
  expect(errors(result)).toEqual([]);
  expectStored(scenario, release);
  expectBurned(scenario);
  expect(proxy?.log()).toMatch(/CONNECT 0\.0\.0\.0:\d+ HTTP\/1\.1/);
  expect(result.stdout.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain(LOGIN.password);
});

it("tinyproxy without the login it wants is named, with what to write", async () => {
  scenario.putRelease();
  const text = failure(await through(""), "index-unreachable");
  expect(text).toContain(`the proxy 127.0.0.1:${port} asks for a user name and a password (407)`);
  expect(scenario.requests()).toEqual([]);
});
