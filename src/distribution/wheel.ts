import { archiveError } from "../archive/archive-error.ts";
import { readZipMember } from "../archive/zip.ts";
import { quote } from "../quote.ts";
import { parseWheelFilename } from "../standards/wheel-filename.ts";
import type { Candidate } from "./candidate.ts";
import type { Wheel } from "./distribution.ts";
import { parseMetadataOf } from "./invalid-distribution.ts";

const REBUILD = "Build the wheel again; renaming a wheel leaves its inside behind.";

/**
 * Reads the core metadata of a wheel. Whether the file name agrees is for the verification to say.
 *
 * @throws PublishError `distribution-invalid` naming the file.
 */
export async function readWheel(candidate: Candidate): Promise<Wheel> {
  const { path, filename, size, modifiedMs } = candidate;
  const parts = parseWheelFilename(filename);
  // W-06, W-29: the folder is named by the text of the file name, not by an equivalent one.
  const member = `${parts.name}-${parts.version}.dist-info/METADATA`;
  const content = await readZipMember(path, member);
  if (content.member === undefined) {
    throw archiveError(path, `has no ${quote(member)}${otherMetadata(content.names)}`, { remedy: REBUILD });
  }
  const metadata = parseMetadataOf(filename, "METADATA", content.member);
  return { kind: "wheel", path, filename, size, modifiedMs, metadata, pythonTag: parts.pythonTag };
}

function otherMetadata(names: readonly string[]): string {
  const other = names.find((name) => /^[^/]+\.dist-info\/METADATA$/.test(name));
  return other === undefined ? "" : `, but ${quote(other)}`;
}
