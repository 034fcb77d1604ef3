import { hashAhead, largeFiles } from "../distribution/digests.ts";
import { discoverDistributions } from "../distribution/discover.ts";
import { readDistributions } from "../distribution/read-distributions.ts";
import { type PublishInputs, usesTrustedPublishing } from "../inputs.ts";
import type { SimpleApi } from "../package-index/simple-api.ts";
import type { Comparison } from "../publish/compare.ts";
import { readAhead } from "../publish/read-side.ts";
import { runTimeLimit } from "../publish/time-limit.ts";
import { sayWarnings, sayWhatWasFound } from "../report/announcements.ts";
import { readRunTimeout } from "../runner/http-settings.ts";
import type { Strictness } from "../verification/verify-release.ts";
import type { Run } from "./run.ts";

/** Finds the distributions, judges them and holds them against the index: what is left to upload. Errors are thrown. */
export async function check(
  { context, log, ledger, signal, endAfter }: Run,
  inputs: PublishInputs,
  simpleApi: SimpleApi | undefined,
): Promise<Comparison> {
  const found = await discoverDistributions({ packagesDir: inputs.packagesDir, workspace: context.workspace });
  endAfter(readRunTimeout() ?? runTimeLimit(found.candidates));
  sayWhatWasFound(found, inputs.target.name, log);
  readAhead(simpleApi, found.candidates);
  const { distributions, findings } = await readDistributions(found.candidates);
  ledger.open(distributions);
  hashAhead(largeFiles(distributions), { md5: inputs.printHash, signal });
  // In files of their own: what a run needs first must not wait for all the rest to be read.
  const { verifyRelease } = await import("../verification/verify-release.ts");
  const verified = await verifyRelease({ distributions, findings, strictness: strictness(inputs), signal });
  sayWarnings(verified.warnings, log);
  ledger.open(verified.distributions);
  const { compareWithIndex } = await import("../publish/compare.ts");
  const rulesOfPypi = isPypiSoftware(inputs);
  const attestationsRequired = inputs.attestations === "required";
  const comparing = { ...inputs, simpleApi, rulesOfPypi, attestationsRequired, ledger, log, clock: Date, signal };
  const comparison = await compareWithIndex(verified, comparing);
  sayWarnings(comparison.warnings, log);
  return comparison;
}

function strictness(inputs: PublishInputs): Strictness {
  if (!inputs.verifyMetadata) {
    return "form-only";
  }
  return isPypiSoftware(inputs) ? "pypi" : "general";
}

/** An index that trusts publishers is PyPI's software and judges as PyPI does; others have rules of their own. */
function isPypiSoftware(inputs: PublishInputs): boolean {
  return inputs.target.kind !== "other" || usesTrustedPublishing(inputs);
}
