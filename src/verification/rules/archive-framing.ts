import type { FramingReason } from "../../archive/zip-local-header.ts";
import { walkZip } from "../../archive/zip-walk.ts";
import type { Violation } from "../violation.ts";
import { listed, refused } from "./archive-judgement.ts";
import type { OpenedZip } from "./archive-zip.ts";

const STANDARD_WRITER = "Write the archive with a standard zip writer, such as Python's zipfile, in one go.";
const ONCE = "Write every member once, and do not change the finished archive.";
const INSIDE = "The records of the zip archive contradict each other";

interface Wording {
  readonly scope: Violation["scope"];
  readonly message: string;
  readonly remedy: string;
}

const pypi = (message: string, remedy = STANDARD_WRITER): Wording => ({ scope: "pypi", message, remedy });
const any = (message: string, remedy = STANDARD_WRITER): Wording => ({ scope: "any", message, remedy });

const WORDINGS: Readonly<Record<FramingReason, Wording>> = {
  "Unknown record signature": pypi(
    "The zip archive holds bytes that belong to none of its records, in front of a member, between two, or before the directory",
    "Leave out what was put in front of the archive, and padding between members.",
  ),
  "ZIP contains a data descriptor": pypi(
    "Sizes stand behind the data (general purpose bit 3), as streaming writers put them",
    "Write the wheel to a seekable file instead of a pipe, so that sizes stand in front of the data.",
  ),
  "Trailing data": pypi("There are bytes behind the end of the zip archive", "Remove what follows the archive."),
  "Duplicate filename in local headers": any("A member is there twice", ONCE),
  "Duplicate filename in central directory": any("The directory lists a member twice", ONCE),
  "Filename not in central directory": any(
    "A member is not in the archive's directory by this name",
    "Write the archive anew instead of deleting members from it; mark names outside of ASCII as UTF-8 (bit 11).",
  ),
  "Missing filename in local headers": any("The directory lists a member that is not in front of it", ONCE),
  "Mis-matched data size": any(`${INSIDE}: compressed size`),
  "Mis-matched file size": any(`${INSIDE}: uncompressed size`),
  "Malformed zip file": any("A record of the zip archive is malformed: cut, padded, or with impossible numbers"),
  "Invalid duplicate extra in local file": any("A ZIP64 or Unicode path field is there twice"),
  "Invalid character in filename": pypi("A member's name holds a control character", "Rename the member."),
  "Filename not unicode": pypi("A member's name is not UTF-8", "Use UTF-8 names with flag bit 11."),
  "Filename not valid UTF-8": pypi("The Unicode path of a member is not UTF-8", "Use UTF-8 names with flag bit 11."),
  "Comment in central directory": pypi("A member has a comment", "Remove comments of members."),
  "Mismatched central directory records": any(`${INSIDE}: number of members`),
  "Mismatched central directory offset": any(`${INSIDE}: place of the directory`),
  "Mismatched central directory size": any(`${INSIDE}: size of the directory`),
  "ZIP64 extensible data not allowed": pypi("The ZIP64 end record holds extensible data"),
};

/** W-08 to W-23: one violation a kind of fault, the index's first one first. */
export async function framingViolations(zip: OpenedZip): Promise<Violation[]> {
  const faults = await walkZip(zip.source, zip);
  const kinds = Map.groupBy(faults, ({ rule, reason }) => `${rule} ${reason}`);
  return [...kinds.values()].flatMap(([first, ...more]) => {
    if (first === undefined) {
      return [];
    }
    const { scope, message, remedy } = WORDINGS[first.reason];
    const members = [first, ...more].flatMap(({ member }) => member ?? []);
    const where = members.length === 0 ? "" : `: ${listed(members)}`;
    return refused(first.rule, scope, `ZIP archive not accepted: ${first.reason}.`, {
      message: `${message}${where}.`,
      remedy,
    });
  });
}
