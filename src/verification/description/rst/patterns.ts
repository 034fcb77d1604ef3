const SEQUENCE = "[0-9]+|[a-z]|[A-Z]|[ivxlcdm]+|[IVXLCDM]+|#";
const OPTION_ARGUMENT = "(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)";
const OPTION = `(?:[-+][a-zA-Z0-9](?: ?${OPTION_ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${OPTION_ARGUMENT})?)`;

/** How the first line of each construct looks (reStructuredText specification, "Body Elements"). */
export const MARKERS = {
  indent: /^ +/u,
  bullet: /^[-+*\u2022\u2023\u2043](?: +|$)/u,
  enumerator: new RegExp(`^(?:\\((?:${SEQUENCE})\\)|(?:${SEQUENCE})[.)])(?: +|$)`, "u"),
  field: /^:(?![: ])(?:[^:\\]|\\.|:(?!(?:[ `]|$)))*(?<! ):(?: +|$)/u,
  option: new RegExp(`^${OPTION}(?:, ${OPTION})*(?: {2,}| ?$)`, "u"),
  doctest: /^>>>(?: +|$)/u,
  lineBlock: /^\|(?: +|$)/u,
  gridTable: /^\+-[-+]+-\+ *$/u,
  simpleTable: /^=+(?: +=+)+ *$/u,
  explicit: /^\.\.(?: +|$)/u,
  anonymous: /^__(?: +|$)/u,
  line: /^([!-/:-@[-`{-~])\1* *$/u,
} as const;

const SPECIAL = Object.entries(MARKERS).flatMap(([name, pattern]) => (name === "indent" ? [] : [pattern]));

/** Whether a line begins something else than text. */
export function isMarked(line: string): boolean {
  return SPECIAL.some((pattern) => pattern.test(line));
}
