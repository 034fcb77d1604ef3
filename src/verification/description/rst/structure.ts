import { doubt, Fault, failure } from "./fault.ts";
import type { Node } from "./parser.ts";

/** Nodes of which nothing is shown, or not where they stand. */
export const UNSEEN: ReadonlySet<string> = new Set([
  "comment",
  "target",
  "anchor",
  "invisible",
  "message",
  "class",
  "contents",
]);
const WITHOUT_CONTENTS: ReadonlySet<string> = new Set([...UNSEEN].filter((kind) => kind !== "contents"));
/** Between two transitions these are nothing. */
const NO_SEPARATOR: ReadonlySet<string> = new Set(["comment"]);

/**
 * Checks what is decided by the place of things in the whole document.
 *
 * @throws Fault at a transition or a `class` directive that has nothing beside it.
 */
export function checkStructure(nodes: readonly Node[]): void {
  try {
    checkTransitions(nodes, true, UNSEEN);
  } catch (error) {
    // A table of contents takes a place when there are sections for it, which depends on its options.
    if (!(error instanceof Fault) || !hasSections(nodes)) {
      throw error;
    }
    checkTransitions(nodes, true, WITHOUT_CONTENTS);
    throw doubt("a transition may have no more than a table of contents beside it", error.line, error.offender);
  }
  checkClasses(nodes, false);
}

function transitionFault(node: Node, what: string): Error {
  return failure(
    `a transition ${what}`,
    node.line,
    node.text ?? "",
    "Remove the line of punctuation, or put text before and behind it.",
  );
}

/** What stands before a title moves behind it when the title becomes that of the document. */
function checkSection(section: Node, moved: boolean, last: boolean, unseen: ReadonlySet<string>): void {
  try {
    checkTransitions(section.children, last, unseen);
  } catch (error) {
    if (error instanceof Fault && moved) {
      throw doubt("a transition may stand at the start of the document", error.line, error.offender);
    }
    throw error;
  }
}

function hasSections(nodes: readonly Node[]): boolean {
  return nodes.some(({ kind }) => kind === "section");
}

/** Transitions stand neither first nor last, nor beside one another. */
function checkTransitions(nodes: readonly Node[], last: boolean, unseen: ReadonlySet<string>): void {
  const end = nodes.findLastIndex(({ kind }) => kind === "message" || !(kind === "transition" || unseen.has(kind)));
  let moved = false;
  let seen = false;
  let previous: Node | undefined;
  for (const [index, node] of nodes.entries()) {
    if (node.kind === "transition") {
      if (!seen) {
        throw transitionFault(node, "stands at the start of the document or of a section");
      }
      if (previous?.kind === "transition") {
        throw transitionFault(node, "follows another one");
      }
      if (last && index > end) {
        throw transitionFault(node, "stands at the end of the document");
      }
    } else if (node.kind === "section") {
      checkSection(node, moved, last && index === nodes.length - 1, unseen);
    }
    moved ||= node.kind === "message";
    seen ||= node.kind === "message" || !unseen.has(node.kind);
    previous = NO_SEPARATOR.has(node.kind) ? previous : node;
  }
}

/** A `class` directive without content is for the next thing that can be seen, further out if need be. */
function checkClasses(nodes: readonly Node[], followed: boolean): void {
  let behind = followed;
  for (const node of nodes.toReversed()) {
    if (node.kind === "class" && !behind) {
      throw failure(
        'nothing follows the directive "class"',
        node.line,
        "class::",
        "Put a blank line behind it and what it is for, or remove it.",
      );
    }
    checkClasses(node.children, behind);
    behind ||= !UNSEEN.has(node.kind);
  }
}

/** What is left of a document on the page. */
export type Remains = "something" | "nothing" | "titles" | "anchors";

/**
 * What is shown of a document. Releases of readme_renderer before 46 take a single title, and a single title under
 * it, for the title of the document, which they do not show.
 */
export function remainsOf(nodes: readonly Node[]): Remains {
  const seen = nodes.filter(({ kind }) => kind === "anchor" || !UNSEEN.has(kind));
  if (seen.length === 0) {
    return "nothing";
  }
  if (seen.every(({ kind }) => kind === "anchor")) {
    return nodes.at(-1)?.kind === "anchor" ? "something" : "anchors";
  }
  return isTitle(seen, 2) ? "titles" : "something";
}

function isTitle(nodes: readonly Node[], levels: number): boolean {
  const [section, ...others] = nodes;
  if (section?.kind !== "section" || others.length > 0 || levels === 0) {
    return false;
  }
  const seen = section.children.filter(({ kind }) => kind === "anchor" || !UNSEEN.has(kind));
  return seen.length === 0 || isTitle(seen, levels - 1);
}
