import { PublishError } from "../errors.ts";
import { quote } from "../quote.ts";
import { parseVersion } from "./version.ts";

/** Parts of a wheel's file name (PEP 427), each as it stands there. */
export interface WheelFilename {
  readonly name: string;
  readonly version: string;
  /** Undefined when the name has no build tag. */
  readonly build: string | undefined;
  /** Compressed tag sets as they are (`py2.py3`). */
  readonly pythonTag: string;
  readonly abiTag: string;
  readonly platformTag: string;
}

const PATTERN = "{name}-{version}(-{build})?-{python}-{abi}-{platform}.whl";
const REBUILD = `Build the wheel again with a current build back end instead of renaming it; the name must be ${PATTERN}.`;

/**
 * Takes the name of a wheel apart.
 *
 * @throws PublishError `distribution-invalid` when it cannot be the name of a wheel (F-09 to F-13).
 */
export function parseWheelFilename(filename: string): WheelFilename {
  const parts = filename.replace(/\.whl$/, "").split("-");
  if (!filename.endsWith(".whl") || (parts.length !== 5 && parts.length !== 6) || parts.includes("")) {
    throw invalid(filename, `is not of the form ${PATTERN}`, parts.length < 3 ? "F-09" : "F-10");
  }
  const build = parts.length === 6 ? parts[2] : undefined;
  const [name = "", version = ""] = parts;
  const [pythonTag = "", abiTag = "", platformTag = ""] = parts.slice(-3);
  // F-11, with the letters of \w in Python.
  if (!/^[\p{L}\p{N}._]+$/u.test(name) || name.includes("__")) {
    throw invalid(filename, `has the project name ${quote(name)}, which a wheel cannot have`, "F-11");
  }
  if (parseVersion(version) === undefined) {
    throw invalid(filename, `has the version ${quote(version)}, which is none of PEP 440`, "F-12");
  }
  if (build !== undefined && !/^[0-9]/.test(build)) {
    throw invalid(filename, `has the build tag ${quote(build)}, which does not begin with a digit`, "F-13");
  }
  return { name, version, build, pythonTag, abiTag, platformTag };
}

function invalid(filename: string, problem: string, rule: string): PublishError {
  return new PublishError("distribution-invalid", `The wheel name ${quote(filename, 255)} ${problem} (${rule}).`, {
    filename,
    remedy: REBUILD,
  });
}
