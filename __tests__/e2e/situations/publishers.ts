import { buildWheel } from "../../builders/archives.ts";
import { JOB, REPOSITORY, type Scenario } from "../harness.ts";
import { type Failed, registerAsTold, type Situation } from "./situation.ts";

const PROJECT = "sample-project";

/** Registers a publisher that differs from the job in some way. */
function registered(different: object, job?: object): Situation["arrange"] {
  return ({ index }) => {
    index.addPublisher({ project: PROJECT, ...REPOSITORY, ...different });
    return job === undefined ? undefined : { job: { ...JOB, ...job } };
  };
}

const asPush = () => ({ job: { ...JOB, event: "push", ref: "refs/tags/v1.0.0" } });
const withToken = ({ index }: Scenario) => ({ inputs: { password: index.addApiToken() } });
const FORM = ["Owner: octo-org", "Repository name: sample-project", "Workflow name: release.yml"];
const REFUSED = { code: "trusted-publisher-refused", dryRun: "same" } as const;

/** Publishers that do not fit, and jobs that none can fit. */
export const PUBLISHER_SITUATIONS: readonly Situation[] = [
  {
    ...REFUSED,
    name: "the publisher names an environment, the job none",
    says: ["The job has no `environment:`", "Environment name: (leave empty)"],
    arrange: registered({ environment: "pypi" }),
    mend: () => ({ job: { ...JOB, environment: "pypi" } }),
  },
  {
    ...REFUSED,
    name: "the workflow file was renamed",
    says: [...FORM, "/manage/project/sample-project/settings/publishing/?provider=github&owner=octo-org"],
    arrange: registered({ workflow: "publish.yml" }),
    mend: registerAsTold,
  },
  {
    ...REFUSED,
    name: "the job's environment is another one than the publisher's",
    says: [...FORM, "Environment name: staging"],
    arrange: registered({ environment: "pypi" }, { environment: "staging" }),
    mend: registerAsTold,
  },
  {
    ...REFUSED,
    name: "the repository was renamed",
    says: [...FORM],
    arrange: registered({ repository: "older-name" }),
    mend: registerAsTold,
  },
  {
    ...REFUSED,
    name: "the publisher was registered with other capitals",
    says: [...FORM, "capitals included"],
    arrange: registered({ repository: "Sample-Project" }),
    mend: registerAsTold,
  },
  {
    ...REFUSED,
    name: "the repository was transferred to an owner of another number",
    says: [...FORM, "If a publisher with these very values is listed there, remove it and add it again"],
    arrange: registered({ ownerId: "4711" }),
    mend: registerAsTold,
  },
  {
    ...REFUSED,
    name: "the project is new, and nobody has added a pending publisher",
    says: ["sample-project is new to 127.0.0.1", "/manage/account/publishing/", "PyPI Project Name: sample-project"],
    arrange: () => undefined,
    mend: registerAsTold,
    dryRun: "green",
  },
  {
    ...REFUSED,
    name: "the pending publisher is void, since the project has come into being",
    says: ["so it is void", "/manage/project/sample-project/settings/publishing/?provider=github"],
    arrange: ({ index }) => {
      index.addPendingPublisher({ project: PROJECT, ...REPOSITORY });
      index.addProject(PROJECT);
    },
    mend: registerAsTold,
  },
  {
    name: "the pending publisher has another project name",
    code: "upload-forbidden",
    says: ["Non-user identities cannot create new projects", "needs a pending publisher with exactly this name"],
    arrange: ({ index }) => index.addPendingPublisher({ project: "sample-projekt", ...REPOSITORY }) as undefined,
    // The first run has made a publisher of `sample-projekt` of it; the same one cannot be pending for another.
    mend: ({ index }) => index.addPublisher({ project: PROJECT, ...REPOSITORY }) as undefined,
    dryRun: "green",
  },
  {
    name: "one of two projects has another publisher",
    code: "upload-forbidden",
    says: ["good for 1 of the 2 projects", "Register this workflow as trusted publisher of each of them"],
    arrange: (scenario) => {
      scenario.put(buildWheel({ name: "sample-extras" }));
      scenario.index.addPublisher({ project: PROJECT, ...REPOSITORY });
      scenario.index.addPublisher({ project: "sample-extras", ...REPOSITORY, workflow: "extras.yml" });
    },
    mend: ({ index }) => index.addPublisher({ project: "sample-extras", ...REPOSITORY }) as undefined,
    dryRun: "same",
  },
  {
    ...REFUSED,
    name: "the run was started by pull_request_target",
    says: ["`pull_request_target`", "Start the release by `push` of a tag"],
    arrange: registered({}, { event: "pull_request_target" }),
    mend: asPush,
  },
  {
    ...REFUSED,
    name: "the job stands in a workflow of another repository",
    says: ["stands in a workflow of another repository", "Put the job that publishes into release.yml itself"],
    arrange: registered({}, { calledWorkflow: { repository: "octo-org/shared", workflow: "publish.yml" } }),
    mend: () => ({ job: JOB }),
  },
  {
    ...REFUSED,
    name: "the job stands in a called workflow, and its caller is registered",
    says: ["stands in publish.yml, which release.yml calls", "Workflow name: publish.yml"],
    arrange: registered({}, { calledWorkflow: { workflow: "publish.yml" } }),
    mend: registerAsTold,
  },
  {
    ...REFUSED,
    name: "the called workflow is called at another ref",
    says: ["at refs/heads/v1, while the run is at refs/heads/main", "Call it without a ref"],
    arrange: registered(
      { workflow: "publish.yml" },
      { calledWorkflow: { workflow: "publish.yml", ref: "refs/heads/v1" } },
    ),
    mend: () => ({ job: { ...JOB, calledWorkflow: { workflow: "publish.yml" } } }),
  },
  {
    name: "the enterprise has an issuer of its own",
    code: "identity-token-refused",
    says: ["octo-enterprise", "include_enterprise_slug", "give an API token as `password`"],
    arrange: registered({}, { claims: { iss: "https://token.actions.githubusercontent.com/octo-enterprise" } }),
    mend: withToken,
    dryRun: "same",
  },
  {
    name: "the index has switched trusted publishing off",
    code: "trusted-publishing-disabled",
    says: ["Trusted publishing is switched off", "give an API token as `password`"],
    arrange: ({ index }) => {
      index.addPublisher({ project: PROJECT, ...REPOSITORY });
      index.switches.trustedPublishing = false;
    },
    mend: withToken,
    dryRun: "same",
  },
  {
    name: "the job has no permission to ask for identity tokens",
    code: "identity-token-unavailable",
    says: ["This job may not ask GitHub for an identity token", "id-token: write"],
    arrange: registered({}, { permissions: { idToken: false } }),
    mend: ({ index: _index }: Scenario, _failed: Failed) => ({ job: { ...JOB, permissions: { idToken: true } } }),
    dryRun: "same",
  },
  {
    name: "the run is a pull request of a fork",
    code: "identity-token-unavailable",
    says: ["GitHub gives no identity token to a pull request from a fork", "Publish from a `push`"],
    arrange: registered({}, { event: "pull_request", fork: true, permissions: { idToken: false } }),
    mend: asPush,
    dryRun: "green",
  },
];
