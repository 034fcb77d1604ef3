import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ErrorCode } from "../../../src/errors.ts";
import { buildSdist, buildWheel } from "../../builders/archives.ts";
import type { Publishing, Scenario } from "../harness.ts";

/** A way in which a release fails, and the way out that the run names. */
export interface Situation {
  readonly name: string;
  readonly code: ErrorCode;
  /** What the maintainer reads, in the annotation and in the summary. */
  readonly says: readonly (string | RegExp)[];
  /** Sets up the index, and the workspace where it is not to hold the usual release. */
  readonly arrange: (scenario: Scenario) => Publishing | undefined | Promise<Publishing | undefined>;
  /** Does what the run said, with nothing but what it said; gives the next run where that has to be another one. */
  readonly mend: (scenario: Scenario, failed: Failed) => Publishing | undefined;
  /** Whether a dry run fails the same way; if not, only an upload can show it, and the dry run is green. */
  readonly dryRun: "same" | "green";
  /** Files that the failed run leaves on the index. */
  readonly stored?: number;
}

export interface Failed {
  readonly run: Publishing;
  /** Text of the annotation. */
  readonly text: string;
}

/** A release of the next version, built anew. */
export function nextVersion(scenario: Scenario): undefined {
  rmSync(join(scenario.workspace, "dist"), { recursive: true });
  scenario.put(buildWheel({ version: "1.0.1" }), buildSdist({ version: "1.0.1" }));
}

/** The same run with other inputs. */
export function withInputs({ run }: Failed, inputs: Readonly<Record<string, string>>): Publishing {
  return { ...run, inputs: { ...run.inputs, ...inputs } };
}

/** Registers the publisher whose values the annotation shows, as a person copies them. */
export function registerAsTold({ index }: Scenario, { text }: Failed): undefined {
  const value = (label: string) => new RegExp(`^ {2}${label}: (.*)$`, "m").exec(text)?.[1] ?? "";
  const environment = value("Environment name");
  const publisher = {
    project: "sample-project",
    owner: value("Owner"),
    repository: value("Repository name"),
    workflow: value("Workflow name"),
    ...(environment !== "(leave empty)" && { environment }),
  };
  const link = /https?:\/\/\S+\/settings\/publishing\/\?(\S+)/.exec(text)?.[1];
  if (index.state.project("sample-project") === undefined) {
    index.addPendingPublisher({ ...publisher, project: value("PyPI Project Name") });
    return;
  }
  if (text.includes("remove it and add it again")) {
    const { publishers } = index.state;
    const listed = publishers.findIndex(
      (each) => each.owner === publisher.owner && each.workflow === publisher.workflow,
    );
    publishers.splice(listed, listed < 0 ? 0 : 1);
  }
  // The form behind the link holds the same values.
  const form = new URLSearchParams(link ?? "");
  index.addPublisher({
    ...publisher,
    owner: form.get("owner") ?? "",
    repository: form.get("repository") ?? "",
    workflow: form.get("workflow_filename") ?? "",
  });
}
