import fc from "fast-check";

/** What a file or a server would say to become a workflow command, Markdown, HTML or a terminal escape. */
const PAYLOADS = [
  "::error::injected",
  "\n::set-output name=version::6.6.6",
  "\r::add-mask::a",
  "\r\n  ::warning file=a,line=1::injected",
  "%0A::stop-commands::x",
  "##[command]injected",
  "\u2028::error::injected",
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  "</details></td></table><h1>",
  "<!--",
  "[click](https://evil.example)",
  "![](https://evil.example/a.png)",
  "https://evil.example/",
  "www.evil.example",
  "<https://evil.example>",
  "| a | b |",
  "\n\n# heading\n\n",
  "\n```\n</code>\n~~~~\n",
  "`",
  "\\|",
  "&lt;img&gt;",
  "\u001b[2J\u001b]0;x\u0007",
  "\u202e\u2066",
  "\u200b\u200e\u061c\u00ad",
  "\u{e0041}\ufe0f\u3164",
  "\u0000",
  "\ufeff",
  "\ud800",
  "../../etc/passwd",
  "C:\\Windows\\a",
  "$" + "{{ github.token }}",
  "$(id)",
  "'; id; '",
  "%s%n",
  "__proto__",
  "constructor",
];

/** Text with payloads in it, and anything between them. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(fc.constantFrom(...PAYLOADS), fc.string({ unit: "binary", maxLength: 12 }), fc.string({ maxLength: 20 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(""));

/** Hostile text that a file system takes as a name. */
export const hostileFilename: fc.Arbitrary<string> = hostileText
  .map((text) => text.replace(/[/\0]/g, "").toWellFormed())
  .filter((name) => name !== "" && name !== "." && name !== ".." && Buffer.byteLength(name) <= 200);
