import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { parsed, send } from "./http-client.ts";

let folder: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stand-alone-"));
});

afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the command and gives the object it prints. */
function start(...args: string[]): Promise<Record<string, unknown>> {
  const started = spawn(process.execPath, ["emulator/main.ts", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  child = started;
  return new Promise((resolve, reject) => {
    let errors = "";
    started.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString("utf8");
    });
    started.once("exit", () => reject(new Error(errors)));
    started.stdout.once("data", (chunk: Buffer) => resolve(JSON.parse(chunk.toString("utf8"))));
  });
}

async function stop(): Promise<number | null> {
  if (child === undefined || child.exitCode !== null) {
    return child?.exitCode ?? null;
  }
  return new Promise((resolve) => {
    child?.once("exit", resolve);
    child?.kill("SIGTERM");
  });
}

describe("the emulated world as a command", () => {
  it("prints where it is, serves until SIGTERM and exits with 0", async () => {
    const config = join(folder, "config.json");
    const publisher = { project: "pkg", owner: "octo-org", repository: "sample", workflow: "release.yml" };
    const index = { audience: "own", processingMs: 1 };
    writeFileSync(
      config,
      JSON.stringify({ index, publishers: [publisher], files: [{ project: "old", filename: "old-1.tar.gz" }] }),
    );
    const world = await start("--config", config);
    expect(world).toMatchObject({
      uploadUrl: `${world.index}/legacy/`,
      simpleUrl: `${world.index}/simple/`,
      apiToken: expect.stringMatching(/^pypi-/),
      environment: {
        GITHUB_REPOSITORY: "octo-org/sample",
        ACTIONS_ID_TOKEN_REQUEST_URL: expect.stringContaining(String(world.github)),
      },
    });
    expect(JSON.parse(readFileSync(String(world.sigstoreConfig), "utf8"))).toMatchObject({
      mediaType: "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json",
      signingConfig: { caUrls: [{ url: world.fulcio }], rekorTlogUrls: [{ url: world.rekor }] },
    });
    expect(parsed(await send(`${world.index}/_/oidc/audience`))).toEqual({ audience: "own" });
    expect((await send(`${world.simpleUrl}old/`)).text).toContain("old-1.tar.gz");
    expect(await stop()).toBe(0);
  });

  it("speaks https with an authority of its own", async () => {
    const world = await start("--https");
    const ca = String(world.caCertificate);
    expect((await send(`${world.index}/_/oidc/audience`, { ca })).status).toBe(200);
    expect((await send(String(world.index).replace("127.0.0.1", "localhost"), { ca })).status).toBe(404);
    await expect(send(`${world.index}/_/oidc/audience`)).rejects.toMatchObject({
      code: "SELF_SIGNED_CERT_IN_CHAIN",
    });
  });

  it("refuses options it does not know", async () => {
    await expect(start("--prot", "1")).rejects.toThrow("prot");
  });
});
