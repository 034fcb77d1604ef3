import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** Markdown as GitHub renders it: GitHub-flavoured, with the elements that stand in it. */
export function renderMarkdown(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

/** A page that shows the summary as the page of a run does: GitHub's stylesheet, light or dark. */
export function summaryPage(markdown: string, theme: "light" | "dark"): string {
  const stylesheet = createRequire(import.meta.url).resolve(`github-markdown-css/github-markdown-${theme}.css`);
  return `<!doctype html>
<meta charset="utf-8">
<style>${readFileSync(stylesheet, "utf8")}
body { margin: 0; background: ${theme === "dark" ? "#0d1117" : "#ffffff"} }
.markdown-body { box-sizing: border-box; max-width: 980px; padding: 24px }
</style>
<body><article class="markdown-body">${renderMarkdown(markdown)}</article>
<script>document.title = String(document.querySelector("article").scrollHeight)</script>`;
}
