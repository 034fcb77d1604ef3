import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "@jest/globals";
import { givenAttestations } from "../../src/attestation/given.ts";
import { publicInstance } from "../../src/attestation/sigstore-instance.ts";
import { RunnerLog } from "../../src/runner/log.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "given-"));
  path = join(folder, "a-1.0.tar.gz");
});
afterEach(() => rmSync(folder, { recursive: true }));

function judge(log: RunnerLog, signal = new AbortController().signal) {
  return givenAttestations(
    path,
    { filename: "a-1.0.tar.gz", sha256: "0".repeat(64) },
    {
      verifier: publicInstance().verifier,
      publisher: { repositoryUri: "https://github.com/o/r", workflowUri: "https://github.com/o/r/w.yml" },
      log,
      signal,
    },
  );
}

it("reads no more attestations beside a file once the run is cancelled, however many lie there", async () => {
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
  await expect(judge(log, cancelled.signal)).rejects.toThrow("cancelled");
  expect(read).toBe(1);
});

it("shows nothing of a file that is no attestation, and reads none that a link leads to", async () => {
  writeFileSync(`${path}.a.attestation`, "ghs_AAAAAAAAAAAA");
  writeFileSync(join(folder, "elsewhere"), '{"password":1}');
  symlinkSync(join(folder, "elsewhere"), `${path}.b.attestation`);
  symlinkSync("/proc/self/environ", `${path}.c.attestation`);
  const lines: string[] = [];
  const log = new RunnerLog();
  log.info = (message) => void lines.push(message);
  expect(await judge(log)).toEqual(new Map());
  expect(lines).toEqual([
    '"a-1.0.tar.gz.a.attestation" is left alone: it is not JSON.',
    '"a-1.0.tar.gz.b.attestation" is left alone: it is no regular file.',
    '"a-1.0.tar.gz.c.attestation" is left alone: it is no regular file.',
  ]);
});
