import { member } from "../json.ts";
import type { Secret } from "../secret.ts";
import { normalizeProjectName } from "../standards/project-name.ts";

/** The projects that an API token is limited to, as far as it says so itself. */
export interface TokenScope {
  /** Normalised names; undefined when it names none. */
  readonly names: ReadonlySet<string> | undefined;
  /** How many they are at most. */
  readonly most: number;
}

/** Of the binary format of macaroons, version 2 (https://github.com/rescrv/libmacaroons/blob/master/doc/format.txt). */
const VERSION_2 = 2;
const END = 0;
const IDENTIFIER = 2;

/** Caveats of PyPI's software (index rule O-17). */
const PROJECT_NAMES = 1;
const PROJECT_IDS = 2;

/** What the caveats of a token say, whoever made it. What is no token of PyPI's software is limited to nothing. */
export function tokenScope(token: Secret): TokenScope {
  const encoded = /^pypi-([\w-]+)=*$/.exec(token.reveal())?.[1] ?? "";
  const caveats = caveatsOf(Buffer.from(encoded, "base64url")).map(parsed);
  const sets = caveats.flatMap(namesIn).map((names) => new Set(names.map(normalizeProjectName)));
  const counts = caveats.flatMap((caveat) => listIn(caveat, PROJECT_IDS)?.length ?? []);
  const [first, ...others] = sets;
  const names = first && new Set([...first].filter((name) => others.every((other) => other.has(name))));
  return { names, most: Math.min(...counts, names?.size ?? Number.POSITIVE_INFINITY) };
}

/** Texts of the caveats: every identifier but the first, which is that of the token itself. */
function caveatsOf(bytes: Buffer): readonly string[] {
  const identifiers: string[] = [];
  let at = 1;
  while (bytes[0] === VERSION_2 && at < bytes.length) {
    const type = bytes[at];
    at += 1;
    if (type !== END) {
      const { value: length, next } = varint(bytes, at);
      if (type === IDENTIFIER) {
        identifiers.push(bytes.toString("utf8", next, next + length));
      }
      at = next + length;
    }
  }
  return identifiers.slice(1);
}

/** Seven bits a byte, the lowest first, as long as the eighth is set. */
function varint(bytes: Buffer, start: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = start; ; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * (at - start));
    if (byte < 0x80) {
      return { value, next: at + 1 };
    }
  }
}

function parsed(caveat: string): unknown {
  try {
    return JSON.parse(caveat);
  } catch {
    return undefined;
  }
}

/** One list or none, as tokens of today have it, or those of before 2023. */
function namesIn(caveat: unknown): readonly (readonly string[])[] {
  const names = listIn(caveat, PROJECT_NAMES) ?? member(member(caveat, "permissions"), "projects");
  return Array.isArray(names) && names.every((name) => typeof name === "string") ? [names] : [];
}

function listIn(caveat: unknown, tag: number): readonly unknown[] | undefined {
  return Array.isArray(caveat) && caveat[0] === tag && Array.isArray(caveat[1]) ? caveat[1] : undefined;
}
