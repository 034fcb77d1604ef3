import { doubt } from "./fault.ts";

export type OptionKind =
  | "any"
  | "required"
  | "class"
  | "flag"
  | "count"
  | "integer"
  | "optional-integer"
  | "percentage"
  | "length"
  | "length-or-percentage"
  | "figure-width"
  | "position"
  | "side"
  | "loading"
  | "backlinks"
  | "widths"
  | "widths-or-grid"
  | "character"
  | "delimiter"
  | "encoding";

const MEASURE = /^(?:[0-9]*\.[0-9]*|[0-9]+) *(?:em|ex|ch|rem|vw|vh|vmin|vmax|cm|mm|Q|in|pc|pt|px)?$/u;
const PERCENTAGE = /^(?:[0-9]*\.[0-9]*|[0-9]+) *%$/u;
const INTEGER = /^[+-]?[0-9]+(?:_[0-9]+)*$/u;
const SIDES = ["left", "center", "right"];
const POSITIONS = [...SIDES, "top", "middle", "bottom"];

/** Whether docutils takes a value for an option, given without surrounding white space. */
export function isOptionValue(kind: OptionKind, value: string, line: number): boolean {
  switch (kind) {
    case "any":
      return true;
    case "required":
      return value !== "";
    case "flag":
      return value === "";
    case "class":
      return value !== "" && areClassNames(value, line);
    case "count":
      return isInteger(value, line) && Number(value.replaceAll("_", "")) >= 0;
    case "percentage":
      return isInteger(withoutPercent(value), line) && !/^-0*[1-9]/u.test(value);
    case "integer":
      return isInteger(value, line);
    case "optional-integer":
      return value === "" || isInteger(value, line);
    default:
      return isListedValue(kind, value, line);
  }
}

function isListedValue(kind: OptionKind, value: string, line: number): boolean {
  switch (kind) {
    case "length":
      return isMeasure(value);
    case "length-or-percentage":
      return isMeasure(value) || PERCENTAGE.test(value);
    case "figure-width":
      return value.toLowerCase() === "image" || isMeasure(value) || PERCENTAGE.test(value);
    case "position":
      return POSITIONS.includes(value.toLowerCase());
    case "side":
      return SIDES.includes(value.toLowerCase());
    case "backlinks":
      return ["top", "entry", "none"].includes(value.toLowerCase());
    case "loading":
      return isLoading(value.toLowerCase(), line);
    case "widths":
      return value === "auto" || areWidths(value, line);
    case "widths-or-grid":
      return value === "auto" || value === "grid" || areWidths(value, line);
    case "encoding":
      return isEncoding(value, line);
    case "delimiter":
      return value === "tab" || value === "space" || isCharacter(value, line);
    default:
      return isCharacter(value, line);
  }
}

function isMeasure(value: string): boolean {
  return MEASURE.test(value) && /[0-9]/u.test(value);
}

function withoutPercent(value: string): string {
  let end = value.length;
  while (end > 0 && " %".includes(value.charAt(end - 1))) {
    end -= 1;
  }
  return value.slice(0, end);
}

/** Python's `int()` takes digits of every script. */
function isInteger(value: string, line: number): boolean {
  if (/[^\u{20}-\u{7e}]/u.test(value)) {
    throw doubt("a number is not written in ASCII digits", line, value);
  }
  return INTEGER.test(value.trim());
}

function areWidths(value: string, line: number): boolean {
  const widths = value.split(value.includes(",") ? "," : /\s+/u);
  return widths.every((width) => isInteger(width, line) && Number(width.replaceAll("_", "")) > 0);
}

/** An embedded image is read on the server, of which nothing is known here. */
function isLoading(value: string, line: number): boolean {
  if (value === "embed") {
    throw doubt("an image is to be embedded", line, value);
  }
  return ["link", "lazy"].includes(value);
}

function isEncoding(value: string, line: number): boolean {
  if (/^(?:utf-?8|ascii|latin-?1)$/iu.test(value)) {
    return true;
  }
  throw doubt("an encoding may be unknown", line, value);
}

function isCharacter(value: string, line: number): boolean {
  if (value.length === 1 && value >= "!" && value <= "~") {
    return true;
  }
  throw doubt("the value of an option is unusual", line, value);
}

/** Class names need a letter from which their identifier can begin. */
export function areClassNames(value: string, line: number): boolean {
  return value
    .split(/\s+/u)
    .filter((name) => name !== "")
    .every((name) => {
      const letter = /[a-z]/iu.test(name.normalize("NFKD"));
      if (!letter && /[^\u{20}-\u{7e}]/u.test(name)) {
        throw doubt("a class name has no ASCII letter", line, name);
      }
      return letter;
    });
}
