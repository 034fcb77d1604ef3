// Proves that the committed dist/ is what src/ builds: builds it anew and compares with git's index, byte by byte.
import { execFileSync, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = spawnSync(process.execPath, [join(root, "scripts", "package.ts")], { cwd: root, stdio: "inherit" });
if (built.status !== 0) {
  process.exit(1);
}
const changed = execFileSync("git", ["status", "--porcelain", "--", "dist"], { cwd: root, encoding: "utf8" });
if (changed !== "") {
  console.error(`dist/ is not what src/ builds; run \`npm run package\` and commit it:\n${changed}`);
  process.exit(1);
}
console.log("dist/ is what src/ builds.");
