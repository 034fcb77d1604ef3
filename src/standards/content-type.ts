import { pythonTrim } from "./python-text.ts";

/** A content type, taken apart as leniently as Python's `email` package does. */
export interface ContentType {
  /** `type/subtype` in lower case; `text/plain` for what is not of that form. */
  readonly type: string;
  /** By name in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** Type and parameters of a content type (RFC 2045). Reads everything somehow; RFC 2231 extensions are left out. */
export function parseContentType(value: string): ContentType {
  const at = value.indexOf(";");
  const head = pythonTrim(at < 0 ? value : value.slice(0, at)).toLowerCase();
  const byName = new Map<string, string>();
  for (const parameter of at < 0 ? [] : splitParameters(value.slice(at + 1)).map(withoutComments)) {
    const [, name = "", equals, text = ""] = /^([^=]*)(=)?(.*)$/s.exec(parameter) ?? [];
    const content = equals === undefined ? "" : parameterValue(text.trim());
    const key = name.trim();
    // The first of one spelling counts, but the last of all spellings that differ in case.
    if (/^[^\s*'%"()]+$/.test(key) && content !== undefined && !byName.has(key)) {
      byName.set(key, content);
    }
  }
  const parameters = new Map([...byName].map(([name, content]) => [name.toLowerCase(), content]));
  return { type: head.split("/").length === 2 ? head : "text/plain", parameters };
}

/** Splits at semicolons outside quotes. */
function splitParameters(text: string): string[] {
  return text.match(/(?:"(?:\\.|[^"\\])*"?|[^;"])+/gs) ?? [];
}

/** A comment that is left open reaches to the end. */
function withoutComments(parameter: string): string {
  return parameter.includes('"') ? parameter : parameter.replace(/\([^()]*\)?/g, "");
}

/** Undefined for what is no value. */
function parameterValue(text: string): string | undefined {
  const [, quoted] = /^"((?:\\.|[^"\\])*)/s.exec(text) ?? [];
  if (quoted !== undefined) {
    return quoted.replace(/\\(.)/gs, "$1");
  }
  const token = /^[^\s()<>@,;:\\"/[\]?=*'%]+/.exec(text)?.[0];
  return token === undefined || /[*'%]/.test(text.charAt(token.length)) ? undefined : token;
}
