import { STATUS_CODES } from "node:http";
import { acceptableOffers } from "../http/accept.ts";
import { type Answer, escapeHtml, HTML_TYPE, htmlPage, JSON_TYPE, PLAIN_TYPE } from "../http/answer.ts";
import { latinReason } from "../http/send-answer.ts";
import type { Refusal } from "./refusal.ts";

/** One general sentence for each status, before the text that matters. */
const EXPLANATIONS: Readonly<Record<number, string>> = {
  308: "The resource is at another address.",
  400: "The index could not follow this request because something in it is wrong.",
  403: "Access to this resource was denied.",
  404: "There is no such resource.",
  405: "This method does not work for this resource.",
  409: "The request conflicts with the state of the index.",
  410: "The resource is gone for good.",
  429: "There were too many requests of this kind.",
};

/** A refusal in the format `Accept` asks for (rule H-20). */
export function refusalAnswer(refusal: Refusal, accept: string | undefined): Answer {
  const page = pageAnswer(refusal.status, refusal.reason, refusal.detail ?? "", accept);
  return { ...page, headers: { ...page.headers, ...refusal.headers } };
}

/** A stored or known file (rule H-21). */
export function successAnswer(accept: string | undefined): Answer {
  return pageAnswer(200, undefined, "", accept);
}

/** What the application server in front answers when the application fails (rule H-26). */
export function failureAnswer(): Answer {
  return htmlPage(500, "Internal Server Error", "The server failed to handle the request.");
}

function pageAnswer(status: number, reason: string | undefined, detail: string, accept: string | undefined): Answer {
  const title = STATUS_CODES[status] ?? "";
  const code = `${status} ${latinReason(reason ?? title)}`;
  const explanation = EXPLANATIONS[status] ?? "";
  const [format] = acceptableOffers(accept, ["text/html", JSON_TYPE]);
  const answer = { status, reason: reason ?? title };
  if (format === JSON_TYPE) {
    const message = `${explanation}\n\n\n${detail}\n\n`;
    return { ...answer, headers: { "content-type": JSON_TYPE }, body: JSON.stringify({ message, code, title }) };
  }
  if (format === "text/html") {
    const text = `${escapeHtml(explanation)}<br/><br/>\n${escapeHtml(detail)}`;
    const body = `<html>\n <head>\n  <title>${escapeHtml(code)}</title>\n </head>\n <body>\n  <h1>${escapeHtml(code)}</h1>\n  ${text}\n </body>\n</html>`;
    return { ...answer, headers: { "content-type": HTML_TYPE }, body };
  }
  return { ...answer, headers: { "content-type": PLAIN_TYPE }, body: `${code}\n\n${explanation}\n\n\n${detail}\n\n` };
}
