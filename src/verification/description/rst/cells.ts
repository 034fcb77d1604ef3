import { failure } from "./fault.ts";
import { indentOf, isBlank, type Lines } from "./lines.ts";

/** What a table consists of. */
export interface Cells {
  readonly columns: number;
  readonly cells: readonly Lines[];
}

export function malformed(what: string, line: number, offender: string): Error {
  return failure(`a table is malformed: ${what}`, line, offender, "Align the borders and the text of the table.");
}

/** A rectangle of text, without the indent that all its lines have. */
export function rectangle(lines: Lines, top: number, left: number, bottom: number, right: number): Lines {
  const text = lines.text.slice(top, bottom).map((line) => line.slice(left, right).trimEnd());
  const indent = text.reduce((least, line) => (isBlank(line) ? least : Math.min(least, indentOf(line))), right);
  return {
    text: text.map((line) => line.slice(indent)),
    first: lines.first + top,
  };
}
