import { expect, it } from "@jest/globals";
import { standardLibraryNames } from "../../src/standards/standard-library.ts";

it("knows modules and submodules of all Pythons under normalised names", () => {
  const names = standardLibraryNames();
  expect(names.size).toBeGreaterThan(2300);
  for (const name of [
    "xml",
    "xml-etree",
    "importlib-metadata",
    "distutils-command-build-clib",
    "main",
    "sets",
    "annotationlib",
  ]) {
    expect(names.has(name)).toBe(true);
  }
  expect(names.has("requests")).toBe(false);
});
