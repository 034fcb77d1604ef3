import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { numericId } from "../numeric-ids.ts";
import { eventPayload } from "./event-payload.ts";
import type { Job } from "./job-options.ts";

/** The variables a runner sets for a step. */
export type JobEnvironment = Record<string, string>;

export interface IdentityAccess {
  readonly requestUrl: string;
  readonly requestToken: string;
}

const FILE_COMMANDS = {
  GITHUB_OUTPUT: "set_output",
  GITHUB_STATE: "save_state",
  GITHUB_ENV: "set_env",
  GITHUB_PATH: "add_path",
  GITHUB_STEP_SUMMARY: "step_summary",
};

const RUNNER_OS: Readonly<Record<string, string>> = { linux: "Linux", darwin: "macOS", win32: "Windows" };

/** Makes the folders and files of a job below `folder` and gives the variables that lead to them. */
export function makeJobEnvironment(job: Job, folder: string, identity: IdentityAccess | undefined): JobEnvironment {
  const temp = join(folder, "_temp");
  const workspace = join(folder, ...repeatedName(job.repository));
  const commands = join(temp, "_runner_file_commands");
  const workflowFolder = join(temp, "_github_workflow");
  for (const path of [workspace, commands, workflowFolder]) {
    mkdirSync(path, { recursive: true });
  }
  const eventPath = join(workflowFolder, "event.json");
  writeFileSync(eventPath, JSON.stringify(eventPayload(job), null, 2));
  const environment: JobEnvironment = {
    ...runVariables(job),
    ...runnerVariables(job),
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_WORKSPACE: join(workspace, ".."),
    RUNNER_TOOL_CACHE: join(folder, "_tool"),
  };
  for (const [variable, name] of Object.entries(FILE_COMMANDS)) {
    const path = join(commands, `${name}_${randomUUID()}`);
    writeFileSync(path, "");
    environment[variable] = path;
  }
  if (identity !== undefined) {
    environment.ACTIONS_ID_TOKEN_REQUEST_URL = identity.requestUrl;
    environment.ACTIONS_ID_TOKEN_REQUEST_TOKEN = identity.requestToken;
  }
  return environment;
}

function repeatedName(repository: string): [string, string] {
  const name = repository.split("/")[1] ?? repository;
  return [name, name];
}

function runVariables(job: Job): JobEnvironment {
  const { serverUrl } = job;
  const apiUrl = serverUrl === "https://github.com" ? "https://api.github.com" : `${serverUrl}/api/v3`;
  return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION: "__self",
    GITHUB_ACTOR: job.actor,
    GITHUB_ACTOR_ID: numericId(job.actor),
    GITHUB_TRIGGERING_ACTOR: job.actor,
    GITHUB_API_URL: apiUrl,
    GITHUB_GRAPHQL_URL: apiUrl.replace(/\/v3$/, "").replace(/\/?$/, "/graphql"),
    GITHUB_SERVER_URL: serverUrl,
    GITHUB_BASE_REF: job.baseRef,
    GITHUB_HEAD_REF: job.headRef,
    GITHUB_EVENT_NAME: job.event,
    GITHUB_JOB: job.jobKey,
    GITHUB_REF: job.ref,
    GITHUB_REF_NAME: job.refName,
    GITHUB_REF_PROTECTED: "false",
    GITHUB_REF_TYPE: job.refType,
    GITHUB_REPOSITORY: job.repository,
    GITHUB_REPOSITORY_ID: job.repositoryId,
    GITHUB_REPOSITORY_OWNER: job.owner,
    GITHUB_REPOSITORY_OWNER_ID: job.ownerId,
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_RUN_ID: job.runId,
    GITHUB_RUN_NUMBER: String(job.runNumber),
    GITHUB_RUN_ATTEMPT: String(job.runAttempt),
    GITHUB_SHA: job.sha,
    GITHUB_WORKFLOW: "Release",
    GITHUB_WORKFLOW_REF: job.workflowRef,
    GITHUB_WORKFLOW_SHA: job.sha,
  };
}

function runnerVariables(job: Job): JobEnvironment {
  return {
    RUNNER_OS: RUNNER_OS[process.platform] ?? "Linux",
    RUNNER_ARCH: process.arch === "arm64" ? "ARM64" : "X64",
    RUNNER_NAME: job.runnerEnvironment === "github-hosted" ? "GitHub Actions 12" : "rack-7",
    RUNNER_ENVIRONMENT: job.runnerEnvironment,
  };
}
