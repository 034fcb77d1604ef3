import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";

const ROOT = join(import.meta.dirname, "..", "..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

/** Licences that let the bundle be passed on under Apache-2.0, each with its text in dist/licenses.txt. */
const COMPATIBLE = ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"];

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
}

const locked: readonly (readonly [path: string, locked: Locked])[] = Object.entries(
  JSON.parse(read("package-lock.json")).packages,
);
const packages = locked.filter(([path]) => path !== "");

it("every dependency is named in CONTRIBUTING with its reason, and in an exact version", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json"));
  const all: [name: string, version: string][] = Object.entries({ ...dependencies, ...devDependencies });
  const named = new Set(Array.from(read("CONTRIBUTING.md").matchAll(/`([^`\s]+)`/g), ([, name]) => name));
  const unnamed = all.filter(([name]) => !named.has(name) && !named.has(name.replace(/\/.*$/, "/*")));
  expect(unnamed).toEqual([]);
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it("everything in the bundle's dependency tree has a licence that allows it", () => {
  const bundled = packages.filter(([, { dev }]) => dev !== true);
  expect(bundled.length).toBeGreaterThan(10);
  expect(bundled.filter(([, { license }]) => !COMPATIBLE.includes(license ?? ""))).toEqual([]);
  const texts = read("dist/licenses.txt");
  expect(bundled.filter(([path]) => !texts.includes(`${path.replace(/^.*node_modules\//, "")} `))).toEqual([]);
});

it("the lock file vouches for the content of every package and ties it to no registry", () => {
  expect(packages.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]);
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});
