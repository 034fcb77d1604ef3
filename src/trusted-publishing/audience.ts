import { PublishError } from "../errors.ts";
import { answerText, isHtml, parseJson } from "../http/answer-text.ts";
import { member } from "../json.ts";
import { type IndexTarget, isLoopback } from "../package-index/target.ts";
import { quote } from "../quote.ts";
import { disabled } from "./diagnosis.ts";
import { EXCHANGE_MS, type Question, reach, unavailable } from "./index-question.ts";

/** Index rule O-01; asking GitHub for another audience would make a token that is good elsewhere. */
const AUDIENCES = { pypi: "pypi", testpypi: "testpypi" } as const;

/** Audiences that other services accept: an index that asks for one of them could use the token there. */
const AUDIENCES_OF_OTHERS =
  /^(pypi|testpypi|sigstore|sts\.amazonaws\.com|api:\/\/AzureADTokenExchange|https?:\/\/.*(github|google|amazonaws|azure|vault).*)$/i;

/**
 * Which audience the index wants in an identity token. The question changes nothing, so it may be asked before all else.
 *
 * @throws PublishError one code for each way it can fail.
 */
export async function askAudience(exchange: Question): Promise<string> {
  const answer = await reach(exchange, "the question for the audience", () => ({
    method: "GET",
    url: new URL("/_/oidc/audience", exchange.target.site),
    accept: "application/json",
    totalMs: EXCHANGE_MS,
  }));
  if (answer.status >= 500 || answer.status === 429) {
    throw await unavailable(exchange.target, answer);
  }
  const parsed = parseJson(answer.body);
  const audience = answer.status === 200 ? member(parsed, "audience") : undefined;
  if (typeof audience === "string" && audience !== "") {
    return acceptableAudience(exchange.target, audience);
  }
  if (answer.status === 200 && !isHtml(answer) && parsed === undefined) {
    throw new PublishError("index-answer-invalid", `${answer.url.href} answers with broken JSON.`, {
      remedy: "Run the job again; if it stays so, the index or a proxy before it is out of order.",
    });
  }
  if (answer.status === 403 && saysDisabled(parsed)) {
    throw disabled(exchange.target, `It says: ${await answerText(answer)}`);
  }
  throw new PublishError(
    "trusted-publishing-unsupported",
    `${exchange.target.name} has no trusted publishing (${answer.url.href} answers ${answer.status}), and no \`password\` is given.`,
    {
      remedy:
        "Give `user` and `password` of this index; if they are secrets, check that they reach this job and are not empty.",
    },
  );
}

function saysDisabled(answer: unknown): boolean {
  const message = member(answer, "message");
  return typeof message === "string" && message.includes("not enabled");
}

/** An index names its own audience and none that makes the token useful to it elsewhere. */
function acceptableAudience(target: IndexTarget, audience: string): string {
  const expected = target.kind === "other" ? undefined : AUDIENCES[target.kind];
  const readable = audience.length <= 200 && /^[\x21-\x7e]+$/.test(audience);
  // A pattern for what is long takes time by the square of it.
  const foreign =
    readable && expected === undefined && !isLoopback(target.site.hostname) && AUDIENCES_OF_OTHERS.test(audience);
  if (readable && !foreign && (expected === undefined || audience === expected)) {
    return audience;
  }
  throw new PublishError(
    "index-answer-invalid",
    `${target.name} asks for an identity token for the audience ${quote(audience)}, which is not its own.`,
    { remedy: "Check `repository-url`: a token for that audience could be used elsewhere, so none was requested." },
  );
}
