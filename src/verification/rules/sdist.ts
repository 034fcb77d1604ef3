import type { ByteSource } from "../../archive/byte-source.ts";
import { type GzipEnd, gzipHeaderLength, readGzip } from "../../archive/gzip.ts";
import { MAX_TAR_EXTENSIONS } from "../../archive/limits.ts";
import { TarParser } from "../../archive/tar.ts";
import { isForeignTar } from "../../archive/tar-kind.ts";
import { findZipDirectory, NotZip } from "../../archive/zip-directory.ts";
import { quote } from "../../quote.ts";
import type { Violation } from "../violation.ts";
import {
  type ArchiveJudgement,
  type ArchiveToJudge,
  ambiguous,
  REBUILD,
  refused,
  taken,
  unhandled,
} from "./archive-judgement.ts";
import { zipAndTar } from "./archive-zip.ts";
import { SdistMembers } from "./sdist-members.ts";
import { judgeTree, licenseViolations } from "./sdist-tree.ts";
import { judgeZipSdist } from "./sdist-zip.ts";

/**
 * Judges a source distribution by all rules of group S; a name in `.zip` is read as the index reads it (F-08). The
 * archive is inflated once, in constant memory and up to a bound.
 */
export async function judgeSdist(sdist: ArchiveToJudge): Promise<ArchiveJudgement> {
  if (sdist.filename.endsWith(".zip")) {
    return judgeZipSdist(sdist);
  }
  const { source } = sdist;
  const members = new SdistMembers();
  const parser = new TarParser((member) => members.enter(member));
  const end = await readGzip(source, (chunk) => {
    parser.push(chunk);
    // Behind the end of the archive only the checksum is of interest.
    return !members.tooMany && !parser.tooLarge && !parser.tooDeep;
  });
  if (await isNoTar(source, end, parser)) {
    return { archive: [notTar(end)], content: [] };
  }
  const both = (await isZip(source)) ? [zipAndTar("S-01")] : [];
  const fault = readingFault(end, parser);
  if (fault !== undefined) {
    return { archive: [...both, fault], content: [] };
  }
  if (parser.tooLarge) {
    return { archive: both, content: [endless()] };
  }
  if (members.tooMany || (end === "too-large" && !parser.done)) {
    return { archive: both, content: [unchecked(), ...members.ambiguities()] };
  }
  const { root, violations } = judgeTree(members.names);
  return {
    archive: [...both, ...members.sparseViolations(), ...violations, ...members.codeViolations()],
    content: [
      ...(root === undefined ? [] : licenseViolations(sdist, root, members.names)),
      ...(root === undefined ? [] : topViolations(sdist.filename, root)),
      ...members.ambiguities(),
      ...wholeAmbiguities(end, parser),
      ...members.cautions(),
      ...endViolations(end, parser),
    ],
  };
}

async function isZip(source: ByteSource): Promise<boolean> {
  try {
    await findZipDirectory(source);
    return true;
  } catch (error) {
    if (error instanceof NotZip) {
      return false;
    }
    throw error;
  }
}

/** S-02; a stream cut in front of the first member is another matter (S-03). */
async function isNoTar(source: ByteSource, end: GzipEnd, parser: TarParser): Promise<boolean> {
  if (end === "not-gzip") {
    return !(await isForeignTar(source));
  }
  if (parser.recognized || parser.tooLarge || parser.tooDeep) {
    return false;
  }
  return !isCutAtStart(end, parser) || (await endsWithHeader(source));
}

function isCutAtStart(end: GzipEnd, parser: TarParser): boolean {
  return end === "cut" && !parser.recognized && !parser.done;
}

/** Far more than a gzip header takes. */
const HEAD_BYTES = 64 * 1024;

/** True when nothing but a gzip header is there. */
async function endsWithHeader(source: ByteSource): Promise<boolean> {
  return source.size <= (gzipHeaderLength(await source.read(0, HEAD_BYTES)) ?? 0);
}

function notTar(end: GzipEnd): Violation {
  return refused("S-02", "any", "File is not a tarfile", {
    message:
      end === "not-gzip"
        ? "The file is neither gzip-compressed nor a tar archive."
        : "What is compressed is not a tar archive.",
    remedy: REBUILD,
  });
}

/** S-03. */
function readingFault(end: GzipEnd, parser: TarParser): Violation | undefined {
  if (isCutAtStart(end, parser)) {
    return unhandled("S-03", "any", { message: "The file is cut off shortly behind its beginning.", remedy: REBUILD });
  }
  if (parser.tooDeep) {
    const message = `More than ${MAX_TAR_EXTENSIONS} long names or pax headers stand in front of one member.`;
    return unhandled("S-03", "any", { message, remedy: REBUILD });
  }
  const damaged = (problem: string): Violation =>
    refused("S-03", "any", "None", { message: `${problem}.`, remedy: REBUILD });
  if (end === "not-gzip") {
    return damaged("The file is a tar archive, but not compressed by gzip");
  }
  if (parser.damaged) {
    return damaged("The tar archive announces a member that does not follow");
  }
  if (parser.done || end === "too-large" || end === "stopped") {
    return undefined;
  }
  if (end === "complete" || end === "padded") {
    return parser.cut ? damaged("The tar archive ends inside a member") : undefined;
  }
  return damaged(end === "cut" ? "The file is cut off" : "The compressed data are damaged");
}

/** S-09. */
function topViolations(filename: string, root: string): Violation[] {
  const expected = filename.replace(/\.(tar\.gz|zip)$/, "");
  return root === expected
    ? []
    : [
        taken("S-09", {
          message: `The top directory is ${quote(root)} instead of ${quote(expected)} (PEP 625).`,
          remedy: "Build the source distribution again with a current build back end instead of renaming it.",
        }),
      ];
}

/** What tools read differently in the archive as a whole (S-09). */
function wholeAmbiguities(end: GzipEnd, { globalNames, followed }: TarParser): Violation[] {
  const global = "A global pax header gives names or sizes to all members, which some tools believe and others do not.";
  const behind = "Members follow what ends the archive for PyPI and pip, which some tools unpack.";
  const zeros = "Zeros stand between two gzip streams; PyPI and pip read on behind them, some tools do not.";
  const told: [boolean, string][] = [
    [globalNames, global],
    [followed, behind],
    [end === "padded", zeros],
  ];
  return told.filter(([applies]) => applies).map(([, message]) => ambiguous("S-09", { message, remedy: REBUILD }));
}

/** A name or pax header that is not held in memory hides what it says. */
function endless(): Violation {
  const message = "A name or pax header takes more than 1 MiB, which this action does not read.";
  return ambiguous("S-09", { message, remedy: REBUILD });
}

/** What comes behind the end of the tar archive, where the index does not look (S-03). */
function endViolations(end: GzipEnd, parser: TarParser): Violation[] {
  const problems: Partial<Record<GzipEnd, string>> = {
    cut: "The file ends before the compressed data do",
    invalid: "The compressed data are damaged behind the end of the archive",
    "wrong-checksum": "The checksum of the compressed data is wrong",
    "trailing-data": "Something follows the compressed data",
  };
  const problem = problems[end] ?? (parser.endedByGarbage ? "The tar archive ends in something that is no member" : "");
  return problem === ""
    ? []
    : [
        taken("S-03", {
          message: `${problem}; PyPI does not notice, tools that unpack may.`,
          remedy: REBUILD,
        }),
      ];
}

function unchecked(): Violation {
  return taken("S-09", {
    message: "The archive holds more than this action reads, and was not checked to its end.",
    remedy: "Leave large or many files out of the source distribution.",
  });
}
