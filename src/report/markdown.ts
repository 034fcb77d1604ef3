import { printable } from "../quote.ts";

/** Columns after which a long line of a code block is continued on the next one: GitHub does not wrap them. */
const WRAP_AT = 110;

/** Text on one line, inert in GitHub-flavoured Markdown, also inside a table cell. */
export function codeSpan(text: string): string {
  const line = printable(text).replace(/\s+/g, " ").trim();
  if (line === "") {
    return "";
  }
  if (/[|\\`]/.test(line)) {
    // A code span cannot hold these in a table; an element can, when everything in it is an entity.
    return `<code>${escaped(line)}</code>`;
  }
  return `\`${line}\``;
}

function escaped(line: string): string {
  return Array.from(line, (character) => (/[a-z0-9 ]/i.test(character) ? character : entity(character))).join("");
}

/** The comment keeps an @ apart from what follows, which a renderer would else take for an address or a name. */
function entity(character: string): string {
  return `&#${character.codePointAt(0)};${character === "@" ? "<!-- -->" : ""}`;
}

/** A code block holds any text as it is, once no line of it can close the block. */
export function codeBlock(text: string): string {
  const lines = printable(text);
  const longest = Math.max(2, ...Array.from(lines.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${lines}\n${fence}`;
}

/** Sentences with their long lines continued on the next one, for a code block. */
export function wrapped(text: string): string {
  return text.split("\n").flatMap(wrappedLine).join("\n");
}

function wrappedLine(line: string): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > WRAP_AT) {
    const at = rest.lastIndexOf(" ", WRAP_AT);
    if (at <= 0 || rest.slice(0, at).trim() === "") {
      break;
    }
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest];
}

/**
 * Sentences of ours, in which values may stand that are not: every word with a character
 * that means something to Markdown, HTML or GitHub becomes code, a URL of a trusted origin
 * a link. What is between backticks is code; lines that begin with two spaces are a code block.
 *
 * @param trusted origins such as `https://pypi.org`
 */
export function prose(text: string, trusted: ReadonlySet<string>): string {
  const parts: string[] = [];
  let block: string[] = [];
  const endBlock = () => {
    if (block.length > 0) {
      parts.push("", codeBlock(block.map((line) => line.slice(2)).join("\n")), "");
      block = [];
    }
  };
  for (const line of printable(text).split("\n")) {
    if (/^ {2}/.test(line)) {
      block.push(line);
    } else {
      endBlock();
      // Two spaces at the end keep the line break.
      parts.push(`${proseLine(line, trusted)}  `);
    }
  }
  endBlock();
  return parts
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function proseLine(line: string, trusted: ReadonlySet<string>): string {
  const item = /^- (.*)$/.exec(line)?.[1];
  const text = (item ?? line)
    .split(/(`[^`]+`|\s+)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? codeSpan(part.slice(1, -1)) : word(part, trusted)))
    .join("");
  // What would begin a list, a heading's underline or an ordered list does not.
  return item === undefined ? text.replace(/^([-+=])|^(\d+)([.)])/, beginning) : `- ${text}`;
}

function beginning(
  _match: string,
  sign: string | undefined,
  number: string | undefined,
  mark: string | undefined,
): string {
  return sign === undefined ? `${number}${entity(mark ?? "")}` : entity(sign);
}

/** Letters, digits and punctuation that nothing acts upon. */
const PLAIN_WORD = /^[\p{L}\p{N}.,;:!?()'"’“”/%+=–—…-]*$/u;
/** What a renderer or a filter of GitHub turns into something else: addresses, emoji, issues, commits. */
const ACTIVE = /:\/\/|www\.|:[\w+-]+:|\bGH-\d|[0-9a-f]{7}|xmpp:|mailto:/i;

/** Punctuation that belongs to the sentence. */
const BEHIND_WORDS = ".,;:!?)\"'";

function word(text: string, trusted: ReadonlySet<string>): string {
  if (/^\s*$/.test(text) || (PLAIN_WORD.test(text) && !ACTIVE.test(text))) {
    return text;
  }
  const from = text.search(/[^("']|$/u);
  let to = text.length;
  while (to > from && BEHIND_WORDS.includes(text.charAt(to - 1))) {
    to -= 1;
  }
  const core = text.slice(from, to);
  return `${text.slice(0, from)}${link(core, trusted) ?? codeSpan(core)}${text.slice(to)}`;
}

function link(text: string, trusted: ReadonlySet<string>): string | undefined {
  if (!/^https:\/\//.test(text) || !URL.canParse(text)) {
    return undefined;
  }
  const { origin, href } = new URL(text);
  return trusted.has(origin) ? linkTo(href, href) : undefined;
}

/** @param href an address of our own making, in which values are percent-encoded */
export function linkTo(href: string, label: string): string {
  const inLink = href.replace(/[()<>\\|`*_~[\]\s]/g, (character) => encodeURIComponent(character));
  const target = inLink.replace(/[()*_~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${escaped(printable(label))}](${target})`;
}

/** A part that is closed until someone opens it. */
export function details(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`;
}
