import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { buildWheel } from "../__tests__/builders/archives.ts";
import { computeDigests } from "../src/distribution/digests.ts";
import { readDistributions } from "../src/distribution/read-distributions.ts";
import { HttpClient } from "../src/http/client.ts";
import { ExchangeError } from "../src/http/exchange-error.ts";
import { uploadDistribution } from "../src/package-index/upload-api.ts";
import type { Log } from "../src/ports.ts";
import { Secret } from "../src/secret.ts";
import { askAudience } from "../src/trusted-publishing/audience.ts";
import { secretForms } from "../src/trusted-publishing/credential.ts";
import { mintCredential } from "../src/trusted-publishing/exchange.ts";
import { type Answer, knows, serve, stopServing, written } from "./answer-server.ts";
import { hostileText } from "./hostile-text.ts";
import { fuzzProperty } from "./property.ts";
import { assertInert, assertKnown } from "./surfaces.ts";

/** Statuses that are answers: those that mean "later" would only make the fuzzer wait. */
const STATUSES = [
  200, 200, 200, 201, 202, 204, 206, 301, 302, 303, 307, 308, 400, 401, 403, 404, 405, 409, 410, 413, 422, 501, 505,
  599,
];

const claims = {
  repository: "octo-org/sample",
  workflow_ref: "octo-org/sample/.github/workflows/release.yml@refs/heads/main",
};
const IDENTITY_TOKEN = [
  "eyJhbGciOiJSUzI1NiJ9",
  Buffer.from(JSON.stringify(claims)).toString("base64url"),
  "c2lnbmF0dXJlLW9mLXRoaXM",
].join(".");
const PROJECTS = [{ name: "sample", exists: false, repositories: [] }];
const UPLOAD_TOKEN = "pypi-AgENdGVzdC5weXBpLm9yZwIkZGI3";

/** A server that repeats what it was sent, in whole or in part. */
const echo = fc
  .tuple(
    fc.constantFrom(IDENTITY_TOKEN, UPLOAD_TOKEN, Buffer.from(`__token__:${UPLOAD_TOKEN}`).toString("base64")),
    fc.nat(12),
    fc.nat(60),
  )
  .map(([secret, start, length]) => secret.slice(start, start + 10 + length));
const words = fc.oneof(
  hostileText,
  echo,
  fc.tuple(hostileText, echo).map((parts) => parts.join(" ")),
);

/** Answers with such words in every place for words. */
function answerOf(words: fc.Arbitrary<string>): fc.Arbitrary<Answer> {
  const telling = fc.dictionary(
    fc.constantFrom(
      "token",
      "expires",
      "audience",
      "message",
      "errors",
      "code",
      "description",
      "detail",
      "title",
      "error",
      "success",
    ),
    fc.oneof(
      words,
      fc.jsonValue(),
      fc.constantFrom("invalid-publisher", "invalid-token", "not-enabled", "pypi", "testpypi", "sigstore"),
    ),
  );
  const body = fc.oneof(
    words,
    fc.json(),
    telling.map((value) => JSON.stringify(value)),
    fc
      .tuple(telling, fc.array(telling, { maxLength: 3 }))
      .map(([value, errors]) => JSON.stringify({ ...value, errors })),
    words.map((text) => `<html><head><title>${text}</title></head><body><pre>${text}</pre></body></html>`),
    fc.constantFrom(
      "[".repeat(100_000),
      `{"a":${"[".repeat(50_000)}`,
      "<b>".repeat(50_000),
      "x".repeat(1_200_000),
      "\ufeff{}",
    ),
  );
  return fc.record({
    status: fc.constantFrom(...STATUSES),
    reason: words,
    headers: fc.array(
      fc.tuple(
        fc.constantFrom("content-type", "location", "retry-after", "x-hostile", "set-cookie"),
        fc.oneof(
          words,
          fc.constantFrom("text/html", "application/json", "/again", "//evil.example/", "file:///etc/passwd"),
        ),
      ),
      { maxLength: 3 },
    ),
    body,
  });
}

class CollectingLog implements Log {
  readonly lines: string[] = [];
  readonly masked: Secret[] = [];
  info(message: string): void {
    this.lines.push(message);
  }
  debug = this.info;
  warning = this.info;
  group(title: string, lines: readonly string[]): void {
    this.lines.push(title, ...lines);
  }
  mask(secret: Secret): void {
    this.masked.push(secret);
  }
}

const client = new HttpClient("fuzz", new AbortController().signal);
const signal = new AbortController().signal;

/** Closes what the properties hold open. */
export async function endAnswers(): Promise<void> {
  stopServing();
  await client.close();
}

async function mintable([audience, mint]: readonly [Answer, Answer]): Promise<void> {
  const log = new CollectingLog();
  const index = await serve([written(audience), written(mint)]);
  const identityTokens = { identityToken: async () => new Secret(IDENTITY_TOKEN) };
  try {
    const exchange = { http: client, target: index, identityTokens, log, clock: Date, projects: PROJECTS, signal };
    const credential = await mintCredential(exchange, askAudience(exchange));
    const forms = secretForms(credential).map((form) => form.reveal());
    if (!forms.every((form) => log.masked.some((secret) => secret.reveal() === form))) {
      throw new Error("a minted token is not masked");
    }
    assertInert(undefined, log.lines);
  } catch (error) {
    assertRefusal(error, log, [IDENTITY_TOKEN]);
  }
}

async function uploadable(said: Answer): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  try {
    const { filename, content } = buildWheel();
    const path = join(folder, filename);
    writeFileSync(path, content);
    const { distributions } = await readDistributions([
      { path, filename, size: content.length, modifiedMs: statSync(path).mtimeMs },
    ]);
    const [distribution] = distributions;
    if (distribution === undefined) {
      throw new Error("the wheel of this test is not read");
    }
    await upload(distribution, said);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function upload(
  distribution: Parameters<typeof computeDigests>[0] & Parameters<typeof uploadDistribution>[1]["distribution"],
  said: Answer,
): Promise<void> {
  const log = new CollectingLog();
  const secrets = secretForms({ kind: "api-token", token: new Secret(UPLOAD_TOKEN) });
  const authorization = new Secret(`Basic ${secrets[1]?.reveal()} ${UPLOAD_TOKEN}`);
  const index = await serve([written(said), written(said), written(said), written(said)]);
  const digests = await computeDigests(distribution);
  try {
    const right = { right: { authorization, secrets }, giveBack: () => undefined, refusedAsExpired: () => false };
    const rights = { kind: "api-token" as const, take: async () => right };
    const outcome = await uploadDistribution(client, { distribution, digests, target: index, rights }, { log, signal });
    if (outcome.kind === "stored" && said.status >= 300) {
      throw new Error(`status ${said.status} counts as stored`);
    }
    if (outcome.kind !== "stored") {
      throw outcome.error;
    }
    assertInert(undefined, log.lines);
  } catch (error) {
    assertRefusal(
      error,
      log,
      secrets.map((secret) => secret.reveal()),
    );
  }
}

function assertRefusal(error: unknown, log: CollectingLog, secrets: readonly string[]): void {
  assertKnown(error);
  assertInert(error, log.lines);
  const shown = `${error.message} ${error.remedy} ${log.lines.join(" ")}`;
  for (const secret of secrets.filter(knows)) {
    for (let at = 0; at + 12 <= secret.length; at += 1) {
      if (shown.includes(secret.slice(at, at + 12))) {
        throw new Error(`a piece of a secret is shown: ${secret.slice(at, at + 12)} in ${shown}`);
      }
    }
  }
}

const piece = fc.oneof(
  fc.constantFrom(
    "HTTP/1.1 ",
    "200 OK\r\n",
    "HTTP/2 200\r\n",
    "\r\n",
    "content-length: 99999999999999999999\r\n",
    "content-length: -1\r\n",
  ),
  fc.constantFrom(
    "transfer-encoding: chunked\r\n\r\n",
    "fffffffffffff\r\n",
    "0\r\n\r\n",
    "HTTP/1.1 101 Switching Protocols\r\nupgrade: a\r\n\r\n",
  ),
  fc.constantFrom(
    "HTTP/1.1 200 OK\r\n\r\n",
    "HTTP/1.1 100 Continue\r\n\r\n",
    "content-encoding: gzip\r\n",
    `x: ${"y".repeat(70_000)}\r\n`,
  ),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
);

async function readableOrFailed(pieces: readonly string[]): Promise<void> {
  const index = await serve([Buffer.from(pieces.join(""), "latin1")]);
  try {
    const got = await client.exchange({
      method: "GET",
      url: index.uploadUrl,
      accept: "*/*",
      totalMs: 5_000,
      idleMs: 5_000,
    });
    assertInert(undefined, [got.reason, got.body.slice(0, 5000)]);
  } catch (error) {
    if (!(error instanceof ExchangeError)) {
      assertKnown(error);
    }
    assertInert(error, []);
  }
}

export const answers = [
  fuzzProperty("answers of the token exchange", 4_000, fc.tuple(answerOf(hostileText), answerOf(words)), mintable),
  fuzzProperty("answers to an upload", 4_000, answerOf(words), uploadable),
  fuzzProperty("bytes in place of HTTP", 3_000, fc.array(piece, { maxLength: 6 }), readableOrFailed),
];
