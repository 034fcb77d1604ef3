import { readMarker } from "./requirement-marker.ts";
import { RequirementFault, RequirementTokens } from "./requirement-tokens.ts";
import { isSpecifierSet, SPECIFIER_PATTERN } from "./version-specifier.ts";

/** A dependency specifier, as far as rules ask about it. */
export interface Requirement {
  /** As it stands there. */
  readonly name: string;
  /** Address of a direct reference (`name @ https://…`). */
  readonly url: string | undefined;
}

/** `unhandled`: Python's `packaging` neither takes nor refuses it, but fails. */
export type RequirementReading = Requirement | "invalid" | "unhandled";

const NAME = /\b[a-zA-Z0-9][a-zA-Z0-9._-]*\b/y;
const URL_TEXT = /[^ \t]+/y;
const SPECIFIER = new RegExp(SPECIFIER_PATTERN, "iy");

/** Reads a dependency specifier (PEP 508) by the grammar that Python's `packaging` has for it (M-21, M-23). */
export function parseRequirement(text: string): RequirementReading {
  const tokens = new RequirementTokens(text);
  try {
    return readRequirement(tokens);
  } catch (error) {
    if (error instanceof RequirementFault) {
      return error.kind;
    }
    throw error;
  }
}

function readRequirement(tokens: RequirementTokens): Requirement {
  tokens.skipBlanks();
  const name = tokens.expect(NAME);
  tokens.skipBlanks();
  readExtras(tokens);
  tokens.skipBlanks();
  if (tokens.take("@")) {
    return { name, url: readReference(tokens) };
  }
  const specifier = readSpecifiers(tokens);
  tokens.skipBlanks();
  if (!tokens.atEnd()) {
    readCondition(tokens);
  }
  // Arbitrary equality takes a comma for text, the set of specifiers does not.
  if (!isSpecifierSet(specifier)) {
    throw new RequirementFault("unhandled");
  }
  return { name, url: undefined };
}

function readExtras(tokens: RequirementTokens): void {
  if (!tokens.take("[")) {
    return;
  }
  tokens.skipBlanks();
  if (tokens.read(NAME) !== undefined) {
    tokens.skipBlanks();
    while (tokens.take(",")) {
      tokens.skipBlanks();
      tokens.expect(NAME);
      tokens.skipBlanks();
    }
  }
  if (!tokens.take("]")) {
    throw new RequirementFault("invalid");
  }
}

/** What is behind the `@`. */
function readReference(tokens: RequirementTokens): string {
  tokens.skipBlanks();
  const url = tokens.expect(URL_TEXT);
  if (!tokens.atEnd() && !tokens.skipBlanks()) {
    throw new RequirementFault("invalid");
  }
  if (!tokens.atEnd()) {
    readCondition(tokens);
  }
  return url;
}

/** The specifiers with their commas, possibly none. */
function readSpecifiers(tokens: RequirementTokens): string {
  const bracketed = tokens.take("(");
  tokens.skipBlanks();
  let specifiers = "";
  for (let item = tokens.read(SPECIFIER); item !== undefined; item = tokens.read(SPECIFIER)) {
    specifiers += item;
    tokens.skipBlanks();
    if (!tokens.take(",")) {
      break;
    }
    specifiers += ",";
    tokens.skipBlanks();
  }
  tokens.skipBlanks();
  if (bracketed && !tokens.take(")")) {
    throw new RequirementFault("invalid");
  }
  return specifiers;
}

function readCondition(tokens: RequirementTokens): void {
  if (!tokens.take(";")) {
    throw new RequirementFault("invalid");
  }
  readMarker(tokens);
  tokens.skipBlanks();
  if (!tokens.atEnd()) {
    throw new RequirementFault("invalid");
  }
}
