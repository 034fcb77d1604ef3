import { redact, type Secret } from "../secret.ts";
import type { HttpAnswer } from "./client.ts";

const MAX_TEXT_CHARACTERS = 600;

/** The reason stands near the beginning; a page of unclosed tags takes the parser time by the square of their number. */
const LOOKED_AT_CHARACTERS = 65_536;

/**
 * What an index says in an answer, as one line of at most 600 characters without
 * the status. JSON (Warehouse, devpi, GitLab, Artifactory, RFC 9457), HTML, plain
 * text and a bare reason phrase all come out as the sentence a person would
 * quote; an answer that says nothing gives an empty string. What it holds of the
 * secrets that were sent is taken out.
 */
export async function answerText(answer: HttpAnswer, secrets: readonly Secret[] = []): Promise<string> {
  const reason = oneLine(answer.reason);
  const fromBody = oneLine((await bodyText(answer)).slice(0, LOOKED_AT_CHARACTERS));
  // A reason phrase of its own making (Warehouse and devpi put the text there) beats a page around it.
  if (fromBody === "" || (isHtml(answer) && !isStandardReason(reason) && reason.length > 20)) {
    return shown(reason, secrets);
  }
  return shown(fromBody, secrets);
}

async function bodyText(answer: HttpAnswer): Promise<string> {
  const parsed = parseJson(answer.body);
  if (parsed !== undefined) {
    return withoutStatus(sentenceOf(parsed, 0) ?? "", answer.status);
  }
  return isHtml(answer) ? htmlText(answer.body) : answer.body;
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isHtml(answer: HttpAnswer): boolean {
  const type = String(answer.headers["content-type"] ?? "");
  return type.includes("html") || /^\s*(<!doctype html|<html)/i.test(answer.body);
}

/** Members that hold the sentence, the most telling first: Warehouse's `code` is the whole status line. */
const TELLING_MEMBERS = [
  "code",
  "detail",
  "description",
  "message",
  "error_description",
  "error",
  "errors",
  "reason",
  "title",
];

function sentenceOf(value: unknown, depth: number): string | undefined {
  if (typeof value === "string") {
    return value.trim() === "" ? undefined : value;
  }
  if (typeof value !== "object" || value === null || depth > 3) {
    return undefined;
  }
  if (Array.isArray(value)) {
    const sentences = value.map((item) => sentenceOf(item, depth + 1)).filter((sentence) => sentence !== undefined);
    return sentences.length === 0 ? undefined : sentences.slice(0, 5).join("; ");
  }
  const members = new Map<string, unknown>(Object.entries(value));
  const sentences = TELLING_MEMBERS.map((name) => sentenceOf(members.get(name), depth + 1)).filter(
    (sentence) => sentence !== undefined,
  );
  // A `code` such as "not_found" or "400 Bad Request" says less than the sentence beside it.
  return (
    sentences.find((sentence) => sentence.includes(" ") && !isStandardReason(withoutStatus(sentence))) ?? sentences[0]
  );
}

function withoutStatus(text: string, status?: number): string {
  const match = /^\s*(\d{3})\s+(?=\S)/.exec(text);
  return match !== null && (status === undefined || match[1] === String(status)) ? text.slice(match[0].length) : text;
}

function isStandardReason(text: string): boolean {
  return /^(bad request|forbidden|unauthorized|conflict|not found|internal server error|unprocessable (entity|content)|method not allowed|ok|)$/i.test(
    text.trim(),
  );
}

/**
 * The text a page shows, its title left out unless there is nothing else. Where a
 * page sets one piece of text apart as preformatted, that is the reason and the
 * rest is the server's usual page around it.
 */
async function htmlText(html: string): Promise<string> {
  const { Parser } = await import("htmlparser2");
  let hidden = 0;
  let inTitle = false;
  let inReason = false;
  let title = "";
  let text = "";
  let reason = "";
  const parser = new Parser({
    onopentagname(name) {
      hidden += isHidden(name) ? 1 : 0;
      inTitle = name === "title";
      inReason ||= name === "pre";
      text += " ";
    },
    ontext(data) {
      if (inTitle) {
        title += data;
      } else if (hidden === 0) {
        text += data;
        reason += inReason ? data : "";
      }
    },
    onclosetag(name) {
      hidden -= isHidden(name) ? 1 : 0;
      inTitle = false;
      inReason &&= name !== "pre";
      text += " ";
    },
  });
  parser.end(html.slice(0, LOOKED_AT_CHARACTERS));
  const candidates = [reason.trim() === "None" ? "" : reason, text, title];
  return candidates.find((candidate) => candidate.trim() !== "") ?? "";
}

function isHidden(tag: string): boolean {
  return tag === "script" || tag === "style" || tag === "noscript" || tag === "svg";
}

/** Control characters and line ends of a server never reach the log. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

/** Text of a server as it may be shown: on one line, without secrets, of bounded length. */
export function shown(text: string, secrets: readonly Secret[]): string {
  const characters = Array.from(redact(oneLine(text.slice(0, LOOKED_AT_CHARACTERS)), secrets));
  return characters.length > MAX_TEXT_CHARACTERS
    ? `${characters.slice(0, MAX_TEXT_CHARACTERS).join("")}…`
    : characters.join("");
}
