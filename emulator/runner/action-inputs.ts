import { readFile } from "node:fs/promises";

/**
 * Names and defaults of the inputs an `action.yml` declares: the runner sets INPUT_* for every one of them, with the
 * default where the workflow says nothing. Reads the shape such files have (two spaces of indentation, scalars on one
 * line), not YAML at large.
 *
 * @throws Error when the file cannot be read or declares no inputs.
 */
export async function inputDefaults(actionFile: string): Promise<ReadonlyMap<string, string>> {
  const defaults = new Map<string, string>();
  let inside = false;
  let name = "";
  for (const line of (await readFile(actionFile, "utf8")).split(/\r?\n/)) {
    if (/^\S/.test(line)) {
      inside = line.startsWith("inputs:");
    }
    const input = /^ {2}([\w-]+):\s*$/.exec(line)?.[1];
    const value = /^ {4}default:\s*(.*?)\s*$/.exec(line)?.[1];
    if (inside && input !== undefined) {
      name = input;
      defaults.set(name, "");
    } else if (inside && value !== undefined) {
      defaults.set(name, unquoted(value));
    }
  }
  if (defaults.size === 0) {
    throw new Error(`${actionFile} declares no inputs`);
  }
  return defaults;
}

function unquoted(scalar: string): string {
  return /^(["'])(.*)\1$/.exec(scalar)?.[2] ?? scalar;
}
