import { createHash } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { buildWheel } from "../builders/archives.ts";
import { IMPATIENT } from "./fault-table.ts";
import { failure, JOB, REPOSITORY, Scenario } from "./harness.ts";

let scenario: Scenario;
let servers: Server[] = [];
beforeEach(async () => {
  scenario = await Scenario.start();
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  await scenario.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers = [...servers, server];
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/up/`;
}

const LOGIN = { user: "alice", password: "a password of hers" };

describe("an index that is none", () => {
  it.each([
    ["a login page for everything", 200, "<!doctype html><title>Sign in</title><form></form>"],
    ["a web site's front page", 201, "<HTML><body>Welcome</body></HTML>"],
  ])("and answers with %s has stored nothing", async (_what, status, page) => {
    scenario.putRelease();
    const url = await serve((request, response) => {
      request.resume().on("end", () => response.writeHead(status, { "content-type": "text/html" }).end(page));
    });
    const result = await scenario.run({ inputs: { ...LOGIN, "repository-url": url } });
    failure(result, "upload-endpoint-wrong");
    expect(result.outputs.get("uploaded")).toBe("0");
  });

  it("and answers 200 before it has read the file has stored nothing", async () => {
    scenario.put(buildWheel({ files: { "sample_project/big.bin": noise(40_000_000) } }));
    const url = await serve((_request, response) => response.writeHead(200).end("{}"));
    const result = await scenario.run({ inputs: { ...LOGIN, "repository-url": url } });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.get("uploaded")).toBe("0");
  });

  it("and sends a byte of its answer now and then does not hold the run for ever", async () => {
    scenario.putRelease();
    const url = await serve((request, response) => {
      request.resume().on("end", () => {
        response.writeHead(200, { "content-length": "100000" });
        const timer = setInterval(() => response.write("x"), 100);
        response.on("close", () => clearInterval(timer));
      });
    });
    failure(
      await scenario.run({ inputs: { ...LOGIN, "repository-url": url }, environment: IMPATIENT }),
      "index-answer-invalid",
    );
  });
});

describe("an index that refuses while the file is still being sent", () => {
  it("is quoted with its reason, also when the reason comes in two pieces", async () => {
    scenario.put(buildWheel({ files: { "sample_project/big.bin": noise(30_000_000) } }));
    const url = await serve((request, response) => {
      request.resume();
      response.writeHead(403, { "content-type": "text/plain" });
      response.write("You may not ");
      setTimeout(() => response.end("upload here."), 100);
    });
    const text = failure(await scenario.run({ inputs: { ...LOGIN, "repository-url": url } }), "upload-forbidden");
    expect(text).toContain("You may not upload here.");
  });
});

describe("an index that asks for a token it could use elsewhere", () => {
  it.each([
    ["of 100,000 characters", "a".repeat(100_000)],
    ["with characters that are no text", "a\ud800b"],
    ["that is no text", 7],
  ])("with an audience %s gets none", async (_what, audience) => {
    scenario.putRelease();
    scenario.index.faults.add({
      on: { path: "/_/oidc/audience" },
      fault: {
        kind: "answer",
        status: 200,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ audience }),
      },
    });
    const result = await scenario.run();
    expect(result.exitCode).toBe(1);
    expect(result.stdout.length).toBeLessThan(10_000);
    expect(scenario.world.github.requests).toEqual([]);
  });
});

describe("an index that tells a time that is none", () => {
  it("with its token is asked to burn it all the same", async () => {
    scenario.putRelease();
    const body = JSON.stringify({ token: `pypi-${"a".repeat(40)}`, expires: { toString: 1, valueOf: 1 } });
    scenario.index.faults.add({ on: { path: "/_/oidc/mint-token" }, fault: { kind: "answer", status: 200, body } });
    failure(await scenario.run({ inputs: { attestations: "false" } }), "credential-refused");
    expect(scenario.changes()).toContain("POST /_/oidc/burn-token");
  });
});

describe("an index that echoes what it was sent", () => {
  it.each([
    ["the code of the error", (token: string) => ({ errors: [{ code: token.slice(0, 900), description: "x" }] })],
    [
      "the description",
      (token: string) => ({ errors: [{ code: "invalid-payload", description: `got ${token.slice(3)}` }] }),
    ],
  ])("in %s has it taken out", async (_what, body) => {
    scenario.putRelease();
    const site = await serve((request, response) => {
      if (request.url === "/_/oidc/audience") {
        response.end(JSON.stringify({ audience: "pypi" }));
        return;
      }
      let received = "";
      request.on("data", (chunk) => {
        received += chunk;
      });
      request.on("end", () => {
        const { token } = received === "" ? { token: "" } : JSON.parse(received);
        response.writeHead(422).end(JSON.stringify(body(token)));
      });
    });
    const result = await scenario.run({ inputs: { "repository-url": site } });
    expect(result.exitCode).toBe(1);
    expect(
      pieces(scenario.world.github.issued[0]?.token ?? "", result.stdout.replaceAll(/^::add-mask::.*$/gm, "")),
    ).toEqual([]);
  });
});

describe("a token", () => {
  it("that was being minted when the run was cancelled is waited for and burned", async () => {
    scenario.putRelease();
    scenario.index.addPublisher({ project: "sample-project", ...REPOSITORY });
    scenario.index.faults.add({ on: { path: "/_/oidc/mint-token" }, fault: { kind: "stall", ms: 1000 } });
    const result = await scenario.run({
      job: JOB,
      started: (kill) => void scenario.requested("/_/oidc/mint-token").then(() => kill("SIGINT")),
    });
    failure(result, "cancelled");
    expect(scenario.index.state.mintedTokens.map(({ burnedAt }) => burnedAt !== undefined)).toEqual([true]);
    expect(scenario.stored()).toEqual([]);
  });
});

function pieces(secret: string, text: string): string[] {
  return Array.from({ length: Math.max(0, secret.length - 12) }, (_, start) => secret.slice(start, start + 12)).filter(
    (piece) => text.includes(piece),
  );
}

function noise(bytes: number): Buffer {
  const block = Buffer.concat(Array.from({ length: 2048 }, (_, n) => createHash("sha512").update(`${n}`).digest()));
  return Buffer.concat(Array.from({ length: Math.ceil(bytes / block.length) }, () => block)).subarray(0, bytes);
}
