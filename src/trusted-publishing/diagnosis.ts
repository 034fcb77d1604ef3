import { PublishError } from "../errors.ts";
import { type IndexTarget, publishingPage } from "../package-index/target.ts";
import { type Claims, workflowFile } from "./claims.ts";

export interface MintRefusal {
  /** `errors[0].code` of the answer (index rules, table "Errors of the token exchange"). */
  readonly code: string;
  readonly description: string;
}

interface Circumstances {
  readonly target: IndexTarget;
  readonly claims: Claims;
  /** Names of the projects in this release. */
  readonly projects: readonly string[];
}

/** What a refused exchange means and what to change, at the index or in the workflow. */
export function explainMintRefusal(refusal: MintRefusal, circumstances: Circumstances): PublishError {
  const { target } = circumstances;
  const said = `${target.name} says: ${refusal.code}: ${refusal.description}`;
  switch (refusal.code) {
    case "invalid-publisher":
      return new PublishError(
        "trusted-publisher-refused",
        [`${target.name} knows no trusted publisher for this job. ${said}`, ...oddities(circumstances)].join("\n"),
        { remedy: publisherForm(circumstances) },
      );
    case "invalid-pending-publisher":
      return new PublishError(
        "trusted-publisher-refused",
        `The pending publisher is void: the project exists. ${said}`,
        {
          remedy: publisherForm(circumstances),
        },
      );
    case "invalid-reuse-token":
      return new PublishError("identity-token-refused", `The identity token had been used before. ${said}`, {
        remedy: "Run the job again: each run asks GitHub for a fresh identity token.",
      });
    case "invalid-token":
      return new PublishError("identity-token-refused", `${target.name} refuses GitHub's identity token. ${said}`, {
        remedy: "Run the job again; if it stays so, check the clock of the runner and that `repository-url` is right.",
      });
    case "not-enabled":
      return disabled(target, said);
    case "invalid-payload":
      return invalidPayload(refusal, circumstances, said);
    default:
      return new PublishError("mint-token-refused", `The exchange of the identity token was refused. ${said}`, {
        remedy: "Act on what the index says, then run the job again.",
      });
  }
}

export function disabled(target: IndexTarget, said: string): PublishError {
  return new PublishError(
    "trusted-publishing-disabled",
    `Trusted publishing is switched off at ${target.name}. ${said}`,
    {
      remedy: "Run the job again later, or give an API token as `password`.",
    },
  );
}

function invalidPayload(refusal: MintRefusal, { target, claims }: Circumstances, said: string): PublishError {
  if (refusal.description.includes("unknown trusted publishing issuer")) {
    return new PublishError(
      "identity-token-refused",
      `${target.name} does not trust the issuer of the identity token, ${claims.issuer ?? "which has none"}. ${said}`,
      { remedy: "GitHub Enterprise issuers of their own are not accepted there: give an API token as `password`." },
    );
  }
  if (/malformed JWT|token/i.test(refusal.description)) {
    return new PublishError("identity-token-refused", `${target.name} cannot read the identity token. ${said}`, {
      remedy: "Run the job again; if it stays so, see https://www.githubstatus.com.",
    });
  }
  return new PublishError("trusted-publisher-refused", `The project of the pending publisher cannot be made. ${said}`, {
    remedy: `Choose another project name, in the build configuration and in the pending publisher at ${accountPage(target)}.`,
  });
}

/** What is unusual about this run, in words: most refusals have their reason here. */
function oddities({ claims }: Circumstances): string[] {
  const job = workflowFile(claims.jobWorkflowRef);
  const caller = workflowFile(claims.workflowRef);
  const found: string[] = [];
  if (claims.eventName === "pull_request_target") {
    found.push("This run was started by `pull_request_target`, from which indexes accept nothing.");
  }
  if (
    claims.workflowRef !== undefined &&
    claims.jobWorkflowRef !== undefined &&
    claims.workflowRef !== claims.jobWorkflowRef
  ) {
    found.push(
      `The job stands in a called workflow (${job ?? claims.jobWorkflowRef}, called by ${caller ?? claims.workflowRef}); the index looks for the called file in the calling repository. Publishing from a job of the top-level workflow is what works everywhere.`,
    );
  }
  if (claims.environment === undefined) {
    found.push("The job has no `environment:`; a publisher that names one does not match it.");
  }
  return found;
}

/** The values to enter at the index, as its form asks for them, and where the form is. */
function publisherForm({ target, claims, projects }: Circumstances): string {
  const [owner = "?", repository = "?"] = (claims.repository ?? "").split("/");
  const file = workflowFile(claims.jobWorkflowRef) ?? "?";
  const environment = claims.environment;
  const query = new URLSearchParams({ provider: "github", owner, repository, workflow_filename: file });
  if (environment !== undefined) {
    query.set("environment", environment);
  }
  return [
    "Register this publisher at the index, every value exactly as it stands here:",
    `  Owner: ${owner}`,
    `  Repository name: ${repository}`,
    `  Workflow name: ${file}`,
    `  Environment name: ${environment ?? "(leave empty)"}`,
    ...projects.map((project) => `For ${project}, if it exists: ${publishingPage(target, project, query)}`),
    `For a project that does not exist yet, add a pending publisher with its name at ${accountPage(target)}`,
  ].join("\n");
}

function accountPage(target: IndexTarget): string {
  return new URL("/manage/account/publishing/", target.site).href;
}
