import { pythonTrimEnd, pythonTrimStart } from "./python-text.ts";

/** Words that no Python module can be called. The soft keywords (`match`, `type`) are not among them. */
const KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** What is wrong with an Import-Name: one of its parts, or what stands behind the semicolon. */
export type ImportNameFault =
  | { readonly kind: "identifier" | "keyword"; readonly name: string; readonly part: string }
  | { readonly kind: "option" };

/** Why the text is no Import-Name: dotted identifiers, behind a semicolon only `private` (PEP 794, M-31). Undefined when it is. */
export function importNameFault(value: string): ImportNameFault | undefined {
  const at = value.indexOf(";");
  const name = pythonTrimEnd(at < 0 ? value : value.slice(0, at));
  for (const part of name.split(".")) {
    if (!IDENTIFIER.test(part)) {
      return { kind: "identifier", name, part };
    }
    if (KEYWORDS.has(part)) {
      return { kind: "keyword", name, part };
    }
  }
  return at >= 0 && pythonTrimStart(value.slice(at + 1)) !== "private" ? { kind: "option" } : undefined;
}
