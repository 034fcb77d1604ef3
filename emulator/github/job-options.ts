import { numericId } from "../numeric-ids.ts";

/** A job of a workflow run, as far as its environment and its identity tokens depend on it. */
export interface JobOptions {
  /** `owner/name`, or the name alone when `owner` is given. Default `octo-org/sample`. */
  readonly repository?: string;
  readonly owner?: string;
  /** File of the workflow that was started. Default `release.yml`. */
  readonly workflow?: string;
  /** Deployment environment of the job. */
  readonly environment?: string;
  /** Default `push`; also `release`, `pull_request`, `pull_request_target`, `workflow_dispatch`, `schedule`, … */
  readonly event?: string;
  /** Default by event: `refs/tags/v1.0.0` for `release`, `refs/pull/7/merge` for `pull_request`, else `refs/heads/main`. */
  readonly ref?: string;
  readonly sha?: string;
  /** `permissions` of the job: `id-token: write` by default. A pull request from a fork never gets it. */
  readonly permissions?: { readonly idToken?: boolean };
  /** The pull request comes from a fork. */
  readonly fork?: boolean;
  /** The job is in a workflow called from the one that was started. */
  readonly calledWorkflow?: {
    /** File of the called workflow. */
    readonly workflow: string;
    /** Default: the same repository. */
    readonly repository?: string;
    /** Default: the ref of the run. */
    readonly ref?: string;
  };
  readonly visibility?: "public" | "private" | "internal";
  /** Default: a number made from the owner's name, the same that the emulated index registers. */
  readonly ownerId?: string;
  readonly repositoryId?: string;
  readonly runId?: string;
  readonly runNumber?: number;
  readonly runAttempt?: number;
  /** Key of the job in the workflow. Default `pypi-publish`. */
  readonly job?: string;
  readonly actor?: string;
  readonly enterprise?: string;
  /** The newer form of `sub` with owner and repository numbers in it. */
  readonly immutableSubject?: boolean;
  readonly runnerEnvironment?: "github-hosted" | "self-hosted";
  /** `https://github.com` unless the job runs on another server. */
  readonly serverUrl?: string;
  /** Changes single claims of its identity tokens; a claim set to undefined is left out. */
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** All facts about a job, with everything settled. */
export interface Job {
  readonly options: JobOptions;
  readonly repository: string;
  readonly owner: string;
  readonly ownerId: string;
  readonly repositoryId: string;
  readonly event: string;
  readonly ref: string;
  readonly refName: string;
  readonly refType: "branch" | "tag";
  readonly sha: string;
  readonly baseRef: string;
  readonly headRef: string;
  readonly workflowRef: string;
  readonly jobWorkflowRef: string;
  readonly jobWorkflowSha: string;
  readonly runId: string;
  readonly runNumber: number;
  readonly runAttempt: number;
  readonly actor: string;
  readonly jobKey: string;
  readonly runnerEnvironment: "github-hosted" | "self-hosted";
  readonly visibility: "public" | "private" | "internal";
  readonly serverUrl: string;
  readonly idToken: boolean;
}

const SHA = "8c2f1d9b7a6e5f4c3b2a1908f7e6d5c4b3a29180";
const CALLED_SHA = "1f0e9d8c7b6a594837261504f3e2d1c0b9a87766";

/** Settles the defaults. */
export function settleJob(options: JobOptions): Job {
  const given = options.repository ?? "octo-org/sample";
  const repository = options.owner === undefined || given.includes("/") ? given : `${options.owner}/${given}`;
  const owner = repository.split("/")[0] ?? "";
  const event = options.event ?? "push";
  const ref = options.ref ?? defaultRef(event);
  const pullRequest = event === "pull_request" || event === "pull_request_target";
  const workflowRef = workflowAt(repository, options.workflow ?? "release.yml", ref);
  const called = options.calledWorkflow;
  const foreign = called?.repository !== undefined && called.repository !== repository;
  return {
    options,
    repository,
    owner,
    ownerId: options.ownerId ?? numericId(owner),
    repositoryId: options.repositoryId ?? numericId(repository),
    event,
    ref,
    refName: ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    refType: ref.startsWith("refs/tags/") ? "tag" : "branch",
    sha: options.sha ?? SHA,
    baseRef: pullRequest ? "main" : "",
    headRef: pullRequest ? "feature" : "",
    workflowRef,
    jobWorkflowRef:
      called === undefined
        ? workflowRef
        : workflowAt(called.repository ?? repository, called.workflow, called.ref ?? ref),
    jobWorkflowSha: foreign ? CALLED_SHA : (options.sha ?? SHA),
    runId: options.runId ?? "17204816543",
    runNumber: options.runNumber ?? 42,
    runAttempt: options.runAttempt ?? 1,
    actor: options.actor ?? "octocat",
    jobKey: options.job ?? "pypi-publish",
    runnerEnvironment: options.runnerEnvironment ?? "github-hosted",
    visibility: options.visibility ?? "public",
    serverUrl: options.serverUrl ?? "https://github.com",
    idToken: (options.permissions?.idToken ?? true) && !(options.fork === true && event === "pull_request"),
  };
}

function workflowAt(repository: string, workflow: string, ref: string): string {
  return `${repository}/.github/workflows/${workflow}@${ref}`;
}

function defaultRef(event: string): string {
  if (event === "release") {
    return "refs/tags/v1.0.0";
  }
  return event === "pull_request" ? "refs/pull/7/merge" : "refs/heads/main";
}
