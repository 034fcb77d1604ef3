import { createHash } from "node:crypto";
import type { Distribution } from "../../src/distribution/distribution.ts";
import { PublishError } from "../../src/errors.ts";
import { type IndexTarget, parseTarget } from "../../src/package-index/target.ts";
import type { UploadResult, UploadStatus } from "../../src/package-index/upload-result.ts";
import { makeReport, type RunRecord } from "../../src/report/report.ts";
import { summaryMarkdown } from "../../src/report/summary.ts";

const TAGS = [
  "manylinux_2_28_x86_64",
  "manylinux_2_28_aarch64",
  "musllinux_1_2_x86_64",
  "macosx_11_0_arm64",
  "win_amd64",
];

/** Summaries of runs such as they occur, by name. */
export function sampleSummaries(): ReadonlyMap<string, string> {
  return new Map([
    ["one-file", summary({ results: [result("harbour_lights-1.4.0.tar.gz", "uploaded")] })],
    ["success", summary({ results: release(1), install: ["pip install harbour-lights==1.4.0"] })],
    ["61-files", summary({ results: release(60), advice: [ADVICE] })],
    ["200-files", summary({ results: release(199), warnings: [WARNING] })],
    ["failure", summary(FAILURE)],
    [
      "dry-run",
      summary({
        results: release(1, "would-upload"),
        dryRun: { found: ["No attestations would be made."], unchecked: UNCHECKED },
      }),
    ],
    ["dry-run-failure", summary({ ...CONFLICT, dryRun: { found: [], unchecked: [] } })],
    ["refused-publisher", summary({ results: release(1, "not-attempted"), failure: { error: PUBLISHER } })],
  ]);
}

const ADVICE =
  "The workspace of this job is a checkout, so the job that publishes probably builds as well, and whatever the build runs could publish, too. Build in a job of its own and hand the distributions over with actions/upload-artifact and actions/download-artifact.";
const WARNING = "The input `packages_dir` is deprecated; write `packages-dir`.";

const UNCHECKED = [
  "whether PyPI accepts this job as a trusted publisher: as far as is known, harbour-lights does not exist yet, and to ask would create it for good",
  "what PyPI decides only when it gets the files",
];
const HASHES = { there: "6ad3a1cbeb7a9f4d0b6e1f8a35c0f8d5d4ad1a2f8f5a1d4a50a6a6bd3a0e0b4f", here: "b".repeat(64) };
const CONFLICT: Partial<RunRecord> = {
  results: release(1, "not-attempted"),
  failure: {
    error: new PublishError(
      "file-name-used",
      `"harbour_lights-1.4.0.tar.gz" is on PyPI with other content: SHA-256 there ${HASHES.there}, here ${HASHES.here}. (P-20)`,
      {
        remedy:
          "Release what has changed under a new version (names are never free again, not even those of deleted files), or set `skip-existing: true` to leave the file on the index as it is.",
      },
    ),
  },
};

const FAILURE: Partial<RunRecord> = {
  results: [
    result("harbour_lights-1.4.0-cp313-cp313-manylinux_2_28_x86_64.whl", "uploaded"),
    result("harbour_lights-1.4.0-cp313-cp313-win_amd64.whl", "refused"),
    result("harbour_lights-1.4.0-cp314-cp314-win_amd64.whl", "unknown"),
    result("harbour_lights-1.4.0.tar.gz", "not-attempted"),
  ],
  failure: {
    error: new PublishError(
      "file-name-used",
      "PyPI refused harbour_lights-1.4.0-cp313-cp313-win_amd64.whl (status 400). It says: File already exists ('harbour_lights-1.4.0-cp313-cp313-win_amd64.whl', with blake2_256 hash '6ad3a1cbeb7a9f4d0b6e1f8a35c0f8d5d4ad1a2f8f5a1d4a50a6a6bd3a0e0b4f'). See https://pypi.org/help/#file-name-reuse for more information.",
      {
        remedy:
          "A file of this name with other content is on the index, and names are never free again: release under a new version. If files that are there already should be passed over, set `skip-existing: true`.",
      },
    ),
  },
};

const PUBLISHER = new PublishError(
  "trusted-publisher-refused",
  "PyPI knows no trusted publisher for this job. PyPI says: invalid-publisher: valid token, but no corresponding publisher (Publisher with matching claims was not found)\nThe job has no `environment:`; a publisher that names one does not match it.",
  {
    remedy: [
      "Register this publisher at the index, every value exactly as it stands here:",
      "  Owner: octo-org",
      "  Repository name: harbour-lights",
      "  Workflow name: release.yml",
      "  Environment name: (leave empty)",
      "For harbour-lights: https://pypi.org/manage/project/harbour-lights/settings/publishing/?provider=github&owner=octo-org&repository=harbour-lights&workflow_filename=release.yml",
    ].join("\n"),
  },
);

function summary(record: Partial<RunRecord>): string {
  return summaryMarkdown(
    makeReport({
      results: [],
      target: pypi(),
      failure: undefined,
      install: [],
      warnings: [],
      advice: [],
      stages: [
        { name: "check", seconds: 0.31 },
        { name: "credential", seconds: 0.62 },
        { name: "attest", seconds: 1.9 },
        { name: "upload", seconds: 4.5 },
      ],
      seconds: 7.4,
      ...record,
    }),
  );
}

function pypi(): IndexTarget {
  const target = parseTarget("https://upload.pypi.org/legacy/");
  if ("fault" in target) {
    throw new Error(target.fault);
  }
  return target;
}

/** So many wheels and an sdist. */
function release(wheels: number, status: UploadStatus = "uploaded"): UploadResult[] {
  const names = Array.from({ length: wheels }, (_, number) => {
    const python = `cp3${10 + (Math.floor(number / TAGS.length) % 40)}`;
    return wheels === 1
      ? "harbour_lights-1.4.0-py3-none-any.whl"
      : `harbour_lights-1.4.0-${python}-${python}-${TAGS[number % TAGS.length]}.whl`;
  });
  return [...names, "harbour_lights-1.4.0.tar.gz"].map((name) => result(name, status));
}

function result(filename: string, status: UploadStatus): UploadResult {
  const sha256 = createHash("sha256").update(filename).digest("hex");
  const size = 40_000 + (Number.parseInt(sha256.slice(0, 6), 16) % 3_000_000);
  const sent = status === "uploaded" || status === "refused" || status === "unknown";
  const metadata = {
    metadataVersion: "2.4",
    name: "harbour-lights",
    version: "1.4.0",
    fields: new Map(),
    warnings: [],
  };
  const file = { path: `/dist/${filename}`, filename, size, modifiedMs: 0, metadata };
  const distribution: Distribution = filename.endsWith(".whl")
    ? { kind: "wheel", pythonTag: "py3", ...file }
    : { kind: "sdist", ...file };
  return {
    distribution,
    status,
    ...(status !== "not-attempted" && { digests: { sha256, blake2b256: sha256, size } }),
    attested: status === "uploaded",
    attempts: sent ? 1 : 0,
    seconds: sent ? 0.4 + (size % 900) / 1000 : 0,
  };
}
