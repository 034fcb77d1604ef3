import { directiveFault } from "./directive-faults.ts";
import { readFields } from "./directive-options.ts";
import type { DirectiveCall } from "./directive-table.ts";
import type { DocumentNotes } from "./document.ts";
import { isBlank, type Lines, slice } from "./lines.ts";
import { areClassNames, type OptionKind } from "./option-values.ts";
import { findRole } from "./roles.ts";

const SIMPLE = "[\\p{L}\\p{N}]+(?:[-._+:][\\p{L}\\p{N}]+)*";
const DEFINITION = new RegExp(`^(${SIMPLE})\\s*(?:\\(\\s*(${SIMPLE})\\s*\\)\\s*)?$`, "u");
const LANGUAGES: ReadonlySet<string> = new Set(
  "bash,c,c++,console,cpp,css,diff,go,html,ini,java,javascript,js,json,latex,none,py,python,python3,rst,ruby,rust,sh,shell,sql,tex,text,toml,xml,yaml".split(
    ",",
  ),
);

/** `.. role:: name(base)` with its options: the name is known from here on. */
export function defineRole(call: DirectiveCall, notes: DocumentNotes): void {
  const [first = ""] = call.content.text;
  const [, name, base] = DEFINITION.exec(first) ?? [];
  if (name === undefined) {
    throw directiveFault(call, "needs the name of a role, with the one it is made of in parentheses");
  }
  const role = base === undefined ? "generic" : findRole(base, call.line, notes);
  const kinds = optionKinds(role, base !== undefined && notes.roles.has(base.toLowerCase()));
  const options = readFields(optionLines(call), kinds, `the role ${JSON.stringify(name)}`);
  if (!areClassNames(name, call.line)) {
    throw directiveFault(call, "gives a name of which no class name can be made");
  }
  const language = (options.get("language") ?? "").toLowerCase();
  const certain = language === "" || LANGUAGES.has(language);
  notes.roles.set(name.toLowerCase(), certain ? role : "doubtful");
}

function optionLines(call: DirectiveCall): Lines {
  const gap = isBlank(call.content.text[1]) ? 2 : 1;
  const rest = slice(call.content, gap);
  const blank = rest.text.findIndex(isBlank);
  const end = blank === -1 ? rest.text.length : blank;
  if (!rest.text.slice(end).every(isBlank)) {
    throw directiveFault(call, "takes no content");
  }
  return slice(rest, 0, end);
}

function optionKinds(role: string, derived: boolean): ReadonlyMap<string, OptionKind> {
  const kinds = new Map<string, OptionKind>([["class", "class"]]);
  if (role === "raw") {
    kinds.set("format", "any");
  } else if (role === "code" || derived) {
    kinds.set("language", "any");
  }
  return kinds;
}

/** `.. default-role:: name`; without a name back to the usual one. */
export function setDefaultRole(call: DirectiveCall, notes: DocumentNotes): void {
  const [name] = call.words;
  notes.defaultRole = name === undefined ? "title-reference" : findRole(name, call.line, notes);
}
