import { failure } from "./fault.ts";

/** A use of a name somewhere in the text. */
export interface Use {
  readonly name: string;
  readonly line: number;
}

/** Where a target leads, as far as names are concerned. */
export interface TargetNote {
  readonly line: number;
  /** Name of the target it stands for (`.. _a: b_`). */
  readonly alias?: string | undefined;
  /** Address, empty for a place in the text. */
  readonly address?: string | undefined;
  readonly explicit: boolean;
  /** More than one bears this name, so no reference may use it. */
  readonly ambiguous: boolean;
}

export interface Substitution {
  readonly name: string;
  readonly line: number;
  /** Substitutions used inside. */
  readonly uses: readonly Use[];
}

/** What is remembered over the whole document: names, references, roles. Filled while parsing, resolved at the end. */
export class DocumentNotes {
  readonly targets = new Map<string, TargetNote>();
  readonly references: Use[] = [];
  readonly anonymousReferences: Use[] = [];
  /** Footnote references `[#name]_`; an empty name is `[#]_`. */
  readonly autoFootnoteReferences: Use[] = [];
  readonly symbolFootnoteReferences: number[] = [];
  readonly substitutionUses: Use[] = [];
  readonly substitutions = new Map<string, Substitution>();
  readonly anonymousTargets: TargetNote[] = [];
  readonly roles = new Map<string, string>();
  readonly namedAutoFootnotes: Use[] = [];
  readonly unnamedAutoFootnotes: number[] = [];
  symbolFootnotes = 0;
  /** How often a name was given a second time without harm: docutils leaves a message of its own in the text. */
  repeatedNames = 0;
  /** How many targets were given in running text. */
  inlineTargets = 0;
  defaultRole = "title-reference";
  /** Targets with an alias that bear a name which was taken: they are resolved all the same. */
  readonly aliases: (Use & { readonly alias: string })[] = [];

  /** A name given on purpose: hyperlink targets, footnotes, citations, `:name:` options. */
  nameExplicitly(name: string, target: Omit<TargetNote, "explicit" | "ambiguous">): void {
    const known = this.targets.get(name);
    if (known?.explicit === true) {
      if (!leadsToTheSame(known, target)) {
        throw failure(
          "two targets have the same name",
          target.line,
          name,
          "Rename one of the targets, footnotes or citations, or remove it.",
        );
      }
      this.repeatedNames += 1;
    } else {
      this.repeatedNames += known === undefined ? 0 : 1;
      this.targets.set(name, { ...target, explicit: true, ambiguous: false });
    }
  }

  /** A name that comes with something else: section titles and embedded addresses. */
  nameImplicitly(name: string, target: Omit<TargetNote, "explicit" | "ambiguous">): void {
    const known = this.targets.get(name);
    if (known === undefined) {
      this.targets.set(name, { ...target, explicit: false, ambiguous: false });
    } else {
      this.repeatedNames += 1;
      const harmless = known.explicit || leadsToTheSame(known, target);
      this.targets.set(name, harmless ? known : { ...known, ambiguous: true });
    }
  }
}

function leadsToTheSame(
  known: TargetNote,
  target: { readonly address?: string | undefined; readonly alias?: string | undefined },
): boolean {
  if (target.address !== undefined) {
    return known.address === target.address;
  }
  return target.alias !== undefined && known.alias === target.alias;
}
