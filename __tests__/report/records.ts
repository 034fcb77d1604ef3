import type { Distribution } from "../../src/distribution/distribution.ts";
import type { IndexTarget } from "../../src/package-index/target.ts";
import type { UploadResult, UploadStatus } from "../../src/package-index/upload-result.ts";
import { makeReport, type Report, type RunRecord } from "../../src/report/report.ts";

const PYPI: IndexTarget = {
  kind: "pypi",
  name: "PyPI",
  uploadUrl: new URL("https://upload.pypi.org/legacy/"),
  site: new URL("https://pypi.org/"),
};

export interface ResultOptions extends Partial<Omit<UploadResult, "distribution" | "status">> {
  readonly project?: string;
  readonly version?: string;
  /** Bytes. */
  readonly size?: number;
}

/** One source distribution of project `a` 1.0, seven bytes, sent once in half a second. */
export function result(filename: string, status: UploadStatus, options: ResultOptions = {}): UploadResult {
  const { project: name = "a", version = "1.0", size = 7, ...more } = options;
  const metadata = { metadataVersion: "2.4", name, version, fields: new Map(), warnings: [] };
  const distribution: Distribution = { kind: "sdist", path: `/${filename}`, filename, size, modifiedMs: 0, metadata };
  return { distribution, status, attested: false, attempts: 1, seconds: 0.5, ...more };
}

/** Of a run against PyPI. */
export function report(record: Partial<RunRecord> = {}): Report {
  return makeReport({
    results: [],
    target: PYPI,
    failure: undefined,
    install: [],
    warnings: [],
    advice: [],
    stages: [],
    seconds: 2,
    ...record,
  });
}
