import type { DocumentNotes } from "./document.ts";
import { doubt, failure } from "./fault.ts";

/** Names of the roles of docutils (its documentation of interpreted text roles), with the role each one stands for. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ["ab", "abbreviation"],
  ["abbreviation", "abbreviation"],
  ["ac", "acronym"],
  ["acronym", "acronym"],
  ["code", "code"],
  ["emphasis", "emphasis"],
  ["literal", "literal"],
  ["math", "math"],
  ["pep", "pep"],
  ["pep-reference", "pep"],
  ["raw", "raw"],
  ["rfc", "rfc"],
  ["rfc-reference", "rfc"],
  ["strong", "strong"],
  ["sub", "subscript"],
  ["subscript", "subscript"],
  ["sup", "superscript"],
  ["superscript", "superscript"],
  ["t", "title-reference"],
  ["title", "title-reference"],
  ["title-reference", "title-reference"],
]);

/** Roles that exist by name only: docutils has no implementation of them. */
const UNIMPLEMENTED: ReadonlySet<string> = new Set([
  "anonymous-reference",
  "citation-reference",
  "footnote-reference",
  "i",
  "index",
  "named-reference",
  "restructuredtext-unimplemented-role",
  "substitution-reference",
  "target",
  "uri",
  "uri-reference",
  "url",
]);

const PLAIN_MARKUP =
  "PyPI knows the roles of docutils only, none of Sphinx. Use plain markup, for example ``literal`` or a link.";

/** The role a name stands for; a role of the document's own when it defined one. */
export function findRole(name: string, line: number, notes: DocumentNotes): string {
  const lower = name.toLowerCase();
  const known = notes.roles.get(lower) ?? ROLES.get(lower);
  if (known !== undefined) {
    return known;
  }
  if (UNIMPLEMENTED.has(lower)) {
    return "unimplemented";
  }
  throw failure(`the role ${JSON.stringify(name)} is unknown to docutils`, line, `:${name}:`, PLAIN_MARKUP);
}

/**
 * Applies a role to its text.
 *
 * @returns the text as it is shown.
 */
export function useRole(name: string | undefined, text: string, line: number, notes: DocumentNotes): string {
  const role = name === undefined ? notes.defaultRole : findRole(name, line, notes);
  switch (role) {
    case "unimplemented":
      throw failure(`docutils does not implement the role ${JSON.stringify(name ?? "")}`, line, text, PLAIN_MARKUP);
    case "raw":
      throw failure("raw text is switched off on PyPI", line, text, "Remove the raw role.");
    case "pep":
      return checkedNumber("PEP", text, line, 0, 9999);
    case "rfc":
      return checkedNumber("RFC", text, line, 1, Number.POSITIVE_INFINITY);
    case "doubtful":
      throw doubt("a role highlights a language that may be unknown", line, text);
    default:
      return text;
  }
}

function checkedNumber(what: string, text: string, line: number, least: number, most: number): string {
  const [digits = ""] = (/<([^<>]*)>$/u.exec(text)?.[1] ?? text).split("#");
  if (/^[0-9]+$/u.test(digits) && Number(digits) >= least && Number(digits) <= most) {
    return `${what} ${Number(digits)}`;
  }
  if (/^[\s+\-0-9_\p{Nd}]*$/u.test(digits) && digits.trim() !== "") {
    throw doubt(`a ${what} number is spelled unusually`, line, text);
  }
  throw failure(`this is no number of a ${what}`, line, text, `Give the number of the ${what} alone.`);
}
