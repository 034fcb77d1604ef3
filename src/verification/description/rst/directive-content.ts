import { normalName } from "./characters.ts";
import { directiveFault, inlineText, needContent } from "./directive-faults.ts";
import type { DirectiveCall, DirectiveForm, DirectiveKind } from "./directive-table.ts";
import { csvTable, listTable, wrappedTable } from "./directive-tables.ts";
import { doubt } from "./fault.ts";
import { isBlank, type Lines } from "./lines.ts";
import { readQuotes } from "./lists.ts";
import { readMeta } from "./meta.ts";
import { areClassNames } from "./option-values.ts";
import type { Node, NodeKind, Parser, Reader } from "./parser.ts";
import { defineRole, setDefaultRole } from "./role-definition.ts";
import { readCharacters, readReplacement } from "./substitution-content.ts";
import { destination } from "./targets.ts";

type Run = (call: DirectiveCall, reader: Reader, parser: Parser) => void;

const RUNS: Readonly<Record<DirectiveKind, Run>> = {
  admonition,
  "titled-admonition": admonition,
  boxed,
  class: classes,
  code: (call, reader) => literal(call, reader),
  compound: admonition,
  container,
  contents,
  "csv-table": csvTable,
  date: (call, reader) => inlineOnly(call, reader),
  "default-role": (call, _reader, parser) => {
    setDefaultRole(call, parser.notes);
  },
  disabled: (call) => {
    throw directiveFault(call, "is switched off on PyPI");
  },
  figure,
  hidden: (call, reader, parser) => {
    needContent(call);
    parser.blocks(call.content, reader.depth + 1);
  },
  image,
  "line-block": lineBlock,
  "list-table": listTable,
  literal: (call, reader) => literal(call, reader),
  meta: (call) => {
    needContent(call);
    readMeta(call);
  },
  nothing: () => {},
  pending: (call, reader) => add(call, reader, "invisible"),
  "parsed-literal": (call, reader, parser) => {
    needContent(call);
    parser.inline(call.content.text.join("\n"), call.content.first);
    add(call, reader, "block");
  },
  quotation: (call, reader, parser) => {
    needContent(call);
    add(call, reader, "block", readQuotes(call.content, reader.depth, parser));
  },
  replace: (call, reader, parser) => {
    inlineOnly(call, reader);
    needContent(call);
    readReplacement(call, reader.depth, parser);
  },
  role: (call, _reader, parser) => {
    defineRole(call, parser.notes);
  },
  rubric: (call, reader, parser) => {
    inlineText(call.argument, parser);
    add(call, reader, "block");
  },
  table: wrappedTable,
  unicode: (call, reader) => {
    inlineOnly(call, reader);
    readCharacters(call);
  },
  unreportable: (call, reader) => add(call, reader, "message"),
};

/** Checks what a directive is used on, and adds what it becomes. */
export function runDirective(form: DirectiveForm, call: DirectiveCall, reader: Reader, parser: Parser): void {
  RUNS[form.run](call, reader, parser);
  for (const option of ["name", "figname"]) {
    const name = normalName(call.options.get(option) ?? "");
    if (name !== "") {
      parser.notes.nameExplicitly(name, { line: call.line });
    }
  }
}

function add(call: DirectiveCall, reader: Reader, kind: NodeKind, children: readonly Node[] = []): void {
  reader.nodes.push({ kind, line: call.line, children });
}

function inlineOnly(call: DirectiveCall, reader: Reader): void {
  if (call.substitution === undefined) {
    throw directiveFault(call, "can be used in a substitution definition only");
  }
  add(call, reader, "inline");
}

function body(lines: Lines, reader: Reader, parser: Parser): Node[] {
  return parser.blocks(lines, reader.depth + 1);
}

function literal(call: DirectiveCall, reader: Reader): void {
  needContent(call);
  add(call, reader, "literal");
}

function admonition(call: DirectiveCall, reader: Reader, parser: Parser): void {
  needContent(call);
  inlineText(call.argument, parser);
  add(call, reader, "block", body(call.content, reader, parser));
}

/** Topics, sidebars and tables of contents stand in the document, in a section or in a sidebar. */
function checkPlace(call: DirectiveCall, reader: Reader): void {
  if (reader.sections === undefined && (reader.mayBox !== true || call.name === "sidebar")) {
    throw directiveFault(call, "may not be used inside of another construct");
  }
}

function boxed(call: DirectiveCall, reader: Reader, parser: Parser): void {
  checkPlace(call, reader);
  needContent(call);
  inlineText(call.argument, parser);
  const subtitle = call.options.get("subtitle");
  if (subtitle !== undefined && call.words.length === 0) {
    throw directiveFault(call, "has a subtitle and no title");
  }
  parser.inline(subtitle ?? "", call.line);
  add(call, reader, "block", parser.blocks(call.content, reader.depth + 1, call.name === "sidebar"));
}

function checkClasses(call: DirectiveCall): void {
  if (call.words.length > 0 && !areClassNames(call.words.join(" "), call.line)) {
    throw directiveFault(call, "has an argument of which no class name can be made");
  }
}

/** Without content the class is for what follows, which is looked for when the document is complete. */
function classes(call: DirectiveCall, reader: Reader, parser: Parser): void {
  checkClasses(call);
  if (call.content.text.every(isBlank)) {
    add(call, reader, "class");
  } else {
    for (const node of body(call.content, reader, parser)) {
      reader.nodes.push(node);
    }
  }
}

function container(call: DirectiveCall, reader: Reader, parser: Parser): void {
  needContent(call);
  checkClasses(call);
  add(call, reader, "block", body(call.content, reader, parser));
}

function contents(call: DirectiveCall, reader: Reader, parser: Parser): void {
  checkPlace(call, reader);
  const title = inlineText(call.argument, parser);
  if (title !== "" || !call.options.has("local")) {
    parser.notes.nameImplicitly(normalName(title === "" ? "Contents" : title), { line: call.line });
  }
  add(call, reader, "contents");
}

function lineBlock(call: DirectiveCall, reader: Reader, parser: Parser): void {
  needContent(call);
  for (const [index, text] of call.content.text.entries()) {
    parser.inline(text.trim(), call.content.first + index);
  }
  add(call, reader, "block");
}

const IN_TEXT = ["top", "middle", "bottom"];

function image(call: DirectiveCall, reader: Reader, parser: Parser): void {
  const align = call.options.get("align")?.toLowerCase();
  if (align !== undefined && IN_TEXT.includes(align) !== (call.substitution !== undefined)) {
    throw directiveFault(call, `cannot be aligned ${JSON.stringify(align)} here`);
  }
  noteTarget(call, parser);
  add(call, reader, call.substitution === undefined ? "image" : "inline");
}

/** An image may be a link to a named target. */
function noteTarget(call: DirectiveCall, parser: Parser): void {
  const target = call.options.get("target");
  const { alias } = destination((target ?? "").split("\n"));
  if (alias !== undefined) {
    parser.notes.references.push({ name: alias, line: call.line });
  }
}

const BEFORE_CAPTION: ReadonlySet<string> = new Set(["target", "anchor", "class"]);

function figure(call: DirectiveCall, reader: Reader, parser: Parser): void {
  noteTarget(call, parser);
  const children = body(call.content, reader, parser);
  const caption = children.find(({ kind }) => !BEFORE_CAPTION.has(kind));
  if (caption?.kind === "message" || caption?.kind === "invisible") {
    throw doubt("a figure may have no caption", call.line, call.words.join(" "));
  }
  const fits = caption === undefined || caption.kind === "paragraph" || isEmptyComment(caption);
  if (!fits) {
    throw directiveFault(call, "has a caption that is neither a paragraph nor an empty comment");
  }
  add(call, reader, "block", children);
}

function isEmptyComment({ kind, text }: Node): boolean {
  return kind === "comment" && text !== "comment";
}
