import { parseContentType } from "../../standards/content-type.ts";
import { CORRECT } from "../../standards/metadata-draft.ts";
import { pythonRepr, pythonReprList } from "../../standards/python-repr.ts";
import { isSeveralPythonLines } from "../../standards/python-text.ts";
import { withBraces } from "./metadata-braces.ts";
import {
  datedRefusal,
  type Finding,
  failure,
  inField,
  type MetadataValues,
  type MetadataViolation,
  refusal,
  shown,
} from "./metadata-violation.ts";

const LONGEST_SUMMARY = 512;

/** M-06: line feeds only; a lone carriage return passes. */
export function summaryFindings([summary = ""]: readonly string[]): readonly Finding[] {
  if (!summary.includes("\n")) {
    return [];
  }
  const message = "Summary has several lines; it may have one only.";
  return [refusal("M-06", "any", "'summary' must be a single line.", { message, remedy: CORRECT })];
}

/** M-07, in code points. */
export function summaryLengthViolations(values: MetadataValues): MetadataViolation[] {
  const length = [...(values.get("summary")?.[0] ?? "")].length;
  if (length <= LONGEST_SUMMARY) {
    return [];
  }
  const finding = refusal("M-07", "pypi", `'summary' field must be ${LONGEST_SUMMARY} characters or less.`, {
    message: `Summary has ${length} characters; PyPI takes ${LONGEST_SUMMARY}.`,
    remedy: "Shorten the project's description line; more text belongs into the readme.",
  });
  return inField("summary", 3, [finding]);
}

const TYPES = ["text/plain", "text/x-rst", "text/markdown"];
const VARIANTS = ["GFM", "CommonMark"];
const FIELD = "'description-content-type'";

/** M-08 to M-10. */
export function contentTypeFindings([value = ""]: readonly string[]): readonly Finding[] {
  if (isSeveralPythonLines(value)) {
    const message = "There is a line end inside Description-Content-Type, which PyPI answers with a server error.";
    return [failure("M-08", message, CORRECT)];
  }
  const { type, parameters } = parseContentType(value);
  const finding =
    typeFinding(value, type) ??
    charsetFinding(parameters.get("charset")) ??
    variantFinding(type, parameters.get("variant"));
  return finding === undefined ? [] : [finding];
}

function typeFinding(value: string, type: string): Finding | undefined {
  if (TYPES.includes(type) && value.toLowerCase().includes(type)) {
    return undefined;
  }
  const text = `${FIELD} must be one of ${pythonReprList(TYPES)}, not ${pythonRepr(value)}.`;
  const finding = refusal("M-08", "pypi", text, {
    message: `Description-Content-Type ${shown(value)} is none that PyPI can render.`,
    remedy: `Use one of ${TYPES.join(", ")}.`,
  });
  return withBraces(value, finding);
}

function charsetFinding(charset = "UTF-8"): Finding | undefined {
  if (charset === "UTF-8") {
    return undefined;
  }
  const text = `${FIELD} can only specify the UTF-8 charset, not ${pythonRepr(charset)}.`;
  const message = `Description-Content-Type names the charset ${shown(charset)}; PyPI takes UTF-8 only, in upper case.`;
  const say = { message, remedy: "Write charset=UTF-8 or leave it out." };
  // From release 26.3 on the library takes lower case as well; PyPI will when it has that release.
  return charset.toUpperCase() === "UTF-8"
    ? datedRefusal("M-09", text, say)
    : withBraces(charset, refusal("M-09", "pypi", text, say));
}

function variantFinding(type: string, variant = "GFM"): Finding | undefined {
  if (type !== "text/markdown" || VARIANTS.includes(variant)) {
    return undefined;
  }
  const text = `valid Markdown variants for ${FIELD} are ${pythonReprList(VARIANTS)}, not ${pythonRepr(variant)}.`;
  const message = `Description-Content-Type names the Markdown variant ${shown(variant)}, which PyPI does not know.`;
  const remedy = "Write variant=GFM or variant=CommonMark, or leave it out.";
  return withBraces(variant, refusal("M-10", "pypi", text, { message, remedy }));
}
