import { CORRECT } from "../../standards/metadata-draft.ts";
import { isProjectName, normalizeProjectName } from "../../standards/project-name.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { pythonTrim } from "../../standards/python-text.ts";
import { standardLibraryNames } from "../../standards/standard-library.ts";
import type { Violation } from "../violation.ts";
import { type Finding, refusal, shown } from "./metadata-violation.ts";

const SYNTAX = "A project name has ASCII letters, digits, '-', '_' and '.', with a letter or digit at both ends.";
const LONGEST_SHOWN_NAME = 60;

/** M-03, in the words of the form, which is judged before the metadata. Undefined: the name is missing. */
export function nameFinding(name: string | undefined): Finding | undefined {
  if (name === undefined || pythonTrim(name) === "") {
    const text = nameText(name, "This field is required.");
    return refusal("M-03", "any", text, { message: "The metadata has no Name.", remedy: CORRECT });
  }
  if (isProjectName(name)) {
    return undefined;
  }
  const error = "Start and end with a letter or numeral containing only ASCII numeric and '.', '_' and '-'.";
  return refusal("M-03", "any", nameText(name, error), {
    message: `${shown(name)} is no project name.`,
    remedy: SYNTAX,
  });
}

function nameText(name: string | undefined, error: string): string {
  const characters = [...(name ?? "")];
  const cut =
    characters.length > LONGEST_SHOWN_NAME
      ? `${characters.slice(0, 30).join("")}...${characters.slice(-30).join("")}`
      : characters.join("");
  return `${name === undefined ? "None" : pythonRepr(cut)} is an invalid value for Name. Error: ${error}`;
}

/** P-06 and P-07: what no project can be called that does not exist yet. */
export function newProjectNameViolations(name: string): readonly Violation[] {
  if (!isProjectName(name)) {
    const message = `${shown(name)} is no project name.`;
    return [refusal("P-06", "any", `The name ${pythonRepr(name)} is invalid.`, { message, remedy: SYNTAX })];
  }
  if (!standardLibraryNames().has(normalizeProjectName(name))) {
    return [];
  }
  const text = `The name ${pythonRepr(name)} isn't allowed (conflict with Python Standard Library module name).`;
  const message = `PyPI creates no project of the name ${shown(name)}: Python's standard library has a module called so.`;
  return [refusal("P-07", "pypi", text, { message, remedy: "Choose another name for the project." })];
}

/** Two names that are equal after this are too similar for PyPI: `l`, `i` and `1`, `o` and `0` look alike (P-10). */
export function similarityKey(name: string): string {
  return name
    .replace(/[._-]/g, "")
    .replace(/[lLiI]/g, "1")
    .replace(/[oO]/g, "0")
    .toLowerCase();
}
