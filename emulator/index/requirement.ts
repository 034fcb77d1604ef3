import { isSpecifierSet } from "./pep440.ts";

export interface Requirement {
  readonly name: string;
  /** Address of a direct reference (rule M-22). */
  readonly url: string | undefined;
}

const NAME = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*/;
const EXTRAS =
  /^\[\s*(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\s*(?:,\s*[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\s*)*)?\]\s*/;

/** A dependency specifier (PEP 508, as rule M-21 has it); undefined for anything else. */
export function parseRequirement(text: string): Requirement | undefined {
  const name = NAME.exec(text);
  if (name === null) {
    return undefined;
  }
  let rest = text.slice(name[0].length);
  const extras = EXTRAS.exec(rest);
  rest = rest.slice(extras?.[0].length ?? 0);
  if (rest.startsWith("@")) {
    return parseReference(name[1] ?? "", rest.slice(1));
  }
  const end = rest.indexOf(";");
  const specifier = (end < 0 ? rest : rest.slice(0, end)).trim();
  const inner = /^\((.*)\)$/s.exec(specifier)?.[1] ?? specifier;
  // Arbitrary equality would swallow a closing bracket; two specifiers need a comma between them.
  if (!isSpecifierSet(inner) || inner.split(",").some((item) => /[^\s=<>!~]\s+[=<>!~]/.test(item))) {
    return undefined;
  }
  return end < 0 || isMarker(rest.slice(end + 1)) ? { name: name[1] ?? "", url: undefined } : undefined;
}

function parseReference(name: string, text: string): Requirement | undefined {
  const [, url = "", marker] = /^\s*(\S+?)(?:\s+;(.*)|\s*)$/s.exec(text) ?? [];
  if (url === "" || (marker !== undefined && !isMarker(marker))) {
    return undefined;
  }
  return { name, url };
}

const TOKEN = /\s*(\(|\)|===|==|~=|!=|<=|>=|<|>|not\s+in\b|in\b|and\b|or\b|"[^"]*"|'[^']*'|[a-z][a-z_.]*[a-z])/y;
const OPERATORS = /^(===|==|~=|!=|<=|>=|<|>|in|not\s+in)$/;
const VARIABLES = new Set(
  "python_version python_full_version os_name sys_platform platform_release platform_system platform_version platform_machine platform_python_implementation implementation_name implementation_version extra extras dependency_groups os.name sys.platform platform.version platform.machine platform.python_implementation python_implementation".split(
    " ",
  ),
);

/** The condition behind the semicolon. */
function isMarker(text: string): boolean {
  const tokens = tokenize(text);
  if (tokens === undefined || tokens.length === 0) {
    return false;
  }
  const end = readOr(tokens, 0);
  return end === tokens.length;
}

function tokenize(text: string): string[] | undefined {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  while (text.slice(at).trim() !== "") {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) {
      return undefined;
    }
    tokens.push(token);
    at = TOKEN.lastIndex;
  }
  return tokens;
}

/** Each reader gives the position behind what it read, or -1. */
function readOr(tokens: readonly string[], from: number): number {
  let at = readAnd(tokens, from);
  while (at >= 0 && tokens[at] === "or") {
    at = readAnd(tokens, at + 1);
  }
  return at;
}

function readAnd(tokens: readonly string[], from: number): number {
  let at = readComparison(tokens, from);
  while (at >= 0 && tokens[at] === "and") {
    at = readComparison(tokens, at + 1);
  }
  return at;
}

function readComparison(tokens: readonly string[], from: number): number {
  if (tokens[from] === "(") {
    const at = readOr(tokens, from + 1);
    return at >= 0 && tokens[at] === ")" ? at + 1 : -1;
  }
  const [left = "", operator = "", right = ""] = tokens.slice(from, from + 3);
  return isOperand(left) && OPERATORS.test(operator) && isOperand(right) ? from + 3 : -1;
}

function isOperand(token: string): boolean {
  return /^["']/.test(token) || VARIABLES.has(token);
}
