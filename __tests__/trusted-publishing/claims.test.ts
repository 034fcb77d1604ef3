import { describe, expect, it } from "@jest/globals";
import { Secret } from "../../src/secret.ts";
import { readClaims, workflowFile } from "../../src/trusted-publishing/claims.ts";

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const token = (claims: unknown) => new Secret(`${encode({ alg: "RS256" })}.${encode(claims)}.c2ln`);

describe("claims", () => {
  it("are read as far as they are texts, empty ones counting as absent", () => {
    expect(readClaims(token({ repository: "o/r", environment: "", event_name: 7, ref: "refs/tags/v1" }))).toEqual({
      repository: "o/r",
      environment: undefined,
      eventName: undefined,
      ref: "refs/tags/v1",
      issuer: undefined,
      workflowRef: undefined,
      jobWorkflowRef: undefined,
    });
  });

  it.each([
    ["two parts", "e30.e30"],
    ["a part with other characters", "e30.e30.a b"],
    ["a payload that is no JSON", "e30.bm8.c2ln"],
    ["a payload that is a list", `e30.${encode([1])}.c2ln`],
    ["an empty text", ""],
  ])("cannot be read from %s, and the error does not show it", (_what, text) => {
    let thrown: unknown;
    try {
      readClaims(new Secret(text));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: "identity-token-invalid" });
    expect(text === "" || !String(thrown).includes(text)).toBe(true);
  });
});

describe("the file of a workflow reference", () => {
  // The cases O-c12 to O-c14 of the index.
  it.each([
    ["o/r/.github/workflows/basic.yml@refs/heads/main", "basic.yml"],
    ["o/r/.github/workflows/has..periods.yml@refs/heads/main", "has..periods.yml"],
    ["o/r/.github/workflows/nested@evil.yml@refs/heads/main", "nested@evil.yml"],
    ["o/r/.github/workflows/foo.yml.yml@refs/heads/main", "foo.yml.yml"],
    ["o/r/.github/workflows/.yml@refs/heads/main", undefined],
    ["o/r/.github/workflows/nosuffix@refs/heads/main", undefined],
    ["o/r/.github/workflows/main.yml", undefined],
    ["o/r/.github/workflows/basic.wrongsuffix@refs/heads/main", undefined],
    ["o/r/.github/workflows/@refs/heads/main", undefined],
    [undefined, undefined],
  ])("%s is %s (O-09)", (reference, file) => {
    expect(workflowFile(reference)).toBe(file);
  });

  it("is looked for in no time in a text without end", () => {
    const started = performance.now();
    expect(workflowFile("a".repeat(300_000))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
