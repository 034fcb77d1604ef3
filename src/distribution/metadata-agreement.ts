import { quote } from "../quote.ts";
import type { CoreMetadata } from "../standards/core-metadata.ts";
import { normalizeProjectName } from "../standards/project-name.ts";
import { versionsEqual } from "../standards/version.ts";

/**
 * In what the file name contradicts the metadata inside; undefined when they
 * agree. Indexes compare the file name with what the form says, never the form
 * with the file (M-36, F-06, F-15, F-17).
 */
export function disagreement(
  filename: { readonly name: string; readonly version: string },
  metadata: CoreMetadata,
): string | undefined {
  const problems: string[] = [];
  if (normalizeProjectName(filename.name) !== normalizeProjectName(metadata.name)) {
    problems.push(`the project ${quote(filename.name)}, its metadata say ${quote(metadata.name)}`);
  }
  if (!versionsEqual(filename.version, metadata.version)) {
    problems.push(`the version ${quote(filename.version)}, its metadata say ${quote(metadata.version)}`);
  }
  return problems.length === 0 ? undefined : `The file name says ${problems.join("; and ")}`;
}
