import { normalName } from "./characters.ts";
import type { DocumentNotes } from "./document.ts";

const ADDRESS = /^[a-z][a-z0-9.+-]*:\S/iu;

/**
 * Notes a reference in backquotes, with or without an address or alias in angle brackets.
 *
 * @returns its text.
 */
export function phraseReference(inside: string, suffix: string, line: number, notes: DocumentNotes): string {
  const embedded = embeddedTarget(inside);
  if (embedded === undefined) {
    const text = plain(inside);
    const use = { name: normalName(text), line };
    (suffix === "__" ? notes.anonymousReferences : notes.references).push(use);
    return text;
  }
  const { alias, address } = embedded;
  const text = plain(embedded.text) === "" ? (alias ?? address ?? "") : plain(embedded.text);
  if (alias !== undefined) {
    notes.references.push({ name: alias, line });
  }
  if (suffix === "_") {
    notes.inlineTargets += 1;
    if (alias !== undefined) {
      notes.aliases.push({ name: normalName(text), line, alias });
    }
    notes.nameImplicitly(normalName(text), { line, alias, address });
  }
  return text;
}

function plain(text: string): string {
  return text.replace(/\0[ \n]?/gu, "");
}

function embeddedTarget(inside: string) {
  const opening = inside.lastIndexOf("<");
  if (opening === -1 || !inside.endsWith(">")) {
    return undefined;
  }
  let start = opening;
  while (inside.charAt(start - 1) === "\0") {
    start = inside.lastIndexOf("<", start - 1);
    if (start === -1) {
      return undefined;
    }
  }
  let from = start;
  while (from > 0 && " \n".includes(inside.charAt(from - 1))) {
    from -= 1;
  }
  const target = inside.slice(start + 1, -1);
  if ((from === start && start > 0) || !isTarget(target)) {
    return undefined;
  }
  const text = inside.slice(0, from);
  const isAlias = target.endsWith("_") && !target.endsWith("\0_") && !ADDRESS.test(target);
  return isAlias
    ? { text, alias: normalName(plain(target.slice(0, -1))), address: undefined }
    : { text, alias: undefined, address: plain(target).replace(/\s+/gu, "") };
}

/** Something, without white space at its ends, in which angle brackets are escaped. */
function isTarget(text: string): boolean {
  return text !== "" && text.trim() === text && !/[<>\0]/u.test(text.replace(/\0[\s\S]/gu, "")) && !text.endsWith("\0");
}
