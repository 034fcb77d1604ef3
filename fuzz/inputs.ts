import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parseInputs } from "../src/inputs.ts";
import { readWorkflowContext } from "../src/runner/workflow-context.ts";
import { Secret } from "../src/secret.ts";
import { readClaims } from "../src/trusted-publishing/claims.ts";
import { hostileText } from "./hostile-text.ts";
import { fuzzProperty } from "./property.ts";
import { assertInert, assertKnown } from "./surfaces.ts";

const NAMES = [
  "user",
  "repository-url",
  "packages-dir",
  "verify-metadata",
  "skip-existing",
  "verbose",
  "print-hash",
  "attestations",
];
const PASSWORD = "pypi-AgEIcHlwaS5vcmcCJDAwMDAwMDAw";

const url = fc
  .tuple(fc.constantFrom("https://", "http://", "//", "ftp://", ""), hostileText)
  .map((parts) => parts.join(""));
/** The secret turns up where it does not belong, as a whole. */
const value = fc.oneof(
  hostileText,
  url,
  fc.webUrl(),
  fc.constantFrom("true", "FALSE", "0", "-1", "1e9", PASSWORD, `x${PASSWORD}y`),
);
const inputs = fc.dictionary(fc.constantFrom(...NAMES, "max-parallel", "repository_url", "skip_existing"), value);

async function parseable(given: Readonly<Record<string, string>>): Promise<void> {
  const values = new Map([...Object.entries(given), ["password", PASSWORD]]);
  try {
    const { warnings } = parseInputs((name) => values.get(name));
    assertInert(undefined, warnings);
  } catch (error) {
    assertKnown(error);
    if (error.message.includes(PASSWORD) || error.message.toLowerCase().includes(PASSWORD.toLowerCase())) {
      throw new Error(`the password is shown: ${error.message}`, { cause: error });
    }
    assertInert(error, []);
  }
}

const eventJson = fc.oneof(
  fc.json(),
  hostileText,
  fc
    .record(
      { pull_request: fc.jsonValue(), repository: fc.jsonValue(), head: fc.jsonValue(), comment: fc.jsonValue() },
      { requiredKeys: [] },
    )
    .map((event) => JSON.stringify(event)),
  fc
    .record({ head: fc.option(fc.jsonValue()), base: fc.option(fc.jsonValue()) })
    .map((pullRequest) => JSON.stringify({ pull_request: pullRequest })),
);

async function readable([event, name, ref]: readonly [string, string, string]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  const path = join(folder, "event.json");
  const kept = { ...process.env };
  try {
    writeFileSync(path, event);
    const text = (raw: string) => raw.replaceAll("\0", "");
    Object.assign(process.env, { GITHUB_EVENT_PATH: path, GITHUB_EVENT_NAME: text(name), GITHUB_REF: text(ref) });
    const context = readWorkflowContext();
    assertInert(undefined, [JSON.stringify(context)]);
  } finally {
    process.env = kept;
    rmSync(folder, { recursive: true });
  }
}

const segment = fc.oneof(
  hostileText,
  fc.json().map((text) => Buffer.from(text).toString("base64url")),
  fc
    .dictionary(
      fc.constantFrom("sub", "repository", "job_workflow_ref", "environment", "ref", "event_name"),
      fc.jsonValue(),
    )
    .map((claims) => Buffer.from(JSON.stringify(claims)).toString("base64url")),
);

async function claimable(segments: readonly string[]): Promise<void> {
  try {
    assertInert(undefined, [JSON.stringify(readClaims(new Secret(segments.join("."))))]);
  } catch (error) {
    assertKnown(error);
    assertInert(error, []);
  }
}

export const inputProperties = [
  fuzzProperty("inputs", 5_000, inputs, parseable),
  fuzzProperty("event payloads", 3_000, fc.tuple(eventJson, hostileText, hostileText), readable),
  fuzzProperty("identity tokens", 3_000, fc.array(segment, { minLength: 1, maxLength: 4 }), claimable),
];
