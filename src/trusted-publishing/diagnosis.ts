import { PublishError } from "../errors.ts";
import type { IndexTarget } from "../package-index/target.ts";
import type { Claims } from "./claims.ts";
import { certainRefusals, issuerMessage, issuerRemedy, oddities } from "./oddities.ts";
import { accountPage, publisherForm, type ReleasedProject } from "./publisher-form.ts";

export interface MintRefusal {
  /** `errors[0].code` of the answer (index rules, table "Errors of the token exchange"). */
  readonly code: string;
  readonly description: string;
}

interface Circumstances {
  readonly target: IndexTarget;
  readonly claims: Claims;
  /** The projects in this release. */
  readonly projects: readonly ReleasedProject[];
}

/** What a refused exchange means and what to change, at the index or in the workflow. */
export function explainMintRefusal(refusal: MintRefusal, circumstances: Circumstances): PublishError {
  const { target } = circumstances;
  const said = `${target.name} says: ${refusal.code}: ${refusal.description}`;
  switch (refusal.code) {
    case "invalid-publisher":
      return noPublisher(circumstances, said);
    case "invalid-pending-publisher":
      return new PublishError(
        "trusted-publisher-refused",
        `There was a pending publisher for this job, and its project has come into being otherwise, so it is void. ${said}`,
        { remedy: formFor({ ...circumstances, projects: circumstances.projects.map(asExisting) }) },
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

function noPublisher(circumstances: Circumstances, said: string): PublishError {
  const { target, claims, projects } = circumstances;
  const named = [...new Set(projects.flatMap(({ repositories }) => repositories))];
  // Where no registration can help, the form, and what else is unusual, would only mislead.
  const certain = certainRefusals(claims, target);
  const odd = certain.length > 0 ? certain : oddities(claims, target, named);
  return new PublishError(
    "trusted-publisher-refused",
    [`${target.name} knows no trusted publisher for this job. ${said}`, ...odd.map(({ message }) => message)].join(
      "\n",
    ),
    { remedy: certain[0]?.remedy ?? formFor(circumstances) },
  );
}

function formFor({ claims, target, projects }: Circumstances): string {
  return publisherForm(claims, target, projects);
}

function asExisting(project: ReleasedProject): ReleasedProject {
  return { ...project, exists: true };
}

function invalidPayload(refusal: MintRefusal, { target, claims }: Circumstances, said: string): PublishError {
  if (refusal.description.includes("unknown trusted publishing issuer")) {
    return new PublishError("identity-token-refused", `${issuerMessage(claims.issuer, target)} ${said}`, {
      remedy: issuerRemedy(claims.issuer),
    });
  }
  if (/malformed JWT|token/i.test(refusal.description)) {
    return new PublishError("identity-token-refused", `${target.name} cannot read the identity token. ${said}`, {
      remedy: "Run the job again; if it stays so, see https://www.githubstatus.com.",
    });
  }
  if (/registration temporarily disabled/i.test(refusal.description)) {
    return new PublishError("trusted-publisher-refused", `${target.name} makes no new projects at present. ${said}`, {
      remedy: "This is no fault of the job: run it again later.",
    });
  }
  return new PublishError("trusted-publisher-refused", `The project of the pending publisher cannot be made. ${said}`, {
    remedy: `Choose another project name, in the build configuration and in the pending publisher at ${accountPage(target)}.`,
  });
}
