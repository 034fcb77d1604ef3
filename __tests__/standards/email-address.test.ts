import { describe, expect, it } from "@jest/globals";
import { emailFault } from "../../src/standards/email-address.ts";

describe("emailFault", () => {
  it.each([
    "test@pypi.org",
    "first.last+tag@a-b.example.com",
    "o'neil@EXAMPLE.com",
    "a{x}|~@example.org",
    "é@münchen.de",
    "a@xn--mnchen-3ya.de",
    "a@例え.テスト.jp",
    "a@mail.example",
    `${"a".repeat(100)}@example.com`,
  ])("takes %s", (address) => {
    expect(emailFault(address)).toBeUndefined();
  });

  it.each([
    ["John", "no @-sign"],
    ["@b.org", "nothing before"],
    ["a@", "nothing behind"],
    ["a b@b.org", "before the @-sign that is not allowed"],
    ['"a"@b.org', "before the @-sign that is not allowed"],
    [".a@b.org", "misplaced period"],
    ["a..b@b.org", "misplaced period"],
    ["a\u200b@b.org", "not safe"],
    ["\u037e@b.org", "not allowed"],
    ["a@localhost", "no period"],
    ["a@foo.test", "reserved"],
    ["a@foo.LOCAL", "reserved"],
    ["a@1.2.3.4", "does not end in a letter"],
    ["a@b_c.org", "that no domain has"],
    ["a@[1.2.3.4]", "that no domain has"],
    ["a@b..org", "no domain name"],
    ["a@-b.org", "no domain name"],
    ["a@b-.org", "no domain name"],
    ["a@ab--c.org", "no domain name"],
    ["a@😀.org", "no domain name"],
    [`a@${"b".repeat(64)}.org`, "no domain name"],
    [`${"a".repeat(250)}@b.org`, "too long"],
  ])("refuses %s: %s", (address, reason) => {
    expect(emailFault(address)).toContain(reason);
  });
});
