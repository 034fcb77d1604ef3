import type { ByteSource } from "../../archive/byte-source.ts";
import { quote } from "../../quote.ts";
import type { Violation } from "../violation.ts";

/** What is wrong with an archive, in the order in which the index looks at things; cautions come last. */
export interface ArchiveJudgement {
  /** Step 20 of the order of evaluation, before the file name is compared with the metadata: S-01 to S-07, W-01 to W-23, F-09. */
  readonly archive: readonly Violation[];
  /** What follows the rules of file names: S-08, W-24 to W-29, and all that the index takes without a word. */
  readonly content: readonly Violation[];
}

/** An archive whose bytes can be read. */
export interface ArchiveToJudge {
  readonly source: ByteSource;
  /** Bare file name, as it is sent. */
  readonly filename: string;
  /** Values of License-File as they are sent. */
  readonly licenseFiles: readonly string[];
}

interface Wording {
  readonly message: string;
  readonly remedy: string;
}

export const REBUILD =
  "Build the distribution again with a current build back end, and compare the SHA-256 of the file with that of the build: it may have been cut or altered on the way.";

/** A refusal of the archive; the index begins all of these texts alike. */
export function refused(rule: string, scope: Violation["scope"], reason: string, wording: Wording): Violation {
  return { rule, effect: "reject", scope, text: `Invalid distribution file. ${reason}`, ...wording };
}

/** Something the index fails on. */
export function unhandled(rule: string, scope: Violation["scope"], wording: Wording): Violation {
  return { rule, effect: "server-error", scope, ...wording };
}

/** Something the index takes without a word: a caution, whatever the index. */
export function taken(rule: string, wording: Wording): Violation {
  return { rule, effect: "accept", scope: "any", ...wording };
}

/** Something the index takes, of which tools read different things, whatever the index. */
export function ambiguous(rule: string, wording: Wording): Violation {
  return { rule, effect: "ambiguous", scope: "any", ...wording };
}

/** A refusal of what is in the file, with the whole text of the index. */
export function refusedContent(rule: string, scope: Violation["scope"], text: string, wording: Wording): Violation {
  return { rule, effect: "reject", scope, text, ...wording };
}

/** S-08, W-25. */
export function missingLicense(rule: string, filename: string, license: string, path: string): Violation {
  return refusedContent(
    rule,
    "pypi",
    `License-File ${license} does not exist in distribution file ${filename} at ${path}`,
    {
      message: `The metadata name the licence file ${quote(license)}, but the archive has no ${quote(path)}.`,
      remedy: "Put the file into the distribution, or correct license-files in the project's metadata.",
    },
  );
}

const SHOWN = 3;

/** `"a", "b", "c" and 7 more` */
export function listed(names: readonly string[]): string {
  const shown = names
    .slice(0, SHOWN)
    .map((name) => quote(name))
    .join(", ");
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
