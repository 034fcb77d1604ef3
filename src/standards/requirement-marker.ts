import { RequirementFault, type RequirementTokens } from "./requirement-tokens.ts";

const COMBINATION = /\b(?:or|and)\b/y;
const CONTAINMENT = /\bin\b/y;
const NEGATION = /\bnot\b/y;
const OPERATOR = /===|==|~=|!=|<=|>=|<|>/y;
const STRING = /'[^']*'|"[^"]*"/y;
const VARIABLE =
  /\b(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b/y;

/** Brackets within brackets at which Python's parser gives up. */
const DEEPEST = 450;

/** Reads the condition behind the semicolon of a dependency specifier. */
export function readMarker(tokens: RequirementTokens, depth = 0): void {
  if (depth > DEEPEST) {
    throw new RequirementFault("unhandled");
  }
  readAtom(tokens, depth);
  while (tokens.read(COMBINATION) !== undefined) {
    readAtom(tokens, depth);
  }
}

function readAtom(tokens: RequirementTokens, depth: number): void {
  tokens.skipBlanks();
  if (tokens.take("(")) {
    readMarker(tokens, depth + 1);
    tokens.skipBlanks();
    if (!tokens.take(")")) {
      throw new RequirementFault("invalid");
    }
  } else {
    readOperand(tokens);
    tokens.skipBlanks();
    readOperator(tokens);
    tokens.skipBlanks();
    readOperand(tokens);
  }
  tokens.skipBlanks();
}

function readOperator(tokens: RequirementTokens): void {
  if (tokens.read(CONTAINMENT) !== undefined) {
    return;
  }
  if (tokens.read(NEGATION) === undefined) {
    tokens.expect(OPERATOR);
    return;
  }
  if (!tokens.skipBlanks()) {
    throw new RequirementFault("invalid");
  }
  tokens.expect(CONTAINMENT);
}

function readOperand(tokens: RequirementTokens): void {
  if (tokens.read(VARIABLE) !== undefined) {
    return;
  }
  // The text is read as a literal of Python, and nobody expects that to fail.
  if (!isPythonLiteral(tokens.expect(STRING).slice(1, -1))) {
    throw new RequirementFault("unhandled");
  }
}

/** Whether the text can stand between the quotes of a Python string: no line end, no broken escape sequence. */
function isPythonLiteral(content: string): boolean {
  const plain = content
    .replace(/\\(?:\r\n|[^xuUN])/g, "")
    .replace(/\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4}|N\{[^{}]+\})/g, "");
  return !/[\\\r\n]/.test(plain);
}
