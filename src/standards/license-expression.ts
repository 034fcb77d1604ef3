import { frontDecoded } from "./data/front-coding.ts";
import { SPDX_EXCEPTIONS, SPDX_LICENSES } from "./data/spdx-list.ts";
import { pythonWords } from "./python-text.ts";

/**
 * What Python's `packaging` makes of a licence expression (PEP 639, M-28). `unknown`: well-formed, but an identifier is
 * not on the SPDX list shipped here, which ages; `unhandled`: it fails instead of refusing.
 */
export type LicenseVerdict =
  | { readonly kind: "valid" | "malformed" | "unhandled" }
  | { readonly kind: "unknown"; readonly identifier: string; readonly exception: boolean };

interface Identifiers {
  readonly licenses: ReadonlySet<string>;
  readonly exceptions: ReadonlySet<string>;
}

let identifiers: Identifiers | undefined;

function spdx(): Identifiers {
  identifiers ??= { licenses: lowered(SPDX_LICENSES), exceptions: lowered(SPDX_EXCEPTIONS) };
  return identifiers;
}

function lowered(list: string): ReadonlySet<string> {
  return new Set(frontDecoded(list).map((identifier) => identifier.toLowerCase()));
}

const OPERATORS = new Set(["or", "and", "with"]);

/** Judges a licence expression; case does not count. */
export function judgeLicenseExpression(text: string): LicenseVerdict {
  const tokens = pythonWords(text.replace(/[()]/g, " $& ").toLowerCase());
  const named = new Set(tokens);
  if (!isWellFormed(tokens)) {
    return { kind: "malformed" };
  }
  for (const [index, token] of tokens.entries()) {
    if (!OPERATORS.has(token) && token !== "(" && token !== ")") {
      const verdict = judgeIdentifier(token, tokens[index - 1] === "with", named);
      if (verdict.kind !== "valid") {
        return verdict;
      }
    }
  }
  return { kind: "valid" };
}

/** As many brackets within brackets as Python's own parser, to which `packaging` leaves the form, takes. */
const DEEPEST = 200;

/** Operands and operators in turn, brackets in pairs. `WITH` is an operator like the others as far as the form goes. */
function isWellFormed(tokens: readonly string[]): boolean {
  let depth = 0;
  let operandExpected = true;
  for (const token of tokens) {
    const opensOrIsOperand = token === "(" || !(token === ")" || OPERATORS.has(token));
    if (opensOrIsOperand !== operandExpected) {
      return false;
    }
    depth += token === "(" ? 1 : token === ")" ? -1 : 0;
    if (depth < 0 || depth > DEEPEST) {
      return false;
    }
    operandExpected = token === "(" || OPERATORS.has(token);
  }
  return depth === 0 && !operandExpected;
}

function judgeIdentifier(token: string, exception: boolean, named: ReadonlySet<string>): LicenseVerdict {
  if (exception) {
    return spdx().exceptions.has(token) ? { kind: "valid" } : unknown(token, true);
  }
  const plain = token.replace(/\+$/, "");
  if (!plain.startsWith("licenseref-")) {
    return spdx().licenses.has(plain) ? { kind: "valid" } : unknown(token, false);
  }
  if (!/^[a-z0-9.-]*$/.test(plain)) {
    return { kind: "malformed" };
  }
  // With a plus sign it is looked up without, where it stands only if the expression names it that way, too.
  return { kind: named.has(plain) ? "valid" : "unhandled" };
}

/** Only what the SPDX specification lets an identifier be can be one of a later list. */
function unknown(token: string, exception: boolean): LicenseVerdict {
  const possible = /^[a-z0-9.-]+\+?$/.test(token) && !/^(?:none|noassertion|documentref-.*)$/.test(token);
  return possible ? { kind: "unknown", identifier: token, exception } : { kind: "malformed" };
}
