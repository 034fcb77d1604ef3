import { normalizeProjectName } from "../standards/project-name.ts";
import { versionKey } from "../standards/version.ts";
import type { Distribution } from "./distribution.ts";

/** One text for all distributions of a release, however they spell project and version (index rules P-18, P-24). */
export function releaseKey({ metadata: { name, version } }: Distribution): string {
  return JSON.stringify([normalizeProjectName(name), versionKey(version) ?? version]);
}
