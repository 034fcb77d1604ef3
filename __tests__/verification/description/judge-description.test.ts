import { describe, expect, it } from "@jest/globals";
import { judgeDescription } from "../../../src/verification/description/judge-description.ts";

// What readme_renderer 45 with docutils 0.23 did with each of these texts.
describe("a description in reStructuredText (M-11)", () => {
  it.each([
    ["a role with options behind a blank line", "x\n\n.. role:: red\n\n   :class: x\n\n:red:`a`\n"],
    ["a role on a base role, the same", "x\n\n.. role:: red(emphasis)\n\n   :class: x\n\n:red:`a`\n"],
    ["a role with options", "x\n\n.. role:: red\n   :class: x\n\n:red:`a`\n"],
    ["meta data", "x\n\n.. meta::\n   :k: v\n"],
    ["a transition between paragraphs", "x\n\n----\n\ny\n"],
    ["a literal block", "x::\n\n   y\n"],
    ["a code block in an unknown language", "x\n\n.. code-block:: klingon\n\n   y\n"],
  ])("renders with %s", (_what, text) => {
    expect(judgeDescription(text, "text/x-rst")).toEqual({ verdict: "renders" });
    expect(judgeDescription(text, undefined)).toEqual({ verdict: "renders" });
  });

  it.each([
    ["an unknown directive", "x\n\n.. toctree::\n\n   y\n"],
    ["an unknown role", "see :ref:`y`\n"],
    ["an option that only Sphinx knows", "x\n\n.. code-block:: python\n   :linenos:\n\n   y\n"],
    ["inline markup that is left open", "some *text\n"],
    ["an underline that is too short", "A long title\n====\n\nx\n"],
    ["a transition at its end", "x\n\n----\n"],
    ["a reference to nothing", "see y_\n"],
    ["white space only", "  \n"],
  ])("fails with %s, and says what to do", (_what, text) => {
    expect(judgeDescription(text, "text/x-rst")).toMatchObject({
      verdict: "fails",
      message: expect.stringMatching(/./),
      remedy: expect.stringMatching(/./),
    });
  });
});

describe("a description in Markdown (M-12)", () => {
  it.each([
    ["\r\n", "fails"],
    ["\ufeff", "fails"],
    ["[a]: https://b.example", "fails"],
    ["[a]: https://x.example\r\n[b]: https://y.example\r\n", "fails"],
    ["a\r\n", "renders"],
    ["<!-- nothing to see -->", "renders"],
    ["# Title", "renders"],
  ])("of %j %s", (text, verdict) => {
    expect(judgeDescription(text, "text/markdown; charset=UTF-8; variant=GFM").verdict).toBe(verdict);
  });
});

describe("a description in plain text (M-13)", () => {
  it("never fails", () => {
    expect(judgeDescription(" *open\n.. toctree::\n", "text/plain")).toEqual({ verdict: "renders" });
  });
});
