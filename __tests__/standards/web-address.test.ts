import { describe, expect, it } from "@jest/globals";
import { isWebAddress } from "../../src/standards/web-address.ts";

describe("isWebAddress", () => {
  it.each([
    "https://example.com/",
    "HTTP://example.com",
    "http:",
    "https://exa mple.com",
    "https://e.com:abc",
    "https://e.com:65535/",
    "https://user:p@[::1]:443/a b/{x}/%/é",
    "https://999.1.1.1:70000",
    "https://@e.com:70000",
    "https://e.com/#[a]",
    "https://e.com/[a]/..",
    "https://e.com\\a:99999",
  ])("takes %j", (value) => {
    expect(isWebAddress(value)).toBe(true);
  });

  it.each([
    "",
    "example.com",
    "//example.com",
    " https://example.com",
    "irc://example.com/",
    "git+https://example.com",
    "https://e.com:65536",
    "https://[::1]:65536",
    "https://[v1.x]:99999",
    "https://127.0.0.1:65536",
    "https://e.com:65536\n",
    "https://e.com/[a]",
    "https://e.com/?[",
  ])("refuses %j", (value) => {
    expect(isWebAddress(value)).toBe(false);
  });
});
