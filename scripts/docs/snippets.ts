import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

const ROOT = join(import.meta.dirname, "..", "..");

/** Documents whose YAML is meant to be copied. */
const DOCUMENTS = ["README.md", "TROUBLESHOOTING.md", "docs/migration.md", "docs/other-indexes.md"];

/** Stands in the documents for this action at a commit. */
export const PLACEHOLDER = "OWNER/REPO@SHA";

export interface Snippet {
  /** `README.md:27`, the line it begins in. */
  readonly place: string;
  /** Heading it stands below. */
  readonly heading: string;
  readonly yaml: string;
}

/** A step of a workflow, as far as the documents use them. */
export interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
}

/** Every YAML block of the documents, in their order. */
export function snippets(documents: readonly string[] = DOCUMENTS): Snippet[] {
  return documents.flatMap((document) => {
    const text = readFileSync(join(ROOT, document), "utf8");
    return Array.from(text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm), ({ 1: yaml = "", index }) => {
      const before = text.slice(0, index);
      const heading = Array.from(before.matchAll(/^#+ (.*)$/gm)).at(-1)?.[1] ?? "";
      return { place: `${document}:${before.split("\n").length + 1}`, heading, yaml };
    });
  });
}

/** The workflow a snippet is part of: a whole one as it is, jobs, steps or keys of a job with what belongs around them. */
export function asWorkflow({ yaml }: Snippet): string | undefined {
  const content: unknown = parse(yaml);
  if (Array.isArray(content)) {
    return stringify(workflow({ steps: content }));
  }
  if (typeof content !== "object" || content === null) {
    return undefined;
  }
  if ("on" in content) {
    return yaml;
  }
  if ("runs" in content) {
    // An action, which is none of the workflows.
    return undefined;
  }
  return "jobs" in content
    ? stringify({ on: "push", ...content })
    : stringify(workflow({ steps: [{ run: "true" }], ...content }));
}

function workflow(job: object): object {
  return { on: "push", permissions: {}, jobs: { job: { "runs-on": "ubuntu-latest", ...job } } };
}

/** The steps that use this action, wherever in the snippet they stand. */
export function publishingSteps({ yaml }: Snippet): Step[] {
  const found: Step[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) {
      return;
    }
    if ("uses" in value && value.uses === PLACEHOLDER) {
      found.push(value as Step);
    }
    Object.values(value).forEach(visit);
  };
  visit(parse(yaml));
  return found;
}
