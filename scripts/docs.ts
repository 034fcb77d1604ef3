// The tables of inputs and outputs in README.md, from action.yml: `npm run docs`; a test fails when they differ.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withTables } from "./docs/tables.ts";

const ROOT = join(import.meta.dirname, "..");
const README = join(ROOT, "README.md");

const readme = readFileSync(README, "utf8");
const written = withTables(readme, readFileSync(join(ROOT, "action.yml"), "utf8"));
writeFileSync(README, written);
console.log(written === readme ? "README.md is up to date." : "README.md has the tables of action.yml now.");
