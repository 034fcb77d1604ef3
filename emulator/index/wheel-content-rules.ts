import { badRequest, ServerFailure } from "./refusal.ts";
import { type ZipArchive, type ZipEntry, ZipUnreadable } from "./zip-archive.ts";

/** Rules W-24 to W-29, in the index's order; the bytes of METADATA are the result. */
export async function checkWheelContent(
  filename: string,
  wheel: { readonly zip: ZipArchive; readonly distInfo: string },
  licenseFiles: readonly string[],
): Promise<Buffer> {
  const { zip, distInfo } = wheel;
  for (const license of licenseFiles) {
    const path = `${distInfo}/licenses/${license}`;
    await readMember(zip, zip.find(path), () => missingLicense(filename, license, path));
  }
  const record = `${distInfo}/RECORD`;
  const missing = (): Error => badRequest(`Wheel '${filename}' does not contain the required RECORD file: ${record}`);
  checkRecord(await readMember(zip, zip.find(record), missing), missing);
  const entryPoints = zip.find(`${distInfo}/entry_points.txt`);
  if (entryPoints !== undefined && !isEntryPoints(await readMember(zip, entryPoints, missing))) {
    throw badRequest(`Wheel '${filename}' has invalid entry points defined in the entry_points.txt file`);
  }
  const metadata = `${distInfo}/METADATA`;
  return readMember(zip, zip.find(metadata), () =>
    badRequest(`Wheel '${filename}' does not contain the required METADATA file: ${metadata}`),
  );
}

/** Rules S-08 and W-25. */
export function missingLicense(filename: string, license: string, path: string): Error {
  return badRequest(`License-File ${license} does not exist in distribution file ${filename} at ${path}`);
}

async function readMember(zip: ZipArchive, entry: ZipEntry | undefined, missing: () => Error): Promise<Buffer> {
  if (entry === undefined) {
    throw missing();
  }
  try {
    return await zip.read(entry);
  } catch (error) {
    throw error instanceof ZipUnreadable ? new ServerFailure("a damaged member is not handled (W-30)") : error;
  }
}

/** Rules W-24 and W-27; contents are not compared (rule W-26). */
function checkRecord(bytes: Buffer, missing: () => Error): void {
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    throw missing();
  }
  if (
    text
      .replace(/\r?\n$/, "")
      .split(/\r?\n/)
      .some((line) => line === "") &&
    text !== ""
  ) {
    throw new ServerFailure("an empty line in RECORD is not handled (W-27)");
  }
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const SCRIPT_SECTIONS = ["console_scripts", "gui_scripts"];

/** Rule W-28: an INI file with `=` as only delimiter, and script names of a few characters. */
function isEntryPoints(bytes: Buffer): boolean {
  const text = decodeUtf8(bytes);
  const sections = text === undefined ? undefined : parseIni(text);
  if (sections === undefined) {
    return false;
  }
  const defaults = sections.get("DEFAULT") ?? [];
  return SCRIPT_SECTIONS.filter((section) => sections.has(section))
    .flatMap((section) => [...(sections.get(section) ?? []), ...defaults])
    .every((key) => /^[\p{L}\p{N}\p{M}_.-]+$/u.test(key));
}

/** Keys by section; undefined when the text is not of this form. */
function parseIni(text: string): Map<string, string[]> | undefined {
  const sections = new Map<string, string[]>();
  let keys: string[] | undefined;
  let open = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line.trim() === "" || /^\s*[#;]/.test(line)) {
      continue;
    }
    if (/^\s/.test(line) && open) {
      continue;
    }
    const section = /^\[(.+)\]/.exec(line.trim())?.[1];
    if (section !== undefined) {
      if (sections.has(section)) {
        return undefined;
      }
      keys = [];
      open = false;
      sections.set(section, keys);
      continue;
    }
    const at = line.indexOf("=");
    const key = line.slice(0, at).trimEnd();
    if (keys === undefined || at <= 0 || keys.includes(key)) {
      return undefined;
    }
    keys.push(key);
    open = true;
  }
  return sections;
}
