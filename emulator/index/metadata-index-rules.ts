import { pythonRepr } from "../python-repr.ts";
import { emailFault, parseEmailList } from "./email-address.ts";
import type { FieldError, MetadataValues } from "./metadata-fields.ts";
import type { Version } from "./pep440.ts";
import { parseRequirement } from "./requirement.ts";

type Check = (values: MetadataValues, version: Version) => FieldError[];

const LOCAL_VERSIONS_URL = "https://packaging.python.org/specifications/version-specifiers/#local-version-identifiers";
const LONGEST_SUMMARY = 512;
const LONGEST_LABEL = 32;

/** Stage 3 of rule M-34: what the index checks itself. Classifiers (M-15, M-16) are not among them: no list is at hand. */
export const INDEX_CHECKS: readonly Check[] = [
  checkLocalVersion,
  checkSummaryLength,
  (values) => checkAddress(values, "author-email"),
  (values) => checkAddress(values, "maintainer-email"),
  (values) => checkUrl(values, "home-page"),
  (values) => checkUrl(values, "download-url"),
  (values) => (values.get("project-url") ?? []).flatMap(checkProjectUrl),
  (values) => (values.get("requires-dist") ?? []).flatMap((value) => checkNoAddress(value, "requires-dist", value)),
  (values) => checkOldRequirements(values, "provides-dist"),
  (values) => checkOldRequirements(values, "obsoletes-dist"),
  checkDynamicItself,
  checkLicenseFields,
];

/** Rule M-05. */
function checkLocalVersion(_values: MetadataValues, version: Version): FieldError[] {
  if (version.local === undefined) {
    return [];
  }
  const text = `The use of local versions in ${pythonRepr(version.normalized)} is not allowed.`;
  return [{ field: "version", text, url: LOCAL_VERSIONS_URL }];
}

/** Rule M-07, in code points. */
function checkSummaryLength(values: MetadataValues): FieldError[] {
  const summary = values.get("summary")?.[0] ?? "";
  return [...summary].length > LONGEST_SUMMARY
    ? [{ field: "summary", text: `'summary' field must be ${LONGEST_SUMMARY} characters or less.` }]
    : [];
}

/** Rule M-14: only a single address is judged. */
function checkAddress(values: MetadataValues, field: string): FieldError[] {
  const [value] = values.get(field) ?? [];
  const [address, ...others] = value === undefined ? [] : parseEmailList(value);
  if (address === undefined || address === "" || others.length > 0) {
    return [];
  }
  const fault = emailFault(address);
  return fault === undefined ? [] : [{ field, text: `${pythonRepr(address)} is not a valid email address: ${fault}` }];
}

function checkUrl(values: MetadataValues, field: string): FieldError[] {
  const [value] = values.get(field) ?? [];
  return value === undefined || isWebAddress(value)
    ? []
    : [{ field, text: `${pythonRepr(value)} is not a valid url.` }];
}

/** Rules M-18 and M-19. */
function checkProjectUrl(value: string): FieldError[] {
  const field = "project-url";
  const at = value.indexOf(",");
  const label = (at < 0 ? value : value.slice(0, at)).trim();
  const url = at < 0 ? "" : value.slice(at + 1).trim();
  if (label === "") {
    return [{ field, text: "Must have a label." }];
  }
  if ([...label].length > LONGEST_LABEL) {
    return [{ field, text: `${pythonRepr(label)} must be ${LONGEST_LABEL} characters or less.` }];
  }
  if (url === "") {
    return [{ field, text: "Must have a URL." }];
  }
  return isWebAddress(url) ? [] : [{ field, text: `${pythonRepr(url)} is not a valid url.` }];
}

/** The weak check of rule M-17. */
function isWebAddress(value: string): boolean {
  const parts = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#.*)?$/s.exec(value);
  const [, scheme = "", authority = "", path = "", query = ""] = parts ?? [];
  if (!["http", "https"].includes(scheme.toLowerCase()) || /[[\]]/.test(path) || /[[\]]/.test(query)) {
    return false;
  }
  const port = /:([0-9]{1,5})$/.exec(authority)?.[1];
  return port === undefined || Number(port) <= 65_535;
}

/** Rule M-22. */
function checkNoAddress(value: string, field: string, shown: string): FieldError[] {
  const requirement = parseRequirement(value);
  return requirement?.url === undefined ? [] : [{ field, text: `Can't have direct dependency: ${shown}.` }];
}

/** Rule M-23; the text of a syntax error has several lines (rule H-22). */
function checkOldRequirements(values: MetadataValues, field: string): FieldError[] {
  return (values.get(field) ?? []).flatMap((value) =>
    parseRequirement(value) === undefined
      ? [{ field, text: `${pythonRepr(value)} is invalid: not a dependency specifier\n    ${value}\n    ^.` }]
      : checkNoAddress(value, field, pythonRepr(value)),
  );
}

/** The rest of rule M-27. */
function checkDynamicItself(values: MetadataValues): FieldError[] {
  const named = (values.get("dynamic") ?? []).some((value) => value.toLowerCase() === "dynamic");
  return named ? [{ field: "dynamic", text: "Dynamic field 'dynamic' is not a valid dynamic field." }] : [];
}

/** Rule M-29. */
function checkLicenseFields(values: MetadataValues): FieldError[] {
  if (!values.has("license") || !values.has("license-expression")) {
    return [];
  }
  const text = "License is deprecated when License-Expression is present. Only License-Expression should be present.";
  return [{ field: "license", text }];
}
