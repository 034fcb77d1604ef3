import { numericId } from "../numeric-ids.ts";
import type { Job } from "./job-options.ts";

/** The webhook payload a runner puts at GITHUB_EVENT_PATH, as far as steps look at it. */
export function eventPayload(job: Job): Record<string, unknown> {
  const common = { repository: repositoryOf(job.repository, job), sender: userOf(job.actor) };
  switch (job.event) {
    case "push":
      return { ...common, ref: job.ref, before: "0".repeat(40), after: job.sha, created: false, forced: false };
    case "release":
      return {
        ...common,
        action: "published",
        release: { id: 4711, tag_name: job.refName, name: job.refName, draft: false, prerelease: false },
      };
    case "pull_request":
    case "pull_request_target":
      return { ...common, action: "synchronize", number: 7, pull_request: pullRequestOf(job) };
    case "workflow_dispatch":
      return { ...common, ref: job.ref, inputs: null, workflow: job.workflowRef.split("@")[0] };
    case "schedule":
      return { ...common, schedule: "0 4 * * 1" };
    default:
      return common;
  }
}

function pullRequestOf(job: Job): Record<string, unknown> {
  const name = job.repository.split("/")[1] ?? "";
  const source = job.options.fork === true ? `outsider/${name}` : job.repository;
  return {
    number: 7,
    state: "open",
    draft: false,
    user: userOf(job.options.fork === true ? "outsider" : job.actor),
    head: { ref: job.headRef, sha: job.sha, repo: { ...repositoryOf(source, job), fork: job.options.fork === true } },
    base: { ref: job.baseRef, sha: job.sha, repo: repositoryOf(job.repository, job) },
  };
}

function repositoryOf(repository: string, job: Job): Record<string, unknown> {
  const [owner = "", name = ""] = repository.split("/");
  return {
    id: Number(repository === job.repository ? job.repositoryId : numericId(repository)),
    name,
    full_name: repository,
    private: job.visibility !== "public",
    visibility: job.visibility,
    fork: false,
    default_branch: "main",
    html_url: `${job.serverUrl}/${repository}`,
    owner: { ...userOf(owner), id: Number(owner === job.owner ? job.ownerId : numericId(owner)) },
  };
}

function userOf(login: string): Record<string, unknown> {
  return { login, id: Number(numericId(login)), type: "User" };
}
