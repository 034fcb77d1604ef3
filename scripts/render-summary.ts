// Pictures of job summaries, as GitHub shows them, in light and dark: `npm run render-summary [-- FILE.md ...]`.
// Without files it renders samples. Needs Chromium (Debian: apt-get install chromium fonts-noto-color-emoji).
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { summaryPage } from "./summary/page.ts";
import { sampleSummaries } from "./summary/samples.ts";

const OUT = fileURLToPath(new URL("../.cache/summaries/", import.meta.url));
const WIDTH = 980;

mkdirSync(OUT, { recursive: true });
const files = process.argv.slice(2);
const summaries =
  files.length === 0
    ? sampleSummaries()
    : new Map(files.map((file) => [basename(file, ".md"), readFileSync(file, "utf8")]));
for (const [name, markdown] of summaries) {
  for (const theme of ["light", "dark"] as const) {
    const page = join(OUT, `${name}-${theme}.html`);
    writeFileSync(page, summaryPage(markdown, theme));
    picture(page, page.replace(/html$/, "png"));
  }
  console.log(`${join(OUT, name)}-{light,dark}.png (${Buffer.byteLength(markdown)} bytes of Markdown)`);
}

/** The page says its own height in its title; the picture then shows all of it. */
function picture(page: string, image: string): void {
  const url = pathToFileURL(page).href;
  const height = /<title>(\d+)<\/title>/.exec(chromium(`--window-size=${WIDTH},200`, "--dump-dom", url))?.[1];
  chromium(`--window-size=${WIDTH},${height ?? 2000}`, `--screenshot=${image}`, url);
}

function chromium(...args: readonly string[]): string {
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
  const { status, stdout, stderr, error } = spawnSync("chromium", [...flags, ...args], { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`chromium failed: ${error?.message ?? stderr}`);
  }
  return stdout;
}
