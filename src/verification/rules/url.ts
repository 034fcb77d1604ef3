import { CORRECT } from "../../standards/metadata-draft.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { pythonTrim } from "../../standards/python-text.ts";
import { isWebAddress } from "../../standards/web-address.ts";
import {
  type Finding,
  inField,
  type MetadataValues,
  type MetadataViolation,
  refusal,
  shown,
} from "./metadata-violation.ts";

const LONGEST_LABEL = 32;
const USE_ADDRESS = "Give an absolute http or https address.";

interface ProjectUrl {
  readonly label: string;
  readonly url: string;
}

/** A value is split at its first comma; without one it is all label. */
function splitProjectUrl(value: string): ProjectUrl {
  const at = value.indexOf(",");
  return at < 0
    ? { label: pythonTrim(value), url: "" }
    : { label: pythonTrim(value.slice(0, at)), url: pythonTrim(value.slice(at + 1)) };
}

/** M-20: stage 1, with the form's name of the field. */
export function projectUrlLabelViolations(values: MetadataValues): MetadataViolation[] {
  const labels = (values.get("project-url") ?? []).map((value) => splitProjectUrl(value).label);
  const seen = new Set<string>();
  const twice = labels.find((label) => seen.size === seen.add(label).size);
  if (twice === undefined) {
    return [];
  }
  const finding = refusal("M-20", "pypi", "'project_urls' has invalid data.", {
    message: `Two Project-URL have the label ${shown(twice)}.`,
    remedy: `Give each address a label of its own. ${CORRECT}`,
  });
  return inField("project_urls", 1, [finding]);
}

/** M-17 to M-19. */
export function urlViolations(values: MetadataValues): MetadataViolation[] {
  return [
    ...["home-page", "download-url"].flatMap((field) => {
      const value = values.get(field)?.[0];
      return value === undefined ? [] : inField(field, 3, addressFindings("M-17", field, value));
    }),
    ...inField("project-url", 3, (values.get("project-url") ?? []).flatMap(projectUrlFindings)),
  ];
}

function addressFindings(rule: string, field: string, value: string): readonly Finding[] {
  if (isWebAddress(value)) {
    return [];
  }
  const message = `The address ${shown(value)} in ${field} is no http or https address.`;
  return [refusal(rule, "pypi", `${pythonRepr(value)} is not a valid url.`, { message, remedy: USE_ADDRESS })];
}

function projectUrlFindings(value: string): readonly Finding[] {
  const { label, url } = splitProjectUrl(value);
  if (label === "") {
    const message = `Project-URL ${shown(value)} has no label.`;
    const remedy = "Write it as 'label, https://…'.";
    return [refusal("M-18", "pypi", "Must have a label.", { message, remedy })];
  }
  const length = [...label].length;
  if (length > LONGEST_LABEL) {
    const text = `${pythonRepr(label)} must be ${LONGEST_LABEL} characters or less.`;
    const message = `The label ${shown(label)} of a Project-URL has ${length} characters; PyPI takes ${LONGEST_LABEL}.`;
    return [refusal("M-18", "pypi", text, { message, remedy: "Shorten the label." })];
  }
  if (url === "") {
    const message = `Project-URL ${shown(value)} has no address behind its label.`;
    return [refusal("M-19", "pypi", "Must have a URL.", { message, remedy: USE_ADDRESS })];
  }
  return addressFindings("M-19", "project-url", url);
}
