import fc from "fast-check";
import { parseAttestation } from "../src/attestation/attestation.ts";
import { describeError } from "../src/errors.ts";
import { parseProjectHtml } from "../src/package-index/simple-html.ts";
import { parseProjectJson } from "../src/package-index/simple-json.ts";
import { hostileText } from "./hostile-text.ts";
import { fuzzProperty } from "./property.ts";
import { assertInert } from "./surfaces.ts";

const PAGE = new URL("https://index.example/simple/sample/");
/** Milliseconds of work for one document, on a machine that may be busy: what takes longer grows faster than its size. */
const DOCUMENT_MS = 5_000;

const url = fc.oneof(
  hostileText,
  fc.webUrl(),
  fc.constantFrom("javascript:1", "//evil.example/a", "file:///etc/passwd", "../../a.whl#sha256=00"),
);
const file = fc.record(
  {
    filename: fc.oneof(hostileText, fc.constantFrom("sample-1.0.tar.gz", "__proto__"), fc.jsonValue()),
    url: fc.oneof(url, fc.jsonValue()),
    hashes: fc.oneof(fc.dictionary(fc.constantFrom("sha256", "md5", "__proto__"), hostileText), fc.jsonValue()),
    size: fc.jsonValue(),
    yanked: fc.jsonValue(),
    provenance: fc.oneof(url, fc.jsonValue()),
  },
  { requiredKeys: [] },
);
const project = fc
  .record(
    {
      meta: fc.oneof(
        fc.record({ "api-version": fc.oneof(hostileText, fc.constantFrom("1.0", "1.4", "2.0")) }),
        fc.jsonValue(),
      ),
      name: fc.oneof(hostileText, fc.jsonValue()),
      files: fc.oneof(fc.array(file, { maxLength: 4 }), fc.jsonValue()),
      versions: fc.jsonValue(),
      "project-status": fc.oneof(fc.record({ status: hostileText, reason: hostileText }), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));
const anchor = fc
  .tuple(url, hostileText, hostileText)
  .map(([href, text, more]) => `<a href="${href}" data-x="${more}">${text}</a>`);
const html = fc.oneof(
  fc
    .array(fc.oneof(anchor, hostileText), { maxLength: 6 })
    .map((parts) => `<!DOCTYPE html><html><body>${parts.join("\n")}</body></html>`),
  fc.constantFrom("<a>", "<a href=x>", "<b>", "<meta ", "<!--").map((part) => part.repeat(100_000)),
);
const json = fc.oneof(project, fc.json(), hostileText, fc.constant("[".repeat(200_000)));

async function pageable([asJson, asHtml]: readonly [string, string]): Promise<void> {
  const begin = process.cpuUsage();
  for (const page of [parseProjectJson(asJson, PAGE), await parseProjectHtml(asHtml, PAGE)]) {
    assertInert(undefined, [JSON.stringify(page).slice(0, 20_000)]);
  }
  assertInTime(begin);
}

const base64 = fc.oneof(
  hostileText,
  fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString("base64")),
);
const attestation = fc
  .record(
    {
      version: fc.oneof(fc.constant(1), fc.jsonValue()),
      verification_material: fc.oneof(
        fc.record({
          certificate: base64,
          transparency_entries: fc.oneof(fc.array(fc.jsonValue(), { maxLength: 2 }), fc.jsonValue()),
        }),
        fc.jsonValue(),
      ),
      envelope: fc.oneof(fc.record({ statement: base64, signature: base64 }), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));

/** A file that lies beside a distribution: taken for an attestation, or left alone for a reason that can be shown. */
async function attestable(text: string): Promise<void> {
  const begin = process.cpuUsage();
  try {
    parseAttestation(text);
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) {
      throw new Error("not a reason to leave it alone", { cause: error });
    }
    assertInert(undefined, [describeError(error)]);
  }
  assertInTime(begin);
}

function assertInTime(begin: NodeJS.CpuUsage): void {
  const ms = process.cpuUsage(begin).user / 1000;
  if (ms > DOCUMENT_MS) {
    throw new Error(`took ${Math.round(ms)} ms`);
  }
}

export const documents = [
  fuzzProperty("pages of the Simple API", 4_000, fc.tuple(json, html), pageable),
  fuzzProperty("attestations", 4_000, fc.oneof(attestation, fc.json(), hostileText), attestable),
];
