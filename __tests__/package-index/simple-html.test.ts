import { describe, expect, it } from "@jest/globals";
import { parseProjectHtml } from "../../src/package-index/simple-html.ts";

const PAGE = new URL("https://index.example/simple/sample/");

describe("the HTML form of a project's page", () => {
  // By the square of the open elements, a page of this size took hours.
  it.each(["<b>", "<div><span>"])("is refused in no time when %s never ends", async (element) => {
    const begin = performance.now();
    const page = await parseProjectHtml(element.repeat(20_000_000 / element.length), PAGE);
    expect(page).toEqual({ fault: expect.stringContaining("elements that never end") });
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  it("may be as long as it likes", async () => {
    const links = Array.from(
      { length: 30_000 },
      (_, n) => `<a href="sample-${n}.tar.gz">sample-${n}.tar.gz</a><br/><p>`,
    );
    links.push(`<a href="sample-1${".1".repeat(5_000_000)}.tar.gz">no name that anybody has</a>`);
    const page = await parseProjectHtml(`<!DOCTYPE html><html><body>${links.join("\n")}</body></html>`, PAGE);
    expect("files" in page ? page.files.size : page).toBe(30_000);
  });
});
