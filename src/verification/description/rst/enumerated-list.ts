import { isBlank } from "./lines.ts";
import { endsWithoutBlankLine, itemBlock, skipBlank } from "./lists.ts";
import { lineNumber, type Node, type Parser, type Reader } from "./parser.ts";
import { MARKERS } from "./patterns.ts";

type Sequence = "arabic" | "loweralpha" | "upperalpha" | "lowerroman" | "upperroman" | "#";

interface Enumerator {
  readonly opening: string;
  readonly closing: string;
  readonly sequence: Sequence;
  /** Undefined for letters that are no Roman number. */
  readonly ordinal: number | undefined;
  readonly width: number;
}

const SEQUENCES: readonly (readonly [Sequence, RegExp])[] = [
  ["arabic", /^[0-9]+$/u],
  ["loweralpha", /^[a-z]$/u],
  ["upperalpha", /^[A-Z]$/u],
  ["lowerroman", /^[ivxlcdm]+$/u],
  ["upperroman", /^[IVXLCDM]+$/u],
];

const ROMAN: readonly (readonly [string, number])[] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/** A numbered list; false when the line behind shows that the number is the beginning of a sentence. */
export function enumeratedList(reader: Reader, parser: Parser): boolean {
  const first = enumeratorAt(reader, undefined);
  if (first === undefined || !isItem(reader, first)) {
    return false;
  }
  const items: Node[] = [];
  const line = lineNumber(reader);
  let automatic = first.sequence === "#";
  let blankFinish = true;
  for (let item: Enumerator | undefined = first, last = 0; item !== undefined; ) {
    const block = itemBlock(reader, reader.at, item.width);
    items.push({ kind: "item", line: lineNumber(reader), children: parser.blocks(block.lines, reader.depth + 1) });
    last = items.length === 1 ? (item.ordinal ?? 0) : last + 1;
    reader.at = block.end;
    blankFinish = block.blankFinish;
    skipBlank(reader);
    item = nextItem(reader, first, last, automatic);
    automatic ||= item?.sequence === "#";
  }
  reader.nodes.push({ kind: "list", line, children: items, text: "enumerated" });
  if (first.ordinal !== 1) {
    reader.nodes.push({ kind: "message", line, children: [] });
  }
  if (!blankFinish) {
    throw endsWithoutBlankLine("numbered list", reader);
  }
  return true;
}

function nextItem(reader: Reader, first: Enumerator, last: number, automatic: boolean): Enumerator | undefined {
  const next = enumeratorAt(reader, first.sequence);
  if (next === undefined || next.opening !== first.opening || next.closing !== first.closing) {
    return undefined;
  }
  const follows =
    next.sequence === "#" || (next.sequence === first.sequence && !automatic && next.ordinal === last + 1);
  return follows && isItem(reader, next) ? next : undefined;
}

function enumeratorAt(reader: Reader, expected: Sequence | undefined): Enumerator | undefined {
  const marker = MARKERS.enumerator.exec(reader.lines.text[reader.at] ?? "")?.[0];
  if (marker === undefined || MARKERS.bullet.test(marker)) {
    return undefined;
  }
  const label = marker.trimEnd();
  const opening = label.startsWith("(") ? "(" : "";
  const text = label.slice(opening.length, -1);
  const sequence = sequenceOf(text, expected);
  return { opening, closing: label.slice(-1), sequence, ordinal: ordinalOf(text, sequence), width: marker.length };
}

function sequenceOf(text: string, expected: Sequence | undefined): Sequence {
  if (text === "#") {
    return "#";
  }
  if (expected !== undefined && SEQUENCES.some(([name, pattern]) => name === expected && pattern.test(text))) {
    return expected;
  }
  if (expected === undefined && text.toLowerCase() === "i") {
    return text === "i" ? "lowerroman" : "upperroman";
  }
  return SEQUENCES.find(([, pattern]) => pattern.test(text))?.[0] ?? "#";
}

function ordinalOf(text: string, sequence: Sequence): number | undefined {
  switch (sequence) {
    case "#":
      return 1;
    case "arabic":
      return Number(text);
    case "loweralpha":
    case "upperalpha":
      return text.toLowerCase().charCodeAt(0) - 96;
    default:
      return romanNumber(text.toUpperCase());
  }
}

function romanNumber(text: string): number | undefined {
  let rest = text;
  let value = 0;
  for (const [letters, worth] of ROMAN) {
    while (rest.startsWith(letters)) {
      rest = rest.slice(letters.length);
      value += worth;
    }
  }
  return rest === "" && value < 5000 && toRoman(value) === text ? value : undefined;
}

function toRoman(value: number): string {
  let rest = value;
  let text = "";
  for (const [letters, worth] of ROMAN) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}

/** The line behind an enumerator is blank, indented, or the next item of the list. */
function isItem(reader: Reader, { opening, closing, sequence, ordinal }: Enumerator): boolean {
  const next = reader.lines.text[reader.at + 1];
  if (ordinal === undefined) {
    return false;
  }
  if (next === undefined || isBlank(next) || next.charAt(0).trim() === "") {
    return true;
  }
  const label = labelOf(ordinal + 1, sequence);
  if (label === undefined) {
    return false;
  }
  return next.startsWith(`${opening}${label}${closing} `) || next.startsWith(`${opening}#${closing} `);
}

function labelOf(ordinal: number, sequence: Sequence): string | undefined {
  switch (sequence) {
    case "#":
      return "#";
    case "arabic":
      return String(ordinal);
    case "loweralpha":
    case "upperalpha": {
      const letter = String.fromCharCode(ordinal + 96);
      return ordinal > 26 ? undefined : sequence === "loweralpha" ? letter : letter.toUpperCase();
    }
    default:
      return ordinal > 4999 ? undefined : sequence === "lowerroman" ? toRoman(ordinal).toLowerCase() : toRoman(ordinal);
  }
}
