import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { describeError, ERROR_CODES, PublishError } from "../src/errors.ts";
import { VERSION } from "../src/version.ts";

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

describe("an error described", () => {
  it("is its messages from the outside in, none said twice", () => {
    const inner = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });
    const outer = new PublishError("index-unreachable", "no answer", {
      cause: new Error("fetch failed", { cause: inner }),
    });
    expect(describeError(outer)).toBe("no answer: fetch failed: connect ECONNREFUSED 127.0.0.1:1");
    expect(describeError(new Error("a: b", { cause: new Error("b") }))).toBe("a: b");
  });

  it("ends although its causes form a circle", () => {
    const error = new Error("round");
    error.cause = new Error("and round", { cause: error });
    expect(describeError(error)).toBe("round: and round");
  });

  it.each([
    ["a text", "plain", "plain"],
    ["an error without a message", Object.assign(new Error(""), { code: "EPIPE" }), "EPIPE"],
    ["several at once", new AggregateError([new Error("one"), new Error("two")]), "one; two"],
  ])("can be %s", (_what, error, expected) => {
    expect(describeError(error)).toBe(expected);
  });
});

describe("the error codes", () => {
  it("are exactly the headings of TROUBLESHOOTING.md", () => {
    const headings = Array.from(read("TROUBLESHOOTING.md").matchAll(/^## `([a-z-]+)`$/gm), ([, code]) => code);
    expect(headings.toSorted()).toEqual(ERROR_CODES.toSorted());
  });

  it("are each given by some line of the code", () => {
    const unused = ERROR_CODES.filter((code) => !sources().includes(`"${code}"`));
    expect(unused).toEqual([]);
  });
});

describe("the version", () => {
  it("is that of package.json", () => {
    expect(JSON.parse(read("package.json")).version).toBe(VERSION);
  });
});

function sources(): string {
  const folder = new URL("../src/", import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && file !== "errors.ts")
    .map((file) => readFileSync(new URL(file.replaceAll("\\", "/"), folder), "utf8"))
    .join("\n");
}
