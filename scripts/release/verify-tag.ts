// Proves that a tag is what it says, and writes the notes of its release: `node scripts/release/verify-tag.ts vX.Y.Z NOTES`.
// Needs no installed package: release.yml runs it where the job may write.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { VERSION } from "../../src/version.ts";
import { sectionOf } from "./changelog.ts";

const root = join(import.meta.dirname, "..", "..");
const [tag = "", notesFile = ""] = process.argv.slice(2);
const locked = JSON.parse(read("package-lock.json"));
const notes = sectionOf(read("CHANGELOG.md"), tag.slice(1));
const faults = [
  ...Object.entries({
    "package.json": JSON.parse(read("package.json")).version,
    "package-lock.json": locked.version,
    "package-lock.json's root package": locked.packages[""].version,
    "src/version.ts": VERSION,
  })
    .filter(([, version]) => `v${version}` !== tag)
    .map(([where, version]) => `${where} is of ${version}`),
  ...(notes === undefined || notes === "" ? ["CHANGELOG.md says nothing of it"] : []),
  ...(git("rev-parse", "HEAD") === git("rev-parse", `refs/tags/${tag}^{commit}`)
    ? []
    : ["another commit is checked out"]),
  ...(isOnMain() ? [] : ["its commit is not on main"]),
];
if (faults.length > 0) {
  console.error(`${tag} cannot be released: ${faults.join("; ")}.`);
  process.exit(1);
}
writeFileSync(notesFile, `${notes}\n`);
console.log(`${tag} is what it says.`);

function isOnMain(): boolean {
  return git("branch", "--all", "--format=%(refname:short)", "--contains", "HEAD")
    .split("\n")
    .some((branch) => branch === "main" || branch === "origin/main");
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function git(...words: readonly string[]): string {
  return execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim();
}
