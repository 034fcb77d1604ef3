import { pythonRepr, pythonReprList } from "../python-repr.ts";
import { isLicenseExpression } from "./license-expression.ts";
import { type FieldError, METADATA_FIELDS } from "./metadata-fields.ts";
import { isSpecifierSet, parseVersion } from "./pep440.ts";
import { isProjectName } from "./project-names.ts";
import { ServerFailure } from "./refusal.ts";
import { parseRequirement } from "./requirement.ts";

type Check = (values: readonly string[], header: string) => FieldError[];

/** Stage 2 of rule M-34: what the packaging library checks, by header. */
export const LIBRARY_CHECKS: Readonly<Record<string, Check>> = {
  version: each((value) => parseVersion(value) !== undefined),
  summary: ([value = ""], field) => (value.includes("\n") ? [{ field, text: "'summary' must be a single line." }] : []),
  "description-content-type": ([value = ""]) => checkContentType(value),
  "requires-dist": each((value) => parseRequirement(value) !== undefined),
  "requires-python": each(isSpecifierSet),
  "provides-extra": each(isProjectName),
  "license-expression": each(isLicenseExpression),
  "license-file": (values, field) => values.flatMap((value) => checkLicenseFile(value, field)),
  dynamic: (values, field) => values.flatMap((value) => checkDynamic(value, field)),
  "import-name": each(isImportName),
  "import-namespace": each(isImportName),
};

function each(isValid: (value: string) => boolean): Check {
  return (values, field) =>
    values
      .filter((value) => !isValid(value))
      .map((value) => invalid(field, value, `${pythonRepr(value)} is invalid for ${pythonRepr(field)}.`));
}

/** A value with a word in single braces breaks the making of the message (rule M-35). */
function invalid(field: string, value: string, text: string): FieldError {
  if (/\{[^{}]*\}/.test(value.replaceAll("{{", "").replaceAll("}}", ""))) {
    throw new ServerFailure(`braces in a bad value of ${field} are not handled (M-35)`);
  }
  return { field, text };
}

const CONTENT_TYPES = ["text/plain", "text/x-rst", "text/markdown"];
const VARIANTS = ["GFM", "CommonMark"];

/** Rules M-08 to M-10. */
function checkContentType(value: string): FieldError[] {
  const field = "description-content-type";
  if (/[\r\n]/.test(value.replace(/[\r\n]+$/, ""))) {
    throw new ServerFailure("a line end inside the content type is not handled (M-08)");
  }
  const { type, parameters } = parseContentType(value);
  if (!CONTENT_TYPES.includes(type) || !value.toLowerCase().includes(type)) {
    const text = `${pythonRepr(field)} must be one of ${pythonReprList(CONTENT_TYPES)}, not ${pythonRepr(value)}.`;
    return [invalid(field, value, text)];
  }
  const charset = parameters.get("charset") ?? "UTF-8";
  if (charset !== "UTF-8") {
    const text = `${pythonRepr(field)} can only specify the UTF-8 charset, not ${pythonRepr(charset)}.`;
    return [invalid(field, value, text)];
  }
  const variant = parameters.get("variant") ?? "GFM";
  if (type === "text/markdown" && !VARIANTS.includes(variant)) {
    const text = `valid Markdown variants for ${pythonRepr(field)} are ${pythonReprList(VARIANTS)}, not ${pythonRepr(variant)}.`;
    return [invalid(field, value, text)];
  }
  return [];
}

/** Type and parameters of a content type; what is not of the form `a/b` counts as `text/plain`. */
export function parseContentType(value: string): { type: string; parameters: Map<string, string> } {
  const [head = "", ...rest] = value.split(";");
  const type = head.trim().toLowerCase();
  const parameters = new Map<string, string>();
  for (const parameter of rest) {
    const at = parameter.indexOf("=");
    if (at > 0) {
      const text = parameter.slice(at + 1).trim();
      parameters.set(parameter.slice(0, at).trim().toLowerCase(), text.replace(/^"(.*)"$/, "$1"));
    }
  }
  return { type: type.split("/").length === 2 ? type : "text/plain", parameters };
}

/** Rule M-30, in its order. */
function checkLicenseFile(value: string, field: string): FieldError[] {
  const reason = licenseFileFault(value);
  if (reason === undefined) {
    return [];
  }
  return [invalid(field, value, `${pythonRepr(value)} is invalid for 'license-file', ${reason}.`)];
}

function licenseFileFault(value: string): string | undefined {
  if (value.includes("..")) {
    return "parent directory indicators are not allowed";
  }
  if (value.includes("*")) {
    return "paths must be resolved";
  }
  if (value.startsWith("/") || /^(?:[A-Za-z]:[\\/]|\\\\)/.test(value)) {
    return "paths must be relative";
  }
  const rewritten = value
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
  return rewritten === value && value !== "" ? undefined : "paths must use '/' delimiter";
}

const NEVER_DYNAMIC = ["name", "version", "metadata-version"];
const DYNAMIC_FIELDS = new Set(METADATA_FIELDS.map(({ header }) => header));

/** Rules M-26 and M-27; `Dynamic` itself is found in stage 3. */
function checkDynamic(value: string, field: string): FieldError[] {
  const name = value.toLowerCase();
  if (NEVER_DYNAMIC.includes(name)) {
    return [{ field, text: `${pythonRepr(name)} is not allowed as a dynamic field.` }];
  }
  return DYNAMIC_FIELDS.has(name) ? [] : [invalid(field, value, `${pythonRepr(name)} is not a valid dynamic field.`)];
}

const PYTHON_KEYWORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

/** Rule M-31. */
function isImportName(value: string): boolean {
  const at = value.indexOf(";");
  const names = (at < 0 ? value : value.slice(0, at)).trimEnd();
  if (at >= 0 && value.slice(at + 1).trimStart() !== "private") {
    return false;
  }
  return names
    .split(".")
    .every((name) => /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name) && !PYTHON_KEYWORDS.has(name));
}
