/** What `\s`, strip() and split() of Python take for white space, as the inside of a character class; JavaScript's idea differs by six characters. */
export const PYTHON_SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const START = new RegExp(`^[${PYTHON_SPACE}]+`);
const BETWEEN = new RegExp(`[${PYTHON_SPACE}]+`);
const LINE_ENDS = "\\n-\\r\\x1c-\\x1e\\x85\\u2028\\u2029";
const SEVERAL_LINES = new RegExp(`[${LINE_ENDS}].`, "s");
const LINE_END = new RegExp(`\\r\\n|[${LINE_ENDS}]`, "g");
const ONE = new RegExp(`[${PYTHON_SPACE}]`);

/** The text without white space at both ends, by Python's idea of white space. */
export function pythonTrim(text: string): string {
  return pythonTrimStart(pythonTrimEnd(text));
}

/** As `pythonTrim`, at the beginning only. */
export function pythonTrimStart(text: string): string {
  return text.replace(START, "");
}

/** As `pythonTrim`, at the end only. Takes time linear in the text. */
export function pythonTrimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ONE.test(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(0, end);
}

/** The words between white space, by Python's idea of it. */
export function pythonWords(text: string): string[] {
  return text.split(BETWEEN).filter((word) => word !== "");
}

/** Whether Python's splitlines() gives more than one line: a line end at the very end begins no other line. */
export function isSeveralPythonLines(text: string): boolean {
  return SEVERAL_LINES.test(text.replace(/\r\n$/, "\n"));
}

/** The lines that Python's splitlines() gives, one at a time, without their ends. */
export function* pythonLines(text: string): Generator<string> {
  let start = 0;
  for (const { index, 0: end } of text.matchAll(LINE_END)) {
    yield text.slice(start, index);
    start = index + end.length;
  }
  if (start < text.length) {
    yield text.slice(start);
  }
}
