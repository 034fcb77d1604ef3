import { describe, expect, it } from "@jest/globals";
import { findFault } from "../../../src/verification/description/rst/judge-rst.ts";
import { RST_CASES } from "./cases/rst-cases.ts";

describe("reStructuredText as docutils takes it (M-11)", () => {
  it.each(RST_CASES)("$group: $verdict $text", ({ text, verdict }) => {
    expect(findFault(text)?.verdict ?? "renders").toBe(verdict);
  });
});
