import { type Answer, HTML_TYPE, htmlPage } from "../http/answer.ts";
import type { Exchange } from "../http/http-service.ts";
import type { IndexContext } from "./context.ts";
import { fileAnswer } from "./file-download.ts";
import { provenanceAnswer } from "./integrity-api.ts";
import { projectJsonAnswer } from "./json-api.ts";
import { audienceAnswer, burnAnswer, mintAnswer } from "./oidc.ts";
import { failureAnswer, refusalAnswer } from "./page-answer.ts";
import { Refusal, refuse, ServerFailure } from "./refusal.ts";
import { projectDetailAnswer, projectListAnswer } from "./simple-api.ts";
import { uploadAnswer } from "./upload.ts";

/** The index as a function from requests to answers. */
export async function routeRequest(context: IndexContext, exchange: Exchange): Promise<Answer> {
  try {
    checkDecodable(exchange);
    return (await route(context, exchange)) ?? notFound();
  } catch (error) {
    if (error instanceof Refusal) {
      return refusalAnswer(error, exchange.request.headers.accept);
    }
    if (error instanceof ServerFailure) {
      return failureAnswer();
    }
    throw error;
  }
}

/** Rule H-05. */
function checkDecodable(exchange: Exchange): void {
  if (!isUtf8(exchange.query.replaceAll("+", " "))) {
    throw new Refusal(400, { detail: "Invalid bytes in query string." });
  }
  if (!isUtf8(exchange.path)) {
    throw new Refusal(400, { detail: "Invalid bytes in URL." });
  }
}

function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"));
    return true;
  } catch {
    return false;
  }
}

function route(context: IndexContext, exchange: Exchange): Promise<Answer> | Answer | undefined {
  const { path } = exchange;
  switch (path) {
    case "/legacy/":
      return only(exchange, "POST", () => uploadAnswer(context, exchange));
    case "/legacy":
      return missingSlash(context);
    case "/pypi":
      return removedAddress(exchange);
    case "/_/oidc/audience":
      return only(exchange, "GET", () => audienceAnswer(context));
    case "/_/oidc/mint-token":
    case "/_/oidc/github/mint-token":
      return only(exchange, "POST", () => mintAnswer(context, exchange));
    case "/_/oidc/burn-token":
      if (context.options.burnToken === false) {
        return undefined;
      }
      return only(exchange, "POST", () => burnAnswer(context, exchange));
    default:
      return only(exchange, "GET", () => readingRoute(context, exchange));
  }
}

function readingRoute(context: IndexContext, exchange: Exchange): Promise<Answer | undefined> | Answer | undefined {
  const { path, request } = exchange;
  const { accept } = request.headers;
  if (path === "/simple/") {
    return projectListAnswer(context, accept);
  }
  if (path === "/simple") {
    return { status: 301, headers: { location: "/simple/" } };
  }
  if (path.startsWith("/simple/")) {
    return projectDetailAnswer(context, path, request.headers);
  }
  if (path.startsWith("/files/")) {
    return fileAnswer(context, path, request.headers.range);
  }
  if (path.startsWith("/integrity/")) {
    return provenanceAnswer(context, path, accept);
  }
  if (path.startsWith("/pypi/")) {
    return projectJsonAnswer(context, path);
  }
  return undefined;
}

/** HEAD is answered wherever GET is. */
async function only(
  exchange: Exchange,
  method: "GET" | "POST",
  handle: () => Promise<Answer | undefined> | Answer | undefined,
): Promise<Answer> {
  const asked = exchange.method === "HEAD" ? "GET" : exchange.method;
  if (asked !== method) {
    throw refuse(405, "Method Not Allowed", { allow: method === "GET" ? "GET, HEAD, OPTIONS" : method });
  }
  return (await handle()) ?? notFound();
}

/** Rule H-02: the query is not carried over. */
function missingSlash(context: IndexContext): never {
  throw refuse(
    308,
    "An upload was attempted to /legacy but the expected upload URL is /legacy/ (with a trailing slash)",
    { location: `${context.origin}/legacy/` },
  );
}

const MOVED_ACTIONS = ["file_upload", "submit", "submit_pkg_info", "doc_upload"];

/** Rule H-03: the address of long ago. */
function removedAddress(exchange: Exchange): undefined {
  const action = new URLSearchParams(exchange.query).get(":action") ?? "";
  if (MOVED_ACTIONS.includes(action)) {
    throw refuse(410, "This API has moved to https://upload.pypi.org/legacy/.");
  }
  return undefined;
}

function notFound(): Answer {
  return { ...htmlPage(404, "404 Not Found", "There is nothing here."), headers: { "content-type": HTML_TYPE } };
}
