import { describe, expect, it } from "@jest/globals";
import type { Fault } from "../../emulator/faults.ts";
import { pem } from "../../emulator/sigstore/pem.ts";
import { makeSigner } from "../builders/attestations.ts";
import { CERTIFICATE, ENTRIES, ENTRY, expectAttested, expectNothingUploaded, inScenario, status } from "./attesting.ts";
import { failure, JOB } from "./harness.ts";

/** What never answers is waited for four times four seconds. */
const environment = { PUBLISH_HTTP_TIMEOUT: "8", PUBLISH_HTTP_RETRIES: "3" };

describe("what Sigstore gets over is not seen in the release", () => {
  it.concurrent.each<[string, "fulcio" | "rekor", typeof CERTIFICATE, Fault, RegExp]>([
    [
      "a certificate authority that is down for a moment",
      "fulcio",
      CERTIFICATE,
      status(503),
      /answers 503; trying again/,
    ],
    ["a certificate that is lost on its way", "fulcio", CERTIFICATE, { kind: "lost-answer" }, /trying again/],
    ["a certificate that is cut", "fulcio", CERTIFICATE, { kind: "cut-body" }, /trying again/],
    ["a log that is down for a moment", "rekor", ENTRIES, status(500), /answers 500; trying again/],
    [
      "a log that says 429",
      "rekor",
      ENTRIES,
      status(429, { "retry-after": "2" }),
      /answers 429; trying again in 2\.0 s/,
    ],
    ["a log that hangs", "rekor", ENTRIES, { kind: "stall" }, /no whole answer in time/],
  ])("%s", (_what, service, on, fault, said) =>
    inScenario(async (scenario, inputs) => {
      scenario.world.sigstore[service].faults.add({ on, fault });
      const result = await scenario.run({ inputs, environment });
      expectAttested(scenario, result);
      expect(result.stdout).toMatch(said);
    }),
  );

  it.concurrent("an entry whose answer is lost: the repeated one conflicts, and the first is fetched", () =>
    inScenario(async (scenario, inputs) => {
      const { sigstore } = scenario.world;
      sigstore.rekor.faults.add({ on: ENTRIES, fault: { kind: "lost-answer" } });
      expectAttested(scenario, await scenario.run({ inputs }));
      expect(sigstore.entries).toHaveLength(2);
      expect(sigstore.rekor.requests.filter(({ method }) => method === "GET")).toHaveLength(1);
    }));

  it.concurrent("an entry that is lost and cannot be fetched: it is signed once more", () =>
    inScenario(async (scenario, inputs) => {
      const { sigstore } = scenario.world;
      sigstore.rekor.faults.add({ on: ENTRIES, fault: { kind: "lost-answer" } });
      sigstore.rekor.faults.add({ on: ENTRY, fault: status(404) });
      expectAttested(scenario, await scenario.run({ inputs }));
      expect(sigstore.entries).toHaveLength(3);
      expect(sigstore.fulcio.requests).toHaveLength(1);
    }));

  it.concurrent("an identity token is shown once: every attempt comes with a fresh one", () =>
    inScenario(async (scenario, inputs) => {
      const { fulcio } = scenario.world.sigstore;
      fulcio.faults.add({ on: CERTIFICATE, fault: { kind: "lost-answer" } });
      expectAttested(scenario, await scenario.run({ inputs }));
      expect(fulcio.requests).toHaveLength(2);
      expect(scenario.world.github.issued.filter(({ audience }) => audience === "sigstore")).toHaveLength(2);
    }));
});

describe("when Sigstore stays down, the run ends with nothing uploaded, says which service, and that it can be run again", () => {
  it.concurrent.each<[string, "fulcio" | "rekor", typeof CERTIFICATE, Fault, RegExp]>([
    [
      "the certificate authority with 503",
      "fulcio",
      CERTIFICATE,
      status(503),
      /certificate: Fulcio at http.*status 503, come back later \(4 attempts\)/,
    ],
    ["the log with 500", "rekor", ENTRIES, status(500), /log entry of sample_project.*Rekor at http.*status 500/],
    [
      "the log with a pause that is too long",
      "rekor",
      ENTRIES,
      status(429, { "retry-after": "3600" }),
      /Rekor at http.*status 429/,
    ],
    [
      "the log that breaks every connection off",
      "rekor",
      ENTRIES,
      { kind: "reset", when: "after-body" },
      /Rekor at http.*\(4 attempts\)/,
    ],
    [
      "the log without any answer",
      "rekor",
      ENTRIES,
      { kind: "stall" },
      /Rekor at http.*no whole answer in time \(4 attempts\)/,
    ],
  ])("%s", (_what, service, on, fault, said) =>
    inScenario(async (scenario, inputs) => {
      scenario.world.sigstore[service].faults.add({ on, fault, times: 100 });
      const text = failure(await scenario.run({ inputs, environment }), "attestation-signing-failed");
      expect(text).toMatch(said);
      expect(text).toContain("Nothing was uploaded: running the job again is safe");
      expectNothingUploaded(scenario);
    }),
  );

  it.concurrent("and running the same job again finishes the release", () =>
    inScenario(async (scenario, inputs) => {
      scenario.world.sigstore.rekor.faults.add({ on: ENTRIES, fault: status(503, { "retry-after": "600" }), times: 9 });
      failure(await scenario.run({ inputs }), "attestation-signing-failed");
      scenario.world.sigstore.rekor.faults.clear();
      expectAttested(scenario, await scenario.run({ inputs }));
    }));
});

const HALF_AN_ENTRY = JSON.stringify({
  a: { body: "e30=", logIndex: 1, verification: { inclusionProof: { hashes: [] } } },
});

describe("what cannot be helped by trying again ends the run at once", () => {
  const page: Fault = {
    kind: "answer",
    status: 200,
    headers: { "content-type": "text/html" },
    body: "<html>Welcome</html>",
  };
  const elsewhere: Fault = { kind: "answer", status: 308, headers: { location: "https://other.test/" }, body: "" };
  it.concurrent.each<[string, "fulcio" | "rekor", typeof CERTIFICATE, Fault, string]>([
    ["a token that the authority does not take", "fulcio", CERTIFICATE, status(401), "status 401, come back later"],
    ["an authority that answers with a page", "fulcio", CERTIFICATE, page, "no certificate for the key"],
    ["an entry that the log does not take", "rekor", ENTRIES, status(400), "status 400, come back later"],
    ["a log that answers with a page", "rekor", ENTRIES, page, "no log entry"],
    ["an authority that sends elsewhere", "fulcio", CERTIFICATE, elsewhere, "name its new address in the file"],
    [
      "a log that answers with half an entry",
      "rekor",
      ENTRIES,
      { ...page, status: 201, body: HALF_AN_ENTRY },
      "not whole",
    ],
  ])("%s", (_what, service, on, fault, said) =>
    inScenario(async (scenario, inputs) => {
      scenario.world.sigstore[service].faults.add({ on, fault });
      const text = failure(await scenario.run({ inputs }), "attestation-signing-failed");
      expect(text).toContain(said);
      expect(text).not.toContain("repository-url");
      expectNothingUploaded(scenario);
      expect(scenario.world.sigstore.fulcio.requests).toHaveLength(1);
    }),
  );

  it.concurrent("a certificate for another key", () =>
    inScenario(async (scenario, inputs) => {
      const { certificate } = await makeSigner(scenario.world, JOB);
      const certificates = [pem(certificate, "CERTIFICATE")];
      const body = JSON.stringify({ signedCertificateEmbeddedSct: { chain: { certificates } } });
      scenario.world.sigstore.fulcio.faults.add({ on: CERTIFICATE, fault: { kind: "answer", status: 200, body } });
      expect(failure(await scenario.run({ inputs }), "attestation-signing-failed")).toContain(
        "no certificate for the key",
      );
    }));
});
