import { findEncryptedCode } from "./code-scan.ts";
import type { Content } from "./content.ts";
import { badRequest, ServerFailure, seeUrl } from "./refusal.ts";
import { isTar, readTarGz, type TarMember } from "./tar-archive.ts";
import { NotZip, ZipArchive, type ZipEntry, ZipUnreadable } from "./zip-archive.ts";
import { zipFramingFault } from "./zip-framing.ts";

/** What later rules want to know about an archive. */
export type OpenedArchive =
  | { readonly kind: "wheel"; readonly zip: ZipArchive; readonly distInfo: string }
  /** `root`: the longest common path of all member names. */
  | { readonly kind: "sdist"; readonly names: ReadonlySet<string>; readonly root: string };

const BOMB_BYTES = 67_108_864;
const BOMB_RATIO = 50;
const ARCHIVE_HELP = seeUrl("https://docs.pypi.org/archives");

/** Step 20 of the order of evaluation: is the file the archive its name says? */
export async function openArchive(filename: string, content: Content): Promise<OpenedArchive> {
  if (filename.endsWith(".tar.gz")) {
    return openSdist(content);
  }
  const zip = await openZip(content);
  return filename.endsWith(".whl") ? openWheel(filename, zip, content) : openZipSdist(zip, content);
}

function invalid(reason: string): Error {
  return badRequest(`Invalid distribution file. ${reason}`);
}

async function openSdist(content: Content): Promise<OpenedArchive> {
  const reading = await readTarGz(content);
  if (reading.kind === "not-tar") {
    throw invalid("File is not a tarfile");
  }
  if (await isZip(content)) {
    throw invalid("File is both a zip and a tar file");
  }
  if (reading.kind === "failure") {
    throw new ServerFailure("a gzip stream that ends inside the first block is not handled (S-03)");
  }
  if (reading.kind === "damaged") {
    throw invalid("None");
  }
  if (reading.members.some((member) => member.sparse)) {
    throw invalid(`tar archive not accepted: Sparse members are not allowed. ${ARCHIVE_HELP}`);
  }
  const sdist = checkTopDirectory(reading.members.map((member) => member.name));
  scan(reading.members.flatMap((member: TarMember) => member.scanned ?? []));
  return sdist;
}

async function isZip(content: Content): Promise<boolean> {
  try {
    await ZipArchive.open(content);
    return true;
  } catch (error) {
    return !(error instanceof NotZip);
  }
}

async function openZip(content: Content): Promise<ZipArchive> {
  try {
    const zip = await ZipArchive.open(content);
    if (await isTar(content)) {
      throw invalid("File is both a zip and a tar file");
    }
    return zip;
  } catch (error) {
    if (error instanceof NotZip) {
      throw invalid("File is not a zipfile");
    }
    throw error instanceof ZipUnreadable ? invalid("None") : error;
  }
}

/** Rules S-05, S-06 and S-10. */
function checkTopDirectory(names: readonly string[]): OpenedArchive {
  const root = commonPath(names);
  if (root === "" || root === "." || root === "/") {
    throw invalid("Incorrect number of top-level directories in sdist");
  }
  const wanted = `${root}/PKG-INFO`;
  if (!names.includes(wanted)) {
    throw invalid(`PKG-INFO not found at ${wanted}`);
  }
  return { kind: "sdist", names: new Set(names), root };
}

/** The longest common path, without `.` parts and doubled slashes. */
function commonPath(names: readonly string[]): string {
  if (names.length === 0) {
    return "";
  }
  const absolute = names.filter((name) => name.startsWith("/")).length;
  if (absolute > 0 && absolute < names.length) {
    throw new ServerFailure("absolute and relative member names in one archive are not handled (S-10)");
  }
  const split = names.map((name) => name.split("/").filter((part) => part !== "" && part !== "."));
  const [first = []] = split;
  let shared = 0;
  while (shared < first.length && split.every((parts) => parts[shared] === first[shared])) {
    shared += 1;
  }
  return `${absolute > 0 ? "/" : ""}${first.slice(0, shared).join("/")}`;
}

/** Rules W-03 and W-04, the same for every zip. */
function checkSizes(zip: ZipArchive, content: Content): void {
  const total = zip.entries.reduce((sum, entry) => sum + entry.size, 0);
  if (total > BOMB_BYTES && total > BOMB_RATIO * content.size) {
    throw invalid(`File exceeds compression ratio of ${BOMB_RATIO}`);
  }
  if (zip.entries.some((entry) => entry.method !== 0 && entry.method !== 8)) {
    throw invalid("File does not use a supported compression type");
  }
}

async function openWheel(filename: string, zip: ZipArchive, content: Content): Promise<OpenedArchive> {
  checkSizes(zip, content);
  const [name = "", version, rest] = filename.split("-");
  if (version === undefined || rest === undefined) {
    throw invalid("Unable to parse name and version from wheel filename");
  }
  const distInfo = `${name}-${version}.dist-info`;
  const wheel = zip.find(`${distInfo}/WHEEL`);
  if (wheel === undefined) {
    throw invalid(`WHEEL not found at ${distInfo}/WHEEL`);
  }
  await scanZip(zip, [wheel]);
  await checkFraming(zip, content);
  return { kind: "wheel", zip, distInfo };
}

async function openZipSdist(zip: ZipArchive, content: Content): Promise<OpenedArchive> {
  checkSizes(zip, content);
  const sdist = checkTopDirectory(zip.entries.map((entry) => entry.name));
  await scanZip(zip, []);
  await checkFraming(zip, content);
  return sdist;
}

const SCANNED_BYTES = 5 * 1024 * 1024;

/** Rule W-07, and the part of W-30 that comes with reading. */
async function scanZip(zip: ZipArchive, alsoRead: readonly ZipEntry[]): Promise<void> {
  const modules = zip.entries.filter((entry) => /\.(py|pye)$/i.test(entry.name) && entry.size <= SCANNED_BYTES);
  try {
    for (const entry of alsoRead) {
      await zip.read(entry);
    }
    for (const entry of modules) {
      scan([await zip.read(entry)]);
    }
  } catch (error) {
    throw error instanceof ZipUnreadable ? invalid("None") : error;
  }
}

function scan(modules: readonly Buffer[]): void {
  for (const module of modules) {
    const tool = findEncryptedCode(module);
    if (tool !== undefined) {
      throw invalid(`${tool}-encrypted content is not allowed. ${ARCHIVE_HELP}`);
    }
  }
}

/** Rules W-08 to W-23. */
async function checkFraming(zip: ZipArchive, content: Content): Promise<void> {
  const fault = await zipFramingFault(content, zip.entries);
  if (fault !== undefined) {
    throw invalid(`ZIP archive not accepted: ${fault}. ${ARCHIVE_HELP}`);
  }
}
