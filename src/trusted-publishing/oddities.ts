import type { IndexTarget } from "../package-index/target.ts";
import { type Claims, splitWorkflowRef, workflowFile } from "./claims.ts";

/** Issuer of GitHub's identity tokens; the only one of GitHub's that PyPI trusts (index rules O-04, O-09). */
const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";

/** A fact about this run that bears on whether an index accepts it as a trusted publisher. */
export interface Oddity {
  readonly message: string;
  /** Set where no registration can help: what to change instead. */
  readonly remedy?: string;
}

/** What an index with trusted publishing refuses whatever is registered there. */
export function certainRefusals(claims: Claims, target: IndexTarget): readonly Oddity[] {
  return [...eventOddities(claims), ...issuerOddities(claims, target), ...foreignWorkflow(claims)];
}

/**
 * What is unusual about this run, in words: most refusals have their reason here.
 *
 * @param named repositories that the metadata of the distributions names
 */
export function oddities(claims: Claims, target: IndexTarget, named: readonly string[]): readonly Oddity[] {
  return [
    ...certainRefusals(claims, target),
    ...calledWorkflow(claims),
    ...environmentOddities(claims),
    ...indexOddities(target),
    ...spelling(claims, named),
  ];
}

/** Index rule O-11. */
function eventOddities({ eventName }: Claims): Oddity[] {
  return eventName === "pull_request_target"
    ? [
        {
          message: "This run was started by `pull_request_target`, from which indexes accept nothing.",
          remedy: "Start the release by `push` of a tag, `release` or `workflow_dispatch`.",
        },
      ]
    : [];
}

function issuerOddities({ issuer }: Claims, target: IndexTarget): Oddity[] {
  return target.kind === "other" || issuer === undefined || issuer === GITHUB_ISSUER
    ? []
    : [{ message: issuerMessage(issuer, target), remedy: issuerRemedy(issuer) }];
}

export function issuerMessage(issuer: string | undefined, target: IndexTarget): string {
  return `${target.name} does not trust the issuer of the identity token, ${issuer ?? "which has none"}.`;
}

export function issuerRemedy(issuer: string | undefined): string {
  if (issuer?.startsWith(`${GITHUB_ISSUER}/`) === true) {
    return `An owner of the enterprise has given it an issuer of its own. Have that setting (\`include_enterprise_slug\`) taken back, so that the issuer is ${GITHUB_ISSUER}, or give an API token as \`password\`.`;
  }
  return issuer?.endsWith("/_services/token") === true
    ? "GitHub Enterprise Server has an issuer of its own, which indexes do not accept: give an API token as `password`."
    : "Give an API token as `password`.";
}

/** Index rule O-13: the file is looked for in the calling repository, at the ref or commit of the run. */
function foreignWorkflow({ repository, jobWorkflowRef, workflowRef, ref, sha }: Claims): Oddity[] {
  const { path, ref: calledRef } = splitWorkflowRef(jobWorkflowRef);
  if (path === undefined || repository === undefined) {
    return [];
  }
  const caller = workflowFile(workflowRef) ?? "the workflow that was started";
  if (!path.toLowerCase().startsWith(`${repository.toLowerCase()}/`)) {
    return [
      {
        message: `The job stands in a workflow of another repository, ${path}, called by ${caller}; an index looks for it in ${repository} and never finds it.`,
        remedy: `Put the job that publishes into ${caller} itself. What it does before may stay in the called workflow; hand the distributions over as an artifact.`,
      },
    ];
  }
  return calledRef === undefined || calledRef === ref || calledRef === sha || (ref === undefined && sha === undefined)
    ? []
    : [
        {
          message: `The job stands in ${path} at ${calledRef}, while the run is at ${ref ?? sha}; an index accepts it at the ref or the commit of the run only.`,
          remedy: `Call it without a ref, as \`uses: ./${path.split("/").slice(2).join("/")}\`.`,
        },
      ];
}

/** A called workflow of the same repository: which file counts is not settled (pypi/warehouse#11096, #20083). */
function calledWorkflow({ jobWorkflowRef, workflowRef }: Claims): Oddity[] {
  const called = workflowFile(jobWorkflowRef);
  const caller = workflowFile(workflowRef);
  return called === undefined || caller === undefined || called === caller
    ? []
    : [
        {
          message: `The job stands in ${called}, which ${caller} calls. The index looks for the called file, ${called}, today, and may come to look for ${caller}; a job of ${caller} itself is safe from that.`,
        },
      ];
}

/** Index rule O-10. */
function environmentOddities({ environment, ref }: Claims): Oddity[] {
  const where =
    ref === undefined ? "" : ` (GitHub starts such a job only where the rules of the environment allow ${ref})`;
  return environment === undefined
    ? [
        {
          message: `The job has no \`environment:\`. A publisher that names one does not match it: either leave that field empty, or give the job the environment that is registered, such as \`environment: pypi\`${where}.`,
        },
      ]
    : [];
}

function indexOddities({ kind }: IndexTarget): Oddity[] {
  const texts = {
    pypi: [],
    testpypi: [{ message: "This run goes to TestPyPI, where nothing counts that is registered at PyPI." }],
    other: [],
  };
  return texts[kind];
}

/**
 * Index rule O-09 (d): equality to the letter; the owner is known by number as well. What the identity token cannot
 * tell, the metadata may: where it names another repository than this run's, that one was renamed, moved or forked.
 */
function spelling({ repository, ownerId }: Claims, named: readonly string[]): Oddity[] {
  const others = named.filter((each) => each !== repository);
  if (repository === undefined || others.length === 0 || others.length < named.length) {
    return [];
  }
  const capitals = others.find((each) => each.toLowerCase() === repository.toLowerCase());
  if (capitals !== undefined) {
    return [
      {
        message: `The metadata spells the repository ${capitals}, GitHub spells it ${repository}: a publisher registered with other capitals does not match.`,
      },
    ];
  }
  const number = ownerId === undefined ? "" : `, and so is the owner's number (here ${ownerId})`;
  return [
    {
      message: `The metadata names the repository ${others.slice(0, 2).join(" and ")}, and this run is one of ${repository}. After a renaming or a transfer a publisher has to be registered anew: the name is compared to the letter${number}.`,
    },
  ];
}

/** Repositories at GitHub, `owner/name`, that URLs of core metadata lead to. */
export function repositoriesIn(urls: readonly string[]): readonly string[] {
  const found = urls.flatMap((url) => {
    const match = /\bhttps?:\/\/(?:www\.)?github\.com\/([a-z0-9-]{1,39}\/[\w.-]{1,100}?)(?:\.git)?(?:[/?#]|$)/i.exec(
      url,
    );
    return match?.[1] === undefined || /^(sponsors|orgs|apps|marketplace)\//i.test(match[1]) ? [] : [match[1]];
  });
  return [...new Set(found)];
}
