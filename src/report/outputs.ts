import type { UploadResult } from "../package-index/upload-result.ts";
import type { Report } from "./report.ts";

/** The outputs of the action, by name. One that is not true of this run is left out. */
export function outputsOf(report: Report): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  outputs.set("distributions", JSON.stringify(report.results.map(distributionOutput)));
  outputs.set("uploaded", String(report.results.filter(({ status }) => status === "uploaded").length));
  const [page] = report.releasePages;
  if (page !== undefined) {
    outputs.set("project-url", page);
    outputs.set("project-urls", report.releasePages.join("\n"));
  }
  if (report.version !== undefined) {
    outputs.set("version", report.version);
  }
  return outputs;
}

function distributionOutput({ distribution, status, digests, attempts, seconds }: UploadResult): object {
  return {
    filename: distribution.filename,
    project: distribution.metadata.name,
    version: distribution.metadata.version,
    kind: distribution.kind,
    size: distribution.size,
    ...(digests !== undefined && { sha256: digests.sha256, blake2b_256: digests.blake2b256 }),
    status,
    attempts,
    seconds,
  };
}
