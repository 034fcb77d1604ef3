import { Parser } from "htmlparser2";
import { renderMarkdown } from "../scripts/summary/page.ts";
import { PublishError } from "../src/errors.ts";
import type { UploadResult } from "../src/package-index/upload-result.ts";
import { annotations } from "../src/report/annotations.ts";
import { makeReport } from "../src/report/report.ts";
import { summaryMarkdown } from "../src/report/summary.ts";
import { RunnerLog } from "../src/runner/log.ts";

/** Tags GitHub shows and the summary is made of. Nothing that loads, runs or leads elsewhere. */
const HARMLESS = new Set(
  "h1 h2 h3 h4 p br hr strong em sub sup code pre table thead tbody tr th td ul ol li details summary a".split(" "),
);
const OWN_LINKS = /^https:\/\/((test|docs|upload|www)?\.?pypi\.org|docs\.github\.com|www\.githubstatus\.com)\//;
const HARMLESS_ATTRIBUTES = new Set(["href", "title", "align", "class", "open"]);

/**
 * Throws unless a run that ends in this way says so in words only: the runner finds exactly the commands
 * that are meant, and the summary, shown as GitHub shows it, is text.
 */
export function assertInert(error: unknown, said: readonly string[], results: readonly UploadResult[] = []): void {
  const unique = [...new Set(said)];
  const report = makeReport({
    results,
    target: undefined,
    failure: error === undefined ? undefined : { error },
    warnings: unique,
    advice: unique,
    stages: [],
    install: [],
    seconds: 1,
  });
  const shown = report.failure === undefined ? [] : annotations(report.failure, results);
  const output = captured(() => {
    const log = new RunnerLog();
    log.verbose = true;
    for (const text of said) {
      log.info(text);
      log.debug(text);
      log.warning(text);
      log.group(text, [text]);
    }
    for (const { title, text } of shown) {
      log.failure(title, text);
    }
  });
  assertCommands(output, {
    warning: unique.length,
    group: said.length,
    endgroup: said.length,
    error: shown.length,
  });
  assertSummary(summaryMarkdown(report));
}

/** What may end a run. Anything else is a crash. */
export function assertKnown(error: unknown): asserts error is PublishError {
  if (!(error instanceof PublishError)) {
    throw new Error(`not a known way to end: ${error instanceof Error ? error.stack : String(error)}`, {
      cause: error,
    });
  }
  if (error.code === "internal-error" || error.message === "" || error.message.length > 100_000) {
    throw new Error(`an error that says nothing, or too much: ${error.code} ${error.message.slice(0, 500)}`);
  }
}

/** The runner takes a line apart at CR, LF and CRLF, and finds a command of the older form anywhere in it. */
export function assertCommands(output: string, expected: Readonly<Record<string, number>>): void {
  const found: Record<string, number> = {};
  for (const line of output.split(/\r\n|\r|\n/)) {
    const command = /^\s*::([^:]*?)(?: [^:]*)?::/.exec(line)?.[1];
    if (command !== undefined) {
      found[command] = (found[command] ?? 0) + 1;
    } else if (/^\s*::|##\[/.test(line)) {
      throw new Error(`the runner could take this for a command: ${JSON.stringify(line)}`);
    }
  }
  for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    if ((found[name] ?? 0) !== (expected[name] ?? 0)) {
      throw new Error(`${found[name] ?? 0} commands ${name}, not ${expected[name] ?? 0}: ${JSON.stringify(output)}`);
    }
  }
  assertSeen(output, "the log");
}

/** Throws for what redraws a terminal, turns what is read round, or shows nothing at all. */
function assertSeen(text: string, where: string): void {
  // Line ends, tabs, and the two signs of a status that ask for a coloured picture.
  const own = text.replace(/[\r\n\t]|[\u26a0\u23f8]\ufe0f/g, "");
  const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.exec(own);
  if (hidden !== null) {
    const around = own.slice(Math.max(0, hidden.index - 50), hidden.index + 50);
    throw new Error(`a character that is not seen in ${where}: ${JSON.stringify(around)}`);
  }
}

export function assertSummary(markdown: string): void {
  assertSeen(markdown, "the summary");
  const html = renderMarkdown(markdown);
  const faults: string[] = [];
  let columns = 0;
  let cells = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      const { href } = attributes;
      const foreign = Object.keys(attributes).filter((attribute) => !HARMLESS_ATTRIBUTES.has(attribute));
      if (!HARMLESS.has(name) || foreign.length > 0 || (href !== undefined && !OWN_LINKS.test(href))) {
        faults.push(`<${name} ${JSON.stringify(attributes)}>`);
      }
      cells = name === "tr" ? 0 : cells + (name === "td" ? 1 : 0);
      columns = name === "thead" ? 0 : columns + (name === "th" ? 1 : 0);
    },
    onclosetag(name) {
      if (name === "tr" && cells !== 0 && cells !== columns) {
        faults.push(`a row of ${cells} cells in a table of ${columns}`);
      }
    },
    oncomment(text) {
      // An empty one parts what would be a mention or a link.
      if (text.trim() !== "") {
        faults.push(`<!--${text}-->`);
      }
    },
  });
  parser.end(html);
  if (faults.length > 0) {
    throw new Error(`the summary is more than text: ${faults.join(", ")}\n${markdown}`);
  }
}

/** What a piece of code writes to standard output, which stays silent. */
function captured(work: () => void): string {
  const write = process.stdout.write;
  let output = "";
  process.stdout.write = (chunk: string | Uint8Array) => {
    output += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  try {
    work();
  } finally {
    process.stdout.write = write;
  }
  return output;
}
