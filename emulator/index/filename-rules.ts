import { pythonRepr } from "../python-repr.ts";
import type { CheckedForm } from "./form-rules.ts";
import { parseVersion, type Version } from "./pep440.ts";
import { isAllowedPlatform } from "./platform-tags.ts";
import { filenamePart, normalizeName } from "./project-names.ts";
import { badRequest, ServerFailure, seeUrl } from "./refusal.ts";

const EXTENSION_HELP = seeUrl("https://www.python.org/dev/peps/pep-0527");

/** Rules F-01 to F-04, before the bytes are looked at. */
export function checkFilename(filename: string, filetype: CheckedForm["filetype"]): void {
  if (Array.from(filename).some((character) => isControl(character.codePointAt(0) ?? 0))) {
    throw badRequest(
      "Cannot upload a file with non-printable characters (ordinals 0-31) or the DEL character (ordinal 127) in the name.",
    );
  }
  if (/[/\\]/.test(filename)) {
    throw badRequest("Cannot upload a file with '/' or '\\' in the name.");
  }
  const extension = /.+?(\.(?:tar\.gz|zip|whl))$/i.exec(filename)?.[1];
  if (extension === undefined) {
    throw badRequest(`Invalid file extension: Use .tar.gz, .whl or .zip extension. ${EXTENSION_HELP}`);
  }
  const allowed = filetype === "sdist" ? [".tar.gz", ".zip"] : [".whl"];
  if (!allowed.includes(extension)) {
    throw badRequest(
      `Invalid file extension: Extension ${extension} is invalid for filetype ${filetype}. ${EXTENSION_HELP}`,
    );
  }
}

function isControl(code: number): boolean {
  return code < 0x20 || code === 0x7f;
}

/** Rules F-05 to F-08. */
export function checkSdistFilename(filename: string, name: string, version: Version): void {
  const stem = filename.replace(/\.(tar\.gz|zip)$/, "");
  const at = stem.lastIndexOf("-");
  if (at < 0 || parseVersion(stem.slice(at + 1)) === undefined) {
    throw badRequest(`Invalid source distribution filename: ${filename}`);
  }
  if (normalizeName(stem.slice(0, at)) !== normalizeName(name) && !isHyphenatedPostRelease(stem, name)) {
    throw badRequest(`Start filename for ${pythonRepr(name)} with ${pythonRepr(filenamePart(name))}.`);
  }
  const expected = `${filenamePart(name)}-${version.normalized}.tar.gz`;
  if (filename !== expected) {
    throw badRequest(`Filename ${pythonRepr(filename)} is invalid, should be ${pythonRepr(expected)}.`);
  }
}

/** `name-1.0-1`: split once more, so that the more telling message follows (rule F-06). */
function isHyphenatedPostRelease(stem: string, name: string): boolean {
  const parts = stem.split("-");
  if (parts.length < 3) {
    return false;
  }
  const version = parseVersion(parts.slice(-2).join("-"));
  return (
    version?.normalized.includes(".post") === true &&
    normalizeName(parts.slice(0, -2).join("-")) === normalizeName(name)
  );
}

/** Rules F-10 to F-17, in the index's order: syntax, platforms, project, spelling, version. */
export function checkWheelFilename(filename: string, name: string, version: Version): void {
  const stem = filename.slice(0, -".whl".length);
  const parts = stem.split("-");
  const shown = pythonRepr(stem);
  if (parts.length !== 5 && parts.length !== 6) {
    throw badRequest(`Invalid wheel filename (wrong number of parts): ${shown}`);
  }
  const [namePart = "", versionPart = "", build = ""] = parts;
  if (namePart.includes("__") || !/^[\p{L}\p{N}\p{M}._]*$/u.test(namePart)) {
    throw badRequest(`Invalid project name: ${shown}`);
  }
  const fileVersion = parseVersion(versionPart);
  if (fileVersion === undefined) {
    throw badRequest(`Invalid wheel filename (invalid version): ${shown}`);
  }
  if (parts.length === 6 && !/^[0-9]/.test(build)) {
    throw badRequest(`Invalid build number: ${build} in ${shown}`);
  }
  const refused = (parts.at(-1) ?? "").split(".").find((platform) => !isAllowedPlatform(platform.toLowerCase()));
  if (refused !== undefined) {
    throw badRequest(`Binary wheel '${filename}' has an unsupported platform tag '${refused.toLowerCase()}'.`);
  }
  checkWheelOwner(filename, namePart, name);
  if (fileVersion.key !== version.key) {
    throw badRequest(
      `Version in filename should be ${pythonRepr(version.normalized)} not ${pythonRepr(fileVersion.normalized)}.`,
    );
  }
}

function checkWheelOwner(filename: string, namePart: string, name: string): void {
  const expected = filenamePart(name);
  if (normalizeName(namePart) !== normalizeName(name)) {
    throw badRequest(`Start filename for ${pythonRepr(name)} with ${pythonRepr(expected)}.`);
  }
  if (namePart !== expected) {
    throw badRequest(
      `Filename ${pythonRepr(filename)} should contain the normalized project name ${pythonRepr(expected)}, not ${pythonRepr(namePart)}.`,
    );
  }
}

const NAME_LIMIT_BYTES = 255;

/** Names no file system takes fail before anything can be said about them (rule F-18). */
export function checkStorableName(filename: string): void {
  if (Buffer.byteLength(filename) > NAME_LIMIT_BYTES) {
    throw new ServerFailure("a file name over 255 bytes is not handled (F-18)");
  }
}

/** The last rule for a wheel: its METADATA is stored under a longer name (rule F-18). */
export function checkMetadataName(filename: string): void {
  if (Buffer.byteLength(`${filename}.metadata`) > NAME_LIMIT_BYTES) {
    throw badRequest(`Filename is too long: '${filename}'`);
  }
}
