import { buildWheel } from "../../builders/archives.ts";
import { REPOSITORY, type Scenario } from "../harness.ts";
import { type Situation, withInputs } from "./situation.ts";

const PROJECT = "sample-project";

/** A project with a publisher, and a run with these inputs. */
function given(inputs: (scenario: Scenario) => Readonly<Record<string, string>>): Situation["arrange"] {
  return (scenario) => {
    scenario.index.addPublisher({ project: PROJECT, ...REPOSITORY });
    return { inputs: inputs(scenario) };
  };
}

/** The last word of the sentence "…; write VALUE". */
function told(text: string): string {
  return /write (\S+?)\.?$/m.exec(text)?.[1] ?? "";
}

/** Inputs that are wrong, and credentials that do not fit. */
export const INPUT_SITUATIONS: readonly Situation[] = [
  {
    name: "the Simple API is given as the address for uploads",
    code: "input-invalid",
    says: ["is a Simple API address, from which installers read; write http://127.0.0.1"],
    arrange: given(({ index }) => ({ "repository-url": `${index.uploadUrl}simple/` })),
    mend: (_scenario, failed) => withInputs(failed, { "repository-url": told(failed.text) }),
    dryRun: "same",
  },
  {
    name: "two inputs are misspelt",
    code: "input-invalid",
    says: ["2 inputs are wrong", "`verify-metadata`", "`max-parallel`", "accepted are true and false"],
    arrange: given(() => ({ "verify-metadata": "yes", "max-parallel": "many" })),
    mend: () => ({ inputs: { "verify-metadata": "true", "max-parallel": "8" } }),
    dryRun: "same",
  },
  {
    name: "trusted publishing is insisted on, and a password is left in the workflow",
    code: "input-invalid",
    says: ["`trusted-publishing` is always, and `password` is given"],
    arrange: given(({ index }) => ({ "trusted-publishing": "always", password: index.addApiToken() })),
    mend: () => ({ inputs: { "trusted-publishing": "always" } }),
    dryRun: "same",
  },
  {
    name: "a password is insisted on, and the secret is empty",
    code: "input-invalid",
    says: ["`trusted-publishing` is never, and `password` is empty"],
    arrange: given(() => ({ "trusted-publishing": "never", password: "" })),
    mend: ({ index }, failed) => withInputs(failed, { password: index.addApiToken() }),
    dryRun: "same",
  },
  {
    name: "the API token is of another index",
    code: "credential-refused",
    says: ["tokens of PyPI and TestPyPI are not interchangeable"],
    arrange: given(() => ({ password: "pypi-AgENdGVzdC5weXBpLm9yZwIkNotOfThisIndex" })),
    mend: ({ index }) => ({ inputs: { password: index.addApiToken() } }),
    dryRun: "green",
  },
  {
    name: "the API token is good for another project only",
    code: "upload-forbidden",
    says: ["Use a token whose scope holds sample-project"],
    arrange: given(({ index }) => ({ password: index.addApiToken({ projects: ["another-project"] }) })),
    mend: ({ index }) => ({ inputs: { password: index.addApiToken({ projects: [PROJECT] }) } }),
    dryRun: "same",
  },
  {
    name: "the API token is good for one of two projects",
    code: "upload-forbidden",
    says: ["not good for all of this release", "Use a token whose scope holds sample-extras"],
    arrange: (scenario) => {
      scenario.put(buildWheel({ name: "sample-extras" }));
      return { inputs: { password: scenario.index.addApiToken({ projects: [PROJECT] }) } };
    },
    mend: ({ index }) => ({ inputs: { password: index.addApiToken({ projects: [PROJECT, "sample-extras"] }) } }),
    dryRun: "same",
  },
  {
    name: "the address takes no uploads",
    code: "upload-endpoint-wrong",
    says: ["does not take uploads", "Set `repository-url` to the upload address"],
    arrange: given(({ index }) => ({ "repository-url": `${index.origin}/upload/`, password: index.addApiToken() })),
    mend: ({ index }, failed) => withInputs(failed, { "repository-url": index.uploadUrl }),
    dryRun: "green",
  },
  {
    name: "attestations are required, and a password is used",
    code: "attestations-unavailable",
    says: [/et `attestations: auto` to publish without them/],
    arrange: given(({ index }) => ({ attestations: "required", password: index.addApiToken() })),
    mend: (_scenario, failed) => withInputs(failed, { attestations: "auto" }),
    dryRun: "same",
  },
  {
    name: "the Sigstore configuration is not where the workflow says",
    code: "sigstore-config-invalid",
    says: ["sigstore.json"],
    arrange: given(() => ({ "sigstore-config": "sigstore.json" })),
    mend: () => ({ inputs: {} }),
    dryRun: "same",
  },
];
