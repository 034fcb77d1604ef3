import type { Lines } from "./lines.ts";
import type { OptionKind } from "./option-values.ts";

/** What a directive takes (docutils' documentation of its directives). */
export interface DirectiveForm {
  /** Number of arguments. */
  readonly least: number;
  readonly most: number;
  /** Whether the last argument may have white space in it. */
  readonly spaces: boolean;
  readonly content: boolean;
  readonly takesOptions: boolean;
  readonly options: ReadonlyMap<string, OptionKind>;
  readonly run: DirectiveKind;
}

export type DirectiveKind =
  | "admonition"
  | "titled-admonition"
  | "boxed"
  | "class"
  | "code"
  | "compound"
  | "container"
  | "contents"
  | "csv-table"
  | "date"
  | "default-role"
  | "disabled"
  | "figure"
  | "hidden"
  | "image"
  | "line-block"
  | "list-table"
  | "literal"
  | "meta"
  | "nothing"
  | "pending"
  | "parsed-literal"
  | "quotation"
  | "replace"
  | "role"
  | "rubric"
  | "table"
  | "unicode"
  | "unreportable";

/** One use of a directive. */
export interface DirectiveCall {
  readonly name: string;
  readonly line: number;
  readonly substitution: string | undefined;
  readonly options: ReadonlyMap<string, string>;
  readonly words: readonly string[];
  readonly argument: Lines;
  readonly content: Lines;
}

const COMMON = { class: "class", name: "any" } as const;
const IMAGE = {
  alt: "any",
  height: "length",
  width: "length-or-percentage",
  scale: "percentage",
  target: "required",
  loading: "loading",
  ...COMMON,
} as const;
const TABLE = { ...COMMON, align: "side", width: "length-or-percentage" } as const;
const ROWS = { "header-rows": "count", "stub-columns": "count" } as const;
const NONE = { least: 0, most: 0, spaces: false, content: false };
const CONTENT = { ...NONE, content: true };
const TITLED = { ...CONTENT, least: 1, most: 1, spaces: true };
const MAYBE_TITLED = { ...TITLED, least: 0 };
const ARGUMENT = { ...TITLED, content: false };

function form(
  shape: Omit<DirectiveForm, "takesOptions" | "options" | "run">,
  run: DirectiveKind,
  options?: Readonly<Record<string, OptionKind>>,
): DirectiveForm {
  return { ...shape, run, takesOptions: options !== undefined, options: new Map(Object.entries(options ?? {})) };
}

function named(names: readonly string[], entry: DirectiveForm): [string, DirectiveForm][] {
  return names.map((name) => [name, entry]);
}

const CSV: Readonly<Record<string, OptionKind>> = {
  ...TABLE,
  ...ROWS,
  widths: "widths",
  header: "any",
  file: "required",
  url: "required",
  encoding: "encoding",
  delim: "delimiter",
  keepspace: "flag",
  quote: "character",
  escape: "character",
};

/** The directives of docutils, by name. */
export const DIRECTIVES: ReadonlyMap<string, DirectiveForm> = new Map([
  ...named(
    ["attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning"],
    form(CONTENT, "admonition", COMMON),
  ),
  ...named(["admonition"], form(TITLED, "titled-admonition", COMMON)),
  ...named(["topic"], form(TITLED, "boxed", COMMON)),
  ...named(["sidebar"], form(MAYBE_TITLED, "boxed", { ...COMMON, subtitle: "required" })),
  ...named(["class", "rst-class"], form(TITLED, "class")),
  ...named(
    ["code", "code-block", "sourcecode"],
    form({ ...CONTENT, most: 1 }, "code", { ...COMMON, "number-lines": "optional-integer" }),
  ),
  ...named(["math"], form(CONTENT, "literal", COMMON)),
  ...named(["compound"], form(CONTENT, "compound", COMMON)),
  ...named(["container"], form(MAYBE_TITLED, "container", { name: "any" })),
  ...named(
    ["contents"],
    form({ ...ARGUMENT, least: 0 }, "contents", {
      depth: "count",
      local: "flag",
      backlinks: "backlinks",
      class: "class",
    }),
  ),
  ...named(["csv-table"], form(MAYBE_TITLED, "csv-table", CSV)),
  ...named(["list-table"], form(MAYBE_TITLED, "list-table", { ...TABLE, ...ROWS, widths: "widths" })),
  ...named(["table"], form(MAYBE_TITLED, "table", { ...TABLE, widths: "widths-or-grid" })),
  ...named(["date"], form(CONTENT, "date")),
  ...named(["default-role"], form({ ...NONE, most: 1 }, "default-role")),
  ...named(["include", "raw"], form({ ...TITLED, least: 0 }, "disabled")),
  ...named(["image"], form(ARGUMENT, "image", { ...IMAGE, align: "position" })),
  ...named(
    ["figure"],
    form(TITLED, "figure", { ...IMAGE, align: "side", figwidth: "figure-width", figclass: "class", figname: "any" }),
  ),
  ...named(["footer", "header"], form(CONTENT, "hidden")),
  ...named(["title"], form(ARGUMENT, "nothing")),
  ...named(
    ["sectnum", "section-numbering"],
    form(NONE, "pending", { depth: "integer", start: "integer", prefix: "required", suffix: "required" }),
  ),
  ...named(["target-notes"], form(NONE, "pending", { class: "class" })),
  ...named(["line-block"], form(CONTENT, "line-block", COMMON)),
  ...named(["parsed-literal"], form(CONTENT, "parsed-literal", COMMON)),
  ...named(["epigraph", "highlights", "pull-quote"], form(CONTENT, "quotation")),
  ...named(["meta"], form(CONTENT, "meta")),
  ...named(["replace"], form(CONTENT, "replace")),
  ...named(["role"], form(CONTENT, "role")),
  ...named(["rubric"], form(ARGUMENT, "rubric", COMMON)),
  ...named(["unicode"], form(ARGUMENT, "unicode", { trim: "flag", ltrim: "flag", rtrim: "flag" })),
  ...named(["restructuredtext-test-directive"], form(MAYBE_TITLED, "unreportable", { option: "required" })),
]);
