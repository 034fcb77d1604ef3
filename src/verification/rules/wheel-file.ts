import { quote } from "../../quote.ts";
import type { Violation } from "../violation.ts";
import { taken } from "./archive-judgement.ts";

/** Compressed tag sets stand for far fewer. */
const MAX_TAGS = 1000;
const REBUILD = "Build the wheel again instead of renaming it or changing its inside (`wheel tags` changes both).";

/** The file WHEEL, which the index never opens, against the file name (W-31, F-19). */
export function wheelFileViolations(filename: string, bytes: Buffer): Violation[] {
  const headers = readHeaders(bytes.toString("utf8"));
  return [...formatViolations(headers), ...tagViolations(filename, headers)];
}

function formatViolations(headers: ReadonlyMap<string, readonly string[]>): Violation[] {
  const version = headers.get("wheel-version")?.[0];
  const major = /^([0-9]+)\.[0-9]+$/.exec(version ?? "")?.[1];
  if (major === "1") {
    return [];
  }
  const problem =
    version === undefined
      ? "WHEEL does not state the version of the wheel format (Wheel-Version)"
      : `WHEEL states the version ${quote(version)} of the wheel format; 1.0 is the only one there is`;
  return [taken("W-31", { message: `${problem}. Installers refuse the wheel.`, remedy: REBUILD })];
}

function tagViolations(filename: string, headers: ReadonlyMap<string, readonly string[]>): Violation[] {
  const parts = filename.replace(/\.whl$/, "").split("-");
  if (parts.length !== 5 && parts.length !== 6) {
    return [];
  }
  const named = expandTags(parts.slice(-3));
  const stated = new Set<string>();
  for (const tag of (headers.get("tag") ?? []).slice(0, MAX_TAGS)) {
    for (const single of stated.size > MAX_TAGS ? [] : expandTags(tag.split("-"))) {
      stated.add(single);
    }
  }
  const build = parts.length === 6 ? parts[2] : undefined;
  const statedBuild = headers.get("build")?.[0];
  const problems: string[] = [];
  if (named.length !== stated.size || !named.every((tag) => stated.has(tag))) {
    const told = stated.size === 0 ? "none" : [...stated].slice(0, 5).join(", ");
    problems.push(`WHEEL states other tags (${quote(told, 200)}) than the file name`);
  }
  if (statedBuild !== undefined && statedBuild !== build) {
    problems.push(`WHEEL states the build ${quote(statedBuild)}, the file name ${quote(build ?? "none")}`);
  }
  return problems.map((problem) => taken("F-19", { message: `${problem}.`, remedy: REBUILD }));
}

/** Single tags of a compressed set (PEP 425), each once. */
function expandTags(parts: readonly string[]): string[] {
  const [pythons = [], abis = [], platforms = []] = parts.map((part) => part.split("."));
  if (parts.length !== 3 || pythons.length * abis.length * platforms.length > MAX_TAGS) {
    return [parts.join("-")];
  }
  const tags = pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`.toLowerCase())),
  );
  return [...new Set(tags)];
}

function readHeaders(text: string): ReadonlyMap<string, readonly string[]> {
  const headers = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^([A-Za-z-]+):(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) {
      const values = headers.get(name.toLowerCase()) ?? [];
      values.push(value.trim());
      headers.set(name.toLowerCase(), values);
    }
  }
  return headers;
}
