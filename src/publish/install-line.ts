import type { IndexTarget } from "../package-index/target.ts";

/** The command that installs a release, fit to be pasted into a shell. */
export function installLine(
  target: IndexTarget,
  simpleUrl: URL,
  { name, version }: { readonly name: string; readonly version: string },
): string {
  const requirement = `${name}==${version}`;
  const index = target.kind === "pypi" ? [] : ["--index-url", simpleUrl.href];
  return ["pip", "install", ...index, requirement].map(quoted).join(" ");
}

/** Single quotes: an exclamation mark, which an epoch has, means something to shells. */
function quoted(word: string): string {
  return /^[\w./:=+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
