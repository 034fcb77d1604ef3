import type { ByteSource } from "../../archive/byte-source.ts";
import { isTar } from "../../archive/tar-kind.ts";
import { findZipDirectory, NotZip, readZipDirectory, type ZipPlace, ZipTooLarge } from "../../archive/zip-directory.ts";
import { DEFLATED, STORED, type ZipEntry, ZipUnreadable } from "../../archive/zip-entry.ts";
import type { Violation } from "../violation.ts";
import { listed, REBUILD, refused, taken, unhandled } from "./archive-judgement.ts";

/** A zip archive whose directory could be read. */
export interface OpenedZip {
  readonly source: ByteSource;
  readonly place: ZipPlace;
  /** In the directory's order. */
  readonly entries: readonly ZipEntry[];
  /** So much comes out of it that its members are not read (W-03). */
  readonly bomb: boolean;
}

const BOMB_BYTES = 67_108_864;
const BOMB_RATIO = 50;
/** Python reads zip archives up to version 6.3. */
const NEWEST_VERSION = 63;

/** Opens a zip archive and judges it as a whole: W-01 to W-05 and S-01. No `zip` when it cannot be read. */
export async function openZip(source: ByteSource): Promise<{ zip: OpenedZip | undefined; violations: Violation[] }> {
  const violations: Violation[] = [];
  try {
    const place = await findZipDirectory(source);
    if (await isTar(source)) {
      violations.push(zipAndTar("W-05"));
    }
    const entries = await readZipDirectory(source, place);
    const total = entries.reduce((sum, { size }) => sum + size, 0);
    const bomb = total > BOMB_BYTES && total > BOMB_RATIO * source.size;
    violations.push(
      ...versionViolations(entries),
      ...(bomb ? [bombViolation(total)] : []),
      ...methodViolations(entries),
    );
    return { zip: { source, place, entries, bomb }, violations };
  } catch (error) {
    violations.push(openingViolation(error));
    return { zip: undefined, violations };
  }
}

/** S-01, W-05. */
export function zipAndTar(rule: string): Violation {
  return refused(rule, "pypi", "File is both a zip and a tar file", {
    message: "The file is a zip archive and a tar archive at the same time.",
    remedy: "Build the distribution again; look for data put in front of the archive or behind it.",
  });
}

function openingViolation(error: unknown): Violation {
  if (error instanceof NotZip) {
    return refused("W-01", "any", "File is not a zipfile", {
      message: `The file is not a zip archive: ${error.message}.`,
      remedy: REBUILD,
    });
  }
  if (error instanceof ZipUnreadable) {
    return refused("W-02", "any", "None", {
      message: `The central directory of the zip archive cannot be read: ${error.message}.`,
      remedy: REBUILD,
    });
  }
  if (error instanceof ZipTooLarge) {
    return taken("W-31", {
      message: `The archive ${error.message}; its members were not checked.`,
      remedy: "Split the project into several distributions.",
    });
  }
  throw error;
}

function versionViolations(entries: readonly ZipEntry[]): Violation[] {
  const names = entries.filter(({ versionNeeded }) => versionNeeded > NEWEST_VERSION).map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        unhandled("W-30", "any", {
          message: `A version of the zip format above 6.3 is demanded by ${listed(names)}.`,
          remedy: REBUILD,
        }),
      ];
}

function bombViolation(total: number): Violation {
  return refused("W-03", "pypi", `File exceeds compression ratio of ${BOMB_RATIO}`, {
    message: `The members are ${total} bytes without compression: more than 64 MiB and more than ${BOMB_RATIO} times the size of the file.`,
    remedy: "Leave large constant data out, or make them when the package is used.",
  });
}

function methodViolations(entries: readonly ZipEntry[]): Violation[] {
  const names = entries.filter(({ method }) => method !== STORED && method !== DEFLATED).map(({ name }) => name);
  return names.length === 0
    ? []
    : [
        refused("W-04", "pypi", "File does not use a supported compression type", {
          message: `Neither stored nor deflated: ${listed(names)}.`,
          remedy: "Write the archive with deflate as its only compression.",
        }),
      ];
}
