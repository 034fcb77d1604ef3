// Makes a release, up to the push: `npm run release -- X.Y.Z`.
// Version, changelog and dist/ in one commit on main, and the tag vX.Y.Z on it. The pushed tag starts release.yml.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sectionOf, withRelease } from "./changelog.ts";

const root = join(import.meta.dirname, "..", "..");
const version = process.argv[2] ?? "";
const current: string = JSON.parse(read("package.json")).version;

refuseUnless(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/.test(version), "usage: npm run release -- X.Y.Z");
refuseUnless(compare(version, current) >= 0, `${version} is older than ${current}`);
refuseUnless(git("branch", "--show-current") === "main", "releases are made on main");
refuseUnless(git("status", "--porcelain") === "", "there are changes that are not committed");
refuseUnless(git("tag", "--list", `v${version}`) === "", `v${version} has been released`);

const changelog = withRelease(read("CHANGELOG.md"), version, new Date().toISOString().slice(0, 10));
write("CHANGELOG.md", changelog);
// The first two of package-lock.json are the project's own.
replace("package.json", `"version": "${current}"`, `"version": "${version}"`);
replace("package-lock.json", `"version": "${current}"`, `"version": "${version}"`);
replace(
  "package-lock.json",
  `      "version": "${current}",\n      "license"`,
  `      "version": "${version}",\n      "license"`,
);
replace("src/version.ts", `"${current}"`, `"${version}"`);
execFileSync(process.execPath, [join(root, "scripts", "package.ts")], { cwd: root, stdio: "inherit" });

git("add", "--all");
git("commit", "--message", `Release ${version}`);
git("tag", "--annotate", `v${version}`, "--message", sectionOf(changelog, version) ?? version);
console.log(`v${version} is ready. Read it (git show), then: git push --atomic origin main v${version}`);

function refuseUnless(isRight: boolean, reason: string): void {
  if (!isRight) {
    console.error(`No release: ${reason}.`);
    process.exit(1);
  }
}

/** Negative when the first is older. */
function compare(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split(".").map(Number));
  const at = a?.findIndex((part, index) => part !== b?.[index]) ?? -1;
  return at === -1 ? 0 : (a?.[at] ?? 0) - (b?.[at] ?? 0);
}

function replace(path: string, from: string, to: string): void {
  const text = read(path);
  if (from !== to && !text.includes(from)) {
    throw new Error(`${path} does not hold ${from}`);
  }
  write(path, text.replace(from, to));
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function git(...words: readonly string[]): string {
  return execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim();
}
