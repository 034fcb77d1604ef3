import { singleAddress } from "../../src/standards/address-list.ts";
import { METADATA_FIELDS } from "../../src/standards/core-metadata.ts";
import { emailFault } from "../../src/standards/email-address.ts";
import { judgeLicenseExpression } from "../../src/standards/license-expression.ts";
import { isProjectName, normalizeProjectName } from "../../src/standards/project-name.ts";
import { pythonRepr } from "../../src/standards/python-repr.ts";
import { parseRequirement } from "../../src/standards/requirement.ts";
import { normalizeVersion, parseVersion } from "../../src/standards/version.ts";
import { isSpecifierSet } from "../../src/standards/version-specifier.ts";
import { isWebAddress } from "../../src/standards/web-address.ts";
import { sdistFilenameViolations } from "../../src/verification/rules/filename-sdist.ts";
import { wheelFilenameViolations } from "../../src/verification/rules/filename-wheel.ts";
import { metadataViolations } from "../../src/verification/rules/metadata.ts";
import type { Sample } from "./samples.ts";

type Judge = (value: string) => string;

function valid(holds: boolean): string {
  return holds ? "valid" : "invalid";
}

const JUDGES: Readonly<Record<string, Judge>> = {
  name: (value) => (isProjectName(value) ? `valid ${normalizeProjectName(value)}` : "invalid"),
  version: (value) => {
    const parsed = parseVersion(value);
    return parsed === undefined ? "invalid" : `valid ${normalizeVersion(value)} ${parsed.local ?? "None"}`;
  },
  specifier: (value) => valid(isSpecifierSet(value)),
  requirement: (value) => {
    const reading = parseRequirement(value);
    return typeof reading === "string" ? reading : `valid ${reading.name} ${reading.url ?? "None"}`;
  },
  license: (value) => {
    const { kind } = judgeLicenseExpression(value);
    return kind === "malformed" || kind === "unknown" ? "invalid" : kind;
  },
  wheel,
  sdist,
  email: (value) => valid(emailFault(value) === undefined),
  "address-list": (value) => `valid ${singleAddress(value) ?? ""}`,
  url: (value) => valid(isWebAddress(value)),
  repr: pythonRepr,
};

/** The form of the name only: the project is whatever the name says. */
function wheel(filename: string): string {
  const [name = "", version = ""] = filename.split("-");
  const [fault] = filename.endsWith(".whl")
    ? wheelFilenameViolations({ filename, name, version }).filter(({ rule }) => /F-1[0-3]/.test(rule))
    : [{ text: `Invalid wheel filename (extension must be '.whl'): ${pythonRepr(filename)}` }];
  const platforms = new Set((filename.slice(0, -4).split("-").at(-1) ?? "").toLowerCase().split("."));
  return fault === undefined
    ? `valid ${normalizeProjectName(name)} ${normalizeVersion(version)} ${[...platforms].sort().join(" ")}`
    : `invalid ${fault.text}`;
}

function sdist(filename: string): string {
  const at = filename.replace(/\.(tar\.gz|zip)$/, "").lastIndexOf("-");
  const name = filename.slice(0, Math.max(at, 0));
  const version = filename.slice(at + 1).replace(/\.(tar\.gz|zip)$/, "");
  const split =
    /\.(tar\.gz|zip)$/.test(filename) &&
    !sdistFilenameViolations({ filename, name, version }).some(({ rule }) => rule === "F-05");
  return split ? `valid ${normalizeProjectName(name)} ${normalizeVersion(version)}` : "invalid";
}

/** What the rules say about a form with this one field: stage 2 only, which is what the library judges. */
function field(kind: string, value: string): string {
  const form = new Map([
    ["metadata_version", ["2.5"]],
    ["name", ["pkg"]],
    ["version", ["1"]],
    [kind, [value]],
  ]);
  const found = metadataViolations(form).filter(({ stage }) => stage === 2);
  if (found.some(({ effect }) => effect === "server-error")) {
    return "unhandled";
  }
  return found.length === 0 ? "valid" : `invalid ${found[0]?.text}`;
}

/** Our verdict in the oracle's words. */
export function ourVerdict({ kind, value }: Sample): string {
  return JUDGES[kind]?.(value) ?? field(kind, value);
}

const FIELDS = new Set<string>(METADATA_FIELDS.map(({ field: name }) => name));

/** Where only the kind of a verdict is compared, since the rest is text: the index's own, or one with details of Python. */
const TEXT_DIFFERS = new Set(["sdist", "description_content_type"]);

/**
 * What is not compared: parameters by RFC 2231, with which the library fails in ways of its own, and Punycode, which the
 * platform's UTS 46 takes more of than IDNA 2008 does.
 */
export function isLeftOut({ kind, value }: Sample): boolean {
  return (kind === "description_content_type" && value.includes("*")) || (kind === "email" && /xn--/i.test(value));
}

/** True when the two say the same; texts are compared up to the final period, which PyPI sets. */
export function agree(sample: Sample, ours: string, theirs: string): boolean {
  if (theirs === "not asked") {
    return true;
  }
  if (TEXT_DIFFERS.has(sample.kind) && ours.startsWith("invalid")) {
    return theirs.startsWith("invalid");
  }
  return ours === theirs || (FIELDS.has(sample.kind) && sameText(ours, theirs));
}

/** Doubled braces become one there (M-35). */
function sameText(ours: string, theirs: string): boolean {
  return ours.replace(/\.$/, "").replaceAll("{{", "{").replaceAll("}}", "}") === theirs;
}
