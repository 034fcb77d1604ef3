import { normalizeVersion, versionKey } from "../../src/standards/version.ts";

/** A version as releases are stored and looked up (rules M-04, P-24). */
export interface ReleaseVersion {
  /** Normalised text; trailing zeros of the release stay. */
  readonly normalized: string;
  /** Equal for equal versions: trailing zeros of the release are gone. */
  readonly key: string;
}

/** Reads a version of PEP 440; undefined when it is none. */
export function readReleaseVersion(text: string): ReleaseVersion | undefined {
  const normalized = normalizeVersion(text);
  const key = versionKey(text);
  return normalized === undefined || key === undefined ? undefined : { normalized, key };
}
