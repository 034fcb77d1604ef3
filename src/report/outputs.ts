import type { UploadResult, UploadStatus } from "../package-index/upload-result.ts";
import type { Report } from "./report.ts";

/** The outputs of the action, by name. One that is not true of this run is left out. */
export function outputsOf({ results, releases, version, attestationsFolder }: Report): ReadonlyMap<string, string> {
  const count = (wanted: UploadStatus) => String(results.filter(({ status }) => status === wanted).length);
  const outputs = new Map([
    ["distributions", JSON.stringify(results.map(distributionOutput))],
    ["uploaded", count("uploaded")],
    ["already-present", count("already-present")],
  ]);
  const pages = releases.map(({ page }) => page).filter((page) => page !== undefined);
  const [page] = pages;
  if (page !== undefined) {
    outputs.set("project-url", page);
    outputs.set("project-urls", pages.join("\n"));
  }
  if (attestationsFolder !== undefined) {
    outputs.set("attestations-dir", attestationsFolder);
  }
  if (version !== undefined) {
    outputs.set("version", version);
  }
  return outputs;
}

function distributionOutput({ distribution, status, digests, url, attested, attempts, seconds }: UploadResult): object {
  return {
    filename: distribution.filename,
    project: distribution.metadata.name,
    version: distribution.metadata.version,
    kind: distribution.kind,
    size: distribution.size,
    ...(digests !== undefined && { sha256: digests.sha256, blake2b_256: digests.blake2b256 }),
    status,
    ...(url !== undefined && { url }),
    attested,
    attempts,
    seconds,
  };
}
