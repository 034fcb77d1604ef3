import { arePair, isSimpleName, isSpace, isUnsettled, mayFollow, mayPrecede, normalName } from "./characters.ts";
import type { DocumentNotes } from "./document.ts";
import { doubt, failure } from "./fault.ts";
import { phraseReference } from "./inline-reference.ts";
import { endOf, endOfInterpreted, footnoteAt, type InterpretedEnd, nameBefore, roleBefore } from "./inline-scan.ts";
import type { Inline } from "./parser.ts";
import { useRole } from "./roles.ts";

/** One run over a piece of text: what is behind `at` has been read, and its text is in `plain`. */
interface Run {
  readonly text: string;
  readonly notes: DocumentNotes;
  readonly plain: string[];
  at: number;
  marked: boolean;
  /** Lines are counted from the place asked for last, which is never far. */
  readonly counted: { at: number; line: number };
}

const MARK = /[*`|_[]/gu;
/** As names in messages and remedies. */
const NAMES = {
  "**": "strong",
  "*": "emphasis",
  "``": "literal",
  "`": "interpreted text",
  "|": "substitution",
} as const;

/** Backslashes become NUL before what they escape, which no rule takes for markup. */
export function escaped(text: string): string {
  return text.replaceAll("\0", "").replace(/\\([\s\S]?)/gu, "\0$1");
}

/** Text as it is shown: escaped white space is gone, other escaped characters stay. */
export function unescaped(text: string): string {
  return text.replace(/\0[ \n]?/gu, "");
}

/**
 * Reads inline markup and notes what it refers to.
 *
 * @throws Fault at the first thing that stops docutils.
 */
export function readInline(source: string, line: number, notes: DocumentNotes): Inline {
  const run: Run = { text: escaped(source), notes, plain: [], at: 0, marked: false, counted: { at: 0, line } };
  MARK.lastIndex = 0;
  let from = 0;
  for (;;) {
    MARK.lastIndex = from;
    const mark = MARK.exec(run.text);
    if (mark === null) {
      break;
    }
    from = Math.max(readMark(run, mark.index), mark.index + 1);
  }
  run.plain.push(unescaped(run.text.slice(run.at)));
  return { text: run.plain.join(""), marked: run.marked };
}

/** Reads the markup at a special character, if it is any; returns where to go on. */
function readMark(run: Run, index: number): number {
  const { text } = run;
  switch (text[index]) {
    case "*":
      return readSpan(run, index, text[index + 1] === "*" ? "**" : "*");
    case "|":
      return text[index + 1] === "|" ? index + 1 : readSpan(run, index, "|");
    case "`":
      return text[index + 1] === "`" ? readSpan(run, index, "``") : readInterpreted(run, index);
    case "[":
      return readFootnote(run, index);
    default:
      return readUnderscore(run, index);
  }
}

function before(run: Run, index: number): string {
  return index <= run.at ? "" : run.text.charAt(index - 1);
}

/** Whether a start-string may stand here; what is behind it is read on as text when it may not. */
function starts(run: Run, index: number, length: number): boolean {
  const behind = run.text.charAt(index + length);
  const ahead = before(run, index);
  if (isUnsettled(ahead) || isUnsettled(behind)) {
    throw doubt("markup stands beside unusual punctuation", lineAt(run, index), excerpt(run.text, index));
  }
  if (!mayPrecede(ahead) || (behind !== "" && isSpace(behind))) {
    return false;
  }
  return ahead === "" || !(behind === "" || arePair(ahead, behind));
}

function readSpan(run: Run, index: number, mark: "**" | "*" | "``" | "|"): number {
  if (!starts(run, index, mark.length)) {
    return index + mark.length;
  }
  const end = endOf(run.text, index + mark.length, mark);
  if (end === undefined) {
    throw unclosed(run, index, NAMES[mark], mark);
  }
  const inside = run.text.slice(index + mark.length, end.from);
  if (mark === "|") {
    run.notes.substitutionUses.push({ name: normalSpace(unescaped(inside)), line: lineAt(run, index) });
    noteReference(run, index, end.suffix, normalName(unescaped(inside)));
  }
  return done(run, index, end.to, mark === "``" ? inside.replaceAll("\0", "\\") : unescaped(inside));
}

function normalSpace(text: string): string {
  return text
    .split(/\s+/u)
    .filter((part) => part !== "")
    .join(" ");
}

function noteReference(run: Run, index: number, suffix: string, name: string): void {
  const use = { name, line: lineAt(run, index) };
  if (suffix === "__") {
    run.notes.anonymousReferences.push(use);
  } else if (suffix === "_") {
    run.notes.references.push(use);
  }
}

function readInterpreted(run: Run, index: number): number {
  const prefix = roleBefore(run.text, run.at, index);
  const start = index - (prefix === undefined ? 0 : prefix.length + 2);
  // Behind a role quotation marks are not looked at.
  const behind = run.text.charAt(index + 1);
  const begins = prefix === undefined ? starts(run, index, 1) : behind === "" || !isSpace(behind);
  if (!begins) {
    return index + 1;
  }
  const end = endOfInterpreted(run.text, index + 1);
  if (end === undefined) {
    throw unclosed(run, index, "interpreted text or a reference", "`");
  }
  const inside = run.text.slice(index + 1, end.from);
  return done(run, start, end.to, interpretedText(run, start, inside, prefix, end));
}

function interpretedText(
  run: Run,
  start: number,
  inside: string,
  prefix: string | undefined,
  end: InterpretedEnd,
): string {
  const line = lineAt(run, start);
  const role = prefix ?? end.role;
  const shown = excerpt(run.text, start);
  if (role !== undefined && end.reference !== "") {
    throw failure(
      "interpreted text has a role and is a reference too",
      line,
      shown,
      "Remove the role or the underscore.",
    );
  }
  if (prefix !== undefined && end.role !== undefined) {
    throw failure("interpreted text has a role before it and one behind", line, shown, "Remove one of the two roles.");
  }
  if (end.reference !== "") {
    return phraseReference(inside, end.reference, line, run.notes);
  }
  return useRole(role, unescaped(inside), line, run.notes);
}

function readFootnote(run: Run, index: number): number {
  const label = mayPrecede(before(run, index)) ? footnoteAt(run.text, index) : undefined;
  if (label === undefined) {
    return index + 1;
  }
  const line = lineAt(run, index);
  if (label === "*") {
    run.notes.symbolFootnoteReferences.push(line);
  } else if (label.startsWith("#")) {
    run.notes.autoFootnoteReferences.push({ name: normalName(label.slice(1)), line });
  } else {
    run.notes.references.push({ name: normalName(label), line });
  }
  return done(run, index, index + label.length + 3, label);
}

/** An inline target, a reference by its name alone, or nothing. */
function readUnderscore(run: Run, index: number): number {
  const { text } = run;
  if (text[index + 1] === "`" && text[index - 1] !== "_" && mayPrecede(before(run, index)) && starts(run, index, 2)) {
    return readInlineTarget(run, index);
  }
  const suffix = text[index + 1] === "_" ? "__" : "_";
  if (!mayFollow(text.charAt(index + suffix.length))) {
    return text[index + 1] === "_" && text[index + 2] === "`" ? index + 1 : index + suffix.length;
  }
  const name = nameBefore(text, run.at, index);
  if (name === undefined || !isSimpleName(name)) {
    return index + 1;
  }
  noteReference(run, index, suffix, normalName(name));
  return done(run, index - name.length, index + suffix.length, name);
}

function readInlineTarget(run: Run, index: number): number {
  const end = endOf(run.text, index + 2, "`");
  if (end === undefined) {
    throw unclosed(run, index, "inline target", "`");
  }
  const text = unescaped(run.text.slice(index + 2, end.from));
  run.notes.inlineTargets += 1;
  run.notes.nameExplicitly(normalName(text), { line: lineAt(run, index) });
  return done(run, index, end.to, text);
}

function done(run: Run, from: number, to: number, shown: string): number {
  run.plain.push(unescaped(run.text.slice(run.at, from)), shown);
  run.at = to;
  run.marked = true;
  return to;
}

function unclosed(run: Run, index: number, what: string, mark: string): Error {
  return failure(
    `${what} begins and does not end`,
    lineAt(run, index),
    excerpt(run.text, index),
    `Close it with ${mark}, or put a backslash before the character that is meant as text.`,
  );
}

function lineAt({ text, counted }: Run, index: number): number {
  for (; counted.at < index; counted.at += 1) {
    counted.line += text[counted.at] === "\n" ? 1 : 0;
  }
  for (; counted.at > index; counted.at -= 1) {
    counted.line -= text[counted.at - 1] === "\n" ? 1 : 0;
  }
  return counted.line;
}

function excerpt(text: string, index: number): string {
  return text
    .slice(index, index + 60)
    .replace(/\n[\s\S]*/u, "")
    .replaceAll("\0", "\\");
}
