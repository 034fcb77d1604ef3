import { normalName } from "./characters.ts";
import { doubt, type Fault, failure } from "./fault.ts";
import type { Node } from "./parser.ts";
import { UNSEEN } from "./structure.ts";

const SINGLE: ReadonlySet<string> = new Set(
  "author,organization,contact,address,version,revision,status,date,copyright".split(","),
);
const TOPICS: ReadonlySet<string> = new Set(["abstract", "dedication"]);
const REMEDY = "Give the field a single paragraph, or begin the description with something else than a field list.";

/**
 * Checks a field list at the start of a document, whose fields are read as bibliographic data.
 *
 * Behind a title it is read so by readme_renderer before 46 only, so faults there are doubts.
 */
export function checkDocinfo(nodes: readonly Node[]): void {
  const list = firstSeen(nodes);
  if (list?.kind === "field-list") {
    checkFields(list.children, failure);
    return;
  }
  const inner = titleBody(nodes);
  const behind = inner === undefined ? undefined : firstSeen(inner);
  if (behind?.kind === "field-list") {
    checkFields(behind.children, (message, line, offender) => doubt(message, line, offender));
  }
}

function firstSeen(nodes: readonly Node[]): Node | undefined {
  return nodes.find(({ kind }) => !UNSEEN.has(kind));
}

/** What follows the title of a document, and its subtitle. */
function titleBody(nodes: readonly Node[]): readonly Node[] | undefined {
  const [section, ...others] = nodes.filter(({ kind }) => !UNSEEN.has(kind));
  if (section?.kind !== "section" || others.length > 0) {
    return undefined;
  }
  return titleBody(section.children) ?? section.children;
}

type Complaint = (message: string, line: number, offender: string, remedy: string) => Fault;

function checkFields(fields: readonly Node[], complain: Complaint): void {
  const topics = new Set<string>();
  for (const field of fields) {
    const name = normalName(field.text ?? "");
    const what = fieldFault(name, field, topics);
    if (what !== undefined) {
      throw complain(`the bibliographic field ${JSON.stringify(field.text ?? "")} ${what}`, field.line, name, REMEDY);
    }
    topics.add(name);
  }
}

function fieldFault(name: string, field: Node, topics: ReadonlySet<string>): string | undefined {
  const { children } = field;
  if (!SINGLE.has(name) && !TOPICS.has(name) && name !== "authors") {
    return undefined;
  }
  if (children.length === 0) {
    return "is empty";
  }
  if (TOPICS.has(name)) {
    return topics.has(name) ? "is given twice" : undefined;
  }
  if (name === "authors") {
    return areAuthors(children) ? undefined : "is neither paragraphs nor a list of names";
  }
  const [only] = children;
  if (only?.kind === "list" && only.text === "enumerated") {
    return children.some(({ kind }, index) => index > 0 && kind !== "message")
      ? "is not a single paragraph"
      : numberFault(field, only);
  }
  return children.length === 1 && only?.kind === "paragraph" ? undefined : "is not a single paragraph";
}

/** What looks like a numbered list of one item (`1.`) is taken for text after all. */
function numberFault(field: Node, { children }: Node): undefined {
  const [item, ...others] = children;
  if (others.length > 0 || (item?.children.length ?? 0) > 1) {
    throw doubt("a bibliographic field begins with a numbered list", field.line, field.text);
  }
}

function areAuthors(children: readonly Node[]): boolean {
  if (children.every(({ kind }) => kind === "paragraph")) {
    return true;
  }
  const [list, ...others] = children;
  return (
    list?.kind === "list" &&
    list.text === "bullet" &&
    others.length === 0 &&
    list.children.every((item) => item.children.length === 1 && item.children[0]?.kind === "paragraph")
  );
}
