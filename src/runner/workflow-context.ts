import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { member } from "../json.ts";
import { Secret } from "../secret.ts";

/** What the runner says about this job. */
export interface WorkflowContext {
  /** False outside GitHub Actions. */
  readonly onGitHubActions: boolean;
  readonly eventName: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly workspace: string;
  /** Folder for files of this job that later steps may read. */
  readonly temporary: string;
  /** `https://github.com`, or the GitHub Enterprise Server, without a slash at the end. */
  readonly serverUrl: string;
  /** Whether the event is a pull request, or the end of a workflow run, whose head is in another repository. */
  readonly fromFork: boolean;
  /** Whether the workspace is a checkout of a version control system. */
  readonly checkout: boolean;
  /** Whether the runner's step debugging is on. */
  readonly debug: boolean;
  readonly summaryFile: string | undefined;
  /** Where this job asks for identity tokens; undefined when it may not. */
  readonly identityTokenUrl: URL | undefined;
  /** What this job shows GitHub to get identity tokens; empty when it may not. */
  readonly requestToken: Secret;
}

export function readWorkflowContext(): WorkflowContext {
  const env = process.env;
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  return {
    onGitHubActions: env.GITHUB_ACTIONS === "true",
    eventName: env.GITHUB_EVENT_NAME ?? "",
    repository: env.GITHUB_REPOSITORY ?? "",
    workspace,
    temporary: env.RUNNER_TEMP || tmpdir(),
    serverUrl: (env.GITHUB_SERVER_URL || "https://github.com").replace(/(?<!\/)\/+$/, ""),
    checkout: [".git", ".hg"].some((folder) => existsSync(join(workspace, folder))),
    fromFork: isFromFork(env.GITHUB_EVENT_PATH),
    debug: env.RUNNER_DEBUG === "1",
    summaryFile: env.GITHUB_STEP_SUMMARY || undefined,
    requestToken: new Secret(env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ""),
    identityTokenUrl: env.ACTIONS_ID_TOKEN_REQUEST_TOKEN
      ? (URL.parse(env.ACTIONS_ID_TOKEN_REQUEST_URL ?? "") ?? undefined)
      : undefined,
  };
}

/** The value an input has in the workflow or by default of action.yml; undefined when neither names it. */
export function readInput(name: string): string | undefined {
  return process.env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`];
}

function isFromFork(eventPath: string | undefined): boolean {
  const event = readEvent(eventPath);
  const pullRequest = member(event, "pull_request");
  if (pullRequest !== undefined) {
    const head = member(member(member(pullRequest, "head"), "repo"), "full_name");
    const base = member(member(member(pullRequest, "base"), "repo"), "full_name");
    // A fork that has been deleted since leaves the head without a repository.
    return head !== base;
  }
  const workflowRun = member(event, "workflow_run");
  return (
    workflowRun !== undefined &&
    member(member(workflowRun, "head_repository"), "full_name") !==
      member(member(workflowRun, "repository"), "full_name")
  );
}

function readEvent(path: string | undefined): unknown {
  try {
    return path === undefined ? undefined : JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // The payload only improves a message; a job without a readable one goes on.
    return undefined;
  }
}
