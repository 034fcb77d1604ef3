import { frontDecoded } from "./data/front-coding.ts";
import { STANDARD_LIBRARY_LIST } from "./data/standard-library-list.ts";

let names: ReadonlySet<string> | undefined;

/** Normalised names of the modules of Python's standard library, 2.6 to 3.14, submodules with hyphens for dots (P-07). */
export function standardLibraryNames(): ReadonlySet<string> {
  names ??= new Set(frontDecoded(STANDARD_LIBRARY_LIST));
  return names;
}
