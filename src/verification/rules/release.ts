import type { CoreMetadata } from "../../standards/core-metadata.ts";
import { normalizeProjectName } from "../../standards/project-name.ts";
import { pythonRepr } from "../../standards/python-repr.ts";
import { versionKey } from "../../standards/version.ts";
import type { Violation } from "../violation.ts";
import { type Finding, refusal, shown } from "./metadata-violation.ts";
import { metadataDifferences } from "./release-metadata.ts";

/** One file of a set that is published together. */
export interface ReleaseFile {
  readonly filename: string;
  /** Lower-case hex; without it equal bytes are not found. */
  readonly sha256?: string;
  readonly kind: "wheel" | "sdist";
  readonly metadata: CoreMetadata;
  /** Bytes. */
  readonly size: number;
}

export type ReleaseViolation = Violation & { readonly filename: string };

const MIB = 1024 * 1024;
const GIB = 1024 * MIB;
const USUAL_FILE_MIB = 100;
const HIGHEST_FILE_GIB = 1;
const USUAL_PROJECT_GIB = 10;
const ONE_SPELLING = "Build all distributions of a release from the same sources in one go.";

/** Rules about the files of one run taken together: F-20, P-16 to P-18, P-23, P-24, M-37. */
export function releaseViolations(files: readonly ReleaseFile[]): readonly ReleaseViolation[] {
  const projects = grouped(files, ({ metadata }) => normalizeProjectName(metadata.name));
  const releases = projects.flatMap((project) =>
    grouped(project, ({ metadata }) => versionKey(metadata.version) ?? ""),
  );
  return [
    ...grouped(files, ({ filename }) => filename).flatMap(sameNameViolations),
    ...grouped(
      files.filter(({ sha256 }) => sha256 !== undefined),
      ({ sha256 }) => sha256 ?? "",
    ).flatMap(sameBytesViolations),
    ...files.flatMap(fileSizeViolations),
    ...projects.flatMap(projectSizeViolations),
    ...projects.flatMap((project) => spellingViolations(project, "P-18", "project name", formName)),
    ...releases.flatMap((release) =>
      spellingViolations(release, "P-24", "version", ({ metadata }) => metadata.version),
    ),
    ...releases.flatMap(sdistViolations),
    ...releases.flatMap(metadataViolations),
  ];
}

function grouped(files: readonly ReleaseFile[], key: (file: ReleaseFile) => string): ReleaseFile[][] {
  return [...Map.groupBy(files, key).values()];
}

function inFile({ filename }: ReleaseFile, finding: Finding): ReleaseViolation {
  return { ...finding, filename };
}

function accepted(rule: string, message: string, remedy: string): Finding {
  return { rule, effect: "accept", scope: "pypi", message, remedy };
}

/** The spelling that is sent; the one in the metadata may differ in `-` and `_`. */
function formName({ metadata }: ReleaseFile): string {
  return metadata.fields.get("name")?.[0] ?? metadata.name;
}

function sameNameViolations([, ...others]: readonly ReleaseFile[]): ReleaseViolation[] {
  const message = "Another file of this run has the same name; an index stores one of them.";
  const text = "File already exists";
  return others.map((file) => inFile(file, refusal("F-20", "any", text, { message, remedy: "Remove one of them." })));
}

function sameBytesViolations([first, ...others]: readonly ReleaseFile[]): ReleaseViolation[] {
  return others
    .filter(({ filename }) => filename !== first?.filename)
    .map((file) => {
      const message = `It has the same bytes as ${shown(first?.filename ?? "")}; PyPI stores them once.`;
      const text = `File already exists (${pythonRepr(file.filename)}`;
      return inFile(file, refusal("F-20", "pypi", text, { message, remedy: "Remove one of the two." }));
    });
}

/** P-16: PyPI raises the usual limit for projects that ask, up to the highest. */
function fileSizeViolations(file: ReleaseFile): ReleaseViolation[] {
  const { size } = file;
  if (size <= USUAL_FILE_MIB * MIB) {
    return [];
  }
  const has = `The file has ${size} bytes`;
  if (size > HIGHEST_FILE_GIB * GIB) {
    const text = `File too large. Limit for project ${pythonRepr(formName(file))} is`;
    const message = `${has}; PyPI takes ${HIGHEST_FILE_GIB * GIB} bytes at most, and ${USUAL_FILE_MIB * MIB} usually.`;
    return [inFile(file, refusal("P-16", "pypi", text, { message, remedy: "Make the file smaller." }))];
  }
  const message = `${has}; PyPI takes ${USUAL_FILE_MIB * MIB} bytes unless the limit of the project has been raised.`;
  return [inFile(file, accepted("P-16", message, "Make the file smaller, or ask PyPI for a higher limit."))];
}

/** P-17, for what is in this run alone. */
function projectSizeViolations(project: readonly ReleaseFile[]): ReleaseViolation[] {
  const [first] = project;
  const total = project.reduce((sum, { size }) => sum + size, 0);
  if (first === undefined || total <= USUAL_PROJECT_GIB * GIB) {
    return [];
  }
  const message = `The ${project.length} files of ${formName(first)} have ${total} bytes together; a project on PyPI has ${USUAL_PROJECT_GIB * GIB} in all unless its limit has been raised.`;
  return [inFile(first, accepted("P-17", message, "Make the files smaller, or ask PyPI for a higher limit."))];
}

/** P-18, P-24: the index keeps the spelling of one of the files and shows it for all. */
function spellingViolations(
  files: readonly ReleaseFile[],
  rule: string,
  what: string,
  spelling: (file: ReleaseFile) => string,
): ReleaseViolation[] {
  const [[first, [firstFile]] = ["", []], ...others] = [...Map.groupBy(files, spelling)];
  return others.flatMap(([other, [file]]) => {
    const message = `It spells the ${what} ${shown(other)}, ${shown(firstFile?.filename ?? "")} spells it ${shown(first)}.`;
    return file === undefined ? [] : [inFile(file, accepted(rule, message, ONE_SPELLING))];
  });
}

/** P-23: an index takes one source distribution a release, however the version is spelt (P-24). */
function sdistViolations(release: readonly ReleaseFile[]): ReleaseViolation[] {
  const [first, ...others] = release.filter(({ kind }) => kind === "sdist");
  return others.map((file) => {
    const { name, version } = file.metadata;
    const message = `It is a second source distribution of ${name} ${version}, beside ${shown(first?.filename ?? "")}; an index takes one.`;
    const say = { message, remedy: "Remove one of them before publishing." };
    return inFile(file, refusal("P-23", "any", "Only one sdist may be uploaded per release.", say));
  });
}

/** M-37: the index shows the metadata of the file that comes first for all. */
function metadataViolations([first, ...others]: readonly ReleaseFile[]): ReleaseViolation[] {
  return others.flatMap((file) => {
    const fields = first === undefined ? [] : metadataDifferences(first, file);
    if (first === undefined || fields.length === 0) {
      return [];
    }
    const message = `Its metadata differs from that of ${shown(first.filename)} in ${fields.join(", ")}; PyPI shows what the file uploaded first says.`;
    return [inFile(file, accepted("M-37", message, ONE_SPELLING))];
  });
}
