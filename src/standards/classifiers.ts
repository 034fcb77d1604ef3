import { CLASSIFIER_LIST, DEPRECATED_CLASSIFIERS } from "./data/classifier-list.ts";
import { frontDecoded } from "./data/front-coding.ts";

let known: ReadonlySet<string> | undefined;

/** Every trove classifier at the time of the list, deprecated ones included. */
export function knownClassifiers(): ReadonlySet<string> {
  known ??= new Set(frontDecoded(CLASSIFIER_LIST));
  return known;
}

/** What replaces a deprecated classifier, possibly nothing; undefined for one that is not deprecated. */
export function classifierReplacements(classifier: string): readonly string[] | undefined {
  return Object.hasOwn(DEPRECATED_CLASSIFIERS, classifier) ? DEPRECATED_CLASSIFIERS[classifier] : undefined;
}

let byFolded: ReadonlyMap<string, string> | undefined;

/** The classifier that the text means but for case and white space, if there is one. */
export function classifierLike(text: string): string | undefined {
  byFolded ??= new Map([...knownClassifiers()].map((classifier) => [folded(classifier), classifier]));
  return byFolded.get(folded(text));
}

function folded(classifier: string): string {
  return classifier.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, "");
}

let groups: ReadonlySet<string> | undefined;

/** What stands before the first ` :: ` of the classifiers. */
export function classifierGroups(): ReadonlySet<string> {
  groups ??= new Set([...knownClassifiers()].map((classifier) => classifier.split(" :: ")[0] ?? ""));
  return groups;
}
