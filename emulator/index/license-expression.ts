import { ServerFailure } from "./refusal.ts";

/**
 * Rule M-28 without the SPDX list: whether the words form an expression.
 * Unknown identifiers pass, free text such as `MIT License` does not.
 */
export function isLicenseExpression(text: string): boolean {
  const tokens = text
    .replace(/([()])/g, " $1 ")
    .trim()
    .split(/\s+/);
  if (tokens.some((token) => /^LicenseRef-.*\+$/i.test(token))) {
    throw new ServerFailure("LicenseRef- with a plus sign is not handled (M-28)");
  }
  return readExpression(tokens, 0) === tokens.length;
}

function readExpression(tokens: readonly string[], from: number): number {
  let at = readTerm(tokens, from);
  while (at >= 0 && /^(and|or)$/i.test(tokens[at] ?? "")) {
    at = readTerm(tokens, at + 1);
  }
  return at;
}

function readTerm(tokens: readonly string[], from: number): number {
  const at = tokens[from] === "(" ? readGroup(tokens, from + 1) : isIdentifier(tokens[from]) ? from + 1 : -1;
  if (at >= 0 && /^with$/i.test(tokens[at] ?? "")) {
    return isIdentifier(tokens[at + 1]) ? at + 2 : -1;
  }
  return at;
}

function readGroup(tokens: readonly string[], from: number): number {
  const at = readExpression(tokens, from);
  return at >= 0 && tokens[at] === ")" ? at + 1 : -1;
}

const NEVER = /^(and|or|with|none|noassertion|documentref-.*)$/i;

function isIdentifier(token: string | undefined): boolean {
  return token !== undefined && /^[A-Za-z0-9][A-Za-z0-9.-]*\+?$/.test(token) && !NEVER.test(token);
}
