import { sdistFilenameViolations } from "./filename-sdist.ts";
import { wheelFilenameViolations, wheelTagViolations } from "./filename-wheel.ts";
import { type ListedViolation, refusal, shown } from "./metadata-violation.ts";

/** A file as an upload names it. */
export interface NamedFile {
  readonly filename: string;
  readonly filetype: "sdist" | "bdist_wheel";
  /** Project name of the metadata. */
  readonly name: string;
  /** Version of the metadata. */
  readonly version: string;
}

const EXTENSIONS = { sdist: [".tar.gz", ".zip"], bdist_wheel: [".whl"] } as const;
const LONGEST_NAME_BYTES = 255;
const LONGEST_WHEEL_BYTES = LONGEST_NAME_BYTES - ".metadata".length;
const REBUILD = "Build the file again with a current build back end instead of renaming it.";

/** F-01 to F-19, in the order in which the index looks; what a name that cannot be split leaves open is not judged. */
export function filenameViolations(file: NamedFile): readonly ListedViolation[] {
  const first = [...extensionViolations(file), ...storedNameViolations(file.filename)];
  if (first.some(({ effect }) => effect === "reject")) {
    return first;
  }
  if (file.filetype === "sdist") {
    return [...first, ...sdistFilenameViolations(file)];
  }
  const parts = wheelPartsViolations(file.filename);
  return [
    ...first,
    ...(parts.length > 0 ? parts : wheelFilenameViolations(file)),
    ...metadataNameViolations(file.filename),
    ...wheelTagViolations(file.filename),
  ];
}

/** F-01 to F-04: judged before the bytes are. */
export function extensionViolations({
  filename,
  filetype,
}: Pick<NamedFile, "filename" | "filetype">): readonly ListedViolation[] {
  const violations: ListedViolation[] = [];
  if (Array.from(filename).some(isControl)) {
    const text =
      "Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127) in the name.";
    violations.push(
      refusal("F-01", "any", text, { message: "The file name holds a control character.", remedy: REBUILD }),
    );
  }
  if (/[/\\]/.test(filename)) {
    const text = "Cannot upload a file with '/' or '\\' in the name.";
    violations.push(
      refusal("F-02", "any", text, { message: "The file name holds a path separator.", remedy: REBUILD }),
    );
  }
  const extension = /.+?(\.(?:tar\.gz|zip|whl))\n?$/i.exec(filename)?.[1];
  if (extension === undefined) {
    const text = "Invalid file extension: Use .tar.gz, .whl or .zip extension.";
    const message = "The file is neither a .tar.gz nor a .whl.";
    return [
      ...violations,
      refusal("F-03", "any", text, { message, remedy: "Publish sdists (.tar.gz) and wheels (.whl) only." }),
    ];
  }
  const allowed: readonly string[] = EXTENSIONS[filetype];
  if (!allowed.includes(extension)) {
    const text = `Invalid file extension: Extension ${extension} is invalid for filetype ${filetype}.`;
    const message = `The extension ${shown(extension)} is none of a ${filetype === "sdist" ? "source distribution" : "wheel"}; case counts.`;
    violations.push(refusal("F-04", "any", text, { message, remedy: REBUILD }));
  }
  return violations;
}

function isControl(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x20 || code === 0x7f;
}

/** F-09: what the index asks before it opens a wheel. */
export function wheelPartsViolations(filename: string): readonly ListedViolation[] {
  if (filename.split("-").length > 2) {
    return [];
  }
  const text = "Invalid distribution file. Unable to parse name and version from wheel filename";
  return [
    refusal("F-09", "any", text, {
      message: "The name of the wheel is not of the form {name}-{version}(-{build})?-{python}-{abi}-{platform}.whl.",
      remedy: REBUILD,
    }),
  ];
}

/** F-18 for all files: no file system takes longer names. */
export function storedNameViolations(filename: string): readonly ListedViolation[] {
  const bytes = Buffer.byteLength(filename);
  if (bytes <= LONGEST_NAME_BYTES) {
    return [];
  }
  const message = `The file name has ${bytes} bytes; no file system takes more than ${LONGEST_NAME_BYTES}, and PyPI answers with a server error.`;
  return [{ rule: "F-18", effect: "server-error", scope: "any", message, remedy: SHORTEN }];
}

const SHORTEN = "Shorten the name of the project, the version or the tags.";

/** F-18 for wheels: their METADATA is stored beside them under a longer name. */
export function metadataNameViolations(filename: string): readonly ListedViolation[] {
  const bytes = Buffer.byteLength(filename);
  if (bytes <= LONGEST_WHEEL_BYTES || bytes > LONGEST_NAME_BYTES) {
    return [];
  }
  const message = `The name of the wheel has ${bytes} bytes; PyPI takes ${LONGEST_WHEEL_BYTES}.`;
  return [refusal("F-18", "pypi", `Filename is too long: '${filename}'`, { message, remedy: SHORTEN })];
}
