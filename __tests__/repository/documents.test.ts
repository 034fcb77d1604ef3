import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { publishingSteps, snippets } from "../../scripts/docs/snippets.ts";
import { withTables } from "../../scripts/docs/tables.ts";
import { parseCheckUrl } from "../../src/package-index/simple-location.ts";
import { parseTarget } from "../../src/package-index/target.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const { inputs } = parse(read("action.yml"));

it("the tables of README.md are what action.yml says (npm run docs)", () => {
  expect(withTables(read("README.md"), read("action.yml"))).toBe(read("README.md"));
});

it("links between the documents lead somewhere", () => {
  const documents = ["README.md", "TROUBLESHOOTING.md", "docs/migration.md", "docs/other-indexes.md"];
  const anchor = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w -]/g, "")
      .replaceAll(" ", "-");
  const broken = documents.flatMap((document) =>
    Array.from(read(document).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)).flatMap(
      ([whole, path = "", hash]) => {
        try {
          const text = read(path === "" ? document : join(document, "..", path));
          const anchors = Array.from(text.matchAll(/^#+ (.*)$/gm), ([, heading = ""]) => anchor(heading));
          return hash === undefined || anchors.includes(hash) ? [] : [`${document}: ${whole}`];
        } catch {
          return [`${document}: ${whole}`];
        }
      },
    ),
  );
  expect(broken).toEqual([]);
});

describe.each(snippets().flatMap((snippet) => publishingSteps(snippet).map((step) => ({ ...snippet, step }))))(
  "the step at $place",
  ({ step }) => {
    it("names inputs that there are, by their names of today, and addresses that can be right", () => {
      const given = step.with ?? {};
      expect(
        Object.keys(given).filter((name) => inputs[name] === undefined || inputs[name].deprecationMessage),
      ).toEqual([]);
      const target = parseTarget(String(given["repository-url"] ?? "https://upload.pypi.org/legacy/"));
      expect(target).not.toHaveProperty("fault");
      if (given["check-url"] !== undefined && !("fault" in target)) {
        expect(parseCheckUrl(String(given["check-url"]), target)).not.toHaveProperty("fault");
      }
    });
  },
);
