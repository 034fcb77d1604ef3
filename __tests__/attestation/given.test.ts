import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { givenAttestations } from "../../src/attestation/given.ts";
import { publicInstance } from "../../src/attestation/sigstore-instance.ts";
import { RunnerLog } from "../../src/runner/log.ts";

it("reads no more attestations beside a file once the run is cancelled, however many lie there", async () => {
  const folder = mkdtempSync(join(tmpdir(), "given-"));
  try {
    const path = join(folder, "a-1.0.tar.gz");
    for (let number = 0; number < 20; number += 1) {
      writeFileSync(`${path}.${number}.attestation`, "{}");
    }
    const cancelled = new AbortController();
    const log = new RunnerLog();
    let read = 0;
    log.info = () => {
      read += 1;
      cancelled.abort(new Error("cancelled"));
    };
    const judging = givenAttestations(
      path,
      { filename: "a-1.0.tar.gz", sha256: "0".repeat(64) },
      {
        verifier: publicInstance().verifier,
        publisher: { repositoryUri: "https://github.com/o/r", workflowUri: "https://github.com/o/r/w.yml" },
        log,
        signal: cancelled.signal,
      },
    );
    await expect(judging).rejects.toThrow("cancelled");
    expect(read).toBe(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
