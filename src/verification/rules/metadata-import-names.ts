import { type ImportNameFault, importNameFault } from "../../standards/import-name.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { withBraces } from "./metadata-braces.ts";
import { type Finding, refusal, shown } from "./metadata-violation.ts";

/** M-31, for Import-Name and Import-Namespace. */
export function importNameFindings(values: readonly string[], field: string): readonly Finding[] {
  return values.flatMap((value) => {
    const fault = importNameFault(value);
    if (fault === undefined) {
      return [];
    }
    const named = fault.kind === "option" ? value : fault.name;
    const text = `${pythonRepr(named)} is invalid for ${pythonRepr(field)}; ${reason(fault)}.`;
    const finding = refusal("M-31", "any", text, {
      message: `The value ${shown(value)} of ${field} is no name that Python can import.`,
      remedy: "Write it as in 'package.module' or '_package; private' and build again.",
    });
    return [withBraces(named, finding)];
  });
}

function reason(fault: ImportNameFault): string {
  switch (fault.kind) {
    case "identifier":
      return `${pythonRepr(fault.part)} is not a valid identifier`;
    case "keyword":
      return `${pythonRepr(fault.part)} is a keyword`;
    case "option":
      return "the only valid option is 'private'";
  }
}
