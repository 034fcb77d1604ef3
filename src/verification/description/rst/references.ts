import type { DocumentNotes, TargetNote, Use } from "./document.ts";
import { failure } from "./fault.ts";

/**
 * Checks at the end of the document that everything referred to exists.
 *
 * @throws Fault at the first thing that stops docutils.
 */
export function checkReferences(notes: DocumentNotes): void {
  checkSubstitutions(notes);
  numberFootnotes(notes);
  checkFootnotes(notes);
  checkAnonymous(notes);
  checkAliases(notes);
  for (const use of notes.references) {
    checkUse(use, notes);
  }
}

function checkSubstitutions(notes: DocumentNotes): void {
  const folded = new Map([...notes.substitutions.values()].map((each) => [each.name.toLowerCase(), each]));
  const find = ({ name }: Use) => notes.substitutions.get(name) ?? folded.get(name.toLowerCase());
  for (const use of notes.substitutionUses) {
    if (find(use) === undefined) {
      throw failure(
        "a substitution is used and not defined",
        use.line,
        `|${use.name}|`,
        "Define it with `.. |name| replace:: text`, or escape the bars with a backslash.",
      );
    }
  }
  const settled = new Set<string>();
  for (const use of notes.substitutionUses) {
    followSubstitution(use, find, settled);
  }
}

/** Depth first without recursion: a definition that leads back to itself stops docutils. */
function followSubstitution(
  use: Use,
  find: (use: Use) => { readonly name: string; readonly uses: readonly Use[] } | undefined,
  settled: Set<string>,
): void {
  const open = new Set<string>();
  const stack: (Use | { readonly leave: string })[] = [use];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if ("leave" in next) {
      open.delete(next.leave);
      settled.add(next.leave);
      continue;
    }
    const definition = find(next);
    if (definition === undefined || settled.has(definition.name)) {
      continue;
    }
    if (open.has(definition.name)) {
      throw failure("substitutions are defined by one another", next.line, `|${next.name}|`, "Write out one of them.");
    }
    open.add(definition.name);
    stack.push({ leave: definition.name });
    for (const inner of definition.uses) {
      stack.push(inner);
    }
  }
}

/** Footnotes without a name get the free numbers, which are names then. */
function numberFootnotes(notes: DocumentNotes): void {
  let number = 1;
  const take = () => {
    while (notes.targets.has(String(number))) {
      number += 1;
    }
    number += 1;
    return String(number - 1);
  };
  const named = notes.namedAutoFootnotes.map(({ line }) => ({ line, unnamed: false }));
  const unnamed = notes.unnamedAutoFootnotes.map((line) => ({ line, unnamed: true }));
  for (const footnote of [...named, ...unnamed].sort((left, right) => left.line - right.line)) {
    const label = take();
    if (footnote.unnamed) {
      notes.targets.set(label, { line: footnote.line, explicit: true, ambiguous: false });
    }
  }
}

function checkFootnotes(notes: DocumentNotes): void {
  const names = new Set(notes.namedAutoFootnotes.map(({ name }) => name));
  const open = notes.autoFootnoteReferences.filter(({ name }) => name === "" || !names.has(name));
  const excess = open[notes.unnamedAutoFootnotes.length];
  if (excess !== undefined) {
    const shown = `[#${excess.name}]_`;
    throw failure(
      "there are more numbered footnote references than footnotes",
      excess.line,
      shown,
      `Add a footnote \`.. [#${excess.name}] text\`.`,
    );
  }
  const symbol = notes.symbolFootnoteReferences[notes.symbolFootnotes];
  if (symbol !== undefined) {
    throw failure(
      "there are more symbol footnote references than footnotes",
      symbol,
      "[*]_",
      "Add a footnote `.. [*] text`.",
    );
  }
}

function checkAnonymous({ anonymousReferences, anonymousTargets }: DocumentNotes): void {
  if (anonymousReferences.length !== anonymousTargets.length) {
    const first = anonymousReferences[anonymousTargets.length] ?? anonymousTargets[anonymousReferences.length];
    throw failure(
      `${anonymousReferences.length} anonymous references meet ${anonymousTargets.length} anonymous targets`,
      first?.line,
      first !== undefined && "name" in first ? `${first.name}__` : "__",
      "Give each reference with two underscores its target `__ address`, in the same order.",
    );
  }
}

/** Targets that stand for other targets, over any number of steps. */
function checkAliases(notes: DocumentNotes): void {
  const settled = new Set<string>();
  for (const { name, line, alias } of notes.aliases) {
    const seen = new Set([name]);
    for (let next: string | undefined = alias; next !== undefined && !settled.has(next); ) {
      if (seen.has(next)) {
        throw failure("targets stand for one another", line, next, "Give one of them an address.");
      }
      seen.add(next);
      const target: TargetNote | undefined = notes.targets.get(next);
      if (target === undefined) {
        throw failure("a target stands for one that does not exist", line, next, "Define it, or correct the name.");
      }
      if (target.ambiguous) {
        throw failure("a target stands for a name that several have", line, next, "Rename one of them.");
      }
      next = target.alias;
    }
    for (const each of seen) {
      settled.add(each);
    }
  }
}

function checkUse(use: Use, notes: DocumentNotes): void {
  const target = notes.targets.get(use.name);
  if (target === undefined) {
    throw failure(
      "a reference has no target",
      use.line,
      use.name,
      "Define the target with `.. _name: address`, or escape the underscore with a backslash when it is text.",
    );
  }
  if (target.ambiguous) {
    throw failure("a reference has more than one target", use.line, use.name, "Rename one of the targets or titles.");
  }
}
