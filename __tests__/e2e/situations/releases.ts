import { rmSync } from "node:fs";
import { join } from "node:path";
import { buildSdist, buildWheel } from "../../builders/archives.ts";
import { REPOSITORY, type Scenario } from "../harness.ts";
import { nextVersion, type Situation, withInputs } from "./situation.ts";

const PROJECT = "sample-project";
const DAY_MS = 86_400_000;
const GIB = 1024 ** 3;

function publisher({ index }: Scenario): void {
  index.addPublisher({ project: PROJECT, ...REPOSITORY });
}

/** A project with a publisher, changed by the given function. */
function existing(change: (scenario: Scenario) => void): Situation["arrange"] {
  return (scenario) => {
    publisher(scenario);
    change(scenario);
    return undefined;
  };
}

function empty({ workspace }: Scenario): void {
  rmSync(join(workspace, "dist"), { recursive: true });
}

/** Distributions that are wrong, and states of the index that stand against them. */
export const RELEASE_SITUATIONS: readonly Situation[] = [
  {
    name: "nothing was downloaded into dist",
    code: "no-distributions",
    says: ["There is no distribution to publish", "actions/download-artifact"],
    arrange: existing(empty),
    mend: (scenario) => scenario.putRelease() && undefined,
    dryRun: "same",
  },
  {
    name: "the distributions lie one folder deeper",
    code: "distribution-misplaced",
    says: ["merge-multiple: true"],
    arrange: existing((scenario) => {
      empty(scenario);
      const { filename, content } = buildWheel();
      scenario.write(`dist/python-package-distributions/${filename}`, content);
    }),
    mend: (scenario) => {
      empty(scenario);
      return scenario.putRelease() && undefined;
    },
    dryRun: "same",
  },
  {
    name: "a wheel was renamed after the build",
    code: "distribution-invalid",
    says: ["sample_project-1.0.1-py3-none-any.whl", "Build"],
    arrange: existing((scenario) => {
      scenario.put({ ...buildWheel(), filename: "sample_project-1.0.1-py3-none-any.whl" });
    }),
    mend: (scenario) => {
      empty(scenario);
      return scenario.putRelease() && undefined;
    },
    dryRun: "same",
  },
  {
    name: "a file of this name with other content is on the index",
    code: "file-name-used",
    says: ["with other content", /SHA-256 there [0-9a-f]{64}, here [0-9a-f]{64}/, "new version"],
    arrange: existing(({ index }) => index.addFile({ project: PROJECT, filename: "sample_project-1.0.0.tar.gz" })),
    mend: nextVersion,
    dryRun: "same",
    stored: 1,
  },
  {
    name: "a file of this name is on the index and may stay as it is",
    code: "file-name-used",
    says: ["set `skip-existing: true`"],
    arrange: existing(({ index }) => index.addFile({ project: PROJECT, filename: "sample_project-1.0.0.tar.gz" })),
    mend: (_scenario, failed) => withInputs(failed, { "skip-existing": "true" }),
    dryRun: "same",
    stored: 1,
  },
  {
    name: "a file of this name was deleted from the index",
    code: "file-name-used",
    says: ["previously used by a file that has since been deleted", "release under a new version"],
    arrange: existing(({ index }) =>
      index.addFile({ project: PROJECT, filename: "sample_project-1.0.0.tar.gz", deleted: true }),
    ),
    mend: nextVersion,
    dryRun: "green",
    stored: 1,
  },
  {
    name: "the release is older than 14 days",
    code: "release-closed",
    says: ["14 days", "new version"],
    arrange: existing((scenario) => {
      const filename = "sample_project-1.0.0-cp313-cp313-win_amd64.whl";
      scenario.index.addFile({ project: PROJECT, filename, uploadedAt: Date.now() - 15 * DAY_MS });
      empty(scenario);
      scenario.put(buildSdist());
    }),
    mend: nextVersion,
    dryRun: "same",
    stored: 1,
  },
  {
    name: "the project is archived",
    code: "upload-forbidden",
    says: ["archived"],
    arrange: existing(({ index }) => index.addProject(PROJECT, { status: "archived" })),
    mend: ({ index }) => index.addProject(PROJECT, { status: "active" }) as undefined,
    dryRun: "same",
  },
  {
    name: "the project is in quarantine",
    code: "upload-forbidden",
    says: ["quarantine"],
    arrange: existing(({ index }) => index.addProject(PROJECT, { status: "quarantined" })),
    mend: ({ index }) => index.addProject(PROJECT, { status: "active" }) as undefined,
    dryRun: "same",
  },
  {
    name: "the index takes no uploads for the moment",
    code: "upload-forbidden",
    says: ["run the job again later"],
    arrange: existing(({ index }) => {
      index.switches.uploadsDisabled = true;
    }),
    mend: ({ index }) => {
      index.switches.uploadsDisabled = false;
      return undefined;
    },
    dryRun: "green",
  },
  {
    name: "the project is larger than the index allows",
    code: "file-too-large",
    says: ["Project size too large", "ask the index for a higher limit"],
    arrange: existing(({ index }) =>
      index.addFile({ project: PROJECT, filename: "sample_project-0.9.tar.gz", size: 10 * GIB - 100 }),
    ),
    mend: ({ index }) => index.addProject(PROJECT, { totalLimitBytes: 20 * GIB }) as undefined,
    dryRun: "green",
    stored: 1,
  },
  {
    name: "the last file is refused after the others were stored",
    code: "upload-refused",
    says: ["State of the release: 1 uploaded, 1 refused", "It says: The index is in a mood."],
    arrange: existing(({ index }) => {
      const body = JSON.stringify({ message: "The index is in a mood." });
      const fault = { kind: "answer", status: 400, body, headers: { "content-type": "application/json" } } as const;
      index.faults.add({ on: { path: "/legacy/", nth: 2 }, fault });
    }),
    mend: () => undefined,
    dryRun: "green",
    stored: 1,
  },
  {
    name: "the sdist of an equal version is on the index",
    code: "release-closed",
    says: ["a release on 127.0.0.1", "has one source distribution", "release a new version"],
    arrange: existing((scenario) => {
      scenario.index.addFile({ project: PROJECT, filename: "sample_project-1.0.tar.gz" });
      empty(scenario);
      scenario.put(buildSdist());
    }),
    mend: nextVersion,
    dryRun: "same",
    stored: 1,
  },
];
