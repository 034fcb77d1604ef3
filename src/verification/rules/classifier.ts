import {
  classifierGroups,
  classifierLike,
  classifierReplacements,
  knownClassifiers,
} from "../../standards/classifiers.ts";
import { CLASSIFIER_LIST_VERSION } from "../../standards/data/classifier-list.ts";
import { pythonRepr, pythonReprList } from "../../standards/python-repr.ts";
import {
  datedRefusal,
  type Finding,
  inField,
  type MetadataValues,
  type MetadataViolation,
  refusal,
  shown,
} from "./metadata-violation.ts";

/** M-15, then M-16, each sorted. Duplicates are accepted. */
export function classifierViolations(values: MetadataValues): MetadataViolation[] {
  const classifiers = [...new Set(values.get("classifier") ?? [])].sort(byCodePoints);
  return inField("classifier", 3, [
    ...classifiers.filter((classifier) => !knownClassifiers().has(classifier)).map(unknownClassifier),
    ...classifiers.flatMap(deprecatedClassifier),
  ]);
}

function byCodePoints(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

/**
 * Groups in which no new classifiers appear: the states of development are seven, licences are expressions now (PEP 639).
 * What is unknown there is wrong; elsewhere it may be newer than the list, such as the next version of Python.
 */
const CLOSED = ["Development Status", "License"];

function unknownClassifier(classifier: string): Finding {
  const text = `${pythonRepr(classifier)} is not a valid classifier.`;
  const [group = ""] = classifier.split(" :: ");
  if (group === "Private") {
    const message = `The classifier ${shown(classifier)} keeps PyPI from taking the file, as it is meant to.`;
    return refusal("M-15", "pypi", text, { message, remedy: "Remove it if the project is to be published." });
  }
  const like = classifierLike(classifier);
  if (like !== undefined) {
    const message = `The classifier ${shown(classifier)} is spelt wrongly; case and spaces count.`;
    return refusal("M-15", "pypi", text, { message, remedy: `Write ${shown(like)}.` });
  }
  const remedy = "Use one of https://pypi.org/classifiers/ or remove it.";
  if (!classifierGroups().has(group) || CLOSED.includes(group)) {
    return refusal("M-15", "pypi", text, { message: `There is no classifier ${shown(classifier)}.`, remedy });
  }
  const message = `The classifier ${shown(classifier)} is not on the list of ${CLASSIFIER_LIST_VERSION}; PyPI refuses it unless it has been added since.`;
  return datedRefusal("M-15", text, { message, remedy });
}

function deprecatedClassifier(classifier: string): readonly Finding[] {
  const replacements = classifierReplacements(classifier);
  if (replacements === undefined) {
    return [];
  }
  const message = `The classifier ${shown(classifier)} is deprecated; PyPI takes no file with it.`;
  if (replacements.length === 0) {
    const text = `The classifier ${pythonRepr(classifier)} has been deprecated.`;
    return [refusal("M-16", "pypi", text, { message, remedy: "Remove it." })];
  }
  const text = `The classifier ${pythonRepr(classifier)} has been deprecated, use one of ${pythonReprList(replacements)} instead.`;
  return [refusal("M-16", "pypi", text, { message, remedy: `Use ${replacements.map(shown).join(" or ")}.` })];
}
