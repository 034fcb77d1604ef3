import { describe, expect, it } from "@jest/globals";
import { judgeLicenseExpression } from "../../src/standards/license-expression.ts";

describe("judgeLicenseExpression", () => {
  it.each([
    "MIT",
    "mit or APACHE-2.0",
    "(MIT AND (BSD-3-Clause))",
    "GPL-3.0",
    "GPL-2.0+",
    "GPL-2.0-or-later WITH Classpath-exception-2.0",
    "(MIT) WITH Classpath-exception-2.0",
    "LicenseRef-My.Own-1",
    "LicenseRef-",
    "LicenseRef-x OR LicenseRef-x+",
  ])("takes %j", (text) => {
    expect(judgeLicenseExpression(text)).toEqual({ kind: "valid" });
  });

  it.each([
    "",
    " ",
    "MIT License",
    "Apache 2.0",
    "MIT OR",
    "OR MIT",
    "(MIT",
    "MIT)",
    "()",
    "MIT (BSD-3-Clause)",
    "MIT/BSD-3-Clause",
    "NONE",
    "NOASSERTION",
    "LicenseRef-a_b",
    "DocumentRef-a:LicenseRef-b",
  ])("finds no expression in %j", (text) => {
    expect(judgeLicenseExpression(text)).toEqual({ kind: "malformed" });
  });

  it("names the identifier that is not on the list", () => {
    expect(judgeLicenseExpression("MIT OR Foo-9.9+")).toEqual({
      kind: "unknown",
      identifier: "foo-9.9+",
      exception: false,
    });
    expect(judgeLicenseExpression("MIT WITH MIT")).toEqual({ kind: "unknown", identifier: "mit", exception: true });
  });

  it("knows that Python's library fails for a plus sign behind a reference", () => {
    expect(judgeLicenseExpression("LicenseRef-x+")).toEqual({ kind: "unhandled" });
  });

  it("takes no time to speak of for very many references", () => {
    const started = performance.now();
    const references = Array.from({ length: 60_000 }, (_none, number) => `LicenseRef-${number}`);
    expect(judgeLicenseExpression(references.join(" OR ")).kind).toBe("valid");
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("takes two hundred brackets within brackets, as Python does, and any number without harm", () => {
    const nested = (depth: number): string => `${"(".repeat(depth)}MIT${")".repeat(depth)}`;
    expect(judgeLicenseExpression(nested(200)).kind).toBe("valid");
    expect(judgeLicenseExpression(nested(200_000)).kind).toBe("malformed");
  });
});
