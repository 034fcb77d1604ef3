import { describe, expect, it } from "@jest/globals";
import { Parser } from "htmlparser2";
import { renderMarkdown } from "../../scripts/summary/page.ts";
import { printable } from "../../src/quote.ts";
import { codeBlock, codeSpan, linkTo, prose } from "../../src/report/markdown.ts";

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "</code></td></table><script>alert(1)</script>",
  "[l](javascript:alert(1))",
  "![i](https://evil.example/i.png)",
  "www.evil.example and https://evil.example/?a=b",
  "mail a@evil.example",
  "@octocat #123 GH-7 octo-org/repo#1 :tada: 8c2f1d9b7a6e5f4c3b2a1908f7e6d5c4b3a29180",
  "a | b | c \\| d \\\\| e",
  "`` ` ``` tick",
  "``` \n# heading\n```",
  "_u_ *b* ~~s~~ __x__",
  "&lt;b&gt; &#60;i&#62;",
  "1. one\n- two\n+ three\n> four\n===",
  "text\u0000\u001b[31m\u202eright\u2028line",
  "<!-- -->",
  "[x]: https://evil.example\n\n[x]",
  "[^1]: note [^1]",
  "$x$ {{y}} %7C %0A::error::forged",
];

/** Elements of a rendered text and what a reader sees of it. */
function rendered(markdown: string): { readonly elements: Set<string>; readonly text: string } {
  const elements = new Set<string>();
  let text = "";
  const parser = new Parser({
    onopentagname: (name) => elements.add(name),
    ontext: (data) => {
      text += data;
    },
  });
  parser.end(renderMarkdown(markdown));
  return { elements, text };
}

const squeezed = (text: string) => printable(text.replaceAll(/[^\S]+/g, "")).replaceAll(/\\u[0-9a-f]{4}/g, "");

it("takes no time to speak of for a word of punctuation", () => {
  const started = performance.now();
  expect(prose(`<${".".repeat(300_000)}a`, new Set())).toMatch(/^`?<code>|^`</);
  expect(performance.now() - started).toBeLessThan(2000);
});

describe("hostile text", () => {
  it.each(HOSTILE)("%j is shown as it is in a code span, alone and in a table", (text) => {
    const { elements, text: seen } = rendered(codeSpan(text));
    expect([...elements].sort()).toEqual(["code", "p"]);
    expect(squeezed(seen)).toBe(squeezed(text));
    const table = rendered(`| a | b |\n| --- | --- |\n| ${codeSpan(text)} | z |`);
    expect([...table.elements].sort()).toEqual(["code", "table", "tbody", "td", "th", "thead", "tr"]);
    expect(squeezed(table.text)).toBe(`ab${squeezed(text)}z`);
  });

  it.each(HOSTILE)("%j is shown as it is in a code block", (text) => {
    const { elements, text: seen } = rendered(codeBlock(text));
    expect([...elements].sort()).toEqual(["code", "pre"]);
    expect(squeezed(seen)).toBe(squeezed(text));
  });

  it.each(HOSTILE)("%j makes nothing but code, items and line breaks of a sentence", (text) => {
    const { elements, text: seen } = rendered(prose(text, new Set(["https://pypi.org"])));
    const odd = [...elements].filter((name) => !["p", "code", "br", "ul", "li"].includes(name));
    expect(odd).toEqual([]);
    // The marks of code and of items are not shown.
    expect(squeezed(seen).replaceAll(/[`-]/g, "")).toBe(squeezed(text).replaceAll(/[`-]/g, ""));
  });

  it.each(HOSTILE)("%j is the label of a link and no more", (text) => {
    const { elements, text: seen } = rendered(linkTo(`https://pypi.org/project/${encodeURIComponent(text)}/`, text));
    expect([...elements].sort()).toEqual(["a", "p"]);
    expect(squeezed(seen)).toBe(squeezed(text));
  });
});

describe("prose", () => {
  const trusted = new Set(["https://pypi.org"]);
  it.each([
    ["Set `skip-existing: true`.", "<p>Set <code>skip-existing: true</code>.</p>"],
    [
      "See https://pypi.org/help/, please.",
      '<p>See <a href="https://pypi.org/help/">https://pypi.org/help/</a>, please.</p>',
    ],
    ["See https://pypi.org.evil.example/.", "<p>See <code>https://pypi.org.evil.example/</code>.</p>"],
    ["a_b-1.0.whl: wrong", "<p><code>a_b-1.0.whl</code>: wrong</p>"],
    ["One.\nTwo.", "<p>One.<br />\nTwo.</p>"],
  ])("%j", (text, html) => {
    expect(renderMarkdown(prose(text, trusted))).toBe(html);
  });
});
