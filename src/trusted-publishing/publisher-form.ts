import { type IndexTarget, publishingPage } from "../package-index/target.ts";
import { type Claims, workflowFile } from "./claims.ts";

/** A project of the release, as far as the registration of a publisher depends on it. */
export interface ReleasedProject {
  readonly name: string;
  /** Whether the index has it; undefined when that is not known. */
  readonly exists: boolean | undefined;
  /** Repositories, `owner/name`, that its metadata names. */
  readonly repositories: readonly string[];
}

/** The values to enter at the index, as its form asks for them, and where the form is (index rules O-18, O-19). */
export function publisherForm(claims: Claims, target: IndexTarget, projects: readonly ReleasedProject[]): string {
  const [owner = "?", repository = "?"] = (claims.repository ?? "").split("/");
  const file = workflowFile(claims.jobWorkflowRef) ?? "?";
  const { environment } = claims;
  const query = new URLSearchParams({ provider: "github", owner, repository, workflow_filename: file });
  if (environment !== undefined) {
    query.set("environment", environment);
  }
  return [
    `Register this publisher at ${target.name}, every value exactly as it stands here, capitals included:`,
    `  Owner: ${owner}`,
    `  Repository name: ${repository}`,
    `  Workflow name: ${file}`,
    `  Environment name: ${environment?.replace(/\s+/g, " ") ?? "(leave empty)"}`,
    ...projects.filter(({ exists }) => exists !== false).flatMap((project) => existing(project, target, query)),
    ...registeredAlready(claims, projects),
    ...pending(
      projects.filter(({ exists }) => exists !== true),
      target,
    ),
  ].join("\n");
}

function existing({ name, exists }: ReleasedProject, target: IndexTarget, query: URLSearchParams): string[] {
  const condition = exists === undefined ? ", if it exists" : "";
  return [`For ${name}${condition}, the form is filled in here: ${publishingPage(target, name, query)}`];
}

/** A publisher keeps the number of the owner it was registered for, which no form shows (index rules O-09, O-20). */
function registeredAlready({ ownerId, repository }: Claims, projects: readonly ReleasedProject[]): string[] {
  return ownerId === undefined || projects.every(({ exists }) => exists === false)
    ? []
    : [
        `If a publisher with these very values is listed there, remove it and add it again: it may belong to an earlier owner of ${repository ?? "the repository"} (the owner's number is ${ownerId} now).`,
      ];
}

/** That form cannot be filled in by a link. */
function pending(projects: readonly ReleasedProject[], target: IndexTarget): string[] {
  if (projects.length === 0) {
    return [];
  }
  const certain = projects.every(({ exists }) => exists === false);
  const names = projects.map(({ name }) => name);
  const one = names.length === 1;
  return [
    `${certain ? `${names.join(", ")} ${one ? "is" : "are"} new to ${target.name}: add` : `For a project that does not exist yet, add`} a pending publisher at ${accountPage(target)} with the values above and`,
    ...names.map((name) => `  PyPI Project Name: ${name}`),
    "A pending publisher is gone 30 days after it was added; one that had been added before then has to be added again.",
    ...(certain && !one
      ? [
          "The same values cannot be pending for two projects at once: publish the new projects one after the other, or from jobs with different environments.",
        ]
      : []),
  ];
}

export function accountPage(target: IndexTarget): string {
  return new URL("/manage/account/publishing/", target.site).href;
}
