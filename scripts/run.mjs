// Runs a script or tool of this repository on the Node that the action runs on, after installing what is missing.
// It works from a bare clone with any Node >= 20 and npm: `node scripts/run.mjs FILE [ARG ...]`.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
// The Node that runs this, where it is the action's; else the development dependency `node`, which not every platform has.
// npm puts that one first on PATH, so it may be what runs this; an installation takes it away and has to bring it again.
const isNode24 = process.versions.node.startsWith("24.") && !process.execPath.startsWith(modules);
const node24 = isNode24
  ? process.execPath
  : join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");

install();
const { status, signal } = spawnSync(node24, process.argv.slice(2), {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    PATH: [join(modules, ".bin"), process.env.PATH].join(process.platform === "win32" ? ";" : ":"),
  },
});
process.exitCode = signal === null ? (status ?? 1) : 1;

function install() {
  if (existsSync(node24) && isInstalled()) {
    return;
  }
  console.error("Installing the locked dependencies (npm ci) ...");
  npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (isNode24) {
    // npm puts this folder first on PATH, and without its binary the package offers a `node` that cannot start.
    for (const shim of ["node", "node.cmd", "node.ps1"]) {
      rmSync(join(modules, ".bin", shim), { force: true });
    }
    return;
  }
  // Install scripts are off; the `node` package is the one exception, since its script fetches the binary.
  npm(["rebuild", "node", "--ignore-scripts=false", "--loglevel=error"]);
}

/** npm keeps a record of what it installed; optional packages of other platforms are not in it. */
function isInstalled() {
  const record = join(modules, ".package-lock.json");
  if (!existsSync(record)) {
    return false;
  }
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === "" || installed[path]?.version === version || (optional === true && installed[path] === undefined),
  );
}

function npm(args) {
  // npm starts its scripts with the path of its own program, which needs no shell on any platform, and of the Node it
  // runs on, which an installation leaves where it is.
  const program = process.env.npm_execpath;
  const done =
    program === undefined
      ? spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" })
      : spawnSync(process.env.npm_node_execpath ?? process.execPath, [program, ...args], {
          cwd: root,
          stdio: ["ignore", 2, 2],
        });
  if (done.status !== 0) {
    console.error(`npm ${args.join(" ")} failed.`);
    process.exit(1);
  }
}
