import { describe, expect, it } from "@jest/globals";
import { answerText } from "../../src/http/answer-text.ts";
import type { HttpAnswer } from "../../src/http/client.ts";

const answer = (parts: Partial<HttpAnswer> & { type?: string }): HttpAnswer => ({
  status: 400,
  reason: "",
  headers: { "content-type": parts.type ?? "text/plain" },
  body: "",
  url: new URL("https://index.example/up/"),
  requestSent: true,
  ...parts,
});
const json = (value: unknown, more: Partial<HttpAnswer> = {}) =>
  answer({ type: "application/json", body: JSON.stringify(value), ...more });

describe("the text of an answer", () => {
  it.each<[string, HttpAnswer, string]>([
    [
      "Warehouse's JSON",
      json({
        message: "The server could not comply…\n\n\nbad\n\n",
        code: "400 File already exists ('a.whl', …).",
        title: "Bad Request",
      }),
      "File already exists ('a.whl', …).",
    ],
    [
      "GitLab's JSON",
      json({
        message: { file_name: ["has already been taken"] },
        error: "Validation failed: File name has already been taken",
      }),
      "Validation failed: File name has already been taken",
    ],
    [
      "Artifactory's JSON",
      json({ errors: [{ status: 403, message: "Not enough permissions to overwrite artifact" }] }, { status: 403 }),
      "Not enough permissions to overwrite artifact",
    ],
    [
      "RFC 9457 problem details",
      json({ type: "about:blank", title: "Bad Request", status: 400, detail: "The name is taken." }),
      "The name is taken.",
    ],
    [
      "several errors",
      json({ errors: [{ code: "a", description: "First one." }, { description: "Second one." }] }),
      "First one.; Second one.",
    ],
    [
      "devpi's JSON with a blank message",
      json({ code: "409 not allowed to overwrite", title: "Conflict", message: "   " }, { status: 409 }),
      "not allowed to overwrite",
    ],
    ["JSON that says nothing", json({ ok: false }, { reason: "Because of the moon" }), "Because of the moon"],
    ["plain text over several lines", answer({ body: "no\r\n such\tproject\n" }), "no such project"],
    [
      "a page",
      answer({
        type: "text/html",
        body: "<html><head><title>409</title><style>p{}</style></head><body><h1>Conflict</h1><p>File &lt;x&gt; exists<script>alert(1)</script></body>",
      }),
      "Conflict File <x> exists",
    ],
    [
      "pypiserver's page",
      answer({
        type: "text/html",
        body: "<title>Error: 409 Conflict</title><h1>Error: 409 Conflict</h1><p>Sorry, the requested URL <tt>x</tt> caused an error:</p><pre>Package &#039;a.whl&#039; already exists!\n\n  You may use the overwrite option</pre>",
      }),
      "Package 'a.whl' already exists! You may use the overwrite option",
    ],
    [
      "pypiserver's page without a reason",
      answer({ type: "text/html", body: "<h1>Error: 403 Forbidden</h1><p>caused an error:</p><pre>None</pre>" }),
      "Error: 403 Forbidden caused an error: None",
    ],
    [
      "a page with nothing but a title",
      answer({ type: "text/html", body: "<title>502 Bad Gateway</title>" }),
      "502 Bad Gateway",
    ],
    [
      "a page around a telling reason phrase",
      answer({ type: "text/html", reason: "File already exists ('a.whl').", body: "<html><h1>400</h1>lots of words" }),
      "File already exists ('a.whl').",
    ],
    ["an empty body", answer({ reason: "Bad Request" }), "Bad Request"],
    ["nothing at all", answer({}), ""],
    ["a cut JSON text", answer({ type: "application/json", body: '{"code": "400 Fi', reason: "" }), '{"code": "400 Fi'],
  ])("is one readable line for %s", async (_what, from, expected) => {
    expect(await answerText(from)).toBe(expected);
  });

  it("holds no control characters and ends at 600 characters", async () => {
    const text = await answerText(answer({ body: `\u001b[31m::error::x\u0000\u2028${"🐍".repeat(2000)}` }));
    expect(text).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(Array.from(text)).toHaveLength(601);
  });

  it("takes no time to speak of, whatever the page is made of", async () => {
    const begin = performance.now();
    for (const tag of ["<b>", "<pre>", "<p><i>", "a b "]) {
      await answerText(answer({ type: "text/html", body: tag.repeat(1_000_000 / tag.length) }));
    }
    // By the square of the number of open tags, one of them took more than a minute.
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});
