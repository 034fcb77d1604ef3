import type { Violation } from "../violation.ts";
import { listed, refused } from "./archive-judgement.ts";
import { unpackedPath } from "./archive-names.ts";

export type EncryptionTool = "PyArmor" | "SourceDefender";

/** Larger members are not searched (S-07). */
export const SCANNED_BYTES = 5 * 1024 * 1024;

/** What all marks of PyArmor begin with: most modules are searched for this alone. */
const PYARMOR_BEGINNING = "__pyarmor_";

/** Any of these marks PyArmor (S-07). */
const PYARMOR = [
  "__pyarmor__(__name__, __file__,",
  "__pyarmor_enter__",
  "__pyarmor_exit__",
  "__pyarmor_assert__",
  "__pyarmor_bcc__",
];

/** Both together mark SourceDefender (S-07). */
const SOURCE_DEFENDER = ["---BEGIN PYE FILE---", "---END PYE FILE---"];

/** True for what the index takes for a module, and reads whole whatever its size: by the suffix as Python's pathlib sees it. */
export function isModule(name: string): boolean {
  if (!/\.py/i.test(name)) {
    return false;
  }
  const path = unpackedPath(name);
  return !name.endsWith("/") && /^\.*[^.].*\.pye?$/is.test(path.slice(path.lastIndexOf("/") + 1));
}

/** True for the members that are searched (S-07, W-07). */
export function isScanned(name: string, size: number): boolean {
  return size <= SCANNED_BYTES && isModule(name);
}

/** S-07, W-07. */
export function encryptedCode(rule: string, tool: EncryptionTool, members: readonly string[]): Violation {
  return refused(rule, "pypi", `${tool}-encrypted content is not allowed.`, {
    message: `Code encrypted by ${tool} is in ${listed(members)}.`,
    remedy: "Publish readable code; PyPI takes no encrypted modules.",
  });
}

/** No mark is longer. */
const LONGEST_MARK = Math.max(...[...PYARMOR, ...SOURCE_DEFENDER].map(({ length }) => length));

/** Searches a module piece by piece, whatever its size: of what has been seen only the last bytes are held. */
export class CodeScan {
  #end = Buffer.alloc(0);
  #pyarmor = false;
  readonly #defender = new Set<string>();

  chunk(bytes: Buffer): void {
    if (this.#end.length > 0) {
      this.#search(Buffer.concat([this.#end, bytes.subarray(0, LONGEST_MARK)]));
    }
    this.#search(bytes);
    const end = bytes.length < LONGEST_MARK ? Buffer.concat([this.#end, bytes]) : bytes;
    this.#end = Buffer.from(end.subarray(Math.max(0, end.length - LONGEST_MARK)));
  }

  /** The tool the module was encrypted with, if it was. */
  result(): EncryptionTool | undefined {
    if (this.#pyarmor) {
      return "PyArmor";
    }
    return this.#defender.size === SOURCE_DEFENDER.length ? "SourceDefender" : undefined;
  }

  #search(bytes: Buffer): void {
    this.#pyarmor ||= bytes.includes(PYARMOR_BEGINNING) && PYARMOR.some((mark) => bytes.includes(mark));
    for (const mark of SOURCE_DEFENDER) {
      if (!this.#defender.has(mark) && bytes.includes(mark)) {
        this.#defender.add(mark);
      }
    }
  }
}
