import { type IndexTarget, parseTarget } from "../../src/package-index/target.ts";

/** The target of an upload URL that is known to be right. */
export function target(url: string): IndexTarget {
  const parsed = parseTarget(url);
  if ("fault" in parsed) {
    throw new Error(parsed.fault);
  }
  return parsed;
}

export const PYPI = target("https://upload.pypi.org/legacy/");
export const TESTPYPI = target("https://test.pypi.org/legacy/");
