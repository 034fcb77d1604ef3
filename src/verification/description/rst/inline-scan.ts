import { isSimpleName, isSpace, mayFollow, mayPrecede } from "./characters.ts";

/** Where markup ends: its text at `from`, it itself at `to`. */
export interface MarkEnd {
  readonly from: number;
  readonly to: number;
  /** `_` or `__` behind a substitution. */
  readonly suffix: string;
}

export interface InterpretedEnd extends MarkEnd {
  readonly role: string | undefined;
  readonly reference: string;
}

/**
 * The end-string that belongs to a start-string. Only the first possible one counts, and it has to leave something
 * between the two.
 */
export function endOf(text: string, from: number, mark: "**" | "*" | "``" | "`" | "|"): MarkEnd | undefined {
  for (let at = text.indexOf(mark, from); at !== -1; at = text.indexOf(mark, at + 1)) {
    const ahead = at === from ? "" : text.charAt(at - 1);
    if (ahead !== "" && (isSpace(ahead) || (ahead === "\0" && mark !== "``"))) {
      continue;
    }
    const suffix = mark === "|" ? longestSuffix(text, at + 1) : "";
    const to = at + mark.length + (suffix?.length ?? 0);
    if (suffix !== undefined && mayFollow(text.charAt(to))) {
      return at === from ? undefined : { from: at, to, suffix };
    }
  }
  return undefined;
}

/** The longest run of at most two underscores after which markup may end. */
function longestSuffix(text: string, at: number): string | undefined {
  return ["__", "_", ""].find((suffix) => text.startsWith(suffix, at) && mayFollow(text.charAt(at + suffix.length)));
}

/** The end of interpreted text or of a phrase reference, with the role or the underscores behind it. */
export function endOfInterpreted(text: string, from: number): InterpretedEnd | undefined {
  for (let at = text.indexOf("`", from); at !== -1; at = text.indexOf("`", at + 1)) {
    if (at > from && !mayEndInterpreted(text, from, at)) {
      continue;
    }
    const role = roleBehind(text, at + 1);
    const afterRole = at + 1 + (role === undefined ? 0 : role.length + 2);
    const end = interpretedEnd(text, at, role, afterRole) ?? interpretedEnd(text, at, undefined, at + 1);
    if (end !== undefined) {
      return at === from ? undefined : end;
    }
  }
  return undefined;
}

/** White space and backslash before the end-string keep it from being one, unless they are escaped themselves. */
function mayEndInterpreted(text: string, from: number, at: number): boolean {
  const ahead = text.charAt(at - 1);
  return !(isSpace(ahead) || ahead === "\0") || (at - 2 >= from && text.charAt(at - 2) === "\0");
}

function interpretedEnd(
  text: string,
  at: number,
  role: string | undefined,
  behind: number,
): InterpretedEnd | undefined {
  const reference = longestSuffix(text, behind);
  return reference === undefined
    ? undefined
    : { from: at, to: behind + reference.length, suffix: reference, role, reference };
}

const ROLE_BEHIND = /:([\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*):/uy;

function roleBehind(text: string, at: number): string | undefined {
  ROLE_BEHIND.lastIndex = at;
  return ROLE_BEHIND.exec(text)?.[1];
}

/** The role before a backquote: of `:a:b:` the longest that can be one. */
export function roleBefore(text: string, least: number, backquote: number): string | undefined {
  if (text.charAt(backquote - 1) !== ":" || backquote - 1 < least) {
    return undefined;
  }
  let best: string | undefined;
  for (let at = backquote - 2; at >= least && /[\p{L}\p{N}\-._+:]/u.test(text.charAt(at)); at -= 1) {
    if (text[at] !== ":" || !mayPrecede(at === least ? "" : text.charAt(at - 1))) {
      continue;
    }
    const name = text.slice(at + 1, backquote - 1);
    best = isSimpleName(name) ? name : best;
  }
  return best;
}

/** The simple name that ends before an underscore, the longest that begins where markup may begin. */
export function nameBefore(text: string, least: number, end: number): string | undefined {
  let start = end;
  while (start > least && isNameCharacter(text, start - 1, end)) {
    start -= 1;
  }
  while (start < end && !mayBeginName(text, least, start)) {
    start += 1;
  }
  return start < end ? text.slice(start, end) : undefined;
}

function isNameCharacter(text: string, at: number, end: number): boolean {
  const character = text.charAt(at);
  if (/[\p{L}\p{N}\p{Cs}]/u.test(character)) {
    return true;
  }
  return /[-._+:]/u.test(character) && at + 1 < end && /[\p{L}\p{N}\p{Cs}]/u.test(text.charAt(at + 1));
}

function mayBeginName(text: string, least: number, at: number): boolean {
  return /[\p{L}\p{N}\p{Cs}]/u.test(text.charAt(at)) && mayPrecede(at === least ? "" : text.charAt(at - 1));
}

const FOOTNOTE = /\[([0-9]+|#|\*|#?[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*)\]_/uy;

/** The label of a footnote or citation reference. */
export function footnoteAt(text: string, index: number): string | undefined {
  FOOTNOTE.lastIndex = index;
  const found = FOOTNOTE.exec(text);
  return found !== null && mayFollow(text.charAt(FOOTNOTE.lastIndex)) ? found[1] : undefined;
}
