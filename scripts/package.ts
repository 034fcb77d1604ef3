// Builds dist/ from src/: tsc -> lib/, ncc -> dist/, and the licences of everything that is in the bundle's dependency tree.
import { spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface LockedPackage {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly version?: string;
  readonly license?: string;
}

run("typescript/bin/tsc", ["-p", "tsconfig.build.json"], { clean: "lib" });
const ncc = "@vercel/ncc/dist/ncc/cli.js";
run(ncc, ["build", "lib/index.js", "--out", "dist", "--no-cache"], { clean: "dist" });
// A thread starts from a file of its own.
run(ncc, ["build", "lib/distribution/digest-worker.js", "--out", "lib/worker", "--no-cache"], { clean: "lib/worker" });
copyFileSync(join(root, "lib", "worker", "index.js"), join(root, "dist", "digest-worker.js"));
writeFileSync(join(root, "dist", "licenses.txt"), licences());

function run(tool: string, args: readonly string[], { clean }: { readonly clean: string }): void {
  rmSync(join(root, clean), { recursive: true, force: true });
  const program = join(root, "node_modules", ...tool.split("/"));
  const { status } = spawnSync(process.execPath, [program, ...args], { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    process.exit(1);
  }
}

function licences(): string {
  const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => path !== "" && dev !== true)
    .map(([path, locked]) => licence(path, locked))
    .join("\n");
}

function licence(path: string, { version, license }: LockedPackage): string {
  const name = path.replace(/^.*node_modules\//, "");
  const folder = join(root, path);
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (texts.length === 0 && license === undefined) {
    throw new Error(`${name} states no licence.`);
  }
  return `${name} ${version}\n${license ?? ""}\n\n${texts.join("\n\n")}\n`;
}
