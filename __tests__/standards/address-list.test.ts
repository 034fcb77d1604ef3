import { describe, expect, it } from "@jest/globals";
import { singleAddress } from "../../src/standards/address-list.ts";

describe("singleAddress", () => {
  it.each([
    ["a@b.c", "a@b.c"],
    ["Foo <a@b.c>", "a@b.c"],
    ['"Doe, John" <a@b.c>', "a@b.c"],
    ["A. B. <a@b.c>", "a@b.c"],
    ["a@b.c (a (nested) comment)", "a@b.c"],
    ["a . b @ c . d", "a.b@c.d"],
    ["a b@c.de", "a b@c.de"],
    ['"a b"@c.de', '"a b"@c.de'],
    ["Foo <@route.org:a@b.c>", "a@b.c"],
    ["Team: a@b.c;", "a@b.c"],
    ["a@b.c,", "a@b.c"],
    ["<a@b.c", "a@b.c"],
    ["John Doe", "John"],
    ["N/A", "N/A"],
  ])("finds in %j the address %j", (value, address) => {
    expect(singleAddress(value)).toBe(address);
  });

  it.each([
    "",
    "<>",
    "Foo <>",
    "a@b.c, d@e.f",
    ",a@b.c",
    "Foo, Inc <a@b.c>",
    "a@b@c",
    "(",
    "a@[1.2.3.4]",
    "Foo <a@b.c> junk",
  ])("finds none in %j", (value) => {
    expect(singleAddress(value)).toBeUndefined();
  });

  it("finds none in hundreds of thousands of groups within groups, and soon", () => {
    const started = performance.now();
    expect(singleAddress("a:b,".repeat(500_000))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
