import { parse, stringify } from "yaml";
import { PLACEHOLDER } from "../../scripts/docs/snippets.ts";

/** Folder of the action in the repository that act runs. */
export const ACTION_FOLDER = "publish-python-distributions";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: unknown;
  readonly steps: readonly Step[];
}

/** act cannot reach GitHub: the checkout, which it makes itself, brings the distributions as well. */
const FROM_GITHUB = /^actions\/(checkout|download-artifact|setup-python)@/;
const CHECKOUT: Step = { uses: "actions/checkout@v5", with: { "persist-credentials": false } };

/**
 * The jobs of a documented workflow that publish, as act can run them: the action from this checkout, the emulated
 * index in the place of PyPI, and distributions that lie there instead of being built or downloaded.
 */
export function publishingJobs(yaml: string, repositoryUrl: string): string {
  const workflow: { readonly jobs: Readonly<Record<string, Job>> } = parse(yaml);
  const jobs = Object.entries(workflow.jobs)
    .filter(([, { steps }]) => steps.some(({ uses }) => uses === PLACEHOLDER))
    .map(([name, { needs: _needs, ...job }]) => [
      name,
      { ...job, steps: [CHECKOUT, ...reachable(job.steps, repositoryUrl)] },
    ]);
  return stringify({ ...workflow, on: "push", jobs: Object.fromEntries(jobs) });
}

/** The same of a composite action. */
export function compositeAction(yaml: string, repositoryUrl: string): string {
  const action: { readonly runs: { readonly using: string; readonly steps: readonly Step[] } } = parse(yaml);
  return stringify({ ...action, runs: { ...action.runs, steps: reachable(action.runs.steps, repositoryUrl) } });
}

function reachable(steps: readonly Step[], repositoryUrl: string): Step[] {
  return steps
    .filter(({ uses, run }) => !(uses !== undefined && FROM_GITHUB.test(uses)) && !run?.startsWith("python -m pip"))
    .map((step) =>
      step.uses === PLACEHOLDER
        ? { ...step, uses: `./${ACTION_FOLDER}`, with: { ...step.with, "repository-url": repositoryUrl } }
        : step,
    );
}
