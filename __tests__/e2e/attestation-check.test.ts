import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { Fault } from "../../emulator/faults.ts";
import { startSigstore } from "../../emulator/sigstore/sigstore-server.ts";
import { CERTIFICATE, ENTRIES, expectNothingUploaded, inScenario } from "./attesting.ts";
import { errors, failure, JOB, warnings } from "./harness.ts";

describe("the identity token appears nowhere", () => {
  const SECRET = "ey-this-is-no-token-but-as-secret-as-one";

  it.concurrent("when it is malformed", () =>
    inScenario(async (scenario, inputs) => {
      scenario.world.github.faults.add({
        on: { path: /idtoken/ },
        fault: { kind: "answer", status: 200, body: JSON.stringify({ value: SECRET }) },
      });
      const result = await scenario.run({ inputs });
      failure(result, "identity-token-invalid");
      const shown = result.stdout.replaceAll(/^::add-mask::.*$/gm, "") + result.stderr + result.summary;
      expect(shown).not.toContain(SECRET);
      expect(shown).not.toContain(SECRET.slice(0, 20));
      expect(scenario.world.sigstore.fulcio.requests).toEqual([]);
      expectNothingUploaded(scenario);
    }));

  // The harness looks for every issued token, and for its payload and signature, in all that a run shows.
  it.concurrent.each([400, 503])("when the authority echoes it with status %i", (code) =>
    inScenario(async (scenario, inputs) => {
      const { fulcio } = scenario.world.sigstore;
      let last = "";
      fulcio.faults.add({
        on: CERTIFICATE,
        times: 100,
        fault: {
          kind: "answer",
          status: code,
          get body() {
            last = scenario.world.github.issued.findLast(({ audience }) => audience === "sigstore")?.token ?? "";
            return JSON.stringify({ message: `cannot parse ${last}` });
          },
        },
      });
      const text = failure(await scenario.run({ inputs }), "attestation-signing-failed");
      expect(last).not.toBe("");
      expect(text).toContain("cannot parse ***");
    }),
  );
});

describe("the check before the upload", () => {
  it.concurrent("ends the run when the certificate names another server than the job runs on", () =>
    inScenario(async (scenario, inputs) => {
      const job = { ...JOB, serverUrl: "https://ghe.example" };
      const text = failure(await scenario.run({ inputs, job }), "attestation-identity-mismatch");
      expect(text).toContain("Source Repository URI");
      expect(text).toContain("https://ghe.example/octo-org/sample-project");
      expectNothingUploaded(scenario);
    }));

  it.concurrent.each([
    ["another commit", { sha: "f".repeat(40) }],
    ["another branch", { ref: "refs/heads/elsewhere" }],
  ])("ends the run when the certificate is for %s than the token", (_what, certified) =>
    inScenario(
      async (scenario, inputs) => {
        const text = failure(await scenario.run({ inputs }), "attestation-identity-mismatch");
        expect(text).toContain(Object.values(certified)[0]);
        expectNothingUploaded(scenario);
      },
      { certifies: (claims) => ({ ...claims, ...certified }) },
    ),
  );

  it.concurrent("ends the run when the log answers with the entry of something else", () =>
    inScenario(async (scenario, inputs) => {
      const { rekor, entries } = scenario.world.sigstore;
      await scenario.run({ inputs });
      const other = await fetch(`${rekor.url}/api/v1/log/entries/${entries[0]?.uuid}`);
      const fault: Fault = { kind: "answer", status: 201, body: await other.text() };
      scenario.index.state.project("sample-project")?.releases.splice(0);
      const before = scenario.requests().length;
      rekor.faults.add({ on: ENTRIES, fault, times: 9 });
      expect(failure(await scenario.run({ inputs }), "attestation-invalid")).toContain("about another");
      expect(scenario.requests().slice(before)).not.toContain("POST /legacy/");
    }));

  it.concurrent.each(["certificateAuthorities", "tlogs", "ctlogs"])("only warns when %s have aged", (member) =>
    inScenario(async (scenario) => {
      const other = await startSigstore(scenario.world.github.origin);
      const current = await scenario.world.sigstore.clientTrustConfig();
      const trustedRoot = { ...Object(current.trustedRoot), [member]: Object(await other.trustedRoot())[member] };
      await other.close();
      const path = join(scenario.workspace, "aged.json");
      writeFileSync(path, JSON.stringify({ ...current, trustedRoot }));
      const result = await scenario.run({ inputs: { "sigstore-config": "aged.json" } });
      expect(errors(result)).toEqual([]);
      expect(warnings(result)).toEqual([expect.stringContaining("is not known to this version of the action")]);
      expect(scenario.index.state.files.map(({ attestations }) => attestations.length)).toEqual([1, 1]);
    }),
  );
});

it.concurrent("a cancelled run stops signing and gives the token back", () =>
  inScenario(async (scenario, inputs) => {
    const { rekor } = scenario.world.sigstore;
    rekor.faults.add({ on: ENTRIES, fault: { kind: "stall" }, times: 100 });
    let kill: ((signal: NodeJS.Signals) => void) | undefined;
    const running = scenario.run({
      inputs,
      started: (killer) => {
        kill = killer;
      },
    });
    while (rekor.requests.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const cancelled = performance.now();
    kill?.("SIGINT");
    failure(await running, "cancelled");
    expect(performance.now() - cancelled).toBeLessThan(5000);
    expectNothingUploaded(scenario);
  }));
