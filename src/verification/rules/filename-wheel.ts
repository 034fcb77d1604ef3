import { judgePlatformTag } from "../../standards/platform-tags.ts";
import { escapeProjectName, normalizeProjectName } from "../../standards/project-name.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { normalizeVersion, parseVersion, versionsEqual } from "../../standards/version.ts";
import type { NamedFile } from "./filename.ts";
import { datedRefusal, type ListedViolation, refusal, shown } from "./metadata-violation.ts";

const REBUILD = "Build the wheel again with a current build back end instead of renaming it.";

/** F-10 to F-17, in the index's order: form, platforms, project, spelling, version. */
export function wheelFilenameViolations(file: Omit<NamedFile, "filetype">): readonly ListedViolation[] {
  const stem = file.filename.replace(/\.whl$/, "");
  const parts = stem.split("-");
  if (parts.length !== 5 && parts.length !== 6) {
    const message = `The name of the wheel has ${parts.length} parts; it must be {name}-{version}(-{build})?-{python}-{abi}-{platform}.whl.`;
    const text = `Invalid wheel filename (wrong number of parts): ${pythonRepr(stem)}`;
    return [refusal("F-10", "any", text, { message, remedy: REBUILD })];
  }
  const form = formViolations(stem, parts);
  return [
    ...form,
    ...platformViolations(file.filename, parts.at(-1) ?? ""),
    ...(form.some(({ rule }) => rule === "F-11") ? [] : projectViolations(file, parts[0] ?? "")),
    ...versionViolations(file.version, parts[1] ?? ""),
  ];
}

/** F-11 to F-13. */
function formViolations(stem: string, parts: readonly string[]): readonly ListedViolation[] {
  const shownStem = pythonRepr(stem);
  const [name = "", version = "", build = ""] = parts;
  const violations: ListedViolation[] = [];
  // What \w is in Python: marks are not among it.
  if (name.includes("__") || !/^[\p{L}\p{N}._]*\n?$/u.test(name)) {
    const message = `${shown(name)} cannot be the name of a project in the name of a wheel.`;
    violations.push(refusal("F-11", "any", `Invalid project name: ${shownStem}`, { message, remedy: REBUILD }));
  }
  if (parseVersion(version) === undefined) {
    const message = `${shown(version)} in the name of the wheel is no version of PEP 440.`;
    const text = `Invalid wheel filename (invalid version): ${shownStem}`;
    violations.push(refusal("F-12", "any", text, { message, remedy: REBUILD }));
  }
  if (parts.length === 6 && !/^[0-9]/.test(build)) {
    const message = `The build tag ${shown(build)} in the name of the wheel does not begin with a digit.`;
    violations.push(
      refusal("F-13", "any", `Invalid build number: ${build} in ${shownStem}`, { message, remedy: REBUILD }),
    );
  }
  return violations;
}

/** F-14. */
function platformViolations(filename: string, platforms: string): readonly ListedViolation[] {
  return platforms
    .toLowerCase()
    .split(".")
    .flatMap((tag) => {
      const verdict = judgePlatformTag(tag);
      const text = `Binary wheel '${filename}' has an unsupported platform tag '${tag}'.`;
      if (verdict === "accepted") {
        return [];
      }
      const remedy = platformRemedy(tag);
      return verdict === "refused"
        ? [refusal("F-14", "pypi", text, { message: `PyPI takes no wheels for the platform ${shown(tag)}.`, remedy })]
        : [
            datedRefusal("F-14", text, {
              message: `PyPI is not known to take wheels for the platform ${shown(tag)}.`,
              remedy,
            }),
          ];
    });
}

function platformRemedy(tag: string): string {
  if (tag.startsWith("linux_")) {
    return "Repair the wheel with auditwheel, which gives it a manylinux or musllinux tag, or build with cibuildwheel.";
  }
  const [, major] = /^macosx_(\d+)_\d+_/.exec(tag) ?? [];
  return major !== undefined && Number(major) > 10
    ? `From macOS 11 on the minor version is 0: build with MACOSX_DEPLOYMENT_TARGET=${major}.0.`
    : "Build the wheel for a platform that PyPI knows.";
}

/** F-15 and F-16. */
function projectViolations(
  { filename, name }: Omit<NamedFile, "filetype">,
  namePart: string,
): readonly ListedViolation[] {
  const expected = escapeProjectName(name);
  if (normalizeProjectName(namePart) !== normalizeProjectName(name)) {
    const text = `Start filename for ${pythonRepr(name)} with ${pythonRepr(expected)}.`;
    const message = `The file name does not begin with ${shown(expected)}, but the metadata names the project ${shown(name)}.`;
    return [refusal("F-15", "any", text, { message, remedy: REBUILD })];
  }
  if (namePart === expected) {
    return [];
  }
  const text = `Filename ${pythonRepr(filename)} should contain the normalized project name ${pythonRepr(expected)}, not ${pythonRepr(namePart)}.`;
  const message = `The file name has the project name as ${shown(namePart)}; PyPI takes it as ${shown(expected)} only.`;
  return [refusal("F-16", "pypi", text, { message, remedy: REBUILD })];
}

/** F-17; versions that are none are the business of F-12 and M-04. */
function versionViolations(version: string, versionPart: string): readonly ListedViolation[] {
  const wanted = normalizeVersion(version);
  const found = normalizeVersion(versionPart);
  if (wanted === undefined || found === undefined || versionsEqual(version, versionPart)) {
    return [];
  }
  const text = `Version in filename should be ${pythonRepr(wanted)} not ${pythonRepr(found)}.`;
  const message = `The file name has the version ${shown(versionPart)}, the metadata ${shown(version)}.`;
  return [refusal("F-17", "any", text, { message, remedy: REBUILD })];
}

const PYTHON_TAG = /^(?:py|cp|pp|ip|jy|graalpy|pyston)\d/i;
const ABI_TAG = /^(?:none|abi3t?|cp\d+\w*|pp\d+\w*|pypy\d+\w*|graalpy\d+\w*|ip\d+\w*|jy\d+\w*)$/i;

/** F-19: tags no index looks at, and with which no installer takes the wheel. */
export function wheelTagViolations(filename: string): readonly ListedViolation[] {
  const parts = filename.replace(/\.whl$/, "").split("-");
  if (parts.length !== 5 && parts.length !== 6) {
    return [];
  }
  const [python = "", abi = ""] = parts.slice(-3);
  const odd = [
    ...python.split(".").filter((tag) => !PYTHON_TAG.test(tag)),
    ...abi.split(".").filter((tag) => !ABI_TAG.test(tag)),
  ];
  return odd.map((tag) => ({
    rule: "F-19",
    effect: "accept",
    scope: "any",
    message: `The tag ${shown(tag)} in the name of the wheel is none of a Python that is known; no installer may take the wheel.`,
    remedy: REBUILD,
  }));
}
