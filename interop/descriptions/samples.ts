import { readdir, stat } from "node:fs/promises";
import { basename } from "node:path";
import { RST_CASES } from "../../__tests__/verification/description/cases/rst-cases.ts";
import { DISTRIBUTIONS_FOLDER, distributionPath } from "../../fixtures/catalogue.ts";
import { readDistributions } from "../../src/distribution/read-distributions.ts";
import type { PythonEnvironment } from "../environment.ts";
import { realDistributions } from "../real-distributions.ts";
import { mutated, Random } from "../standards/random.ts";

/** A description, and what it is taken for: Markdown, otherwise reStructuredText. */
export interface Description {
  readonly origin: string;
  readonly text: string;
  readonly markdown: boolean;
}

/** Of the distributions of the other tests and of the fixtures, each text once; Markdown as reStructuredText, too. */
export async function realDescriptions(environment: PythonEnvironment): Promise<readonly Description[]> {
  const fixtures = (await readdir(DISTRIBUTIONS_FOLDER)).map(distributionPath);
  const paths = [...(await realDistributions(environment)), ...fixtures];
  const candidates = await Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs } = await stat(path);
      return { path, filename: basename(path), size, modifiedMs: mtimeMs };
    }),
  );
  const { distributions } = await readDistributions(candidates);
  const found = new Map<string, boolean>();
  for (const { metadata } of distributions) {
    const [text = ""] = metadata.fields.get("description") ?? [];
    const [type = ""] = metadata.fields.get("description_content_type") ?? [];
    if (text !== "" && !/^text\/plain/i.test(type)) {
      found.set(text, /^text\/markdown/i.test(type));
    }
  }
  return [...found].flatMap(([text, markdown]) => [
    { origin: "real", text, markdown },
    ...(markdown ? [{ origin: "Markdown read as reStructuredText", text, markdown: false }] : []),
  ]);
}

export const CASES: readonly Description[] = RST_CASES.map(({ text }) => ({
  origin: "written by hand",
  text,
  markdown: false,
}));

/** Excerpts of the texts with one or two things damaged, the same ones for the same seed. */
export function damagedExcerpts(seed: number, count: number, texts: readonly string[]): readonly Description[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const lines = random.pick(texts).split("\n");
    const from = random.below(lines.length);
    const excerpt = lines.slice(from, from + 5 + random.below(40));
    return { origin: "damaged excerpt", text: damaged(random, excerpt), markdown: false };
    // An empty description is not rendered (M-13).
  }).filter(({ text }) => text !== "");
}

function damaged(random: Random, lines: readonly string[]): string {
  const at = random.below(lines.length);
  const line = lines[at] ?? "";
  const instead = [[], [line, line], [` ${line}`], [line.trimStart()], [line, ""], [[...line].slice(0, -1).join("")]];
  const changed = [...lines.slice(0, at), ...random.pick(instead), ...lines.slice(at + 1)].join("\n");
  return random.once(2) ? mutated(random, changed) : changed;
}

const MARKDOWN = [
  "[a]: b",
  "[a]: <b c>",
  "[a b]: c 'd'",
  "[a]:",
  "[^1]: x",
  "[ ]: x",
  "    [a]: b",
  "\ufeff",
  " ",
  "\t",
];
const MORE_MARKDOWN = ["'d'", "(e)", "b", "# ", "-", "<!-- x -->", "<p>", "\u00a0", "[a]", "```", "\r\n", "\n", "\\"];

/** Short texts of which nothing, or nearly nothing, is left when they are rendered. */
export function emptyMarkdown(seed: number, count: number): readonly Description[] {
  const random = new Random(seed);
  const piece = () => (random.once(4) ? random.pick(MORE_MARKDOWN) : random.pick(MARKDOWN));
  return Array.from({ length: count }, () => ({
    origin: "nearly empty Markdown",
    text: random.several(piece, 1, 4, random.pick(["\n", "\n\n", " ", ""])),
    markdown: true,
  }));
}
