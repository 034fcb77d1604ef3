import { isProjectName } from "../../standards/project-name.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { parseRequirement } from "../../standards/requirement.ts";
import { isSpecifierSet } from "../../standards/version-specifier.ts";
import { withBraces } from "./metadata-braces.ts";
import {
  type Finding,
  failure,
  inField,
  type MetadataValues,
  type MetadataViolation,
  refusal,
  shown,
} from "./metadata-violation.ts";

const CORRECT_REQUIREMENT =
  "Write it as in 'name[extra]>=1.0,<2; python_version < \"3.12\"' (PEP 508) and build again.";

/** M-21. */
export function requirementFindings(values: readonly string[]): readonly Finding[] {
  return values.flatMap((value) => {
    const reading = parseRequirement(value);
    if (reading === "invalid") {
      const finding = refusal("M-21", "any", `${pythonRepr(value)} is invalid for 'requires-dist'.`, {
        message: `Requires-Dist ${shown(value)} is no dependency specifier.`,
        remedy: CORRECT_REQUIREMENT,
      });
      return [withBraces(value, finding)];
    }
    return reading === "unhandled" ? [unhandled("M-21", "Requires-Dist", value)] : [];
  });
}

function unhandled(rule: string, header: string, value: string): Finding {
  const message = `${header} ${shown(value)} cannot be read; PyPI answers with a server error.`;
  return failure(rule, message, CORRECT_REQUIREMENT);
}

/** M-24. */
export function pythonFindings(values: readonly string[]): readonly Finding[] {
  return values
    .filter((value) => !isSpecifierSet(value))
    .map((value) =>
      withBraces(
        value,
        refusal("M-24", "any", `${pythonRepr(value)} is invalid for 'requires-python'.`, {
          message: `Requires-Python ${shown(value)} is no list of version specifiers.`,
          remedy: "Write it as in '>=3.9' or '>=3.9,<4', with commas between, and build again.",
        }),
      ),
    );
}

/** M-25. */
export function extraFindings(values: readonly string[]): readonly Finding[] {
  return values
    .filter((value) => !isProjectName(value))
    .map((value) =>
      withBraces(
        value,
        refusal("M-25", "any", `${pythonRepr(value)} is invalid for 'provides-extra'.`, {
          message: `Provides-Extra ${shown(value)} is no name of an extra.`,
          remedy: "Name the extra with ASCII letters, digits, '-', '_' and '.', a letter or digit at both ends.",
        }),
      ),
    );
}

/** M-22 and M-23: no addresses; the two old fields are not parsed before. */
export function dependencyViolations(values: MetadataValues): MetadataViolation[] {
  return [
    ...inField(
      "requires-dist",
      3,
      (values.get("requires-dist") ?? []).flatMap((value) => addressFindings("M-22", value, value)),
    ),
    ...["provides-dist", "obsoletes-dist"].flatMap((field) =>
      inField(
        field,
        3,
        (values.get(field) ?? []).flatMap((value) => oldRequirementFindings(field, value)),
      ),
    ),
  ];
}

function addressFindings(rule: string, value: string, shownByIndex: string): readonly Finding[] {
  const reading = parseRequirement(value);
  if (typeof reading === "string" || reading.url === undefined) {
    return [];
  }
  const finding = refusal(rule, "pypi", `Can't have direct dependency: ${shownByIndex}.`, {
    message: `The dependency ${shown(value)} is an address; PyPI takes no file with such a dependency, in whichever extra.`,
    remedy: `Depend on a released version of ${reading.name}, or move the address into a dependency group or a requirements file.`,
  });
  return [finding];
}

/** The index's text about a syntax error has several lines (H-22). */
function oldRequirementFindings(field: string, value: string): readonly Finding[] {
  const reading = parseRequirement(value);
  if (reading === "unhandled") {
    return [unhandled("M-23", field, value)];
  }
  if (reading !== "invalid") {
    return addressFindings("M-23", value, pythonRepr(value));
  }
  const text = `${pythonRepr(value)} is invalid: not a dependency specifier\n    ${value}\n    ^.`;
  const message = `The value ${shown(value)} of ${field} is no dependency specifier.`;
  return [refusal("M-23", "pypi", text, { message, remedy: "Correct or remove the field; hardly anything reads it." })];
}
