import { inspect } from "node:util";
import { describe, expect, it } from "@jest/globals";
import { redact, Secret } from "../src/secret.ts";

describe("a secret", () => {
  it("is shown by no way of turning it into text", () => {
    const secret = new Secret("pypi-AgEIcHlwaS5vcmc");
    const shown = [
      String(secret),
      `${secret}`,
      JSON.stringify({ secret }),
      inspect({ secret }, { showHidden: true, depth: 9 }),
    ];
    expect(shown.join(" ")).not.toContain("AgEI");
    expect(secret.reveal()).toBe("pypi-AgEIcHlwaS5vcmc");
  });
});

describe("redacting", () => {
  const token = new Secret("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOm8vciJ9.c2lnbmF0dXJl");

  it.each([
    ["the whole token", `bad token ${"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOm8vciJ9.c2lnbmF0dXJl"}`],
    [
      "its beginning and end as a validator echoes them",
      "input_value='eyJhbGciOiJSUzI1N...vciJ9.c2lnbmF0dXJl', input_type=str",
    ],
    ["a piece glued to other text", "tokenXYZ-eyJhbGciOiJSUzI1N"],
  ])("takes out %s", (_what, text) => {
    const redacted = redact(text, [token]);
    expect(redacted).toContain("***");
    expect(redacted).not.toMatch(/eyJhbGciO|c2lnbmF0/);
  });

  it.each([
    ["with characters no token has", "Q!w@e#r$t%y^"],
    ["short", "geh!"],
    ["with white space that was collapsed", "two  blanks\tand more"],
    ["that a page shows URL-encoded", "a b&c=d/e?f"],
  ])("takes out a password %s", (_what, password) => {
    const secret = new Secret(password);
    const text = `said: ${password}, ${password.replace(/\s+/g, " ")}, ${encodeURIComponent(password)}.`;
    expect(redact(text, [secret])).toBe("said: ***, ***, ***.");
  });

  it("takes a secret out before anything is cut, so that no piece of it stays", () => {
    const long = "x".repeat(300);
    expect(redact(`begin ${long.slice(0, 40)}`, [new Secret(long)])).toBe("begin ***");
  });

  it("leaves other text alone", () => {
    const text = "File already exists ('sample-1.0.tar.gz', with blake2_256 hash 'abcdef0123456789').";
    expect(redact(text, [token])).toBe(text);
  });
});
